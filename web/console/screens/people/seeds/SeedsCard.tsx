// Who is a seed, who was asked, and who was one; what came of their topics stands beside them as it is.
import { App, Button, Segmented } from 'antd';
import { useState } from 'react';
import { useChangeSeeds, useSeeds } from '../../../data/seeds.ts';
import type { Seed } from '../../../data/seeds.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { EmptyState } from '../../../pieces/EmptyState.tsx';
import { Face } from '../../../pieces/Face.tsx';
import { Pager } from '../../../pieces/Pager.tsx';
import { usePaging } from '../../../pieces/paging.ts';
import { useTellProblem } from '../../../pieces/problems.ts';
import { useGroupNames } from '../../../pieces/useGroupNames.ts';
import { useWhen } from '../../../pieces/when.ts';
import { useText } from '../../../text.ts';
import { TopicDialog } from './TopicDialog.tsx';

const pageSize = 30;

/** The roster. */
export function SeedsCard({ groupId }: { groupId: string | undefined }) {
  const t = useText();
  const { communityId } = useHere();
  const [view, setView] = useState<'current' | 'former'>('current');
  const paging = usePaging(`${view} ${groupId}`);
  const [given, setGiven] = useState<Seed>();
  const seeds = useSeeds(communityId, {
    current: view === 'current',
    limit: pageSize,
    ...(groupId === undefined ? {} : { groupId }),
    ...(paging.cursor ? { cursor: paging.cursor } : {}),
  });
  return (
    <section className="card tblw" aria-label={t('seeds.title')}>
      <div className="ch round-views">
        <h2>{t('seeds.title')}</h2>
        <Segmented
          aria-label={t('seeds.view')}
          value={view}
          options={(['current', 'former'] as const).map((value) => ({ value, label: t(`seeds.${value}`) }))}
          onChange={setView}
        />
      </div>
      <Answer query={seeds} rows={4}>
        {({ items, nextCursor }) =>
          items.length > 0 ? (
            <>
              <ul className="round-people">
                {items.map((seed) => (
                  <Line key={seed.id} seed={seed} onGive={() => setGiven(seed)} />
                ))}
              </ul>
              <Pager shown={items.length} nextCursor={nextCursor} paging={paging} />
            </>
          ) : groupId === undefined ? (
            <EmptyState
              kind="nothing"
              title={t(view === 'current' ? 'seeds.none' : 'seeds.noneFormer')}
              text={view === 'current' ? t('seeds.noneText') : undefined}
            />
          ) : (
            <EmptyState kind="noMatch" title={t('seeds.noneHere')} text={t('seeds.noneHereText')} />
          )
        }
      </Answer>
      {given && <TopicDialog seed={given} onClose={() => setGiven(undefined)} />}
    </section>
  );
}

function Line({ seed, onGive }: { seed: Seed; onGive: () => void }) {
  const t = useText();
  const when = useWhen();
  const { communityId, can } = useHere();
  const groupName = useGroupNames(communityId);
  const { name, pictureId, identityId, groupId, state, askedAt, answeredAt, open, late, done, skipped, replies } = seed;
  const lead = can('care.seeds');
  return (
    <li>
      <Face name={name} seed={identityId} size={30} pictureId={pictureId} />
      <div className="grow">
        <b>{name || t('seeds.gone')}</b>
        <span className="xs c3 round-evidence">
          <span>{groupName(groupId)}</span>
          <span>{when.day(answeredAt ?? askedAt)}</span>
          {done + skipped + open > 0 && <span>{t('seeds.topicsSoFar', { open, done, skipped })}</span>}
          {replies > 0 && <span>{t('seeds.repliesSoFar', { count: replies })}</span>}
          {late > 0 && <span className="late">{t('seeds.late', { count: late })}</span>}
        </span>
      </div>
      <span className={state === 'active' ? 'tag j nw' : 'tag nw'}>{t(`seeds.state.${state}`)}</span>
      {lead && state === 'active' && (
        <Button size="small" onClick={onGive}>
          {t('seeds.give')}
        </Button>
      )}
      {lead && (state === 'active' || state === 'asked') && <EndButton seed={seed} />}
    </li>
  );
}

function EndButton({ seed }: { seed: Seed }) {
  const t = useText();
  const { communityId } = useHere();
  const { modal } = App.useApp();
  const change = useChangeSeeds(communityId);
  const tellProblem = useTellProblem();
  const isAsked = seed.state === 'asked';
  const end = () =>
    modal.confirm({
      title: t(isAsked ? 'seeds.takeBackAsk' : 'seeds.endAsk', { name: seed.name }),
      content: isAsked ? undefined : t('seeds.endText'),
      okText: t(isAsked ? 'seeds.takeBack' : 'seeds.end'),
      cancelText: t('common.cancel'),
      onOk: () => change.mutateAsync({ how: 'end', id: seed.id }).catch(tellProblem),
    });
  return (
    <Button size="small" type="text" onClick={end}>
      {t(isAsked ? 'seeds.takeBack' : 'seeds.end')}
    </Button>
  );
}

// Topics that were given: what is open by due time, and what came of those that are settled.
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useChangeSeeds, useTopics } from '../../../data/seeds.ts';
import type { Topic } from '../../../data/seeds.ts';
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

const pageSize = 30;

/** The list of topics. */
export function TopicsCard({ groupId }: { groupId: string | undefined }) {
  const t = useText();
  const { communityId } = useHere();
  const [view, setView] = useState<'open' | 'settled'>('open');
  const paging = usePaging(`${view} ${groupId}`);
  const topics = useTopics(communityId, {
    open: view === 'open',
    limit: pageSize,
    ...(groupId === undefined ? {} : { groupId }),
    ...(paging.cursor ? { cursor: paging.cursor } : {}),
  });
  return (
    <section className="card tblw" aria-label={t('seeds.topics')}>
      <div className="ch round-views">
        <h2>{t('seeds.topics')}</h2>
        <Segmented
          aria-label={t('seeds.topicView')}
          value={view}
          options={(['open', 'settled'] as const).map((value) => ({ value, label: t(`seeds.${value}`) }))}
          onChange={setView}
        />
      </div>
      <Answer query={topics} rows={4}>
        {({ items, nextCursor }) =>
          items.length > 0 ? (
            <>
              <ul className="round-people">
                {items.map((topic) => (
                  <Line key={topic.id} topic={topic} />
                ))}
              </ul>
              {view === 'settled' && <p className="xs c3 round-hint">{t('seeds.howCounted')}</p>}
              <Pager shown={items.length} nextCursor={nextCursor} paging={paging} />
            </>
          ) : groupId === undefined ? (
            <EmptyState kind="nothing" title={t('seeds.noTopics')} text={t('seeds.noTopicsText')} />
          ) : (
            <EmptyState kind="noMatch" title={t('seeds.noTopicsHere')} text={t('seeds.noneHereText')} />
          )
        }
      </Answer>
    </section>
  );
}

function Line({ topic }: { topic: Topic }) {
  const t = useText();
  const when = useWhen();
  const { communityId, can } = useHere();
  const groupName = useGroupNames(communityId);
  const { text, name, identityId, pictureId, groupId, dueAt, settledAt, state, messageId, note } = topic;
  const isLate = state === 'open' && !when.isAhead(dueAt);
  return (
    <li>
      <Face name={name} seed={identityId} size={30} pictureId={pictureId} />
      <div className="grow">
        <b>{text}</b>
        <span className="xs c3 round-evidence">
          <span>{name}</span>
          <span>{groupName(groupId)}</span>
          <span className={isLate ? 'late' : undefined}>
            {settledAt === null ? t('seeds.due', { when: when.moment(dueAt) }) : when.moment(settledAt)}
          </span>
          {note && <span className="c2">{note}</span>}
        </span>
      </div>
      {state !== 'open' && (
        <span className={state === 'done' ? 'tag j nw' : 'tag nw'}>{t(`seeds.topic.${state}`)}</span>
      )}
      {messageId !== null && (
        <Link className="s nw" to={`/c/${communityId}/groups/${groupId}?at=${messageId}`}>
          <Harvest topic={topic} />
        </Link>
      )}
      {state === 'open' && can('care.seeds') && <TakeBack topic={topic} />}
    </li>
  );
}

function Harvest({ topic: { replies, repliers, reactions } }: { topic: Topic }) {
  const t = useText();
  if (replies === null || repliers === null) return t('seeds.notCounted');
  return t('seeds.harvest', { replies, repliers, reactions: reactions ?? 0 });
}

function TakeBack({ topic }: { topic: Topic }) {
  const t = useText();
  const { communityId } = useHere();
  const change = useChangeSeeds(communityId);
  const tellProblem = useTellProblem();
  return (
    <Button
      size="small"
      type="text"
      loading={change.isPending}
      onClick={() => void change.mutateAsync({ how: 'takeBack', id: topic.id }).catch(tellProblem)}
    >
      {t('seeds.takeBack')}
    </Button>
  );
}

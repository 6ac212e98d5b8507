// Four lists with each person's evidence in words; the team says what is wrong, and may talk to somebody.
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useJudgeSorted, useSorted, useTalkToSorted } from '../../../data/sorting.ts';
import type { SortedKind, SortedPerson, SortingFigures } from '../../../data/sorting.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { EmptyState } from '../../../pieces/EmptyState.tsx';
import { Face } from '../../../pieces/Face.tsx';
import { Pager } from '../../../pieces/Pager.tsx';
import { usePaging } from '../../../pieces/paging.ts';
import { useTellProblem } from '../../../pieces/problems.ts';
import { Tabs } from '../../../pieces/Tabs.tsx';
import { useText } from '../../../text.ts';
import { useEvidence } from './evidence.ts';

const views = ['leader', 'payer', 'advertiser', 'zombie'] as const;

/** The lists, one at a time. */
export function SortedCard({ figures }: { figures: SortingFigures }) {
  const t = useText();
  const [view, setView] = useState<(typeof views)[number]>('leader');
  const countOf = (key: string) => figures.lists.find(({ kind }) => kind === key)?.people ?? 0;
  return (
    <Tabs
      label={t('sorting.lists')}
      value={view}
      items={views.map((key) => ({
        key,
        text: countOf(key) > 0 ? `${t(`sorting.kind.${key}`)} ${countOf(key)}` : t(`sorting.kind.${key}`),
      }))}
      onChange={setView}
    >
      {view === 'payer' ? (
        <EmptyState kind="nothing" title={t('sorting.payer')} text={t('sorting.payerText')} />
      ) : (
        <List key={view} kind={view} figures={figures} />
      )}
    </Tabs>
  );
}

function List({ kind, figures }: { kind: SortedKind; figures: SortingFigures }) {
  const t = useText();
  const { communityId } = useHere();
  const [wrong, setWrong] = useState(false);
  const paging = usePaging(String(wrong));
  const query = { kind, wrong: wrong ? 'true' : 'false', limit: 30 } as const;
  const sorted = useSorted(communityId, { ...query, ...(paging.cursor ? { cursor: paging.cursor } : {}) });
  return (
    <>
      <Rule kind={kind} figures={figures} />
      <Checkbox className="sorting-wrong" checked={wrong} onChange={({ target }) => setWrong(target.checked)}>
        {t('sorting.showWrong')}
      </Checkbox>
      <Answer query={sorted} rows={5}>
        {({ items, nextCursor }) =>
          items.length > 0 ? (
            <>
              <ul className="round-people">
                {items.map((one) => (
                  <Line key={`${one.groupId} ${one.identityId}`} one={one} />
                ))}
              </ul>
              <Pager shown={items.length} nextCursor={nextCursor} paging={paging} />
            </>
          ) : wrong ? (
            <EmptyState kind="noMatch" title={t('sorting.noneWrong')} />
          ) : (
            <EmptyState
              kind="nothing"
              title={t(figures.sortedOn === null ? 'sorting.notYet' : 'sorting.none')}
              text={t(figures.sortedOn === null ? 'sorting.notYetText' : 'sorting.noneText')}
            />
          )
        }
      </Answer>
    </>
  );
}

/** The rule of a list in words, and how often the team has called it right. */
function Rule({ kind, figures: { lists, unknown } }: { kind: SortedKind; figures: SortingFigures }) {
  const t = useText();
  const { right, of, interval } = lists.find((list) => list.kind === kind)!.verdicts;
  const percent = (value: number) => Math.round(value * 100);
  return (
    <div className="sorting-rule">
      <p className="s c2">{t(`sorting.rule.${kind}`)}</p>
      {kind === 'zombie' && unknown > 0 && <p className="xs c3">{t('sorting.unknown', { count: unknown })}</p>}
      <p className="xs c3">
        {interval === null
          ? t('sorting.noVerdicts')
          : t('sorting.verdicts', { right, of, low: percent(interval[0]!), high: percent(interval[1]!) })}
      </p>
    </div>
  );
}

function Line({ one }: { one: SortedPerson }) {
  const t = useText();
  const evidence = useEvidence();
  const { communityId, can } = useHere();
  const { personId, identityId, name, pictureId, groupName, confidence } = one;
  return (
    <li>
      <Face name={name} seed={identityId} size={30} pictureId={pictureId} />
      <div className="grow">
        <b>{personId === null ? name : <Link to={`/c/${communityId}/people?open=${personId}`}>{name}</Link>}</b>{' '}
        <span className={confidence === 'high' ? 'tag j' : 'tag'}>{t(`sorting.confidence.${confidence}`)}</span>
        <span className="xs c3 round-evidence">
          <span>{groupName}</span>
          {evidence(one).map((words) => (
            <span key={words}>{words}</span>
          ))}
        </span>
      </div>
      {can('care.manage') && <Acts one={one} />}
    </li>
  );
}

function Acts({ one }: { one: SortedPerson }) {
  const t = useText();
  const { communityId } = useHere();
  const tellProblem = useTellProblem();
  const judge = useJudgeSorted(communityId);
  const talk = useTalkToSorted(communityId);
  const say = (isRight: boolean | null) => judge.mutateAsync({ ...one, isRight }).catch(tellProblem);
  const { isRight, taskId, name } = one;
  return (
    <div className="row wrap sorting-acts" role="group" aria-label={name}>
      {isRight === null ? (
        <>
          <Button size="small" type="text" disabled={judge.isPending} onClick={() => void say(true)}>
            {t('sorting.right')}
          </Button>
          <Button size="small" type="text" disabled={judge.isPending} onClick={() => void say(false)}>
            {t('sorting.wrong')}
          </Button>
        </>
      ) : (
        <Button size="small" type="text" disabled={judge.isPending} onClick={() => void say(null)}>
          {t(isRight ? 'sorting.wasRight' : 'sorting.wasWrong')}
        </Button>
      )}
      {taskId !== null ? (
        <span className="xs c3">{t('sorting.talking')}</span>
      ) : (
        isRight !== false && (
          <Button size="small" loading={talk.isPending} onClick={() => void talk.mutateAsync(one).catch(tellProblem)}>
            {t('sorting.talk')}
          </Button>
        )
      )}
    </div>
  );
}

// The people of a round by where they stand, with evidence; who has not answered is decided about one by one or some at once.
import { Button, Checkbox, Segmented } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { roundViews, useKeepAlways, useRoundAct, useRoundPeople } from '../../../data/rounds.ts';
import type { Round, RoundPerson, RoundView } from '../../../data/rounds.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { EmptyState } from '../../../pieces/EmptyState.tsx';
import { Face } from '../../../pieces/Face.tsx';
import { useFilters } from '../../../pieces/filters.ts';
import { Pager } from '../../../pieces/Pager.tsx';
import { usePaging } from '../../../pieces/paging.ts';
import { useTellProblem } from '../../../pieces/problems.ts';
import { useUndo } from '../../../pieces/useUndo.tsx';
import { useText } from '../../../text.ts';
import { Evidence, Standing } from './RoundPersonWords.tsx';

const pageSize = 50;
const decisions = ['keep', 'talk', 'remove'] as const;

/** People of a round. */
export function RoundPeopleCard({ round, knowsReaders }: { round: Round; knowsReaders: boolean }) {
  const t = useText();
  const { communityId } = useHere();
  const filters = useFilters();
  const view = roundViews.find((one) => one === filters.read('view')) ?? 'silent';
  const paging = usePaging(view);
  const people = useRoundPeople(communityId, round.id, {
    view,
    limit: pageSize,
    ...(paging.cursor ? { cursor: paging.cursor } : {}),
  });
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const choose = (identityId: string, on: boolean) =>
    setChosen(on ? [...chosen, identityId] : chosen.filter((one) => one !== identityId));
  const show = (next: RoundView) => {
    setChosen([]);
    filters.set({ view: next === 'silent' ? undefined : next });
  };
  const counts = countsOf(round);
  return (
    <section className="card tblw" aria-label={t('care.people')}>
      <div className="ch round-views">
        <Segmented
          aria-label={t('care.people')}
          value={view}
          options={roundViews.map((value) => ({
            value,
            label: `${t(value === 'silent' && !knowsReaders ? 'care.view.unknown' : `care.view.${value}`)} ${counts[value]}`,
          }))}
          onChange={show}
        />
      </div>
      {view === 'silent' && (
        <p className="s c3 round-hint">{t(knowsReaders ? 'care.silentHint' : 'care.unknownReaders')}</p>
      )}
      <DecisionBar round={round} view={view} chosen={chosen} onDone={() => setChosen([])} />
      <Answer query={people} rows={6}>
        {({ items, nextCursor }) =>
          items.length > 0 ? (
            <>
              <ul className="round-people">
                {items.map((person) => (
                  <Row
                    key={person.identityId}
                    round={round}
                    person={person}
                    view={view}
                    isChosen={chosen.includes(person.identityId)}
                    onChoose={choose}
                  />
                ))}
              </ul>
              <Pager shown={items.length} nextCursor={nextCursor} paging={paging} />
            </>
          ) : (
            <EmptyState kind="nothing" title={t('care.nobody')} text={t(`care.nobodyText.${view}`)} />
          )
        }
      </Answer>
    </section>
  );
}

function countsOf({ counts }: Round): Record<RoundView, number> {
  const { silent, reading, answered, spared, left, planned, handed, removed, saved, undone } = counts;
  return { silent, reading, answered, spared, left, removals: planned + handed + removed + saved + undone };
}

/** Whether somebody can be decided about now. */
function isOpen(round: Round, view: RoundView, person?: RoundPerson): boolean {
  const isWaiting = view === 'silent' || view === 'reading';
  return round.state === 'deciding' && isWaiting && person?.removal !== 'planned' && person?.removal !== 'handed';
}

/** Decides about those who were chosen by hand; nobody is chosen beforehand. */
function DecisionBar({
  round,
  view,
  chosen,
  onDone,
}: {
  round: Round;
  view: RoundView;
  chosen: readonly string[];
  onDone: () => void;
}) {
  const t = useText();
  const { communityId, can } = useHere();
  const tellProblem = useTellProblem();
  const act = useRoundAct(communityId, round.id);
  if (!can('care.manage') || !isOpen(round, view)) return null;
  const decide = (decision: (typeof decisions)[number] | null) =>
    act.mutateAsync({ act: 'decide', identityIds: [...chosen], decision }).then(onDone, tellProblem);
  return (
    <div className="row wrap round-bar" role="group" aria-label={t('care.decide')}>
      <span className="s c2">{t('care.chosen', { count: chosen.length })}</span>
      {decisions.map((decision) => (
        <Button
          key={decision}
          size="small"
          danger={decision === 'remove'}
          disabled={chosen.length === 0}
          loading={act.isPending}
          onClick={() => void decide(decision)}
        >
          {t(`care.decision.${decision}`)}
        </Button>
      ))}
      <Button size="small" type="text" disabled={chosen.length === 0} onClick={() => void decide(null)}>
        {t('care.decision.none')}
      </Button>
    </div>
  );
}

function Row({ round, person, view, isChosen, onChoose }: RowProps) {
  const t = useText();
  const { communityId, can } = useHere();
  const tellProblem = useTellProblem();
  const act = useRoundAct(communityId, round.id);
  const { identityId, personId, name, pictureId, removal } = person;
  const canUndo = can('care.manage') && (removal === 'removed' || removal === 'handed');
  const canKeep = can('care.manage') && isOpen(round, view, person);
  return (
    <li>
      {canKeep && (
        <Checkbox
          checked={isChosen}
          aria-label={t('care.choose', { name })}
          onChange={({ target }) => onChoose(identityId, target.checked)}
        />
      )}
      <Face name={name} seed={identityId} size={30} pictureId={pictureId} />
      <div className="grow">
        <b>{personId === null ? name : <Link to={`/c/${communityId}/people?open=${personId}`}>{name}</Link>}</b>
        <Evidence person={person} />
      </div>
      <Standing person={person} />
      {canKeep && person.decision === 'keep' && <KeepAlways person={person} />}
      {canUndo && (
        <Button
          size="small"
          loading={act.isPending}
          onClick={() => act.mutate({ act: 'undo', identityId }, { onError: (problem) => tellProblem(problem) })}
        >
          {t('care.do.undo')}
        </Button>
      )}
    </li>
  );
}

/** For key people and people on leave: no later round asks them. */
function KeepAlways({ person: { identityId, name } }: { person: RoundPerson }) {
  const t = useText();
  const { communityId } = useHere();
  const keep = useKeepAlways(communityId);
  const withUndo = useUndo();
  const set = (on: boolean) => keep.mutateAsync({ identityId, on });
  return (
    <Button
      size="small"
      loading={keep.isPending}
      onClick={() =>
        void withUndo({
          key: identityId,
          work: () => set(true),
          done: t('care.kept', { name }),
          undo: () => set(false),
        })
      }
    >
      {t('care.keepAlways')}
    </Button>
  );
}

interface RowProps {
  round: Round;
  person: RoundPerson;
  view: RoundView;
  isChosen: boolean;
  onChoose: (identityId: string, on: boolean) => void;
}

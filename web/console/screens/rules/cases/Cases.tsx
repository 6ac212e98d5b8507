// What waits for a judgement: the list, one case with its evidence and what may be done with it, and who its author is. On a
// phone the list, or the case that was opened from it.
import { App } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Navigate, useNavigate, useParams } from 'react-router';
import { useCases, useMoveCase } from '../../../data/rules.ts';
import { useHere } from '../../../data/session.ts';
import { EmptyState } from '../../../pieces/EmptyState.tsx';
import { useFilters } from '../../../pieces/filters.ts';
import { useTellProblem } from '../../../pieces/problems.ts';
import { useOffer } from '../../../pieces/useOffer.tsx';
import { useMatches } from '../../../pieces/useMatches.ts';
import { useText } from '../../../text.ts';
import type { ConsoleKey } from '../../../text.ts';
import { CaseRail } from './CaseRail.tsx';
import { CaseView } from './CaseView.tsx';
import { RulesHead } from '../RulesHead.tsx';
import { useCaseKeys } from './useCaseKeys.ts';
import { useCaseList } from './useCaseList.ts';
import './cases.css';

const wideScreen = matchMedia('(min-width: 1240px)');
const twoColumns = matchMedia('(min-width: 900px)');

/** The queue of cases. */
export function Cases() {
  const { caseId } = useParams();
  const filters = useFilters();
  const taskId = filters.read('task');
  if (taskId && !caseId) return <CaseOfTask taskId={taskId} />;
  return <Queue caseId={caseId} filters={filters} />;
}

function Queue({ caseId, filters }: { caseId: string | undefined; filters: ReturnType<typeof useFilters> }) {
  const t = useText();
  const { communityId } = useHere();
  const navigate = useNavigate();
  const list = useCaseList(filters, caseId);
  const search = filters.key ? `?${filters.key}` : '';
  const isWide = useMatches(wideScreen);
  const isTwo = useMatches(twoColumns);
  const open = (key: string | undefined) =>
    void navigate(`/c/${communityId}/rules/cases${key ? `/${key}` : ''}${search}`, { replace: isTwo });
  useFirst(isTwo && caseId === undefined ? list.first : undefined, open);
  const box = useRef<HTMLDivElement>(null);
  const undo = useUndo(open);
  const [decidedLast, setDecidedLast] = useState<string>();
  const takeBack = (id: string) => {
    setDecidedLast(undefined);
    void undo(id);
  };
  const onDone = (id: string, what: ConsoleKey) => {
    setDecidedLast(id);
    tellDone(what, () => takeBack(id));
    open(list.next ?? list.previous);
  };
  const tellDone = useTellDone();
  useCaseKeys({ list, caseId, box, open, onUndo: () => decidedLast && takeBack(decidedLast), mayClose: !isTwo });
  return (
    <>
      <RulesHead on="cases" />
      <div className={caseId ? 'court in-case' : 'court'} ref={box}>
        <CaseRail list={list} caseId={caseId} filters={filters} onOpen={open} />
        {caseId ? (
          <CaseView
            key={caseId}
            caseId={caseId}
            isWide={isWide}
            onDone={(what) => onDone(caseId, what)}
            onUndo={() => takeBack(caseId)}
            onBack={() => open(undefined)}
          />
        ) : (
          <div className="card court-none">
            <EmptyState
              kind="nothing"
              title={t(list.items.length > 0 ? 'rules.choose' : 'rules.calm')}
              text={t(list.items.length > 0 ? 'rules.chooseText' : 'rules.calmText')}
            />
          </div>
        )}
      </div>
    </>
  );
}

/** On a desk the first case stands open at once; on a phone the list comes first. */
function useFirst(first: string | undefined, open: (key: string) => void): void {
  useEffect(() => {
    if (first) open(first);
  });
}

function useUndo(open: (key: string) => void): (caseId: string) => Promise<void> {
  const t = useText();
  const { communityId } = useHere();
  const { message } = App.useApp();
  const { withdraw } = useOffer();
  const move = useMoveCase(communityId);
  const tellProblem = useTellProblem();
  return async (caseId) => {
    try {
      await move.mutateAsync({ caseId, how: 'undo' });
      withdraw('decided');
      void message.info(t('rules.undone'));
      open(caseId);
    } catch (problem) {
      tellProblem(problem);
    }
  };
}

/** A decision can be taken back from where it is told. */
function useTellDone() {
  const t = useText();
  const { offer } = useOffer();
  return (what: ConsoleKey, onUndo: () => void) => {
    const label = (
      <>
        {t('rules.undo')} <kbd>Z</kbd>
      </>
    );
    offer({ name: 'decided', done: t(what), label, act: onUndo });
  };
}

/** A task that followed from a case leads to the case. */
function CaseOfTask({ taskId }: { taskId: string }) {
  const { communityId } = useHere();
  const found = useCases(communityId, { taskId }, { limit: 1 });
  const base = `/c/${communityId}`;
  if (found.data) {
    const [one] = found.data.flatMap((page) => page.items);
    return <Navigate to={one ? `${base}/rules/cases/${one.id}?view=decided` : `${base}/tasks#${taskId}`} replace />;
  }
  return found.error ? <Navigate to={`${base}/tasks#${taskId}`} replace /> : null;
}

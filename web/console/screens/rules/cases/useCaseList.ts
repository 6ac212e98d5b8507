import { checks, useCaseCounts, useCases } from '../../../data/rules.ts';
import type { CaseFilter, CaseLine, CaseResult } from '../../../data/rules.ts';
import { useHere } from '../../../data/session.ts';
import type { useFilters } from '../../../pieces/filters.ts';

/** What the queue can show: what waits, appeals, what was decided, what was refused at once, what would have been stopped. */
export const caseViews = ['open', 'appealed', 'decided', 'refused', 'dry'] as const;

/** One of the views. */
export type CaseView = (typeof caseViews)[number];

/** Kinds that a filter can ask for; what was only noted has a view of its own, and what members report is one of them to the eye. */
export const filterKinds = ['held', 'stopped', 'said', 'reported'] as const;

type Filters = ReturnType<typeof useFilters>;

/** The cases of the address, in the order in which the keys walk them. */
export function useCaseList(filters: Filters, caseId: string | undefined) {
  const { communityId, me } = useHere();
  const view = caseViews.find((one) => one === filters.read('view')) ?? 'open';
  const query = useCases(communityId, filterOf(filters.read, view));
  const items: CaseLine[] = query.data?.flatMap((page) => page.items) ?? [];
  const keys = items.map(({ id }) => id);
  const at = keys.indexOf(caseId ?? '');
  return {
    view,
    query,
    items,
    keys,
    counts: useCaseCounts(communityId).data,
    /** Beside the open one; what is decided has left the list, then the first one is the next. */
    next: at === -1 ? keys.find((key) => key !== caseId) : keys[at + 1],
    previous: at === -1 ? undefined : keys[at - 1],
    /** Opened by itself: rather one that is mine to decide. */
    first: (items.find((one) => one.state !== 'appealed' || one.decidedBy !== me.user.id) ?? items[0])?.id,
    /** What numbers elsewhere lead to: those of the quality page, and of what only notes. */
    door: doorOf(filters.read),
    isFiltered: Boolean(
      filters.read('groupId') ??
      filters.read('kind') ??
      filters.read('identityId') ??
      filters.read('check') ??
      filters.read('listId'),
    ),
  };
}

/** The list of the queue. */
export type CaseList = ReturnType<typeof useCaseList>;

const results: readonly CaseResult[] = ['right', 'wrong', 'waiting', 'overturned'];

/** Cases that a check or a list took part in, in some days, and what became of them; undefined without either. */
function doorOf(read: Filters['read']): Pick<CaseFilter, 'check' | 'listId' | 'result' | 'days'> | undefined {
  const check = [...checks, 'all' as const].find((one) => one === read('check'));
  const listId = read('listId');
  if (!check && !listId) return undefined;
  const result = results.find((one) => one === read('result'));
  const days = Number(read('days'));
  return {
    ...(check ? { check } : {}),
    ...(listId ? { listId } : {}),
    ...(result ? { result } : {}),
    ...(Number.isInteger(days) && days > 0 && days <= 366 ? { days } : {}),
  };
}

function filterOf(read: Filters['read'], view: CaseView): CaseFilter {
  const [groupId, identityId] = [read('groupId'), read('identityId')];
  const kind = filterKinds.find((one) => one === read('kind'));
  const door = doorOf(read);
  return {
    ...door,
    ...(view === 'dry' ? { kind: 'dry', ...(door ? {} : { state: 'waiting' as const }) } : door ? {} : { state: view }),
    ...(view !== 'dry' && kind ? (kind === 'reported' ? { reported: 'true' as const } : { kind }) : {}),
    ...(groupId ? { groupId } : {}),
    ...(identityId ? { identityId } : {}),
  };
}

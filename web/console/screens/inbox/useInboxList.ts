import { dayKey } from '../../../kit/format.ts';
import { useCommunity } from '../../data/communities.ts';
import { useInbox, useQuestionCounts, useQuestions } from '../../data/inbox.ts';
import type { InboxLine, Question, QuestionFilter } from '../../data/inbox.ts';
import { useHere } from '../../data/session.ts';
import type { useFilters } from '../../pieces/filters.ts';
import { useNow } from '../../pieces/waiting.ts';

/** What the inbox can show. */
export const inboxViews = ['open', 'mentions', 'all'] as const;

/** One of the views. */
export type InboxView = (typeof inboxViews)[number];

/** The view of the address. */
export function viewOf(read: (name: string) => string | undefined, groupId: string | undefined): InboxView {
  const wish = inboxViews.find((one) => one === read('filter'));
  return wish ?? (groupId === undefined ? 'open' : 'all');
}

/** What stands in the list of the inbox, in the order in which the keys walk it. */
export function useInboxList(filters: ReturnType<typeof useFilters>, groupId: string | undefined) {
  const view = viewOf(filters.read, groupId);
  const questions = useQuestionList(filters, view === 'open');
  const groups = useGroupList(filters, view === 'open' ? 'all' : view);
  const isQuestions = view === 'open';
  const openKey = isQuestions ? (groupId === undefined ? filters.read('q') : undefined) : groupId;
  const keys = isQuestions ? questions.keys : groups.lines.map((line) => line.groupId);
  const at = keys.indexOf(openKey ?? '');
  return {
    kind: isQuestions ? ('questions' as const) : ('groups' as const),
    view,
    openKey,
    keys,
    /** Beside the open one; what is answered has left the list, then the first one is the next. */
    next: at === -1 ? keys.find((key) => key !== openKey) : keys[at + 1],
    previous: at === -1 ? undefined : keys[at - 1],
    questions,
    groups,
  };
}

/** The list of the inbox. */
export type InboxList = ReturnType<typeof useInboxList>;

function useQuestionList(filters: ReturnType<typeof useFilters>, enabled: boolean) {
  const { communityId } = useHere();
  const filter = questionFilterOf(filters.read);
  const settled = filter.groupId ? { groupId: filter.groupId } : {};
  const zone = useCommunity(communityId).data?.zone;
  const open = useQuestions(communityId, { ...filter, snoozed: 'without' }, enabled);
  const later = useQuestions(communityId, { ...filter, snoozed: 'only' }, enabled);
  const answered = useQuestions(communityId, { state: 'answered', ...settled }, enabled);
  const closed = useQuestions(communityId, { state: 'closed', ...settled }, enabled);
  const counts = useQuestionCounts(communityId).data;
  const [items = [], laterItems = [], answeredItems = [], closedItems = []] = eachOnce(open, later, answered, closed);
  const now = useNow();
  const today = dayKey(new Date(now), zone);
  const isToday = ({ settledAt }: Question) => settledAt !== null && dayKey(settledAt, zone) === today;
  const sections = {
    late: items.filter(({ overdue }) => overdue),
    waiting: items.filter(({ overdue }) => !overdue),
    later: laterItems,
    answered: answeredItems.filter(isToday),
    closed: closedItems.filter(isToday),
  };
  return {
    query: open,
    counts,
    sections,
    /** Only those that wait are walked by keys. */
    keys: [...sections.late, ...sections.waiting].map(({ id }) => id),
    isFiltered: filter.assignee !== undefined || filter.groupId !== undefined || filter.due !== undefined,
  };
}

/**
 * The questions of each list. The lists are read apart, so one that has just been settled stands in two of them for a
 * moment: the list that was read last is right, and among equals the later in the row.
 */
function eachOnce(...lists: ReturnType<typeof useQuestions>[]): Question[][] {
  const holder = new Map<string, ReturnType<typeof useQuestions>>();
  const itemsOf = (list: (typeof lists)[number]) => list.data?.flatMap((page) => page.items) ?? [];
  for (const list of [...lists].sort((a, b) => a.dataUpdatedAt - b.dataUpdatedAt))
    for (const { id } of itemsOf(list)) holder.set(id, list);
  return lists.map((list) => itemsOf(list).filter(({ id }) => holder.get(id) === list));
}

function questionFilterOf(read: (name: string) => string | undefined): QuestionFilter {
  const [assignee, groupId] = [read('assignee'), read('groupId')];
  return {
    state: 'open',
    ...(assignee ? { assignee } : {}),
    ...(groupId ? { groupId } : {}),
    ...(read('due') === 'overdue' ? { due: 'overdue' as const } : {}),
  };
}

function useGroupList(filters: ReturnType<typeof useFilters>, filter: 'mentions' | 'all') {
  const { communityId } = useHere();
  const words = filters.read('group') ?? '';
  const query = useInbox(communityId, { filter, ...(words ? { q: words } : {}) });
  const lines: InboxLine[] = query.data?.flatMap((page) => page.items) ?? [];
  return { query, lines, totals: query.data?.[0]?.totals, words };
}

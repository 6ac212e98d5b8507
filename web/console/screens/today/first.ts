// What stands on Today and what comes first of it, out of the answers of the server; nothing here asks or draws.
import type { Page } from '../../data/page.ts';
import type { Task } from '../../data/tasks.ts';
import type { Today } from '../../data/today.ts';

/** Tasks that have a card of their own on Today: late questions and alarms are shown as what they are. */
const shownElsewhere: ReadonlySet<string> = new Set(['desk.question_overdue', 'insight.look_at_alarm']);

/** Tasks of the first card. */
export interface OwnTasks {
  items: Task[];
  count: number;
  /** There are more than could be counted here. */
  isMore: boolean;
  isLoading: boolean;
}

/** Tasks without those that stand on Today as a question or an alarm. */
export function ownTasks(today: Today, page: Page<Task> | undefined): OwnTasks {
  if (!page)
    return { items: [], count: Math.max(0, today.tasks.open - today.alarms.open), isMore: false, isLoading: true };
  const items = page.items.filter(({ kind }) => !shownElsewhere.has(kind));
  return { items, count: items.length, isMore: page.nextCursor !== null, isLoading: false };
}

/**
 * The first thing to do and where: a broken promise, then what is due, then who waits for an answer or a judgement, then the
 * rest of the day, then what is unusual.
 */
export interface First {
  kind: 'question' | 'task' | 'case' | 'alarm';
  title: string;
  /** Below the community. */
  to: string;
}

/** The first thing to do; nothing when all is done. */
export function findFirst({ questions, alarms, cases }: Today, own: OwnTasks, now = Date.now()): First | undefined {
  const [question] = questions.items;
  const [task] = own.items;
  const [alarm] = alarms.items;
  const isDue = (at: string | null | undefined) => Boolean(at) && Date.parse(at!) <= now + 30 * 60_000;
  const asQuestion: First | undefined = question && {
    kind: 'question',
    title: question.excerpt,
    to: `inbox?filter=open&q=${question.id}`,
  };
  const asTask: First | undefined = task && { kind: 'task', title: task.title, to: `tasks#${task.id}` };
  if (asQuestion && question?.overdue) return asQuestion;
  if (asTask && isDue(task?.dueAt)) return asTask;
  const judged = cases.waiting + cases.appealed;
  const asCase: First | undefined = judged > 0 ? { kind: 'case', title: String(judged), to: cases.behind } : undefined;
  return asQuestion ?? asCase ?? asTask ?? (alarm && { kind: 'alarm', title: alarm.title, to: 'alarms' });
}

import { useHere } from '../data/session.ts';
import type { Task } from '../data/tasks.ts';
import type { ConsoleKey } from '../text.ts';

/** Where a task is done, and what the way there is called. */
export function useTaskPlace(): (task: Pick<Task, 'id' | 'kind' | 'groupId' | 'messageId' | 'questionId'>) => {
  to: string;
  go: ConsoleKey;
} {
  const base = `/c/${useHere().communityId}`;
  return ({ id, kind, groupId, messageId, questionId }) => {
    if (kind === 'desk.message_task' && groupId && messageId)
      return { to: `${base}/groups/${groupId}?at=${messageId}`, go: 'today.goLook' };
    if (kind === 'desk.question_overdue' && questionId)
      return { to: `${base}/inbox?q=${questionId}`, go: 'today.goAnswer' };
    if (kind === 'desk.question_overdue' && groupId)
      return { to: `${base}/inbox?filter=open&groupId=${groupId}`, go: 'today.goAnswer' };
    if (kind === 'insight.look_at_alarm') return { to: `${base}/alarms#${id}`, go: 'today.goLook' };
    if (kind === 'rotation.hand_over') return { to: `${base}/settings/leading`, go: 'today.goLook' };
    if (kind.startsWith('rules.')) return { to: `${base}/rules/cases?task=${id}`, go: 'today.goLook' };
    return { to: `${base}/tasks#${id}`, go: 'today.goDo' };
  };
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Task } from '../../data/tasks.ts';
import type { Today } from '../../data/today.ts';
import { findFirst, ownTasks } from './first.ts';

const now = Date.parse('2026-11-19T11:42:00Z');
const question = (id: string, overdue: boolean) => ({ id, excerpt: `问题 ${id}`, overdue });
const alarm = { id: 'a', title: '安静了' };
const task = (id: string, kind: string, dueAt: string | null = null) =>
  ({ id, kind, title: `事 ${id}`, dueAt }) as Task;
const today = (questions: object[], alarms: object[] = [], waiting = 0) =>
  ({
    questions: { items: questions },
    alarms: { items: alarms, open: alarms.length },
    tasks: { open: 9 },
    cases: { waiting, appealed: 0, behind: 'rules/cases' },
  }) as unknown as Today;
const page = (...items: Task[]) => ({ items, nextCursor: null });

test('late questions and alarms do not stand among the tasks a second time', () => {
  const own = ownTasks(
    today([]),
    page(task('1', 'desk.question_overdue'), task('2', 'carriers.relay'), task('3', 'insight.look_at_alarm')),
  );
  assert.deepEqual(
    own.items.map(({ id }) => id),
    ['2'],
  );
  assert.equal(own.count, 1);
});

test('a broken promise comes first, then what is due, then who waits, then what is unusual', () => {
  const due = ownTasks(today([]), page(task('t', 'carriers.relay', '2026-11-19T11:50:00Z')));
  const later = ownTasks(today([]), page(task('t', 'carriers.relay', '2026-11-19T20:00:00Z')));
  const none = ownTasks(today([]), page());
  assert.equal(findFirst(today([question('q', true)]), due, now)?.to, 'inbox?filter=open&q=q');
  assert.equal(findFirst(today([question('q', false)]), due, now)?.kind, 'task');
  assert.equal(findFirst(today([question('q', false)]), later, now)?.kind, 'question');
  assert.equal(findFirst(today([], [alarm]), later, now)?.kind, 'task');
  assert.equal(findFirst(today([], [alarm]), none, now)?.to, 'alarms');
  assert.equal(findFirst(today([], [alarm], 2), none, now)?.to, 'rules/cases');
  assert.equal(findFirst(today([], [], 2), later, now)?.kind, 'case');
  assert.equal(findFirst(today([], [], 2), due, now)?.kind, 'task');
  assert.equal(findFirst(today([]), none, now), undefined);
});

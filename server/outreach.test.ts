import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const server = dirname(fileURLToPath(import.meta.url));
const read = (file: string) => readFileSync(`${server}/${file}`, 'utf8');

/** Whoever contacts members on the team's own account, and the file in which it asks whether it may. */
const asks: Readonly<Record<string, string>> = {
  'care/contacts.ts': 'care/fading-list.ts',
  'care/decisions.ts': 'care/decisions.ts',
  'care/newcomers.ts': 'care/newcomers.ts',
  'care/reminders.ts': 'care/reminders.ts',
  'care/rounds.ts': 'care/rounds.ts',
  'care/seeds.ts': 'care/seeds.ts',
  'care/sorting/list.ts': 'care/sorting/list.ts',
  'guests/next-step.ts': 'guests/next-step.ts',
  'rotation/successors/list.ts': 'rotation/successors/list.ts',
};

/** Private words and tasks that need not ask, and why. */
const answers: Readonly<Record<string, string>> = {
  'care/removals.ts': 'a farewell with the way back, and taking back what the team did itself',
  'carriers/manual/task.ts': 'only carries out by hand what another has decided to do',
  'desk/message-task.ts': 'about what they have written themselves',
  'desk/overdue.ts': 'about a question of their own that waits',
  'insight/alarm.ts': 'about a group',
  'insight/quarrels/answers.ts': 'moderation: a quarrel that they are part of',
  'introductions/request.ts': 'about a report that they have made themselves',
  'levels/tell.ts': 'what became of their own level',
  'rotation/training.ts': 'for the team itself',
  'rotation/turns/turn.ts': 'for the team itself',
  'rules/sanctions.ts': 'moderation: what was decided about them',
  'rules/thanks.ts': 'what came of a report that they have made themselves',
  'team/task.ts': 'where tasks are made',
  'team/todo.ts': 'a list of the team, written by hand',
};

test('whoever contacts members asks first whether they want it, or says why it need not', () => {
  const found = globSync(`${server}/**/*.ts`)
    .map((file) => relative(server, file))
    .filter((file) => !/\.test\.ts$|testing/.test(file) && /\bcreateTask\(|\bop: 'sendPrivate'/.test(read(file)));
  assert.ok(found.length > 10, 'the check has seen the sources');
  assert.deepEqual(
    found.filter((file) => !(file in asks) && !(file in answers)),
    [],
    'ask people.mayContact and add it to `asks`; what answers a deed of the member goes to `answers` with the reason',
  );
  assert.deepEqual(
    Object.values(asks).filter((file) => !/\bawait mayContact\(/.test(read(file))),
    [],
  );
  assert.deepEqual(
    Object.keys(answers).filter((file) => !found.includes(file)),
    [],
    'no longer there',
  );
});

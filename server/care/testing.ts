/** What the tests of care need: a group with people who have been there for a while, and short ways to play a round. */
import { enter, openTalk, openTalkApp, said, type Talk } from '../messages/testing.ts';
import type { Phone } from '../people/testing.ts';
import type { TestAnswer, TestApp } from '../platform/testing.ts';
import { endRounds } from './rounds.ts';
import { remindRounds } from './reminders.ts';
import { removeDue } from './removals.ts';

export { enter, openTalk, openTalkApp, said, type Phone, type Talk, type TestApp };

/** A day in milliseconds. */
export const dayMs = 86_400_000;

/** Somebody at each name comes in; the clock moves a little between them. */
export async function enterAll(talk: Talk, names: readonly string[]): Promise<Record<string, Phone>> {
  const phones: Record<string, Phone> = {};
  for (const name of names) {
    phones[name] = await enter(talk, name);
    talk.app.clock.advance(1000);
  }
  return phones;
}

/** Asks the routes of care as the owner. */
export function ask(talk: Talk, method: string, path: string, body?: unknown): Promise<TestAnswer> {
  const whole = `/api/communities/${talk.communityId}/care${path}`;
  return talk.app.request(method, whole, { as: talk.owner, ...(body === undefined ? {} : { body }) });
}

/** Begins a round of a week; gives its id. */
export async function begin(talk: Talk, more: Record<string, unknown> = {}): Promise<string> {
  const { texts } = (await ask(talk, 'GET', `/round-preview?groupId=${talk.groupId}`)).body;
  const body = { groupId: talk.groupId, format: '名字-城市', texts, days: 7, remindAfter: [3], perDay: 2, ...more };
  const answer = await ask(talk, 'POST', '/rounds', body);
  if (answer.status !== 201) throw new Error(answer.text);
  await talk.app.settle();
  return answer.body.id;
}

/** What is due happens. */
export async function tick(talk: Talk): Promise<void> {
  await talk.app.settle();
  for (const job of [endRounds, remindRounds, removeDue]) await job.run(talk.app.ctx, {});
  await talk.app.settle();
}

/** Names on a part of a round. */
export async function namesOn(talk: Talk, roundId: string, view: string): Promise<string[]> {
  const answer = await ask(talk, 'GET', `/rounds/${roundId}/people?view=${view}`);
  return answer.body.items.map(({ name }: { name: string }) => name);
}

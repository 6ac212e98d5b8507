/** What the tests of rules need: a group with a team of moderators, phones, and short ways to speak, decide and look. */
import { enter, openTalk, openTalkApp, say, type Talk } from '../messages/testing.ts';
import type { Phone } from '../people/testing.ts';
import type { TestAnswer, TestApp } from '../platform/testing.ts';

/** A group under rules. */
export interface Court extends Talk {
  rules: string;
  first: Awaited<ReturnType<TestApp['operator']>>;
  second: Awaited<ReturnType<TestApp['operator']>>;
}

/** A word that is on the list of every court, and one that is refused at once. */
export const heldWord = '刷单返利';
export const stoppedWord = '彩票内幕';

/** Founds a group with two lists of terms and two moderators. */
export async function openCourt(app: TestApp): Promise<Court> {
  const talk = await openTalk(app);
  const rules = `/api/communities/${talk.communityId}/rules`;
  for (const [name, effect, terms] of [
    ['先看一眼', 'hold', [heldWord, '加微信领']],
    ['不放行', 'stop', [stoppedWord]],
  ] as const) {
    const made = await app.request('POST', `${rules}/lists`, { as: talk.owner, body: { name, effect, terms } });
    if (made.status !== 201) throw new Error(made.text);
  }
  const first = await app.operator('moderator', talk.communityId);
  const second = await app.operator('moderator', talk.communityId);
  return { ...talk, rules, first, second };
}

/** Opens the app with the modules of today. */
export { openTalkApp as openCourtApp, enter, say };

/** Asks `METHOD /path` of the rules' routes, as the first moderator or as somebody else. */
export function ask(
  court: Court,
  what: string,
  { as = court.first, body }: { as?: Court['first']; body?: unknown } = {},
): Promise<TestAnswer> {
  const [method, path] = what.split(' ') as [string, string];
  return court.app.request(method, `${court.rules}${path}`, { as, ...(body === undefined ? {} : { body }) });
}

/** Says something that is held; gives the case. */
// eslint-disable-next-line typescript/no-explicit-any
export async function held(court: Court, phone: Phone, text = `${heldWord}，有兴趣吗`): Promise<any> {
  const answer = await say(court, phone, text);
  if (answer.status !== 409) throw new Error(`not held: ${answer.status} ${answer.text}`);
  return (await mine(court, phone)).items[0];
}

/** One's own cases. */
// eslint-disable-next-line typescript/no-explicit-any
export async function mine(court: Court, phone: Phone): Promise<any> {
  return (await court.app.request('GET', `${court.base}/my-cases`, { as: phone.actor })).body;
}

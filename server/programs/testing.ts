/** What the tests of programs need: a group that talks, a check-in, and short ways to use it. */
import { enter, openTalk, openTalkApp, said, type Talk } from '../messages/testing.ts';
import type { Phone } from '../people/testing.ts';
import type { TestAnswer, TestApp } from '../platform/testing.ts';
import { definitionSchema, type Definition } from './definition.ts';
import { createProgram, type NewProgram, type Program } from './program.ts';

export { enter, openTalk, openTalkApp, said, type Phone, type Program, type Talk, type TestApp };

/** Plans a check-in; whatever is not said has its default. */
export async function plan(
  talk: Talk,
  wish: Partial<Omit<NewProgram, 'definition'>> & { definition?: Partial<Definition> } = {},
): Promise<Program> {
  const { definition, ...rest } = wish;
  return createProgram(talk.app.ctx, talk.communityId, {
    name: '晚饭打卡',
    groups: 'all',
    ...rest,
    definition: { ...definitionSchema.parse({}), ...definition },
  });
}

/** Presses the button. */
export function press(talk: Talk, phone: Phone, program: Program): Promise<TestAnswer> {
  return talk.app.request('POST', `${talk.base}/check-ins/${program.id}`, { as: phone.actor, body: {} });
}

/** Uses a card. */
export function makeUp(talk: Talk, phone: Phone, what: { program: Program; day: string }): Promise<TestAnswer> {
  const path = `${talk.base}/check-ins/${what.program.id}/make-ups`;
  return talk.app.request('POST', path, { as: phone.actor, body: { day: what.day } });
}

/** What a member sees of a program. */
// eslint-disable-next-line typescript/no-explicit-any
export async function look(talk: Talk, phone: Phone, program: Program, month?: string): Promise<any> {
  const query = month === undefined ? '' : `?month=${month}`;
  const path = `${talk.base}/check-ins/${program.id}${query}`;
  const answer = await talk.app.request('GET', path, { as: phone.actor });
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body;
}

/** A member's points, as the ledger has them. */
export async function pointsOf(talk: Talk, phone: Phone): Promise<number> {
  const { rows } = await talk.app.services.database.pool.query<{ balance: number }>(
    `select balance::int as balance from ledger_accounts
     where owner_kind = 'identity' and owner_id = $1 and unit = 'points'`,
    [phone.identityId],
  );
  return rows[0]?.balance ?? 0;
}

/** Check-ins that the group's own days have counted. */
export async function countedDays(talk: Talk): Promise<Record<string, number>> {
  const { rows } = await talk.app.services.database.pool.query<{ day: string; check_ins: number }>(
    `select day::text, check_ins from groups_days where group_id = $1 and check_ins <> 0 order by day`,
    [talk.groupId],
  );
  return Object.fromEntries(rows.map((row) => [row.day, row.check_ins]));
}

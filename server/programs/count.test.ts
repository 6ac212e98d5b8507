/** Whatever happens in whatever order: days, streaks, boards, points and counters equal a recount from what was said and pressed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Author } from '../carriers/index.ts';
import { updateCommunity } from '../communities/index.ts';
import { getGroup } from '../groups/index.ts';
import { openAccount, transfer } from '../ledger/index.ts';
import { recallMessage, receive } from '../messages/index.ts';
import { shiftDay } from '../platform/clock.ts';
import { countedDays, enter, look, makeUp, openTalk, openTalkApp, plan, pointsOf, press, said } from './testing.ts';
import type { Phone, Talk } from './testing.ts';
import type { Program } from './program.ts';

const app = await openTalkApp();
const hour = 3_600_000;

type Step =
  | { do: 'say'; who: number; text: string }
  | { do: 'press'; who: number }
  | { do: 'recall'; who: number }
  | { do: 'deliver'; who: number }
  | { do: 'import'; who: number; hoursAgo: number }
  | { do: 'make_up'; who: number; daysAgo: number }
  | { do: 'wait'; hours: number };

const who = fc.nat(2);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('wait' as const), hours: fc.integer({ min: 3, max: 26 }) }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('say' as const), who, text: fc.constantFrom('打卡', '打卡！', '早') }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('press' as const, 'recall' as const, 'deliver' as const), who }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('import' as const), who, hoursAgo: fc.integer({ min: 0, max: 200 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('make_up' as const), who, daysAgo: fc.integer({ min: 0, max: 9 }) }),
  },
);

/** What was said and pressed, written down beside the program. */
interface Diary {
  words: { id: string; who: number; at: Date; recalled: boolean }[];
  pressed: { who: number; day: string }[];
  cards: { who: number; day: string }[];
}

const authorOf = ({ identityId }: Phone): Author => ({
  identityId,
  name: '',
  pictureId: null,
  role: 'member',
  kind: 'member',
});

async function play(
  talk: Talk,
  phones: Phone[],
  what: { program: Program; steps: Step[]; diary: Diary },
): Promise<void> {
  const { program, diary } = what;
  const { communityId, groupId } = talk;
  const group = await getGroup(app.ctx, communityId, groupId);
  for (const one of what.steps) {
    if (one.do === 'wait') app.clock.advance(one.hours * hour);
    else if (one.do === 'deliver') await app.bus.drain();
    else if (one.do === 'say') {
      const { id } = await said(talk, phones[one.who]!, one.text);
      if (one.text !== '早') diary.words.push({ id, who: one.who, at: app.clock.now(), recalled: false });
    } else if (one.do === 'import') {
      const at = new Date(app.clock.now().getTime() - one.hoursAgo * hour);
      const sender = { author: authorOf(phones[one.who]!), mutedUntil: null };
      const rest = {
        clientId: null,
        externalId: null,
        kind: 'text',
        picture: null,
        replyTo: null,
        mentions: [],
      } as const;
      const items = [{ sender, at, text: '打卡 补发', ...rest }];
      const [result] = await receive(app.ctx, { communityId, groupId, carrier: 'web', origin: 'import', items });
      assert.ok(result?.ok);
      diary.words.push({ id: result.message.id, who: one.who, at, recalled: false });
    } else if (one.do === 'recall') {
      const word = diary.words.findLast((each) => each.who === one.who && !each.recalled);
      if (!word) continue;
      await recallMessage(app.ctx, { group, messageId: word.id, by: 'team' });
      word.recalled = true;
    } else if (one.do === 'press') {
      const answer = await press(talk, phones[one.who]!, program);
      if (answer.status === 200 && answer.body.fresh)
        diary.pressed.push({ who: one.who, day: answer.body.checkIn.today.day });
    } else {
      const day = shiftDay(berlinDay(app.clock.now()), -one.daysAgo);
      const answer = await makeUp(talk, phones[one.who]!, { program, day });
      if (answer.status === 200) diary.cards.push({ who: one.who, day });
    }
  }
  await app.settle();
}

/** Written again, not borrowed: the window 20:00–02:00 in Berlin. */
function berlinDay(at: Date): string {
  return at.toLocaleDateString('sv-SE', { timeZone: 'Europe/Berlin' });
}
function nightOf(at: Date): string | null {
  const hours = Number(at.toLocaleTimeString('sv-SE', { timeZone: 'Europe/Berlin', hour: '2-digit' }));
  if (hours >= 20) return berlinDay(at);
  return hours < 2 ? shiftDay(berlinDay(at), -1) : null;
}

function expectedOf(diary: Diary, one: number, first: string) {
  const lived = new Set(diary.pressed.filter((each) => each.who === one).map((each) => each.day));
  for (const word of diary.words) {
    const day = word.who === one && !word.recalled ? nightOf(word.at) : null;
    if (day !== null && day >= first) lived.add(day);
  }
  const all = new Set([...lived, ...diary.cards.filter((each) => each.who === one).map((each) => each.day)]);
  const last = [...all].sort().at(-1);
  let run = 0;
  for (let day = last; day !== undefined && all.has(day); day = shiftDay(day, -1)) run += 1;
  return { lived, days: all.size, run, last };
}

test('days, streaks, boards, points and counters equal a recount, over the change to winter time', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 45 }), async (steps) => {
      app.clock.set('2026-10-22T19:00:00Z');
      const talk = await openTalk(app);
      await updateCommunity(app.ctx, talk.communityId, { zone: 'Europe/Berlin' });
      const phones = [await enter(talk, '阿兰'), await enter(talk, '阿波'), await enter(talk, '小陶')];
      const definition = { window: { from: '20:00', to: '02:00' }, points: 3 };
      const program = await plan(talk, { startsOn: '2026-10-20', definition });
      const diary: Diary = { words: [], pressed: [], cards: [] };
      await play(talk, phones, { program, steps, diary });

      const expected = phones.map((_, one) => expectedOf(diary, one, '2026-10-20'));
      const today = (await look(talk, phones[0]!, program)).today.day as string;
      const counted: Record<string, number> = {};
      for (const [one, phone] of phones.entries()) {
        const { lived, days, run, last } = expected[one]!;
        for (const day of lived) counted[day] = (counted[day] ?? 0) + 1;
        const { me } = await look(talk, phone, program);
        const streak = last !== undefined && last >= shiftDay(today, -1) ? run : 0;
        assert.deepEqual([me.days, me.streak, me.points], [days, streak, lived.size * 3]);
        assert.equal(await pointsOf(talk, phone), lived.size * 3);
      }
      assert.deepEqual(await countedDays(talk), Object.fromEntries(Object.entries(counted).sort()));
      const path = `${talk.base}/check-ins/${program.id}/board?scope=all`;
      const board = (await app.request('GET', path, { as: phones[0]!.actor })).body;
      const sums = expected.map(({ days }) => days).filter((days) => days > 0);
      assert.deepEqual(
        board.items.map((line: { days: number; rank: number }) => [line.days, line.rank]),
        sums.sort((a, b) => b - a).map((days) => [days, 1 + sums.filter((other) => other > days).length]),
      );
    }),
    { numRuns: 8, seed: 20261119, endOnFailure: true },
  );
});

test('a day that was counted keeps its date when the community moves to another zone', async () => {
  app.clock.set('2026-11-19T15:30:00Z');
  const talk = await openTalk(app);
  const lan = await enter(talk, '阿兰');
  const program = await plan(talk);
  assert.equal((await press(talk, lan, program)).body.checkIn.today.day, '2026-11-19');
  await updateCommunity(app.ctx, talk.communityId, { zone: 'Pacific/Auckland' });
  const view = await look(talk, lan, program);
  assert.deepEqual([view.today.day, view.today.state, view.me.streak], ['2026-11-20', 'open', 1]);
  assert.equal((await press(talk, lan, program)).body.checkIn.me.streak, 2);
});

test('points that were spent and then taken back are owed, and the next day pays the debt first', async () => {
  app.clock.set('2026-11-18T11:00:00Z');
  const talk = await openTalk(app);
  const lan = await enter(talk, '阿兰');
  const program = await plan(talk);
  const message = await said(talk, lan, '打卡');
  await app.settle();
  const pool = app.services.database.pool;
  const { rows } = await pool.query<{ id: string }>(
    `select id from ledger_accounts where owner_kind = 'identity' and owner_id = $1`,
    [lan.identityId],
  );
  const till = await openAccount(app.ctx, {
    communityId: talk.communityId,
    owner: { kind: 'community', id: talk.communityId },
    unit: 'points',
  });
  await transfer(app.ctx, {
    communityId: talk.communityId,
    key: 'test:spent',
    kind: 'test.spent',
    legs: [
      { account: rows[0]!.id, amount: -5 },
      { account: till.id, amount: 5 },
    ],
  });
  const group = await getGroup(app.ctx, talk.communityId, talk.groupId);
  await recallMessage(app.ctx, { group, messageId: message.id, by: 'team' });
  await app.settle();
  assert.equal(await pointsOf(talk, lan), 0);
  app.clock.set('2026-11-19T11:00:00Z');
  await press(talk, lan, program);
  assert.equal(await pointsOf(talk, lan), 0);
  assert.equal((await look(talk, lan, program)).me.streak, 1);
});

/**
 * Steps whose cause builds up over weeks: a helper, two circles, doubts, an hour, a silence. Each is planted in a log, found, and gone
 * when it is edited out.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HistoryItem } from '../../history/index.ts';
import { diagnoseOne, inventGroup, inventIdea, inventNames, inventReply, makeMessage, TEST_START } from '../testing.ts';
import { dropPerson, findStep, mix, stillSays, without } from './testing.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NAMES = inventNames(12);
const late = (days: number, hours: number): number => TEST_START + days * DAY + hours * HOUR;
const calm = inventGroup({ people: 12, days: 63, perDay: 8 });

test('raise_successor: who answers everybody and greets newcomers; gone with them', async () => {
  const log = mix(calm, ...Array.from({ length: 60 }, (_, day) => helpOut(day)));
  const found = findStep(await diagnoseOne(log), 'raise_successor');
  assert.equal(found.name, '热心肠');
  assert.ok(found.step.evidence.length > 0);
  assert.ok(!stillSays(await diagnoseOne(dropPerson(log)(found)), found));
});

/** A day of somebody who answers two of the others, and each fifth day a newcomer, who answers back. */
function helpOut(day: number): HistoryItem[] {
  const asked = [0, 1].flatMap((turn): HistoryItem[] => {
    const id = `help${day}-${turn}`;
    const who = NAMES[(day * 2 + turn) % NAMES.length]!;
    return [
      makeMessage({ who, text: inventIdea(900 + day * 2 + turn), at: late(day, 22) + turn * HOUR, id }),
      answer({ who: '热心肠', to: id, at: late(day, 22) + turn * HOUR + 2 * MINUTE, number: day }),
      answer({ who, to: `${id}-热心肠`, at: late(day, 22) + turn * HOUR + 4 * MINUTE, number: day + 1 }),
    ];
  });
  if (day % 5 > 0) return asked;
  const who = `新邻居${day}`;
  return [
    ...asked,
    makeMessage({ who, text: `我叫${who}，第${day}天搬来城东，会修自行车`, at: late(day, 8), id: `new${day}` }),
    answer({ who: '热心肠', to: `new${day}`, at: late(day, 8) + MINUTE, number: day }),
    answer({ who, to: `new${day}-热心肠`, at: late(day, 8) + 2 * MINUTE, number: day + 2 }),
  ];
}

function answer({ who, to, at, number }: { who: string; to: string; at: number; number: number }): HistoryItem {
  return makeMessage({ who, text: inventReply(3000 + number), at, id: `${to}-${who}`, answers: to });
}

test('bridge_circles: two circles and one who speaks in both; gone when there is one circle', async () => {
  const circle = (side: string): HistoryItem[] =>
    inventGroup({ people: 9, days: 56, perDay: 16, seed: side }).map((one) => {
      const name = `${side}${one.author.name}`;
      return { ...one, author: { name, externalId: `u-${name}` } };
    });
  const [one, other] = [circle('东'), circle('西')];
  const between = [...one.slice(-280), ...other.slice(-280)].flatMap((item, at): HistoryItem[] =>
    item.type === 'message' && at % 12 === 0
      ? [answer({ who: '两头跑', to: item.externalId!, at: item.at + 30_000, number: at })]
      : [],
  );
  const found = findStep(await diagnoseOne(mix(one, other, between)), 'bridge_circles');
  assert.equal(found.name, '两头跑');
  const joined = mix(one, between);
  assert.ok(!(await diagnoseOne(joined)).advice.some(({ code }) => code === 'bridge_circles'));
});

test('invite_doubt: who contradicts without rudeness and sets off talk; gone with the doubts', async () => {
  const log = mix(calm, ...Array.from({ length: 30 }, (_, at) => doubt(at)));
  const found = findStep(await diagnoseOne(log), 'invite_doubt');
  assert.equal(found.name, '较真的');
  assert.match(found.step.evidence.join(' '), /^doubt/u);
  const edited = without(log, ({ text }) => text.includes('不同意'));
  assert.ok(!stillSays(await diagnoseOne(edited), found));
});

/** A claim, a doubt in calm words, and three who take it up; every third time the same person simply agrees, and nobody goes on. */
function doubt(at: number): HistoryItem[] {
  const id = `claim${at}`;
  const when = late(8 + at * 1.8, 8);
  const claim = makeMessage({ who: NAMES[at % 6]!, text: inventIdea(700 + at), at: when, id });
  if (at % 3 === 0) return [claim, answer({ who: '较真的', to: id, at: when + MINUTE, number: at })];
  const text = `这一点我不同意，上个月的记录里第${at}页的数字和它对不上，可以再量一次`;
  const doubted = makeMessage({ who: '较真的', text, at: when + MINUTE, id: `doubt${at}`, answers: id });
  const taken = NAMES.slice(6, 9).map((who, place) =>
    answer({ who, to: `doubt${at}`, at: when + (place + 2) * MINUTE, number: at * 3 + place }),
  );
  return [claim, doubted, ...taken];
}

test('talk_at_hour: one hour of the week in which openings are answered by many; gone with it', async () => {
  const quiet = without(calm, ({ at }) => at % 3 === 0);
  const evenings = Array.from({ length: 9 }, (_, week) => [0, 1, 2].map((turn) => openEvening(week * 3 + turn, week)));
  const log = mix(quiet, ...evenings.flat());
  const found = findStep(await diagnoseOne(log), 'talk_at_hour');
  assert.deepEqual([found.step.params.weekday, found.step.params.hour], [2, 23]);
  assert.match(found.step.evidence.join(' '), /^evening/u);
  const edited = await diagnoseOne(without(log, ({ externalId = '' }) => externalId.startsWith('evening')));
  assert.ok(!edited.advice.some(({ code, params }) => code === 'talk_at_hour' && params.hour === 23));
});

/** Tuesday at eleven in the evening: eight answer. */
function openEvening(number: number, week: number): HistoryItem[] {
  const id = `evening${number}`;
  const at = late(week * 7 + 1, 23) + (number % 3) * 15 * MINUTE;
  const answers = NAMES.slice(0, 8).map((who, place) =>
    answer({ who, to: id, at: at + (place + 1) * MINUTE, number: number * 8 + place }),
  );
  return [makeMessage({ who: NAMES[9 + (number % 3)]!, text: inventIdea(1200 + number), at, id }), ...answers];
}

test('close_or_wake: a silence that is long for this group; gone when somebody goes on speaking', async () => {
  const now = new Date(late(63 + 90, 12));
  const found = findStep(await diagnoseOne(calm, { now }), 'close_or_wake');
  assert.equal(found.step.params.message, calm.at(-1)!.externalId);
  const awake = mix(calm, inventGroup({ people: 12, days: 90, perDay: 8, start: late(63, 0), seed: 'awake' }));
  assert.ok(!(await diagnoseOne(awake, { now })).advice.some(({ code }) => code === 'close_or_wake'));
});

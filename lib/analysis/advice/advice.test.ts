/** Every step has a cause in the log, names it, and goes when the cause is edited out. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HistoryItem } from '../../history/index.ts';
import type { Advice, AdviceCode } from '../diagnosis.ts';
import {
  diagnoseOne,
  inventGroup,
  inventIdea,
  inventNames,
  inventReply,
  makeEvent,
  makeMessage,
  TEST_START,
} from '../testing.ts';
import type { FoundStep } from './testing.ts';
import { dropEvidence, dropPerson, findStep, mix, stillSays, without } from './testing.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NAMES = inventNames(12);

/** A calm group of eight weeks; little of it asks or advises anything. */
const calm = inventGroup({ people: 12, days: 56, perDay: 8 });

interface Case {
  code: AdviceCode;
  log: HistoryItem[];
  /** The log with the cause edited out. */
  edit(found: FoundStep): HistoryItem[];
}

function planCases(): Case[] {
  const late = (days: number, hours: number): number => TEST_START + days * DAY + hours * HOUR;
  const question = mix(calm, [
    makeMessage({
      who: NAMES[3]!,
      text: '请问周五的活动室几点开门？需要带身份证吗？',
      at: late(54, 23),
      id: 'open-question',
    }),
  ]);
  const newcomer = mix(calm, [
    makeMessage({
      who: '新来的小柯',
      text: '我叫小柯，做家具设计，住在城东，刚搬来三个月',
      at: late(53, 3),
      id: 'hello',
    }),
  ]);
  const shape = { people: 12, days: 56, perDay: 10, shape: 'star' as const };
  const star = inventGroup(shape);
  const loud = mix(
    calm,
    Array.from({ length: 700 }, (_, at) =>
      makeMessage({
        who: '大喇叭',
        text: inventIdea(at),
        at: late(28 + (at % 28), 9 + (at % 12)) + at * 1000,
        id: `loud${at}`,
      }),
    ),
  );
  const missing = mix(
    calm,
    Array.from({ length: 16 }, (_, at) =>
      makeMessage({ who: '走远了', text: inventIdea(at), at: late(at * 1.5, 20), id: `gone${at}` }),
    ),
  );
  const ads = Array.from({ length: 8 }, (_, at) =>
    makeMessage({
      who: '广进财',
      text: '兼职日结300元，在家就能做，加微信 abc88990011 了解，名额有限先到先得',
      at: late(30 + at * 3, 12),
      id: `ad${at}`,
    }),
  );
  const quarrel = Array.from({ length: 14 }, (_, at) =>
    makeMessage({
      who: NAMES[at % 2]!,
      text: at % 2 === 0 ? '你这个傻逼，胡说八道，滚出去' : '你才是垃圾，脑残，闭嘴吧',
      at: late(50, 23) + at * 20_000,
      id: `heat${at}`,
      ...(at > 0 ? { answers: `heat${at - 1}` } : {}),
    }),
  );
  const silentDay = without(calm, ({ at }) => new Date(at + 8 * HOUR).getUTCDay() === 3);
  const joined = mix(calm, [makeEvent('join', late(50, 10), { who: '不出声' })]);
  const topics = mix(calm, ...Array.from({ length: 12 }, (_, at) => openTopic(at, late(at * 4.5, 23))));
  const asked = mix(calm, ...Array.from({ length: 14 }, (_, at) => askAndAnswer(at, late(28 + at * 2, 23))));
  const fading = inventGroup({
    people: 24,
    days: 84,
    perDay: (day) => 30 - day * 0.35,
    present: (day) => 24 * Math.exp(-day / 25),
  });
  const pair = inventGroup({ people: 2, days: 20, perDay: 6 });
  const strangers = mix(inventGroup({ people: 4, days: 56, perDay: 5, seed: 'here' }), inventStrangers());
  return [
    { code: 'answer_question', log: question, edit: dropEvidence(question) },
    { code: 'welcome_newcomer', log: newcomer, edit: dropEvidence(newcomer) },
    { code: 'share_the_load', log: star, edit: dropPerson(star) },
    { code: 'speak_less', log: loud, edit: dropPerson(loud) },
    { code: 'recall_person', log: missing, edit: dropPerson(missing) },
    { code: 'stop_ads', log: mix(calm, ads), edit: dropPerson(mix(calm, ads)) },
    { code: 'calm_down', log: mix(calm, quarrel), edit: () => calm },
    { code: 'keep_knowledge', log: calm, edit: dropEvidence(calm) },
    { code: 'repeat_topic', log: calm, edit: dropEvidence(calm) },
    { code: 'thank_person', log: calm, edit: dropEvidence(calm) },
    { code: 'wake_weekday', log: silentDay, edit: () => calm },
    { code: 'invite_quiet', log: joined, edit: () => calm },
    { code: 'give_a_topic', log: topics, edit: dropPerson(topics) },
    { code: 'write_faq', log: asked, edit: dropPerson(asked) },
    { code: 'turn_decline', log: fading, edit: () => calm },
    { code: 'third_voice', log: pair, edit: () => calm },
    { code: 'first_questions', log: pair.slice(0, 6), edit: () => calm },
    { code: 'longer_export', log: pair.slice(0, 6), edit: () => calm },
    { code: 'introduce_people', log: strangers, edit: () => calm },
  ];
}

/** A topic that six people answer. */
function openTopic(number: number, at: number): HistoryItem[] {
  const id = `idea${number}`;
  const replies = NAMES.slice(0, 6).map((who, place) =>
    makeMessage({
      who,
      text: inventReply(number * 10 + place),
      at: at + (place + 1) * MINUTE,
      id: `${id}-${place}`,
      answers: id,
    }),
  );
  return [makeMessage({ who: '季思远', text: inventIdea(500 + number), at, id }), ...replies];
}

/** A question that the one who knows answers. */
function askAndAnswer(number: number, at: number): HistoryItem[] {
  const who = NAMES[number % 8]!;
  const text = `请问第${number + 1}期的报名表在哪里下载？`;
  const answer = '在群文件第二个文件夹里，下载后填好发给活动室的值班邮箱';
  return [
    makeMessage({ who, text, at, id: `q${number}` }),
    makeMessage({ who: '白师傅', text: answer, at: at + 2 * MINUTE, id: `a${number}`, answers: `q${number}` }),
  ];
}

/** Three people who speak in the hours of a group and answer only each other. */
function inventStrangers(): HistoryItem[] {
  return inventGroup({ people: 3, days: 56, perDay: 4, seed: 'there' }).map((one) => {
    const name = `邻桌${one.author.name}`;
    return { ...one, author: { name, externalId: `u-${name}` } };
  });
}

test('each step appears with its planted cause, names it, and disappears with it', async () => {
  for (const { code, log, edit } of planCases()) {
    const found = findStep(await diagnoseOne(log), code);
    const named = ['person', 'people', 'group', 'hour', 'weekday', 'message'].some(
      (key) => found.step.params[key] !== undefined,
    );
    assert.ok(named, `${code} names nobody and nothing`);
    assert.ok(found.step.because.length > 0, code);
    const edited = await diagnoseOne(edit(found));
    assert.ok(!stillSays(edited, found), `${code} stays when its cause is gone`);
  }
});

test('the planted cause is the one that is named', async () => {
  const cases = new Map(planCases().map((one) => [one.code, one.log]));
  const stepOf = async (code: AdviceCode): Promise<{ step: Advice; name: string }> =>
    findStep(await diagnoseOne(cases.get(code)!), code);
  assert.equal((await stepOf('answer_question')).step.params.message, 'open-question');
  assert.equal((await stepOf('welcome_newcomer')).name, '新来的小柯');
  assert.equal((await stepOf('share_the_load')).name, NAMES[0]);
  assert.equal((await stepOf('speak_less')).name, '大喇叭');
  assert.equal((await stepOf('recall_person')).name, '走远了');
  assert.equal((await stepOf('wake_weekday')).step.params.weekday, 3);
  assert.equal((await stepOf('invite_quiet')).name, '不出声');
});

test('a lively group gets seven steps, an answered question none', async () => {
  const asked = makeMessage({
    who: NAMES[3]!,
    text: '请问周五的活动室几点开门？',
    at: TEST_START + 54 * DAY + 23 * HOUR,
    id: 'asked',
  });
  const answer = makeMessage({
    who: NAMES[4]!,
    text: inventReply(3),
    at: asked.at + 5 * MINUTE,
    id: 'answered',
    answers: 'asked',
  });
  const group = await diagnoseOne(mix(calm, [asked, answer]));
  assert.ok(!group.advice.some(({ params }) => params.message === 'asked'));
  const lively = await diagnoseOne(inventGroup({ people: 20, days: 70, perDay: 30 }));
  assert.equal(lively.advice.length, 7);
});

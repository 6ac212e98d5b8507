/** Planted roles: the one who was made a thinker, a critic, an advertiser, an answerer is found, with the messages that show it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HistoryMessage } from '../../history/index.ts';
import type { GroupDiagnosis, RoleId, RoleLabel } from '../diagnosis.ts';
import {
  diagnoseOne,
  idOf,
  inventGroup,
  inventIdea,
  inventNames,
  inventReply,
  makeMessage,
  TEST_START,
} from '../testing.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NAMES = inventNames(16);

function labelOf(group: GroupDiagnosis, name: string, role: RoleId): RoleLabel | undefined {
  return group.people.find(({ id }) => id === idOf(group, name))?.roles.find((one) => one.role === role);
}

function mix(...parts: HistoryMessage[][]): HistoryMessage[] {
  return parts.flat().sort((one, other) => one.at - other.at);
}

const calm = inventGroup({ people: 16, days: 56, perDay: 8 });

test('whoever opens topics that draw many is a thinker; who opens as many that draw nobody is none', async () => {
  const opened = Array.from({ length: 14 }, (_, at) => {
    const when = TEST_START + at * 4 * DAY + 23 * HOUR;
    const id = `idea${at}`;
    const topic = makeMessage({ who: '季思远', text: inventIdea(500 + at), at: when, id });
    const replies = NAMES.slice(0, 6).map((who, place) =>
      makeMessage({
        who,
        text: inventReply(at * 10 + place),
        at: when + (place + 1) * MINUTE,
        id: `${id}-${place}`,
        answers: id,
      }),
    );
    const ignored = makeMessage({
      who: '独白人',
      text: inventIdea(900 + at),
      at: when + 14 * HOUR - 3 * DAY,
      id: `lone${at}`,
    });
    return [topic, ...replies, ...(at > 0 ? [ignored] : [])];
  });
  const group = await diagnoseOne(mix(calm, opened.flat()));
  const thinker = labelOf(group, '季思远', 'thinker');
  assert.equal(thinker?.state, 'assigned');
  assert.ok(thinker.evidence.length > 0 && thinker.evidence.every((id) => id.startsWith('idea')));
  assert.notEqual(labelOf(group, '独白人', 'thinker')?.state, 'assigned');
  assert.ok(
    group.advice.some(({ code, params }) => code === 'give_a_topic' && params.person === idOf(group, '季思远')),
  );
});

test('a critic is a candidate with the messages that contradict, never more', async () => {
  const pairs = calm
    .filter((_, at) => at % 9 === 0)
    .map((parent, at) =>
      makeMessage({
        who: '鲁直言',
        text: `我不同意，${inventReply(at)}`,
        at: parent.at + 20_000,
        id: `no${at}`,
        answers: parent.externalId!,
      }),
    );
  const after = pairs.flatMap((one, at) =>
    [0, 1, 2].map((place) =>
      makeMessage({
        who: NAMES[(at + place) % 16]!,
        text: inventReply(at + place),
        at: one.at + (place + 1) * 30_000,
        answers: one.externalId!,
        id: `after${at}-${place}`,
      }),
    ),
  );
  const group = await diagnoseOne(mix(calm, pairs, after));
  const critic = labelOf(group, '鲁直言', 'critic');
  assert.equal(critic?.state, 'candidate');
  assert.equal(critic.provisional, true);
  assert.ok(critic.evidence.length > 0 && critic.evidence.every((id) => id.startsWith('no')));
  assert.ok(!group.people.some(({ mainRole }) => mainRole === 'critic'));
});

test('who repeats offers with contacts is an advertiser, and goes when the offers go', async () => {
  const offers = Array.from({ length: 8 }, (_, at) =>
    makeMessage({
      who: '广进财',
      text: '兼职日结300元，在家就能做，加微信 abc88990011 了解，名额有限先到先得',
      at: TEST_START + (30 + at * 3) * DAY + 12 * HOUR,
      id: `ad${at}`,
    }),
  );
  const group = await diagnoseOne(mix(calm, offers));
  assert.equal(labelOf(group, '广进财', 'advertiser')?.state, 'assigned');
  const advice = group.advice.find(({ code }) => code === 'stop_ads');
  assert.equal(advice?.params.person, idOf(group, '广进财'));
  assert.ok(advice.evidence.every((id) => id.startsWith('ad')));
  const clean = await diagnoseOne(calm);
  assert.ok(
    !clean.people.some(({ roles }) => roles.some(({ role, state }) => role === 'advertiser' && state === 'assigned')),
  );
  assert.ok(!clean.advice.some(({ code }) => code === 'stop_ads'));
});

test('who answers most questions of many is the answerer; little talk gives no labels at all', async () => {
  const answered = Array.from({ length: 16 }, (_, at) => {
    const when = TEST_START + (20 + at * 2) * DAY + 23 * HOUR;
    const question = makeMessage({
      who: NAMES[at % 8]!,
      text: `请问第${at + 1}期的报名表在哪里下载？`,
      at: when,
      id: `q${at}`,
    });
    const answer = makeMessage({
      who: '白师傅',
      text: '在群文件第二个文件夹里，下载后填好发给活动室的值班邮箱',
      at: when + 2 * MINUTE,
      id: `a${at}`,
      answers: `q${at}`,
    });
    return [question, answer];
  });
  const group = await diagnoseOne(mix(calm, answered.flat()));
  const answerer = labelOf(group, '白师傅', 'answerer');
  assert.equal(answerer?.state, 'assigned');
  assert.ok(answerer.evidence.every((id) => id.startsWith('a')));
  const little = await diagnoseOne(calm.slice(0, 20));
  assert.equal(little.metrics['role.thinker']?.reason, 'too_few_messages');
  assert.ok(little.people.every(({ roles }) => roles.length === 0));
});

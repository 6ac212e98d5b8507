/** Planted truths: what was put into an invented chat must come out of its diagnosis, and nothing may come out of nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CATALOGUE } from './catalogue.ts';
import type { GroupDiagnosis } from './diagnosis.ts';
import { diagnose, diagnoseOne, idOf, inventGroup, inventIdea, makeEvent, makeMessage, TEST_START } from './testing.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

function assertWhole(group: GroupDiagnosis): void {
  const ids = Object.keys(CATALOGUE);
  assert.deepEqual(Object.keys(group.metrics).sort(), [...ids].sort());
  for (const [id, result] of Object.entries(group.metrics)) {
    if (result.value === null) assert.ok(result.reason, `${id} is null without a reason`);
    else assert.equal(result.reason, undefined, `${id} has a value and a reason`);
    if (typeof result.value === 'number') assert.ok(Number.isFinite(result.value), `${id} is ${result.value}`);
    if (result.ci95) assert.ok(result.ci95[0] <= result.ci95[1], `${id} has a turned interval`);
  }
  const people = new Set(group.people.map(({ id }) => id));
  const messages = new Set(group.evidence.map(({ id }) => id));
  assert.equal(messages.size, group.evidence.length);
  for (const one of group.evidence) assert.ok(people.has(one.author));
  const cited = [...group.advice, ...group.verdict, ...group.findings].flatMap(({ evidence }) => evidence);
  for (const id of cited) assert.ok(messages.has(id), `${id} is cited and not kept`);
  assert.ok(group.advice.length <= 7);
  assert.equal(JSON.parse(JSON.stringify(group)).metrics['act.speakers'].n, group.metrics['act.speakers']!.n);
}

test('a mesh is a mesh and a star a star, with its centre', async () => {
  for (const seed of ['one', 'two']) {
    const mesh = await diagnoseOne(inventGroup({ people: 20, days: 35, perDay: 30, seed }));
    assert.equal(mesh.structure.type, 'mesh', seed);
    assert.equal(mesh.verdict[0]?.code, 'kind.community');
    const messages = inventGroup({ people: 20, days: 35, perDay: 30, shape: 'star', seed });
    const star = await diagnoseOne(messages);
    assert.equal(star.structure.type, 'radial', seed);
    assert.equal(star.structure.centre, idOf(star, '陈小禾'));
    assert.ok(star.keyPeople.some(({ person }) => person === star.structure.centre));
    assert.ok(
      star.advice.some(({ code, params }) => code === 'share_the_load' && params.person === star.structure.centre),
    );
    assertWhole(mesh);
    assertWhole(star);
  }
});

test('an empty group, one message and two people are no errors and no zeros', async () => {
  const empty = await diagnoseOne([makeEvent('join', TEST_START, { who: '林一帆' })]);
  assertWhole(empty);
  assert.ok(Object.values(empty.metrics).every(({ value }) => value === null));
  assert.equal(empty.verdict[0]?.code, 'kind.empty');

  const single = await diagnoseOne([makeMessage({ who: '林一帆', text: inventIdea(1), at: TEST_START, id: 'only' })]);
  assertWhole(single);
  assert.equal(single.verdict[0]?.code, 'kind.too_little');
  assert.equal(single.metrics['con.gini']?.value, null);
  assert.equal(single.metrics['life.D']?.value, null);
  assert.equal(single.metrics['act.speakers']?.value, 1);
  assert.deepEqual(single.advice.find(({ code }) => code === 'first_questions')?.evidence, ['only']);

  const pair = await diagnoseOne(inventGroup({ people: 2, days: 30, perDay: 6 }));
  assertWhole(pair);
  assert.equal(pair.verdict[0]?.code, 'kind.dialogue');
  assert.equal(pair.structure.type, null);
  assert.ok(pair.advice.some(({ code }) => code === 'third_voice'));
});

test('a fading group is told from a steady one, and from a dead one', async () => {
  const fading = {
    people: 24,
    days: 84,
    perDay: (day: number) => Math.max(0, 30 - day * 0.36),
    present: (day: number) => 24 * Math.exp(-day / 25),
  };
  const fades = await diagnoseOne(inventGroup(fading));
  assert.equal(fades.lifecycle.stage, 'declining');
  assert.ok(fades.lifecycle.slope! < 0);
  assert.equal(fades.verdict[3]?.code, 'direction.falling');
  assert.ok(fades.advice.some(({ code }) => code === 'turn_decline'));

  const steady = await diagnoseOne(inventGroup({ people: 24, days: 84, perDay: 20 }));
  assert.equal(steady.lifecycle.stage, 'mature');
  assert.ok(fades.lifecycle.quietWithin90.value! > steady.lifecycle.quietWithin90.value! + 0.1);
  assert.ok(steady.lifecycle.quietWithin90.value! < 0.05);
  assert.ok(steady.lifecycle.forecast!.low.every((low, at) => low <= steady.lifecycle.forecast!.y[at]!));

  const dead = await diagnoseOne(inventGroup({ people: 24, days: 84, perDay: 20 }), {
    now: new Date(TEST_START + 120 * DAY),
  });
  assert.equal(dead.lifecycle.stage, 'dead');
  assert.equal(dead.verdict[0]?.code, 'kind.gone_quiet');
  assert.equal(dead.advice[0]?.code, 'close_or_wake');
  assert.equal(dead.metrics['life.pDead30']?.value, 1);
});

test('windows end at the midnight of the zone', async () => {
  // 2024-01-28 23:59 and 2024-01-29 00:01 in Shanghai: the window of 28 days to the 30th begins at the 2nd.
  const lines = [
    { who: '林一帆', text: inventIdea(1), at: TEST_START + DAY - MINUTE },
    { who: '黄晓月', text: inventIdea(2), at: TEST_START + DAY + MINUTE },
    { who: '郑志远', text: inventIdea(3), at: TEST_START + 28 * DAY + MINUTE },
  ];
  const group = await diagnoseOne(lines.map(makeMessage));
  assert.equal(group.windowEnd, '2024-01-30');
  assert.equal(group.metrics['act.speakers']?.window, '28d to 2024-01-30');
  assert.equal(group.metrics['act.speakers']?.value, 2);
  const west = await diagnoseOne(lines.map(makeMessage), { zone: 'America/New_York' });
  assert.equal(west.windowEnd, '2024-01-29');
  assert.equal(west.metrics['act.speakers']?.value, 3);
});

test('response times are those that were planted, and open questions are censored', async () => {
  const base = inventGroup({ people: 8, days: 20, perDay: 4 }).filter(({ text }) => !/[?？吗]/u.test(text));
  const asked = Array.from({ length: 10 }, (_, at) => {
    const when = TEST_START + at * 2 * DAY + 23 * HOUR;
    const question = makeMessage({
      who: '陈小禾',
      text: `请问第${at + 1}号活动室的钥匙放在哪里？`,
      at: when,
      id: `q${at}`,
    });
    const answer = makeMessage({
      who: '林一帆',
      text: '钥匙在门口左边的信箱里，密码写在登记本第一页',
      at: when + (at + 1) * MINUTE,
      answers: `q${at}`,
      id: `a${at}`,
    });
    return at < 8 ? [question, answer] : [question];
  });
  const group = await diagnoseOne([...base, ...asked.flat()].sort((one, other) => one.at - other.at));
  assert.equal(group.metrics['sla.median']?.n, 10);
  assert.equal(group.metrics['sla.median']?.value, 5);
  assert.equal(group.metrics['sla.median']?.parts?.answered, 8);
  assert.ok(Math.abs((group.metrics['sla.p15']?.value as number) - 0.8) < 1e-9);
});

test('missing knowledge is null with its reason', async () => {
  const group = await diagnoseOne(inventGroup({ people: 12, days: 40, perDay: 12 }));
  for (const [id, reason] of [
    ['act.participation', 'no_joins'],
    ['act.ownerShare', 'no_owner'],
    ['role.lurk', 'no_joins'],
    ['role.silent', 'no_reads'],
    ['mem.zombie', 'no_reads'],
    ['buy.rfm', 'no_purchases'],
    ['grow.K', 'no_inviters'],
    ['exp.effect', 'no_experiment'],
  ]) {
    assert.equal(group.metrics[id!]?.value, null, id);
    assert.equal(group.metrics[id!]?.reason, reason, id);
  }
  assert.ok(!group.people.some(({ roles }) => roles.some(({ role }) => role === 'silent' || role === 'bystander')));
});

test('joins, invitations and leaves feed membership, the funnel and the trees', async () => {
  const messages = inventGroup({ people: 10, days: 120, perDay: 8 });
  const names = [...new Set(messages.map(({ author }) => author.name))];
  const start = TEST_START - HOUR;
  const chain = names.map((who, at) =>
    makeEvent('invite', start + at, { who, by: at === 0 ? '群主甲' : names[at - 1]! }),
  );
  const quiet = Array.from({ length: 6 }, (_, at) => makeEvent('join', start + at, { who: `静静${at}` }));
  const group = await diagnoseOne([...chain, ...quiet, ...messages]);
  assertWhole(group);
  assert.equal(group.metrics['role.lurk']?.n, 16);
  assert.equal(group.metrics['role.lurk']?.value, 6 / 16);
  assert.equal(group.metrics['role.unspoken']?.value, 6);
  assert.equal(group.metrics['grow.depth3']?.value, 0.8);
  assert.ok(Math.abs((group.metrics['grow.virality']?.value as number) - 12 / 3) < 1e-9);
  assert.equal(group.newcomers.seenBy, 'joins');
});

test('several groups of one log are told apart, the same log gives the same diagnosis', async () => {
  const one = inventGroup({ people: 6, days: 30, perDay: 10, group: '读书会', seed: 'a' });
  const other = inventGroup({ people: 9, days: 30, perDay: 20, group: '登山队', seed: 'b' });
  const both = await diagnose([...one, ...other]);
  assert.deepEqual(
    both.groups.map(({ name }) => name),
    ['登山队', '读书会'],
  );
  assert.equal(both.source.messages, one.length + other.length);
  assert.equal(both.portfolio.metrics['life.km']?.reason, 'no_portfolio');
  const again = await diagnose([...one, ...other]);
  assert.deepEqual(JSON.parse(JSON.stringify(again)), JSON.parse(JSON.stringify(both)));
  const chosen = await diagnose([...one, ...other], { group: '读书会' });
  assert.deepEqual(
    chosen.groups.map(({ name }) => name),
    ['读书会'],
  );
});

import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { groupKeys, pillarLeaves, population, type GroupKey } from './cast.ts';
import { readContent } from './content.ts';
import { makeRandom } from './random.ts';
import { historyDays, simulate, type SampleDay, type SampleMessage } from './simulate.ts';
import { shareTheme, themesOf } from './theme.ts';
import { sayWording } from './wording.ts';

const content = readContent();
const sunday = 0;

function play(seed: string, days = historyDays): SampleDay[] {
  return [...simulate(content, { seed, days, lastWeekday: sunday }).days];
}

interface Said extends SampleMessage {
  day: number;
}

const days = play('miaohui');
const messages = days.flatMap(({ number, events }) =>
  events.flatMap((event): Said[] => (event.kind === 'say' ? [{ ...event, day: number }] : [])),
);
const repeatable = new Set([content.special.greetings.name, content.special.checkins.name]);
const talk = messages.filter(({ topic }) => !repeatable.has(topic));
const of = (group: GroupKey) => messages.filter((message) => message.group === group);

test('the talk is large and varied', () => {
  assert.ok(messages.length >= 7000 && messages.length <= 15_000, `${messages.length} messages`);
  assert.ok(
    new Set(talk.map(({ text }) => text)).size >= 3000,
    `${new Set(talk.map(({ text }) => text)).size} distinct`,
  );
  assert.ok(new Set(talk.map(({ topic }) => topic)).size >= 40);
  const uses = Map.groupBy(talk, ({ text }) => text);
  assert.deepEqual(
    [...uses].filter(([, same]) => same.length > 5).map(([text]) => text),
    [],
  );
});

test('forty lines in a row are forty different lines', () => {
  for (let from = 0; from + 40 < talk.length; from += 40) {
    const stretch = talk.slice(from, from + 40);
    assert.ok(new Set(stretch.map(({ text }) => text)).size >= 39, stretch[0]!.text);
  }
});

test('a quote speaks of what it quotes, and never of what comes later', () => {
  const byNumber = new Map(messages.map((message) => [message.message, message]));
  const words = new Map(
    [...content.topics, ...Object.values(content.special)].map((topic) => [topic.name, topic.words]),
  );
  const quoting = messages.filter(({ quotes }) => quotes !== null);
  assert.ok(quoting.length > 700, `${quoting.length} quotes`);
  for (const message of quoting) {
    const parent = byNumber.get(message.quotes!)!;
    assert.ok(shareTheme(parent.text, message.text, words.get(message.topic)!), `${parent.text} ← ${message.text}`);
    assert.ok(
      parent.group === message.group && parent.day * 86_400 + parent.second <= message.day * 86_400 + message.second,
    );
  }
});

test('common words are no theme', () => {
  assert.deepEqual(
    [...themesOf('我们今天什么')].filter((theme) => ['我们', '今天', '什么'].includes(theme)),
    [],
  );
  assert.equal(shareTheme('大家今天怎么样', '我们今天知道了', []), false);
});

test('people sleep at night, read in the morning and walk at the weekend', () => {
  const hours = (group: GroupKey, from: number, to: number) =>
    of(group).filter(({ second }) => second >= from * 3600 && second < to * 3600).length / of(group).length;
  for (const group of groupKeys) assert.ok(hours(group, 0, 5) < 0.01, group);
  assert.ok(hours('早读', 5, 10) > 0.5);
  assert.ok(hours('邻里', 17, 23) > 0.35);
  const alive = of('散步').filter(({ day }) => day < pillarLeaves);
  const weekday = (day: number) => (sunday - (historyDays - 1 - day) + 7 * historyDays) % 7;
  const atWeekend = alive.filter(({ day }) => [0, 6].includes(weekday(day)));
  assert.ok(atWeekend.length / alive.length > 2 / 7, 'more than its share');
});

test('the walks die when the one who carried them has gone, and nobody shows strangers out', () => {
  const perDay = (from: number, to: number) =>
    of('散步').filter(({ day }) => day >= from && day < to).length / (to - from);
  assert.ok(perDay(5, pillarLeaves) > 5, `${perDay(5, pillarLeaves)}`);
  assert.ok(perDay(historyDays - 14, historyDays) < 1, `${perDay(historyDays - 14, historyDays)}`);
  const ads = of('散步').filter(({ topic }) => topic === content.special.ads.name);
  const kicked = new Set(
    days.flatMap(({ events }) =>
      events.flatMap((event) => (event.kind === 'leave' && event.how === 'kicked' ? [event.person] : [])),
    ),
  );
  assert.ok(ads.some(({ day, person }) => day > pillarLeaves && !kicked.has(person)));
  assert.ok(ads.filter(({ day }) => day < pillarLeaves).every(({ person }) => kicked.has(person)));
});

test('about 180 people come and go; advertisers come, too', () => {
  const joined = new Set(
    days.flatMap(({ events }) => events.flatMap((event) => (event.kind === 'join' ? [event.person] : []))),
  );
  const neighbours = [...joined].filter((person) => person < population);
  assert.ok(neighbours.length >= 170 && neighbours.length <= 190, `${neighbours.length} people`);
  assert.ok(messages.filter(({ topic }) => topic === content.special.ads.name).length >= 25);
});

test('only those who are in a group speak there', () => {
  const inside = new Set<string>();
  for (const { events } of days) {
    for (const event of events) {
      const seat = `${event.group} ${event.person}`;
      if (event.kind === 'join') inside.add(seat);
      else if (event.kind === 'leave') assert.ok(inside.delete(seat), `${seat} left without being there`);
      else assert.ok(inside.has(seat), `${seat} speaks from outside`);
    }
  }
});

test('the same seed gives the same town, another seed another one', () => {
  const text = (some: readonly SampleDay[]) => JSON.stringify(some);
  assert.equal(text(play('one', 20)), text(play('one', 20)));
  assert.notEqual(text(play('one', 20)), text(play('two', 20)));
});

test('every wording can be said', () => {
  const random = makeRandom('wordings');
  const someone = {
    number: 0,
    name: '阿宁',
    stays: [],
    talks: 1,
    asks: 1,
    answers: 1,
    interests: new Set<string>(),
    checksIn: 0,
    wakes: 400,
  };
  const cast = new Map([...'ABCDEHSNX'].map((speaker) => [speaker as 'A', someone]));
  for (const topic of [...content.topics, ...Object.values(content.special)]) {
    for (const scene of topic.scenes) {
      for (const wording of scene.lines.flatMap(({ wordings }) => wordings)) {
        const bound = new Map([['连', '3']]);
        const { text } = sayWording(wording, { random, cast, slots: [topic.slots, content.shared], bound });
        assert.doesNotMatch(text, /[{}[\]|]|@[A-EHSNX](?![A-Za-z])/u, `${scene.id}: ${wording}`);
      }
    }
  }
});

test('no other module and nothing of lib knows the simulator', () => {
  const root = new URL('../../', import.meta.url).pathname;
  const files = [...globSync(`${root}lib/**/*.ts`), ...globSync(`${root}server/*/**/*.ts`)];
  const inside = (file: string) => file.includes('/server/sample/') || file.endsWith('/server/commands/sample.ts');
  const offences = files.filter(
    (file) => !inside(file) && /from\s+'[^']*\/sample\/[^']*'/.test(readFileSync(file, 'utf8')),
  );
  assert.ok(files.length > 300);
  assert.deepEqual(offences, []);
});

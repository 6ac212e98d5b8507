/**
 * Today and the list of people in a large community, through the API: many groups, many people, millions of counter rows. Asked twice,
 * the second time with ten times the messages: nothing on these screens reads messages, which EXPLAIN must show, too. The control
 * counts the week's speakers where they were said.
 */
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { readNumbers, runBenchmark, say, type Outcome } from './kit/benchmark.ts';
import { fillCrowd, fillMessages } from './kit/crowd.ts';
import { besideApp, refreshStatistics } from './kit/database.ts';
import { openInside } from './kit/inside.ts';
import { makeOwnerToken } from './kit/owner-token.ts';
import { explainTables, recordStatements } from './kit/statements.ts';
import { describe, round, summarise } from './kit/statistics.ts';
import { createRandom } from './kit/texts.ts';

const targetMs = 150;
const mostRatio = 1.2;
/** The control reads tens of millions of messages for each question; a few are enough to fail. */
const controlQueries = 5;
/** Connections that write messages at the same time. */
const writers = 2;
type Database = Parameters<Parameters<typeof besideApp>[1]>[0];
const options = readNumbers({
  groups: 1000,
  people: 200_000,
  counters: 5_000_000,
  messages: 5_000_000,
  times: 10,
  queries: 120,
  pause: 0,
});
const inside = await openInside({ groups: options.groups });
const { app, communityId, groupIds } = inside;
const random = createRandom(11);
const pick = <Item>(list: readonly Item[]): Item => list[Math.floor(random() * list.length)]!;
const headers = { authorization: `Bearer ${await makeOwnerToken(inside)}`, host: 'bench.test' };
const today = new Date().toISOString().slice(0, 10);

/** What the screens ask. `judged` = under the target; the others are shown beside. */
const asks: Record<string, { judged: 'today' | 'people' | null; path: () => string }> = {
  Today: { judged: 'today', path: () => '/today' },
  'pulses by name': { judged: 'today', path: () => '/pulses?order=name&limit=50' },
  'people, newest': { judged: 'people', path: () => '/people' },
  'people, latest active': { judged: 'people', path: () => '/people?sort=active' },
  'people, one character': { judged: 'people', path: () => `/people?q=${pick([...'王小明涵英'])}` },
  'people, two characters': {
    judged: 'people',
    path: () => `/people?q=${pick(['王子', '小红', '建国', '浩宇', '李明'])}`,
  },
  'people, nobody': { judged: 'people', path: () => '/people?q=鬯鬰' },
  'people of a group': { judged: 'people', path: () => `/people?groupId=${pick(groupIds)}` },
  'people of a group, active': { judged: 'people', path: () => `/people?groupId=${pick(groupIds)}&sort=active` },
  'who spoke today in a group': {
    judged: 'people',
    path: () => `/people?groupId=${pick(groupIds)}&spokeFrom=${today}&spokeTo=${today}`,
  },
  'who joined today': { judged: 'people', path: () => `/people?joinedFrom=${today}&joinedTo=${today}` },
  'who is quiet': { judged: 'people', path: () => '/people?activity=quiet' },
  'who came by a channel': { judged: 'people', path: () => `/people?source=${pick(['门店海报', 'member'])}` },
  inbox: { judged: null, path: () => '/inbox' },
  'open questions': { judged: null, path: () => '/questions' },
  'counts of people': { judged: null, path: () => '/people-counts' },
};

await runBenchmark({
  name: 'today',
  about:
    `Today and People with ${options.groups} groups, ${options.people} people, ${options.counters} counter rows; target: p95 ≤ ${targetMs} ms, ` +
    `with ${options.times} times ${options.messages} messages at most ${mostRatio} times as long, no plan reads messages.`,
  controlAbout: 'Today asks the messages themselves who spoke in seven days.',
  measure,
  control: async () => ask(['Today'], { queries: controlQueries, beside: countSpeakersFromMessages }),
  end: inside.close,
});

async function measure(): Promise<Outcome> {
  const { people, counters } = options;
  await fill('people and counters', (database) => fillCrowd(database, { communityId, people, counters }));
  await fill('messages', (database) => fillMore(database, options.messages));
  await waitForEnter();
  const few = await ask(Object.keys(asks));
  await fill(`messages × ${options.times}`, (database) => fillMore(database, options.messages * (options.times - 1)));
  await waitForEnter();
  const many = await ask(Object.keys(asks));
  const ratios = Object.fromEntries(
    (['today', 'people'] as const).map((kind) => [kind, round(many.p95[kind]! / few.p95[kind]!)]),
  );
  say(`  ratio of p95: ${JSON.stringify(ratios)}`);
  for (const [name, { judged }] of Object.entries(asks))
    if (judged) say(`  ${name}: p50 ${share(many, few, name, 'p50')}, p95 ${share(many, few, name, 'p95')} times`);
  const ok = few.ok && many.ok && Object.values(ratios).every((ratio) => ratio <= mostRatio);
  return { ok, figures: { targetMs, ...options, few: few.figures, many: many.figures, ratios } };
}

/** How much longer a single question takes, so that none hides behind the slowest. */
function share(many: Asked, few: Asked, name: string, at: 'p50' | 'p95'): number {
  return round(many.latencyMs[name]![at] / few.latencyMs[name]![at]);
}

/** With `--pause 1`: writing so much takes long and may run beside other work; measuring should not. */
async function waitForEnter(): Promise<void> {
  if (options.pause === 0) return;
  say('  Press Enter when nothing else runs on this machine.');
  await once(process.stdin.resume(), 'data');
  process.stdin.pause();
}

async function fill(what: string, work: Parameters<typeof besideApp<void>>[1]): Promise<void> {
  const begun = performance.now();
  await besideApp(app, async (database) => {
    await work(database);
    await refreshStatistics(database);
  });
  say(`  ${what} written in ${round((performance.now() - begun) / 1000)} s`);
}

/** Indexes that none of the measured statements could use are left out: they would only make writing slow. */
async function fillMore(database: Database, total: number): Promise<void> {
  for (const index of ['messages_by_seq', 'messages_by_author', 'messages_by_external', 'messages_by_change'])
    await database.query(`drop index if exists ${index}`);
  const slices = Array.from({ length: writers }, (_, at) => ({
    total,
    from: Math.floor((total * at) / writers),
    to: Math.floor((total * (at + 1)) / writers),
  }));
  await Promise.all(slices.map((slice) => besideApp(app, (own) => fillMessages(own, communityId, slice))));
}

type Asked = Outcome & {
  p95: Partial<Record<'today' | 'people', number>>;
  latencyMs: Record<string, ReturnType<typeof summarise>>;
};

/** Asks everything some times, mixed, through the API; then looks at the plans of all that was sent. */
async function ask(
  names: readonly string[],
  { queries = options.queries, beside = async () => {} }: { queries?: number; beside?: () => Promise<void> } = {},
): Promise<Asked> {
  const times: Record<string, number[]> = Object.fromEntries(names.map((name) => [name, []]));
  const statements = await recordStatements(async () => {
    // The first three warm connections and the compiler.
    for (let at = -3; at < queries; at++) {
      for (const name of names) {
        const begun = performance.now();
        await Promise.all([get(asks[name]!.path()), beside()]);
        if (at >= 0) times[name]!.push(performance.now() - begun);
      }
    }
  });
  const byKind: Partial<Record<'today' | 'people', number>> = {};
  const latencyMs: Asked['latencyMs'] = {};
  let ok = true;
  for (const name of names) {
    const summary = summarise(times[name]!);
    const { judged } = asks[name]!;
    latencyMs[name] = summary;
    say(`  ${name}: ${describe(summary)}`);
    if (!judged) continue;
    byKind[judged] = Math.max(byKind[judged] ?? 0, summary.p95);
    ok &&= summary.p95 <= targetMs;
  }
  const reading = await findReaders(statements);
  for (const { table, text } of reading) say(`  ${table} is read by: ${text.trim().slice(0, 120)}`);
  say(`  ${statements.length} different statements, ${reading.length} of them read messages`);
  ok &&= reading.length === 0 && statements.length > 0;
  return {
    ok,
    p95: byKind,
    latencyMs,
    figures: { latencyMs, p95: byKind, statements: statements.length, reading: reading.length },
  };
}

async function findReaders(statements: Awaited<ReturnType<typeof recordStatements>>) {
  return besideApp(app, async (database) => {
    const readers: { table: string; text: string }[] = [];
    for (const statement of statements) {
      const table = (await explainTables(database, statement)).find((name) =>
        /^messages(_p\d+|_search.*)?$/.test(name),
      );
      if (table) readers.push({ table, text: statement.text });
    }
    return readers;
  });
}

async function get(path: string): Promise<void> {
  const url = `http://bench.test/api/communities/${communityId}${encodeURI(path)}`;
  const response = await app.http.fetch(new Request(url, { headers }));
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${path}: ${response.status} ${text.slice(0, 300)}`);
}

async function countSpeakersFromMessages(): Promise<void> {
  await besideApp(app, (database) =>
    database.query(
      `select group_id, count(*), count(distinct author_id) from messages
       where community_id = $1 and at >= now() - interval '7 days' group by 1`,
      [communityId],
    ),
  );
}

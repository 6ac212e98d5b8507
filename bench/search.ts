/**
 * Search over a large archive: common and rare words, one and several, absent ones, Latin beginnings, by author; over the whole
 * community and in one group. The control drops the index of tokens.
 */
import { performance } from 'node:perf_hooks';
import { openInside } from './kit/inside.ts';
import { readNumbers, runBenchmark, say, type Outcome } from './kit/benchmark.ts';
import { besideApp, refreshStatistics } from './kit/database.ts';
import { fillHistory } from './kit/history.ts';
import { runInParallel } from './kit/parallel.ts';
import { describe, round, summarise } from './kit/statistics.ts';
import { createRandom } from './kit/texts.ts';
import { searchMessages } from '../server/messages/index.ts';
import { newId } from '../server/platform/ids.ts';

const targetMs = 100;
const options = readNumbers({ messages: 5_000_000, groups: 20, days: 700, queries: 40 });
const inside = await openInside({ groups: options.groups });
const { app, communityId, groupIds } = inside;
const random = createRandom(7);
const authorIds = Array.from({ length: 500 }, () => newId());
const pick = <Item>(list: readonly Item[]): Item => list[Math.floor(random() * list.length)]!;

const tokenIndex =
  'create index messages_search_tokens on messages_search using gin (tokens) with (fastupdate = on, gin_pending_list_limit = 256)';

await runBenchmark({
  name: 'search',
  about: `Search over ${options.messages} messages of ${options.days} days; target: p95 ≤ ${targetMs} ms.`,
  controlAbout: 'without the index of tokens, a rare word reads everything.',
  measure: async () => {
    await fill();
    return ask(options.queries);
  },
  control: async () => {
    await besideApp(app, (database) => database.query('drop index messages_search_tokens'));
    return askRare();
  },
  end: inside.close,
});

/** Groups of very different sizes, as life has them. The index is built at the end, which is much faster. */
async function fill(): Promise<void> {
  const begun = performance.now();
  await besideApp(app, (database) => database.query('drop index messages_search_tokens'));
  const weights = groupIds.map((_, at) => 1 / (at + 1));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  await runInParallel(groupIds.length, 2, (at) =>
    besideApp(app, async (database) => {
      const count = Math.max(1, Math.round((options.messages * weights[at]!) / sum));
      await fillHistory(database, {
        communityId,
        groupId: groupIds[at]!,
        count,
        days: options.days,
        seed: at,
        authorIds,
      });
    }),
  );
  say(`  written in ${round((performance.now() - begun) / 1000)} s`);
  await besideApp(app, async (database) => {
    await database.query(`set maintenance_work_mem = '1GB'`);
    await database.query(tokenIndex);
    await refreshStatistics(database);
  });
  say(`  with its index in ${round((performance.now() - begun) / 1000)} s`);
}

/** Questions as people type them; those with words of the archive take them from a message that is there. */
async function makeQuestions(): Promise<Record<string, () => { q: string; authorId?: string }>> {
  const texts = await besideApp(app, async (database) => {
    const { rows } = await database.query<{ text: string }>(
      `select text from messages tablesample system ($2) where community_id = $1 and length(text) > 12 limit 20000`,
      [communityId, Math.min(100, 10_000_000 / options.messages)],
    );
    return rows.map((row) => row.text.replace(/[，\s\w]+/g, ''));
  });
  const piece = (length: number) => {
    const text = pick(texts);
    const at = Math.floor(random() * Math.max(1, text.length - length));
    return text.slice(at, at + length) || '打卡';
  };
  return {
    'very common character': () => ({ q: pick([...'的一是了我']) }),
    'common word': () => ({ q: pick(['打卡', '今天', '谢谢', '大家', '孩子']) }),
    'any two characters': () => ({ q: piece(2) }),
    'any four characters': () => ({ q: piece(4) }),
    'two words': () => ({ q: `${piece(2)} ${piece(2)}` }),
    'rare character': () => ({ q: String.fromCodePoint(0x4e00 + 5000 + Math.floor(random() * 900)) }),
    'word that nobody said': () => ({ q: `鬯鬰${piece(1)}` }),
    'beginning of a Latin word': () => ({ q: pick(['wi', 'hel', 'exc', 'tes']) }),
    'common word of one author': () => ({ q: pick(['打卡', '今天', '的']), authorId: pick(authorIds) }),
  };
}

async function ask(count: number): Promise<Outcome> {
  const questions = await makeQuestions();
  const figures: Record<string, unknown> = { targetMs, messages: options.messages };
  let ok = true;
  for (const scope of ['community', 'group'] as const) {
    const all: number[] = [];
    const p95ByKind: Record<string, number> = {};
    for (const [kind, make] of Object.entries(questions)) {
      const times = await time(count, scope, make);
      all.push(...times);
      p95ByKind[kind] = summarise(times).p95;
      say(`  ${scope} · ${kind}: ${describe(summarise(times))}`);
    }
    const total = summarise(all);
    say(`  ${scope} · ALL: ${describe(total)}`);
    ok &&= total.p95 <= targetMs;
    figures[scope] = { latencyMs: total, p95ByKind };
  }
  return { ok, figures };
}

async function time(count: number, scope: 'community' | 'group', make: () => { q: string; authorId?: string }) {
  const times: number[] = [];
  // The first two warm the connection and the compiler.
  for (let at = -2; at < count; at++) {
    const wish = {
      communityId,
      groupIds: scope === 'group' ? [pick(groupIds)] : null,
      limit: 20,
      viewer: { identityId: null },
    };
    const begun = performance.now();
    await searchMessages(app.context({}), { ...wish, ...make() });
    if (at >= 0) times.push(performance.now() - begun);
  }
  return times;
}

/** One rare word. An answer that takes longer than `patienceMs` is cut off: without the index it may take minutes. */
async function askRare(): Promise<Outcome> {
  const patienceMs = 10_000;
  const wish = { communityId, groupIds: null, limit: 20, viewer: { identityId: null }, q: '鬯鬰' };
  const begun = performance.now();
  const cut = setTimeout(() => void cancelQueries(), patienceMs);
  const answered = await searchMessages(app.context({}), wish).then(
    () => true,
    () => false,
  );
  clearTimeout(cut);
  const tookMs = round(performance.now() - begun);
  say(`  a word that nobody said: ${answered ? '' : 'cut off after '}${tookMs} ms`);
  return { ok: tookMs <= targetMs, figures: { tookMs, answered } };
}

async function cancelQueries(): Promise<void> {
  await besideApp(app, (database) =>
    database.query(
      `select pg_cancel_backend(pid) from pg_stat_activity where state = 'active' and pid <> pg_backend_pid()`,
    ),
  );
}

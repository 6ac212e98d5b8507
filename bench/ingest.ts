/**
 * Ingest through `messages.receive` (identify, gates, record, number, count, tokens, event) against raw inserts: the same rows by
 * multi-row INSERT of 500 into the same table with the same indexes, one commit each, turn by turn in the same run. The rules look for
 * 10,000 terms (`--terms`), links, repeats and wording in every message; all authors are newcomers, whom they look at most closely.
 */
import { performance } from 'node:perf_hooks';
import { openInside, makeSpeakers } from './kit/inside.ts';
import { readNumbers, runBenchmark, say, type Outcome } from './kit/benchmark.ts';
import { besideApp, refreshStatistics } from './kit/database.ts';
import { median, round } from './kit/statistics.ts';
import { createTalker } from './kit/talk.ts';
import { createRandom } from './kit/texts.ts';
import type { IncomingItem } from '../server/carriers/index.ts';
import { messagesSettings, receive } from '../server/messages/index.ts';
import { newId } from '../server/platform/ids.ts';
import { addList, changeRulesSettings, rulesSettings } from '../server/rules/index.ts';
import { inTransaction } from '../server/platform/context.ts';
import { setSettings } from '../server/platform/settings.ts';

const target = 0.1;
const options = readNumbers({ rounds: 12, batches: 6, size: 500, terms: 10_000 });
const inside = await openInside({ groups: 2 });
const { app, communityId } = inside;
const [rawGroup, talkGroup] = inside.groupIds as [string, string];
const speakers = await makeSpeakers(inside, 400);
const speak = createTalker('ingest');
const ctx = app.context({});
// Everybody says hundreds of things here; the flood gate is asked all the same.
await setSettings(ctx, messagesSettings, { communityId, value: { floodBurst: 10_000, floodPerMinute: 10_000 } });
await armRules();
let rawSeq = 0;
const columns =
  'community_id, group_id, id, seq, changed_seq, at, received_at, origin, kind, author_id, client_id, external_id, text';
const width = columns.split(',').length;

await runBenchmark({
  name: 'ingest',
  about: `Messages a second through messages.receive, as a share of raw inserts; target: ≥ ${target * 100}%.`,
  controlAbout: 'without batches, every message pays for its own transaction.',
  measure: () => compare(options.size),
  control: () => compare(1),
  end: inside.close,
});

/** Everything is looked for. Months of talk go by in seconds, so the same welcome comes again sooner than in life. */
async function armRules(): Promise<void> {
  const random = createRandom(7);
  const rare = () => String.fromCodePoint(0x7e00 + Math.floor(random() * 6000));
  const terms = Array.from({ length: options.terms }, () =>
    Array.from({ length: 3 + Math.floor(random() * 3) }, rare).join(''),
  );
  const settings = rulesSettings.schema.parse({
    checks: { terms: 'on', links: 'on', repeats: 'on', ads: 'on' },
    repeats: { times: 20 },
  });
  await inTransaction(ctx, async (inner) => {
    await changeRulesSettings(inner, communityId, settings);
    await addList(inner, communityId, { name: '词表', effect: 'hold', mode: 'on', rule: null, terms });
  });
}

/** Turn by turn raw and received, so that both meet the same machine; compares the middle of the rounds. */
async function compare(size: number): Promise<Outcome> {
  const perRound = size === 1 ? 150 : options.batches * size;
  const [raw, received]: [number[], number[]] = [[], []];
  for (let turn = 0; turn <= options.rounds; turn++) {
    const rawRate = await rate(perRound, () => insertRaw(options.size));
    const receivedRate = await rate(perRound, () => receiveBatch(size), size);
    // The first round warms caches and the compiler, and gives the planner something to know.
    if (turn === 0) {
      await besideApp(app, refreshStatistics);
      continue;
    }
    raw.push(rawRate);
    received.push(receivedRate);
  }
  const ratio = median(received.map((value, at) => value / raw[at]!));
  const rates = { rawPerSecond: Math.round(median(raw)), receivedPerSecond: Math.round(median(received)) };
  say(
    `  raw ${rates.rawPerSecond}/s · received ${rates.receivedPerSecond}/s in batches of ${size} · ${round(ratio * 100)}%`,
  );
  return {
    ok: ratio >= target,
    figures: { target, ratio: Math.round(ratio * 1000) / 1000, batch: size, terms: options.terms, ...rates },
  };
}

async function rate(count: number, once: () => Promise<void>, size = options.size): Promise<number> {
  const begun = performance.now();
  const times = Math.max(1, Math.round(count / size));
  for (let at = 0; at < times; at++) await once();
  return (times * size) / ((performance.now() - begun) / 1000);
}

async function insertRaw(size: number): Promise<void> {
  const now = new Date();
  const values: unknown[] = [];
  const rows = Array.from({ length: size }, (_, at) => {
    rawSeq += 1;
    const author = speakers[rawSeq % speakers.length]!.id;
    values.push(
      communityId,
      rawGroup,
      newId(now),
      rawSeq,
      rawSeq,
      now,
      now,
      'live',
      'text',
      author,
      newId(now),
      null,
      speak(),
    );
    return `(${Array.from({ length: width }, (_unused, column) => `$${at * width + column + 1}`).join(',')})`;
  });
  // One at a time, so the pool hands out the connection that `receive` has used.
  await app.services.database.pool.query(`insert into messages (${columns}) values ${rows.join(',')}`, values);
}

async function receiveBatch(size: number): Promise<void> {
  const now = new Date();
  const items = Array.from({ length: size }, (_, at): IncomingItem => {
    const { externalId, name } = speakers[at % speakers.length]!;
    const rest = { externalId: null, at: now, kind: 'text', picture: null, replyTo: null, mentions: [] } as const;
    return { sender: { externalId, name }, clientId: newId(now), text: speak(), ...rest };
  });
  const batch = { communityId, groupId: talkGroup, carrier: 'web', origin: 'live', items } as const;
  const results = await receive(ctx, batch);
  // Of newcomers' talk the rules stop some messages in a thousand; anything else is a failure.
  const refused = results.find((result) => !result.ok && !result.error.code.startsWith('rules.held_'));
  if (refused) throw new Error(`refused: ${refused.ok ? '' : refused.error.code}`);
}

/** What a batch of transfers gains over transfers one by one: the reason why rushes are settled in batches. */
import { openAccounts, transfer, transferMany, type Transfer } from '../server/ledger/index.ts';
import { newId } from '../server/platform/ids.ts';
import { readNumbers, runBenchmark, type Outcome } from './kit/benchmark.ts';
import { openInside, type Inside } from './kit/inside.ts';

const { buyers, rounds, ratio } = readNumbers({ buyers: 500, rounds: 6, ratio: 4 });

let inside: Inside | undefined;

interface Books {
  from: string[];
  to: string;
}

async function openBooks(): Promise<Books> {
  inside ??= await openInside({ groups: 1 });
  const { communityId } = inside;
  const ctx = inside.app.context({});
  const names = Array.from({ length: buyers }, () => ({
    owner: { kind: 'identity', id: newId() } as const,
    unit: 'points',
  }));
  const accounts = (await openAccounts(ctx, { communityId, names })).map((account) => account.id);
  const [issuer, escrow] = (
    await openAccounts(ctx, {
      communityId,
      names: (['issuer', 'escrow'] as const).map((kind) => ({ owner: { kind, id: newId() }, unit: 'points' })),
    })
  ).map((account) => account.id);
  await transferMany(
    ctx,
    accounts.map((account) => pay(communityId, { from: issuer!, to: account, amount: 1000 })),
  );
  return { from: accounts, to: escrow! };
}

function pay(communityId: string, leg: { from: string; to: string; amount: number }): Transfer {
  return {
    communityId,
    key: newId(),
    kind: 'bench.paid',
    legs: [
      { account: leg.from, amount: -leg.amount },
      { account: leg.to, amount: leg.amount },
    ],
  };
}

/** Transfers per second when every buyer pays once in each round, `size` of them in one call. */
async function measureRate(size: number, times: number): Promise<number> {
  const books = await openBooks();
  const { app, communityId } = inside!;
  const ctx = app.context({});
  const started = performance.now();
  for (let round = 0; round < times; round++) {
    for (let at = 0; at < books.from.length; at += size) {
      const some = books.from.slice(at, at + size).map((from) => pay(communityId, { from, to: books.to, amount: 1 }));
      const results = size === 1 ? [await transfer(ctx, some[0]!)] : await transferMany(ctx, some);
      if (!results.every((result) => result.ok)) throw new Error('a transfer was refused');
    }
  }
  return Math.round((times * buyers * 1000) / (performance.now() - started));
}

async function compare(size: number, times: number): Promise<Outcome> {
  const alone = await measureRate(1, 1);
  const batched = await measureRate(size, times);
  const gained = Math.round((batched / alone) * 10) / 10;
  return { ok: gained >= ratio, figures: { alonePerSecond: alone, batchedPerSecond: batched, ratio: gained } };
}

await runBenchmark({
  name: 'ledger',
  about: `Transfers into one hot account: batches of ${buyers} against one by one; target ≥ ${ratio} times.`,
  controlAbout: 'batches of one',
  measure: () => compare(buyers, rounds),
  control: () => compare(1, 1),
  end: async () => inside?.close(),
});

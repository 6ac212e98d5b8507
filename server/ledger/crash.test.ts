/**
 * Fifty spend one account at once and their process is killed in the middle; another one goes on to the end with the same occasions.
 * Every answer that anybody got must be true afterwards, and the account gives exactly what it held.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { newId } from '../platform/ids.ts';
import { platformModule } from '../platform/module-definition.ts';
import { testApp } from '../platform/testing.ts';
import { balanceOf, openAccounts, readStatement, reconcile, transfer } from './index.ts';
import { ledgerModule } from './module.ts';
import { spenders } from './spenders.ts';

const app = await testApp({ modules: [platformModule, ledgerModule] });
const { ctx } = app;
const script = fileURLToPath(new URL('spenders.ts', import.meta.url));

/** Lets the spenders run, kills their process after so many answers (null = lets it end), and gives the answers that came out. */
async function run(args: readonly string[], killAfter: number | null): Promise<Map<string, string>> {
  const child = spawn(process.execPath, [script, app.databaseUrl, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const told = new Map<string, string>();
  for await (const line of createInterface({ input: child.stdout })) {
    const [key, ok] = line.split(' ') as [string, string];
    told.set(key, ok);
    if (told.size === killAfter) child.kill('SIGKILL');
  }
  const [code, signal] = await ended;
  assert.deepEqual([code, signal], killAfter === null ? [0, null] : [null, 'SIGKILL'], 'it ended as it should');
  return told;
}

test('kill -9 in the middle of fifty spenders: sums exact, nothing negative, no entry twice', async () => {
  const communityId = newId();
  const owner = (kind: 'issuer' | 'identity', id = newId()) => ({ owner: { kind, id }, unit: 'points' });
  const names = [owner('issuer', communityId), ...Array.from({ length: 5 }, () => owner('identity'))];
  const [issuer, shared, ...others] = await openAccounts(ctx, { communityId, names });
  const wanted = spenders.lanes * spenders.times;
  // For two of three occasions there is enough.
  const held = Math.floor((wanted * 2) / 3) * spenders.amount + 3;
  const fill = [
    { account: issuer!.id, amount: -held },
    { account: shared!.id, amount: held },
  ];
  await transfer(ctx, { communityId, key: 'fill', kind: 'probe.filled', legs: fill });
  const args = [communityId, shared!.id, others.map(({ id }) => id).join(',')];
  const answers = [await run(args, 90), await run(args, null)];
  const granted = new Set(answers.flatMap((told) => [...told].filter(([, ok]) => ok === 'true').map(([key]) => key)));
  assert.equal(granted.size, Math.floor((wanted * 2) / 3));
  assert.equal((await balanceOf(ctx, { communityId, accountId: shared!.id })).balance, 3);
  const got = await Promise.all(others.map(({ id: accountId }) => balanceOf(ctx, { communityId, accountId })));
  assert.equal(
    got.reduce((sum, { balance }) => sum + balance, 0),
    held - 3,
  );
  const { items } = await readStatement(ctx, { communityId, accountId: shared!.id }, { limit: wanted });
  assert.equal(items.length, granted.size + 1, 'one entry for each occasion that was granted, and the filling');
  assert.deepEqual(
    items.map(({ balance }) => balance),
    items.map((_, at) => 3 + at * spenders.amount),
    'each line follows from the one before',
  );
  const proof = await reconcile(ctx, communityId);
  assert.deepEqual([proof.findings, proof.entries], [[], granted.size + 1]);
});

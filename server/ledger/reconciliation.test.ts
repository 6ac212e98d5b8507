/**
 * Negative controls: rows are tampered with by SQL. What a constraint can see is refused at commit; what it cannot, or what
 * happened with constraints switched off, the proof must find.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { sqlState } from '../platform/db/database.ts';
import { newId } from '../platform/ids.ts';
import { platformModule } from '../platform/module-definition.ts';
import { testApp } from '../platform/testing.ts';
import { reconcile } from './index.ts';
import { ledgerModule } from './module.ts';
import { createMover, type Fair } from './testing.ts';

const app = await testApp({ modules: [platformModule, ledgerModule] });
const { ctx } = app;
const { fair, giveEntry } = createMover(ctx);

test('the database refuses an entry that does not balance, at commit', async () => {
  const { communityId, issuer, ann } = await fair();
  const entryId = await giveEntry(issuer, ann, 10);
  const statements = {
    'a third leg': sql`insert into ledger_postings values (${communityId}, ${ann.id}, 99, ${entryId}, 5, 15)`,
    'one leg changed': sql`update ledger_postings set amount = 11 where entry_id = ${entryId} and account_id = ${ann.id}`,
    'one leg gone': sql`delete from ledger_postings where entry_id = ${entryId} and account_id = ${ann.id}`,
    'all legs gone': sql`delete from ledger_postings where entry_id = ${entryId}`,
    'entry gone': sql`delete from ledger_entries where id = ${entryId}`,
    'entry without legs': sql`insert into ledger_entries
      values (${communityId}, ${newId()}, 'empty', 'probe.moved', '', '', now(), now(), 'probe')`,
    'leg on another unit': sql`with other as (
        insert into ledger_accounts (community_id, id, owner_kind, owner_id, unit, balance, created_at)
        values (${communityId}, ${newId()}, 'identity', ${newId()}, 'CNY', 10, now()) returning id)
      update ledger_postings set account_id = (select id from other)
      where entry_id = ${entryId} and account_id = ${ann.id}`,
    'leg on no account': sql`update ledger_postings set account_id = ${newId()}
      where entry_id = ${entryId} and account_id = ${ann.id}`,
  };
  for (const [name, statement] of Object.entries(statements)) {
    let reached = false;
    const attempt = inTransaction(ctx, async (inner) => {
      await statement.execute(inner.db);
      reached = true;
    });
    await assert.rejects(attempt, (error) => sqlState(error) === '23514', name);
    assert.ok(reached, `${name}: the statement itself passes, the commit does not`);
  }
  const below = sql`update ledger_accounts set balance = -1 where id = ${ann.id}`.execute(ctx.db);
  await assert.rejects(below, (error) => (error as { constraint?: string }).constraint === 'ledger_never_negative');
  assert.ok((await reconcile(ctx, communityId)).ok);
});

test('the proof notices what was changed behind its back, and says so in the log', async () => {
  const tampered: Record<string, (parts: Fair & { entryId: string }) => Promise<unknown>> = {
    balance_wrong: ({ ann }) =>
      sql`update ledger_accounts set balance = balance + 1 where id = ${ann.id}`.execute(ctx.db),
    count_wrong: ({ ann }) =>
      sql`update ledger_accounts set postings = postings + 1 where id = ${ann.id}`.execute(ctx.db),
    running_balance_wrong: ({ ann }) =>
      withoutTriggers((db) =>
        sql`update ledger_postings set balance_after = 3 where account_id = ${ann.id}`.execute(db),
      ),
    entry_unbalanced: ({ ann }) =>
      withoutTriggers((db) =>
        sql`update ledger_postings set amount = amount + 1 where account_id = ${ann.id}`.execute(db),
      ),
    entry_empty: ({ entryId }) =>
      withoutTriggers((db) => sql`delete from ledger_postings where entry_id = ${entryId}`.execute(db)),
    posting_orphaned: ({ entryId }) =>
      withoutTriggers((db) => sql`delete from ledger_entries where id = ${entryId}`.execute(db)),
    below_floor: ({ ann, entryId }) =>
      withoutTriggers(async (db) => {
        await sql`update ledger_postings set amount = -amount, balance_after = -balance_after where entry_id = ${entryId}`.execute(
          db,
        );
        await sql`alter table ledger_accounts drop constraint ledger_never_negative`.execute(db);
        await sql`update ledger_accounts set balance = -balance where id = ${ann.id}`.execute(db);
      }),
  };
  for (const [check, tamper] of Object.entries(tampered)) {
    const parts = await fair();
    const entryId = await giveEntry(parts.issuer, parts.ann, 10);
    const { communityId } = parts;
    assert.ok((await reconcile(ctx, communityId)).ok);
    await tamper({ ...parts, entryId });
    const result = await reconcile(ctx, communityId);
    assert.equal(result.ok, false, check);
    assert.ok(
      result.findings.some((finding) => finding.check === check),
      `${check} in ${JSON.stringify(result.findings)}`,
    );
    assert.ok(app.logged.some((line) => line.includes('ledger.books_are_wrong') && line.includes(communityId)));
  }
});

async function withoutTriggers(work: (db: Ctx['db']) => Promise<unknown>): Promise<void> {
  await inTransaction(ctx, async ({ db }) => {
    for (const table of ['ledger_postings', 'ledger_entries']) {
      await sql`alter table ${sql.table(table)} disable trigger user`.execute(db);
    }
    await work(db);
    for (const table of ['ledger_postings', 'ledger_entries']) {
      await sql`alter table ${sql.table(table)} enable trigger user`.execute(db);
    }
  });
}

test('the nightly job proves every community', async () => {
  const [good, bad] = [await fair(), await fair()];
  await giveEntry(good.issuer, good.ann, 1);
  await sql`update ledger_accounts set postings = 7 where id = ${bad.ann.id}`.execute(ctx.db);
  await ledgerModule.jobs![0]!.run(ctx, {} as never);
  for (const [{ communityId }, ok] of [
    [good, true],
    [bad, false],
  ] as const) {
    const owner = await app.operator('owner', communityId);
    const answer = await app.request('GET', `/api/communities/${communityId}/ledger/reconciliations`, { as: owner });
    assert.equal(answer.status, 200);
    assert.deepEqual(
      answer.body.items.map((item: { ok: boolean }) => item.ok),
      [ok],
    );
  }
});

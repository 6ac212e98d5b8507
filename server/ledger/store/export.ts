import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';

/** Tables of the full export. */
export const exportTables = ['accounts', 'entries'] as const;

/** One of them. */
export type ExportTable = (typeof exportTables)[number];

const selections = {
  accounts: sql`t.id, t.owner_kind as "ownerKind", t.owner_id as "ownerId", t.unit, t.balance, t.debt_id as "debtId",
    t.debtor_id as "debtorId", t.created_at as "createdAt", t.closed_at as "closedAt"`,
  entries: sql`t.id, t.key, t.kind, t.memo, t.at, t.created_at as "createdAt", t.created_by as "createdBy", t.reverses,
    (select jsonb_agg(jsonb_build_object('account', p.account_id, 'amount', p.amount) order by p.account_id)
     from ledger_postings p where p.community_id = t.community_id and p.entry_id = t.id) as legs`,
};

/** Rows of a table after `after` up to `end`, by id. */
export async function selectRowsAfter(
  ctx: Ctx,
  { communityId, table }: { communityId: string; table: ExportTable },
  page: { after: string | undefined; end: string; limit: number },
): Promise<{ id: string }[]> {
  const { rows } = await sql<{ id: string }>`
    select ${selections[table]} from ${sql.table(`ledger_${table}`)} t
    where t.community_id = ${communityId} and (${page.after ?? null}::uuid is null or t.id > ${page.after ?? null}::uuid)
      and t.id <= ${page.end}::uuid
    order by t.id limit ${page.limit}`.execute(ctx.db);
  return rows;
}

import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import type { TimelineEntry, TimelineWish } from '../../people/index.ts';
import type { WrittenTable } from '../../platform/db/table-page.ts';

interface Who {
  communityId: string;
  identityIds: readonly string[];
}

/** Forgets what may be found of people; gives the number of rows. */
export async function deleteFaces(ctx: Ctx, { communityId, identityIds }: Who): Promise<number> {
  const one = await sql`
    delete from introductions_faces where community_id = ${communityId} and identity_ids && ${identityIds}::uuid[]`.execute(
    ctx.db,
  );
  let rows = Number(one.numAffectedRows ?? 0n);
  for (const table of ['stale', 'asides']) {
    const { numAffectedRows } = await sql`
      delete from ${sql.table(`introductions_${table}`)}
      where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[])`.execute(ctx.db);
    rows += Number(numAffectedRows ?? 0n);
  }
  return rows;
}

/** Forgets requests, blocks and entries of people; gives the number of rows. */
export async function deleteOwn(ctx: Ctx, { communityId, identityIds }: Who): Promise<number> {
  const own = {
    requests: ['from_id', 'to_id'],
    blocks: ['blocker_id', 'blocked_id'],
    entries: ['identity_id'],
  } as const;
  let rows = 0;
  for (const [table, columns] of Object.entries(own)) {
    for (const column of columns) {
      const { numAffectedRows } = await sql`
        delete from ${sql.table(`introductions_${table}`)}
        where community_id = ${communityId} and ${sql.ref(column)} = any(${identityIds}::uuid[])`.execute(ctx.db);
      rows += Number(numAffectedRows ?? 0n);
    }
  }
  return rows;
}

/** What people asked, answered and put on the board. What others wrote to them is theirs; that somebody declined stays untold. */
export async function selectOwnRows(ctx: Ctx, { communityId, identityIds }: Who): Promise<Record<string, unknown>> {
  const asked = await sql`
    select why, from_words as words, created_at as "at", case when state = 'accepted' then 'accepted' end as state,
      from_outcome as outcome
    from introductions_requests where community_id = ${communityId} and from_id = any(${identityIds}::uuid[])
    order by created_at, id`.execute(ctx.db);
  const answered = await sql`
    select to_words as words, created_at as "at", case when declined_by = to_id then 'declined' else state end as state,
      to_outcome as outcome
    from introductions_requests where community_id = ${communityId} and to_id = any(${identityIds}::uuid[])
    order by created_at, id`.execute(ctx.db);
  const entries = await sql`
    select kind, text, created_at as "at", valid_until as "validUntil", closed_at as "closedAt", is_made as "isMade",
      hidden_reason as "hiddenReason"
    from introductions_entries where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[])
    order by created_at, id`.execute(ctx.db);
  return { asked: asked.rows, answered: answered.rows, board: entries.rows };
}

/** What of it stands in a timeline. */
export async function selectMeetings(
  ctx: Ctx,
  { communityId, identityIds, until, limit }: TimelineWish,
): Promise<TimelineEntry[]> {
  const before = (column: string) => (until ? sql`and ${sql.ref(column)} <= ${until}` : sql``);
  const { rows } = await sql<{ key: string; at: Date; kind: string; text: string | null; outcome: string | null }>`
    (select 'introduction ' || id as key, settled_at as at, 'introductions.met' as kind, null as text,
       case when from_id = any(${identityIds}::uuid[]) then from_outcome else to_outcome end as outcome
     from introductions_requests
     where community_id = ${communityId} and state = 'accepted' ${before('settled_at')}
       and (from_id = any(${identityIds}::uuid[]) or to_id = any(${identityIds}::uuid[]))
     order by settled_at desc limit ${limit})
    union all
    (select 'entry ' || id, created_at, 'introductions.' || kind, text, case when is_made then 'made' end
     from introductions_entries
     where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[]) ${before('created_at')}
     order by created_at desc limit ${limit})`.execute(ctx.db);
  return rows.map(({ key, at, kind, text, outcome }) => ({ key, at, kind, groupId: null, data: { text, outcome } }));
}

/** Tables of the full export with the columns that sort them and what is shown of a row. */
export const exportTables = {
  aside: { table: 'introductions_asides', keys: ['identity_id'], row: sql`t.identity_id as "identityId", t.at` },
  request: {
    table: 'introductions_requests',
    keys: ['id'],
    row: sql`t.id, t.from_id as "fromId", t.to_id as "toId", t.suggested_by as "suggestedBy", t.entry_id as "entryId", t.why,
      t.state, t.from_agreed_at as "fromAgreedAt", t.to_agreed_at as "toAgreedAt", t.declined_by as "declinedBy",
      t.withdrawn_at as "withdrawnAt", t.created_at as "createdAt", t.expires_at as "expiresAt", t.settled_at as "settledAt",
      t.from_outcome as "fromOutcome", t.to_outcome as "toOutcome"`,
  },
  block: {
    table: 'introductions_blocks',
    keys: ['blocker_id', 'blocked_id'],
    row: sql`t.blocker_id as "blockerId", t.blocked_id as "blockedId", t.at`,
  },
  entry: {
    table: 'introductions_entries',
    keys: ['id'],
    row: sql`t.id, t.identity_id as "identityId", t.kind, t.text, t.created_at as "createdAt", t.valid_until as "validUntil",
      t.closed_at as "closedAt", t.is_made as "isMade", t.hidden_at as "hiddenAt", t.hidden_by as "hiddenBy",
      t.hidden_reason as "hiddenReason"`,
  },
} as const satisfies Record<string, WrittenTable>;

/** All SQL on what stands on the exchange board. */
import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';

/** What somebody has, or looks for. */
export const entryKinds = ['offer', 'need'] as const;

/** One of them. */
export type EntryKind = (typeof entryKinds)[number];

/** Something on the board. */
export interface Entry {
  communityId: string;
  id: string;
  identityId: string;
  kind: EntryKind;
  text: string;
  terms: string[];
  createdAt: Date;
  validUntil: Date;
  closedAt: Date | null;
  isMade: boolean;
  hiddenAt: Date | null;
  hiddenReason: string | null;
}

const columns = sql`e.community_id as "communityId", e.id, e.identity_id as "identityId", e.kind, e.text, e.terms,
  e.created_at as "createdAt", e.valid_until as "validUntil", e.closed_at as "closedAt", e.is_made as "isMade",
  e.hidden_at as "hiddenAt", e.hidden_reason as "hiddenReason"`;

const living = (ctx: Ctx) => sql`e.closed_at is null and e.hidden_at is null and e.valid_until > ${ctx.now()}`;

/** Puts something on the board. */
export async function insertEntry(
  ctx: Ctx,
  entry: Pick<Entry, 'communityId' | 'id' | 'identityId' | 'kind' | 'text' | 'terms' | 'validUntil'>,
): Promise<void> {
  const { communityId, id, identityId, kind, text, terms, validUntil } = entry;
  await sql`
    insert into introductions_entries (community_id, id, identity_id, kind, text, terms, created_at, valid_until)
    values (${communityId}, ${id}, ${identityId}, ${kind}, ${text}, ${terms}::text[], ${ctx.now()}, ${validUntil})`.execute(
    ctx.db,
  );
}

/** Which entries are meant. */
export interface EntryWish {
  communityId: string;
  kind: EntryKind | null;
  /** Only those that stand there now; else also what is over or hidden. */
  onlyLiving: boolean;
  /** Without what these accounts have put there. */
  exceptIds: readonly string[];
}

/** A page of the board, newest first. */
export async function selectEntries(
  ctx: Ctx,
  wish: EntryWish,
  page: { after: { at: string; id: string } | null; limit: number },
): Promise<Entry[]> {
  const { after } = page;
  const { rows } = await sql<Entry>`
    select ${columns} from introductions_entries e
    where e.community_id = ${wish.communityId} ${wish.kind ? sql`and e.kind = ${wish.kind}` : sql``}
      ${wish.onlyLiving ? sql`and ${living(ctx)}` : sql``} and not e.identity_id = any(${wish.exceptIds}::uuid[])
      ${after ? sql`and (e.created_at, e.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``}
    order by e.created_at desc, e.id desc limit ${page.limit}`.execute(ctx.db);
  return rows;
}

/** What somebody has on the board now, newest first. */
export async function selectEntriesOf(ctx: Ctx, communityId: string, identityIds: readonly string[]): Promise<Entry[]> {
  const { rows } = await sql<Entry>`
    select ${columns} from introductions_entries e
    where e.community_id = ${communityId} and e.identity_id = any(${identityIds}::uuid[]) and e.closed_at is null
      and e.valid_until > ${ctx.now()}
    order by e.created_at desc, e.id desc`.execute(ctx.db);
  return rows;
}

/** Living entries of the other kind with words of this one, those with most of them first. */
export async function selectMatches(
  ctx: Ctx,
  entry: Pick<Entry, 'communityId' | 'kind' | 'terms'>,
  which: { exceptIds: readonly string[]; limit: number },
): Promise<Entry[]> {
  const { rows } = await sql<Entry>`
    select ${columns} from introductions_entries e
    where e.community_id = ${entry.communityId} and e.kind <> ${entry.kind} and e.terms && ${entry.terms}::text[]
      and ${living(ctx)} and not e.identity_id = any(${which.exceptIds}::uuid[])
    order by cardinality(array(select unnest(e.terms) intersect select unnest(${entry.terms}::text[]))) desc,
      e.created_at desc, e.id desc limit ${which.limit}`.execute(ctx.db);
  return rows;
}

/** One entry, which stays as it is until the transaction ends. */
export async function lockEntry(ctx: Ctx, communityId: string, id: string): Promise<Entry | undefined> {
  const { rows } = await sql<Entry>`
    select ${columns} from introductions_entries e where e.community_id = ${communityId} and e.id = ${id} for update`.execute(
    ctx.db,
  );
  return rows[0];
}

/** Takes an entry down; `isMade` = it came about here. */
export async function closeEntry(
  ctx: Ctx,
  entry: Pick<Entry, 'communityId' | 'id'>,
  how: { isMade: boolean },
): Promise<void> {
  await sql`
    update introductions_entries set closed_at = ${ctx.now()}, is_made = ${how.isMade}
    where community_id = ${entry.communityId} and id = ${entry.id}`.execute(ctx.db);
}

/** Hides an entry with a reason, or shows it again. */
export async function setHidden(
  ctx: Ctx,
  entry: Pick<Entry, 'communityId' | 'id'>,
  how: { by: string | null; reason: string } | null,
): Promise<void> {
  await sql`
    update introductions_entries set hidden_at = ${how ? ctx.now() : null}, hidden_by = ${how?.by ?? null},
      hidden_reason = ${how?.reason ?? null}
    where community_id = ${entry.communityId} and id = ${entry.id}`.execute(ctx.db);
}

/** How much stands on the board, and how often something came about: told by its owner, or by the two who met over it. */
export async function countEntries(
  ctx: Ctx,
  communityId: string,
): Promise<{ offers: number; needs: number; made: number }> {
  const { rows } = await sql<{ offers: number; needs: number; made: number }>`
    select (count(*) filter (where e.kind = 'offer' and ${living(ctx)}))::int as offers,
      (count(*) filter (where e.kind = 'need' and ${living(ctx)}))::int as needs,
      (count(*) filter (where e.is_made or exists (
        select from introductions_requests r where r.community_id = e.community_id and r.entry_id = e.id
          and (r.from_outcome = 'made' or r.to_outcome = 'made'))))::int as made
    from introductions_entries e where e.community_id = ${communityId}`.execute(ctx.db);
  return rows[0]!;
}

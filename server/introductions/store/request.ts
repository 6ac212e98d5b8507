/** All SQL on requests for an introduction and on blocks. */
import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';

/** Where a request stands. */
export type RequestState = 'open' | 'accepted' | 'declined' | 'withdrawn' | 'expired';

/** What came of an introduction: they know each other, it stayed quiet, something was made of it. */
export const outcomes = ['met', 'quiet', 'made'] as const;

/** One of them. */
export type Outcome = (typeof outcomes)[number];

/** A request as it is stored. */
export interface Request {
  communityId: string;
  id: string;
  fromId: string;
  toId: string;
  suggestedBy: string | null;
  entryId: string | null;
  why: string;
  state: RequestState;
  fromWords: string | null;
  toWords: string | null;
  fromAgreedAt: Date | null;
  toAgreedAt: Date | null;
  declinedBy: string | null;
  withdrawnAt: Date | null;
  createdAt: Date;
  expiresAt: Date;
  settledAt: Date | null;
  fromOutcome: Outcome | null;
  toOutcome: Outcome | null;
}

const columns = sql`r.community_id as "communityId", r.id, r.from_id as "fromId", r.to_id as "toId",
  r.suggested_by as "suggestedBy", r.entry_id as "entryId", r.why, r.state, r.from_words as "fromWords", r.to_words as "toWords",
  r.from_agreed_at as "fromAgreedAt", r.to_agreed_at as "toAgreedAt", r.declined_by as "declinedBy",
  r.withdrawn_at as "withdrawnAt", r.created_at as "createdAt", r.expires_at as "expiresAt", r.settled_at as "settledAt",
  r.from_outcome as "fromOutcome", r.to_outcome as "toOutcome"`;

/** Keeps a new request. */
export async function insertRequest(
  ctx: Ctx,
  request: Pick<
    Request,
    | 'communityId'
    | 'id'
    | 'fromId'
    | 'toId'
    | 'suggestedBy'
    | 'entryId'
    | 'why'
    | 'fromWords'
    | 'fromAgreedAt'
    | 'expiresAt'
  >,
): Promise<void> {
  const { communityId, id, fromId, toId, suggestedBy, entryId, why, fromWords, fromAgreedAt, expiresAt } = request;
  await sql`
    insert into introductions_requests
      (community_id, id, from_id, to_id, suggested_by, entry_id, why, state, from_words, from_agreed_at, created_at, expires_at)
    values (${communityId}, ${id}, ${fromId}, ${toId}, ${suggestedBy}, ${entryId}, ${why}, 'open', ${fromWords},
      ${fromAgreedAt}, ${ctx.now()}, ${expiresAt})`.execute(ctx.db);
}

/** One request, which stays as it is until the transaction ends. */
export async function lockRequest(ctx: Ctx, communityId: string, id: string): Promise<Request | undefined> {
  const { rows } = await sql<Request>`
    select ${columns} from introductions_requests r where r.community_id = ${communityId} and r.id = ${id} for update`.execute(
    ctx.db,
  );
  return rows[0];
}

/** The requests of somebody, newest first. */
export async function selectRequestsOf(
  ctx: Ctx,
  communityId: string,
  identityIds: readonly string[],
): Promise<Request[]> {
  const { rows } = await sql<Request>`
    select ${columns} from introductions_requests r
    where r.community_id = ${communityId}
      and (r.from_id = any(${identityIds}::uuid[]) or r.to_id = any(${identityIds}::uuid[]))
    order by r.created_at desc, r.id desc limit 100`.execute(ctx.db);
  return rows;
}

/** The latest requests of a community. */
export async function selectLatestRequests(ctx: Ctx, communityId: string): Promise<Request[]> {
  const { rows } = await sql<Request>`
    select ${columns} from introductions_requests r where r.community_id = ${communityId}
    order by r.created_at desc, r.id desc limit 50`.execute(ctx.db);
  return rows;
}

/** Whether two people were about to meet since a moment, or are acquainted already. */
export async function hasMet(
  ctx: Ctx,
  communityId: string,
  pair: { ones: readonly string[]; others: readonly string[]; since: Date },
): Promise<boolean> {
  const { ones, others, since } = pair;
  const { rows } = await sql`
    select from introductions_requests r
    where r.community_id = ${communityId} and (r.created_at > ${since} or r.state = 'accepted')
      and ((r.from_id = any(${ones}::uuid[]) and r.to_id = any(${others}::uuid[]))
        or (r.from_id = any(${others}::uuid[]) and r.to_id = any(${ones}::uuid[]) and r.state in ('open', 'accepted')))
    limit 1`.execute(ctx.db);
  return rows.length > 0;
}

/** How often somebody has asked since a moment. */
export async function countAsked(
  ctx: Ctx,
  communityId: string,
  who: { identityIds: readonly string[]; since: Date },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from introductions_requests r
    where r.community_id = ${communityId} and r.from_id = any(${who.identityIds}::uuid[]) and r.suggested_by is null
      and r.created_at > ${who.since}`.execute(ctx.db);
  return rows[0]!.count;
}

/** Writes back what may change of a request. */
export async function updateRequest(ctx: Ctx, request: Request): Promise<void> {
  const { communityId, id, state, fromWords, toWords, fromAgreedAt, toAgreedAt } = request;
  await sql`
    update introductions_requests set state = ${state}, from_words = ${fromWords}, to_words = ${toWords},
      from_agreed_at = ${fromAgreedAt}, to_agreed_at = ${toAgreedAt}, declined_by = ${request.declinedBy},
      withdrawn_at = ${request.withdrawnAt}, settled_at = ${request.settledAt}, from_outcome = ${request.fromOutcome},
      to_outcome = ${request.toOutcome}
    where community_id = ${communityId} and id = ${id}`.execute(ctx.db);
}

/** Ends what nobody has answered in time; says how many. */
export async function expireRequests(ctx: Ctx): Promise<number> {
  const { numAffectedRows } = await sql`
    update introductions_requests set state = 'expired', settled_at = ${ctx.now()}, from_words = null, to_words = null
    where state = 'open' and expires_at <= ${ctx.now()}`.execute(ctx.db);
  return Number(numAffectedRows ?? 0n);
}

/** How many introductions there were, by state, and of how many something was made. */
export async function countRequests(
  ctx: Ctx,
  communityId: string,
): Promise<{ asked: number; accepted: number; made: number; madeOnBoard: number }> {
  const { rows } = await sql<{ asked: number; accepted: number; made: number; madeOnBoard: number }>`
    select count(*)::int as asked, (count(*) filter (where state = 'accepted'))::int as accepted,
      (count(*) filter (where from_outcome = 'made' or to_outcome = 'made'))::int as made,
      (count(*) filter (where entry_id is not null and (from_outcome = 'made' or to_outcome = 'made')))::int as "madeOnBoard"
    from introductions_requests where community_id = ${communityId}`.execute(ctx.db);
  return rows[0]!;
}

/** Notes that somebody does not want to be asked by another. */
export async function insertBlock(
  ctx: Ctx,
  block: { communityId: string; blockerId: string; blockedId: string },
): Promise<void> {
  await sql`
    insert into introductions_blocks (community_id, blocker_id, blocked_id, at)
    values (${block.communityId}, ${block.blockerId}, ${block.blockedId}, ${ctx.now()}) on conflict do nothing`.execute(
    ctx.db,
  );
}

/** Accounts between which and somebody there is a block, in either direction. */
export async function selectBlocked(ctx: Ctx, communityId: string, identityIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select blocked_id as id from introductions_blocks
    where community_id = ${communityId} and blocker_id = any(${identityIds}::uuid[])
    union
    select blocker_id from introductions_blocks
    where community_id = ${communityId} and blocked_id = any(${identityIds}::uuid[])`.execute(ctx.db);
  return rows.map(({ id }) => id);
}

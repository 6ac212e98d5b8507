/** All SQL on `promotions_scheduled`. */
import { sql } from 'kysely';
import type { PictureShown } from '../../carriers/index.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Place } from './promotions.ts';

/** What will be said. */
export interface Words {
  kind: 'text' | 'image' | 'announcement';
  text: string;
  picture: PictureShown | null;
  replyTo: string | null;
  mentions: string[];
}

/** A promotion that waits for its time. */
export interface Scheduled extends Place {
  id: string;
  clientId: string;
  words: Words | null;
  dueAt: Date;
  state: 'waiting' | 'sent' | 'cancelled' | 'held';
  madeAt: Date;
  madeBy: string;
  moves: number;
  reason: string | null;
  messageId: string | null;
  settledAt: Date | null;
}

const columns = sql`community_id as "communityId", group_id as "groupId", id, client_id as "clientId", words, due_at as "dueAt",
  state, made_at as "madeAt", made_by as "madeBy", moves, reason, message_id as "messageId", settled_at as "settledAt"`;

/** Keeps one; undefined when there is one under this client id. */
export async function insertScheduled(
  ctx: Ctx,
  one: Pick<Scheduled, 'communityId' | 'groupId' | 'id' | 'clientId' | 'words' | 'dueAt' | 'madeBy'>,
): Promise<Scheduled | undefined> {
  const { rows } = await sql<Scheduled>`
    insert into promotions_scheduled (community_id, group_id, id, client_id, words, due_at, state, made_at, made_by)
    values (${one.communityId}, ${one.groupId}, ${one.id}, ${one.clientId}, ${JSON.stringify(one.words)}::jsonb, ${one.dueAt},
            'waiting', ${ctx.now()}, ${one.madeBy})
    on conflict (community_id, group_id, client_id) do nothing returning ${columns}`.execute(ctx.db);
  return rows[0];
}

/** One by the client id that it was made with. */
export async function selectByClient(ctx: Ctx, place: Place, clientId: string): Promise<Scheduled | undefined> {
  const { rows } = await sql<Scheduled>`
    select ${columns} from promotions_scheduled
    where community_id = ${place.communityId} and group_id = ${place.groupId} and client_id = ${clientId}`.execute(
    ctx.db,
  );
  return rows[0];
}

/** Those that wait, of one group or of all, the next first. */
export async function selectWaiting(
  ctx: Ctx,
  which: { communityId: string; groupId: string | null },
): Promise<Scheduled[]> {
  const { rows } = await sql<Scheduled>`
    select ${columns} from promotions_scheduled
    where community_id = ${which.communityId} and (${which.groupId}::uuid is null or group_id = ${which.groupId}::uuid)
      and state = 'waiting' order by due_at, id limit 500`.execute(ctx.db);
  return rows;
}

/** Those of a group, or of all, that could not go and were given up, of the last weeks, newest first. */
export async function selectHeld(
  ctx: Ctx,
  which: { communityId: string; groupId: string | null },
  since: Date,
): Promise<Scheduled[]> {
  const { rows } = await sql<Scheduled>`
    select ${columns} from promotions_scheduled
    where community_id = ${which.communityId} and (${which.groupId}::uuid is null or group_id = ${which.groupId}::uuid)
      and state = 'held' and settled_at >= ${since}
    order by settled_at desc limit 20`.execute(ctx.db);
  return rows;
}

/** What is due anywhere, the oldest first. */
export async function selectDue(ctx: Ctx, limit: number): Promise<Pick<Scheduled, 'communityId' | 'id'>[]> {
  const { rows } = await sql<Pick<Scheduled, 'communityId' | 'id'>>`
    select community_id as "communityId", id from promotions_scheduled
    where state = 'waiting' and due_at <= ${ctx.now()} order by due_at, id limit ${limit}`.execute(ctx.db);
  return rows;
}

/** One, which stays as it is until the transaction ends; `skip` = undefined when another process has it. */
export async function lockScheduled(
  ctx: Ctx,
  which: { communityId: string; id: string; skip: boolean },
): Promise<Scheduled | undefined> {
  const { rows } = await sql<Scheduled>`
    select ${columns} from promotions_scheduled where community_id = ${which.communityId} and id = ${which.id}
    for update ${which.skip ? sql`skip locked` : sql``}`.execute(ctx.db);
  return rows[0];
}

/** Settles one that the caller has locked; words that were said or are not wanted any more are forgotten. */
export async function settleScheduled(
  ctx: Ctx,
  { communityId, id }: Pick<Scheduled, 'communityId' | 'id'>,
  how: { state: 'sent' | 'cancelled' | 'held'; messageId?: string; reason?: string; by: string },
): Promise<void> {
  await sql`
    update promotions_scheduled set state = ${how.state}, message_id = ${how.messageId ?? null},
      reason = ${how.reason ?? null}, settled_at = ${ctx.now()}, settled_by = ${how.by},
      words = case when ${how.state}::text = 'held' then words end
    where community_id = ${communityId} and id = ${id}`.execute(ctx.db);
}

/** Moves one that the caller has locked to a later time. */
export async function moveScheduled(
  ctx: Ctx,
  { communityId, id }: Pick<Scheduled, 'communityId' | 'id'>,
  to: { dueAt: Date; reason: string },
): Promise<void> {
  await sql`
    update promotions_scheduled set due_at = ${to.dueAt}, reason = ${to.reason}, moves = moves + 1
    where community_id = ${communityId} and id = ${id}`.execute(ctx.db);
}

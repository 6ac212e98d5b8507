import { sql } from 'kysely';
import type { Ctx } from '../platform/context.ts';

/** An act that was handed to a human. */
export interface WaitingAct {
  communityId: string;
  id: string;
  groupId: string;
  op: string;
  /** Ids and settings of the act. */
  args: Record<string, unknown>;
  state: 'waiting' | 'done' | 'skipped';
  taskId: string | null;
  messageId: string | null;
}

/** Keeps an act until its task is done or skipped. */
export async function insertAct(
  ctx: Ctx,
  act: Omit<WaitingAct, 'state' | 'taskId'> & { askedBy: string },
): Promise<void> {
  await sql`
    insert into carriers_acts (community_id, id, group_id, op, args, state, message_id, asked_by, asked_at)
    values (${act.communityId}, ${act.id}, ${act.groupId}, ${act.op}, ${JSON.stringify(act.args)}::jsonb, 'waiting',
            ${act.messageId}, ${act.askedBy}, ${ctx.now()})`.execute(ctx.db);
}

/** Ties an act to the task that carries it. */
export async function setActTask(ctx: Ctx, act: { communityId: string; id: string; taskId: string }): Promise<void> {
  await sql`
    update carriers_acts set task_id = ${act.taskId}
    where community_id = ${act.communityId} and id = ${act.id}`.execute(ctx.db);
}

/** Settles a waiting act and forgets its arguments; gives it as it was, undefined when it was settled before. */
export async function settleAct(
  ctx: Ctx,
  which: { communityId: string; id: string; state: 'done' | 'skipped' },
): Promise<WaitingAct | undefined> {
  const { rows } = await sql<WaitingAct>`
    update carriers_acts a set state = ${which.state}, settled_at = ${ctx.now()}, args = '{}'
    from (select community_id, id, args from carriers_acts
          where community_id = ${which.communityId} and id = ${which.id} and state = 'waiting' for update) before
    where a.community_id = before.community_id and a.id = before.id
    returning a.community_id as "communityId", a.id, a.group_id as "groupId", a.op, before.args, a.state,
      a.task_id as "taskId", a.message_id as "messageId"`.execute(ctx.db);
  return rows[0];
}

/** Forgets the acts on some identities: they are nobody's business any more. */
export async function deleteActsOn(ctx: Ctx, communityId: string, identityIds: readonly string[]): Promise<number> {
  const { rows } = await sql`
    delete from carriers_acts
    where community_id = ${communityId} and args ->> 'identityId' = any(${identityIds}::text[]) returning id`.execute(
    ctx.db,
  );
  return rows.length;
}

/** A few words of the team to one member. */
export interface Note {
  id: string;
  text: string;
  at: Date;
  seenAt: Date | null;
}

interface NoteSeat {
  communityId: string;
  groupId: string;
  identityId: string;
}

/** Keeps a note. */
export async function insertNote(ctx: Ctx, note: NoteSeat & { id: string; text: string }): Promise<void> {
  await sql`
    insert into carriers_notes (community_id, identity_id, group_id, id, text, at)
    values (${note.communityId}, ${note.identityId}, ${note.groupId}, ${note.id}, ${note.text}, ${ctx.now()})`.execute(
    ctx.db,
  );
}

/** The latest notes of one member in one group, newest first. */
export async function selectNotes(ctx: Ctx, seat: NoteSeat): Promise<Note[]> {
  const { rows } = await sql<Note>`
    select id, text, at, seen_at as "seenAt" from carriers_notes
    where community_id = ${seat.communityId} and identity_id = ${seat.identityId} and group_id = ${seat.groupId}
    order by id desc limit 50`.execute(ctx.db);
  return rows;
}

/** Marks a member's notes in one group as seen. */
export async function markNotesSeen(ctx: Ctx, seat: NoteSeat): Promise<void> {
  await sql`
    update carriers_notes set seen_at = ${ctx.now()}
    where community_id = ${seat.communityId} and identity_id = ${seat.identityId} and group_id = ${seat.groupId}
      and seen_at is null`.execute(ctx.db);
}

/** All notes to some identities, for their own export. */
export async function selectNotesOf(ctx: Ctx, communityId: string, identityIds: readonly string[]): Promise<Note[]> {
  const { rows } = await sql<Note>`
    select id, text, at, seen_at as "seenAt" from carriers_notes
    where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[]) order by id`.execute(ctx.db);
  return rows;
}

/** Deletes the notes to some identities. */
export async function deleteNotesOf(ctx: Ctx, communityId: string, identityIds: readonly string[]): Promise<number> {
  const { rows } = await sql`
    delete from carriers_notes
    where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[]) returning id`.execute(ctx.db);
  return rows.length;
}

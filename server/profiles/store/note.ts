import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';

/** A line that the team keeps on somebody. */
export interface Note {
  id: string;
  identityId: string;
  text: string;
  writtenAt: Date;
  /** Id of the operator, or the name of a module. */
  writtenBy: string;
  changedAt: Date | null;
}

const columns = sql`id, identity_id as "identityId", text, written_at as "writtenAt", written_by as "writtenBy",
  changed_at as "changedAt"`;

/** Keeps a note. */
export async function insertNote(
  ctx: Ctx,
  note: { communityId: string; id: string; identityId: string; text: string; by: string },
): Promise<Note> {
  const { rows } = await sql<Note>`
    insert into profiles_notes (community_id, id, identity_id, text, written_at, written_by)
    values (${note.communityId}, ${note.id}, ${note.identityId}, ${note.text}, ${ctx.now()}, ${note.by})
    returning ${columns}`.execute(ctx.db);
  return rows[0]!;
}

/** Notes on accounts, newest first. */
export async function selectNotes(ctx: Ctx, communityId: string, identityIds: readonly string[]): Promise<Note[]> {
  const { rows } = await sql<Note>`
    select ${columns} from profiles_notes
    where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[]) and deleted_at is null
    order by id desc limit 200`.execute(ctx.db);
  return rows;
}

/** Changes the text of a note on one of these accounts. */
export async function updateNote(
  ctx: Ctx,
  which: { communityId: string; identityIds: readonly string[]; id: string },
  text: string,
): Promise<Note | undefined> {
  const { rows } = await sql<Note>`
    update profiles_notes set text = ${text}, changed_at = ${ctx.now()}
    where community_id = ${which.communityId} and identity_id = any(${which.identityIds}::uuid[]) and id = ${which.id}
      and deleted_at is null returning ${columns}`.execute(ctx.db);
  return rows[0];
}

/** Puts a note away or brings it back; false when there is none. */
export async function updateNoteDeleted(
  ctx: Ctx,
  which: { communityId: string; identityIds: readonly string[]; id: string },
  deleted: boolean,
): Promise<boolean> {
  const { rows } = await sql`
    update profiles_notes set deleted_at = ${deleted ? ctx.now() : null}::timestamptz
    where community_id = ${which.communityId} and identity_id = any(${which.identityIds}::uuid[]) and id = ${which.id}
      and (deleted_at is null) = ${deleted} returning id`.execute(ctx.db);
  return rows.length > 0;
}

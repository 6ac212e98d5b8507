import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';

/** A tag that an account has or is to have. */
export interface GivenTag {
  identityId: string;
  tagId: string;
}

/** What a field says of an account. */
export interface GivenValue {
  identityId: string;
  fieldId: string;
  text: string | null;
  num: number | null;
}

/** A note on an account. */
export interface GivenNote {
  id: string;
  identityId: string;
  text: string;
}

/** Tags that accounts have for ever. */
export async function selectLastingTags(
  ctx: Ctx,
  communityId: string,
  identityIds: readonly string[],
): Promise<GivenTag[]> {
  const { rows } = await sql<GivenTag>`
    select identity_id as "identityId", tag_id as "tagId" from profiles_taggings
    where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[]) and expires_on is null`.execute(
    ctx.db,
  );
  return rows;
}

/** Notes on accounts. */
export async function selectNoteTexts(
  ctx: Ctx,
  communityId: string,
  identityIds: readonly string[],
): Promise<GivenNote[]> {
  const { rows } = await sql<GivenNote>`
    select id, identity_id as "identityId", text from profiles_notes
    where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[]) and deleted_at is null`.execute(
    ctx.db,
  );
  return rows;
}

/** Writes many tags, values and notes in three statements. */
export async function insertGiven(
  ctx: Ctx,
  communityId: string,
  given: { tags: readonly GivenTag[]; values: readonly GivenValue[]; notes: readonly GivenNote[]; by: string },
): Promise<void> {
  await sql`
    insert into profiles_taggings (community_id, identity_id, tag_id, given_at, given_by)
    select ${communityId}, "identityId", "tagId", ${ctx.now()}, ${given.by}
    from jsonb_to_recordset(${JSON.stringify(given.tags)}::jsonb) as row("identityId" uuid, "tagId" uuid)
    order by 2, 3
    on conflict (community_id, identity_id, tag_id) do update set expires_on = null`.execute(ctx.db);
  await sql`
    insert into profiles_values (community_id, identity_id, field_id, text, num, set_at, set_by)
    select ${communityId}, "identityId", "fieldId", text, num, ${ctx.now()}, ${given.by}
    from jsonb_to_recordset(${JSON.stringify(given.values)}::jsonb)
      as row("identityId" uuid, "fieldId" uuid, text text, num double precision)
    order by 2, 3
    on conflict (community_id, identity_id, field_id) do update
      set text = excluded.text, num = excluded.num, set_at = excluded.set_at, set_by = excluded.set_by`.execute(ctx.db);
  await sql`
    insert into profiles_notes (community_id, id, identity_id, text, written_at, written_by)
    select ${communityId}, id, "identityId", text, ${ctx.now()}, ${given.by}
    from jsonb_to_recordset(${JSON.stringify(given.notes)}::jsonb) as row(id uuid, "identityId" uuid, text text)`.execute(
    ctx.db,
  );
}

/** What is taken back of what was written down. */
export interface Going {
  tags: readonly GivenTag[];
  values: readonly Pick<GivenValue, 'identityId' | 'fieldId'>[];
  noteIds: readonly string[];
}

/** Removes tags, values and notes as if they had never been given. */
export async function deleteGiven(ctx: Ctx, communityId: string, given: Going): Promise<void> {
  await sql`
    delete from profiles_taggings t using jsonb_to_recordset(${JSON.stringify(given.tags)}::jsonb) as row("identityId" uuid, "tagId" uuid)
    where t.community_id = ${communityId} and t.identity_id = row."identityId" and t.tag_id = row."tagId"`.execute(
    ctx.db,
  );
  await sql`
    delete from profiles_values v using jsonb_to_recordset(${JSON.stringify(given.values)}::jsonb) as row("identityId" uuid, "fieldId" uuid)
    where v.community_id = ${communityId} and v.identity_id = row."identityId" and v.field_id = row."fieldId"`.execute(
    ctx.db,
  );
  await sql`
    delete from profiles_notes where community_id = ${communityId} and id = any(${given.noteIds}::uuid[])`.execute(
    ctx.db,
  );
}

/** Removes what is remembered of accounts that are gone: their marks and facts. */
export async function deleteTraces(ctx: Ctx, communityId: string, identityIds: readonly string[]): Promise<void> {
  for (const table of ['facts', 'seconds', 'stale'])
    await sql`
      delete from ${sql.table(`profiles_${table}`)}
      where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[])`.execute(ctx.db);
}

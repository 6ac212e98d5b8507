import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import type { WrittenTable } from '../../platform/db/table-page.ts';

interface Who {
  communityId: string;
  identityIds: readonly string[];
}

/** Forgets everything that hangs on identities; gives the number of rows. */
export async function deleteOwn(ctx: Ctx, { communityId, identityIds }: Who): Promise<number> {
  let rows = 0;
  for (const table of ['taggings', 'values', 'notes', 'facts', 'seconds', 'stale']) {
    const { numAffectedRows } = await sql`
      delete from ${sql.table(`profiles_${table}`)}
      where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[])`.execute(ctx.db);
    rows += Number(numAffectedRows ?? 0n);
  }
  return rows;
}

/** Takes identities out of conditions of saved segments ("brought along by"); gives the number of segments. */
export async function selectSegmentsNaming(
  ctx: Ctx,
  { communityId, identityIds }: Who,
): Promise<{ id: string; definition: unknown }[]> {
  const { rows } = await sql<{ id: string; definition: unknown }>`
    select id, definition from profiles_segments
    where community_id = ${communityId} and exists (
      select from unnest(${identityIds}::text[]) as one(id) where strpos(definition::text, one.id) > 0)`.execute(
    ctx.db,
  );
  return rows;
}

/** Replaces what a segment asks for, without telling. */
export async function replaceDefinition(
  ctx: Ctx,
  communityId: string,
  segment: { id: string; definition: unknown },
): Promise<void> {
  await sql`
    update profiles_segments set definition = ${JSON.stringify(segment.definition)}::jsonb
    where community_id = ${communityId} and id = ${segment.id}`.execute(ctx.db);
}

/** Tags, field values and notes of identities, with the names of tags and fields. */
export async function selectOwnRows(ctx: Ctx, { communityId, identityIds }: Who): Promise<Record<string, unknown>> {
  const mine = sql`x.community_id = ${communityId} and x.identity_id = any(${identityIds}::uuid[])`;
  const tags = await sql`
    select t.name, x.given_at as "givenAt", x.expires_on as "expiresOn" from profiles_taggings x
    join profiles_tags t on t.community_id = x.community_id and t.id = x.tag_id where ${mine} order by x.given_at, t.name`.execute(
    ctx.db,
  );
  const fields = await sql`
    select f.name, f.kind, f.options, x.text, x.num, x.set_at as "setAt" from profiles_values x
    join profiles_fields f on f.community_id = x.community_id and f.id = x.field_id where ${mine}
    order by f.position, x.set_at`.execute(ctx.db);
  const notes = await sql`
    select x.text, x.written_at as "writtenAt", x.changed_at as "changedAt" from profiles_notes x
    where ${mine} order by x.id`.execute(ctx.db);
  return { tags: tags.rows, fields: fields.rows, notes: notes.rows };
}

/** Tables of the full export with the columns that sort them and what is shown of a row. */
export const exportTables = {
  tag: {
    table: 'profiles_tags',
    keys: ['id'],
    row: sql`t.id, t.name, t.created_at as "createdAt", t.deleted_at as "deletedAt"`,
  },
  field: {
    table: 'profiles_fields',
    keys: ['id'],
    row: sql`t.id, t.name, t.kind, t.options, t.private, t.position, t.deleted_at as "deletedAt"`,
  },
  segment: {
    table: 'profiles_segments',
    keys: ['id'],
    row: sql`t.id, t.name, t.definition, t.deleted_at as "deletedAt"`,
  },
  note: {
    table: 'profiles_notes',
    keys: ['id'],
    row: sql`t.id, t.identity_id as "identityId", t.text, t.written_at as "writtenAt", t.deleted_at as "deletedAt"`,
  },
  tagging: {
    table: 'profiles_taggings',
    keys: ['identity_id', 'tag_id'],
    row: sql`t.identity_id as "identityId", t.tag_id as "tagId", t.given_at as "givenAt", t.expires_on as "expiresOn",
      t.by_rule as "byRule"`,
  },
  tagRule: {
    table: 'profiles_tag_rules',
    keys: ['tag_id'],
    row: sql`t.tag_id as "tagId", t.segment_id as "segmentId", t.made_at as "madeAt", t.followed_at as "followedAt"`,
  },
  value: {
    table: 'profiles_values',
    keys: ['identity_id', 'field_id'],
    row: sql`t.identity_id as "identityId", t.field_id as "fieldId", t.text, t.num, t.set_at as "setAt"`,
  },
} as const satisfies Record<string, WrittenTable>;

import { sql, type RawBuilder } from 'kysely';
import type { Ctx } from '../../platform/context.ts';

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

const tables = {
  tag: {
    from: sql`profiles_tags`,
    columns: sql`id, name, created_at as "createdAt", deleted_at as "deletedAt"`,
    keys: ['id'],
  },
  field: {
    from: sql`profiles_fields`,
    columns: sql`id, name, kind, options, private, position, deleted_at as "deletedAt"`,
    keys: ['id'],
  },
  segment: {
    from: sql`profiles_segments`,
    columns: sql`id, name, definition, deleted_at as "deletedAt"`,
    keys: ['id'],
  },
  note: {
    from: sql`profiles_notes`,
    columns: sql`id, identity_id as "identityId", text, written_at as "writtenAt", deleted_at as "deletedAt"`,
    keys: ['id'],
  },
  tagging: {
    from: sql`profiles_taggings`,
    columns: sql`identity_id as "identityId", tag_id as "tagId", given_at as "givenAt", expires_on as "expiresOn"`,
    keys: ['identity_id', 'tag_id'],
  },
  value: {
    from: sql`profiles_values`,
    columns: sql`identity_id as "identityId", field_id as "fieldId", text, num, set_at as "setAt"`,
    keys: ['identity_id', 'field_id'],
  },
} satisfies Record<string, { from: RawBuilder<unknown>; columns: RawBuilder<unknown>; keys: readonly string[] }>;

/** A kind of row in the export of a community. */
export type ExportTable = keyof typeof tables;

/** All kinds of rows. */
export const exportTables = Object.keys(tables) as ExportTable[];

/** The next rows of one kind, after the keys of the last one. */
export async function selectRowsAfter(
  ctx: Ctx,
  which: { communityId: string; table: ExportTable },
  page: { after: readonly string[] | null; limit: number },
): Promise<{ keys: string[]; row: Record<string, unknown> }[]> {
  const { from, columns, keys } = tables[which.table];
  const key = sql.join(keys.map((name) => sql.ref(name)));
  const after = page.after ? sql`and (${key}) > (${sql.join(page.after.map((value) => sql`${value}::uuid`))})` : sql``;
  const { rows } = await sql<{ keys: string[] } & Record<string, unknown>>`
    select ${columns}, array[${key}]::text[] as keys from ${from}
    where community_id = ${which.communityId} ${after} order by ${key} limit ${page.limit}`.execute(ctx.db);
  return rows.map(({ keys: mark, ...row }) => ({ keys: mark, row }));
}

import { sql, type RawBuilder } from 'kysely';
import type { Ctx } from '../../platform/context.ts';

/** Kinds of own fields. */
export const fieldKinds = ['text', 'number', 'date', 'choice'] as const;

/** A field that a community has defined for its people. */
export interface Field {
  id: string;
  name: string;
  kind: (typeof fieldKinds)[number];
  /** Of a choice; numbers are never given twice. */
  options: { number: number; name: string }[];
  private: boolean;
  position: number;
}

/** What a field says of somebody, as stored. */
export interface StoredValue {
  fieldId: string;
  identityId: string;
  text: string | null;
  num: number | null;
  setAt: Date;
}

const columns = sql`id, name, kind, options, private, position`;

/** Keeps a field; false when its name is taken. */
export async function insertField(ctx: Ctx, communityId: string, field: Omit<Field, 'position'>): Promise<boolean> {
  const { rows } = await sql`
    insert into profiles_fields (community_id, id, name, kind, options, private, position, created_at)
    select ${communityId}, ${field.id}, ${field.name}, ${field.kind}, ${JSON.stringify(field.options)}::jsonb,
      ${field.private}, coalesce(max(position), 0) + 1, ${ctx.now()}
    from profiles_fields where community_id = ${communityId}
    on conflict do nothing returning id`.execute(ctx.db);
  return rows.length > 0;
}

/** Fields in use, in their order; `all` = also those that are in use no more. */
export async function selectFields(ctx: Ctx, communityId: string): Promise<Field[]> {
  const { rows } = await sql<Field>`
    select ${columns} from profiles_fields where community_id = ${communityId} and deleted_at is null
    order by position, id`.execute(ctx.db);
  return rows;
}

/** Changes name, options and privacy; false when the name is taken or there is no such field. */
export async function updateField(
  ctx: Ctx,
  communityId: string,
  field: Pick<Field, 'id' | 'name' | 'options' | 'private'>,
): Promise<boolean> {
  const { rows } = await sql`
    update profiles_fields f set name = ${field.name}, options = ${JSON.stringify(field.options)}::jsonb, private = ${field.private}
    where f.community_id = ${communityId} and f.id = ${field.id} and f.deleted_at is null
      and not exists (select from profiles_fields o where o.community_id = f.community_id and o.id <> f.id
        and lower(o.name) = lower(${field.name}) and o.deleted_at is null)
    returning id`.execute(ctx.db);
  return rows.length > 0;
}

/** Takes a field out of use or brings it back with its values; gives its name, undefined when nothing changed. */
export async function updateFieldDeleted(
  ctx: Ctx,
  field: { communityId: string; id: string },
  deleted: boolean,
): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`
    update profiles_fields f set deleted_at = ${deleted ? ctx.now() : null}::timestamptz
    where f.community_id = ${field.communityId} and f.id = ${field.id} and (f.deleted_at is null) = ${deleted}
      and (${deleted} or not exists (select from profiles_fields o where o.community_id = f.community_id and o.id <> f.id
        and lower(o.name) = lower(f.name) and o.deleted_at is null))
    returning name`.execute(ctx.db);
  return rows[0]?.name;
}

/** Sets what a field says of an account. */
export async function upsertValue(
  ctx: Ctx,
  where: { communityId: string; identityId: string; fieldId: string },
  value: { text: string | null; num: number | null; by: string },
): Promise<void> {
  await sql`
    insert into profiles_values (community_id, identity_id, field_id, text, num, set_at, set_by)
    values (${where.communityId}, ${where.identityId}, ${where.fieldId}, ${value.text}, ${value.num}, ${ctx.now()}, ${value.by})
    on conflict (community_id, identity_id, field_id) do update
      set text = excluded.text, num = excluded.num, set_at = excluded.set_at, set_by = excluded.set_by`.execute(ctx.db);
}

/** Takes away what a field says of accounts. */
export async function deleteValues(
  ctx: Ctx,
  where: { communityId: string; identityIds: readonly string[]; fieldId: string },
): Promise<void> {
  await sql`
    delete from profiles_values
    where community_id = ${where.communityId} and identity_id = any(${where.identityIds}::uuid[])
      and field_id = ${where.fieldId}`.execute(ctx.db);
}

/** What fields in use say of accounts, what was said last at the end. */
export async function selectValues(
  ctx: Ctx,
  communityId: string,
  identityIds: readonly string[],
): Promise<StoredValue[]> {
  const { rows } = await sql<StoredValue>`
    select v.field_id as "fieldId", v.identity_id as "identityId", v.text, v.num, v.set_at as "setAt"
    from profiles_values v join profiles_fields f on f.community_id = v.community_id and f.id = v.field_id
    where v.community_id = ${communityId} and v.identity_id = any(${identityIds}::uuid[]) and f.deleted_at is null
    order by v.set_at, v.identity_id`.execute(ctx.db);
  return rows;
}

/** The same as numbers; a text is 1, which says that there is one. */
export async function selectNumbers(
  ctx: Ctx,
  communityId: string,
  identityIds: readonly string[],
): Promise<{ identityId: string; fieldId: string; num: number }[]> {
  const { rows } = await sql<{ identityId: string; fieldId: string; num: number }>`
    select identity_id as "identityId", field_id as "fieldId", coalesce(num, 1) as num
    from profiles_values where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[])
    order by set_at, identity_id`.execute(ctx.db);
  return rows;
}

/** Whether an option of a choice is said of anybody. */
export async function selectUsedOptions(ctx: Ctx, communityId: string, fieldId: string): Promise<number[]> {
  const { rows } = await sql<{ num: number }>`
    select distinct num from profiles_values
    where community_id = ${communityId} and field_id = ${fieldId} and num is not null`.execute(ctx.db);
  return rows.map(({ num }) => num);
}

/** Accounts with a text in a field that contains some words, as a subquery of identity ids. */
export function identitiesWithText(
  communityId: string,
  field: { id: string; words: string; whole: boolean },
): RawBuilder<unknown> {
  const words = field.words.toLowerCase();
  return sql`select v.identity_id from profiles_values v
    where v.community_id = ${communityId} and v.field_id = ${field.id} and v.text is not null
      and ${field.whole ? sql`lower(v.text) = ${words}` : sql`strpos(lower(v.text), ${words}) > 0`}`;
}

import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import type { Definition } from '../definition.ts';

/** A saved segment. */
export interface SavedSegment {
  id: string;
  name: string;
  definition: Definition;
  createdAt: Date;
  changedAt: Date;
}

const columns = sql`id, name, definition, created_at as "createdAt", changed_at as "changedAt"`;

/** Keeps a segment; undefined when its name is taken. */
export async function insertSegment(
  ctx: Ctx,
  segment: { communityId: string; id: string; name: string; definition: Definition; by: string },
): Promise<SavedSegment | undefined> {
  const { rows } = await sql<SavedSegment>`
    insert into profiles_segments (community_id, id, name, definition, created_at, created_by, changed_at)
    values (${segment.communityId}, ${segment.id}, ${segment.name}, ${JSON.stringify(segment.definition)}::jsonb,
            ${ctx.now()}, ${segment.by}, ${ctx.now()})
    on conflict do nothing returning ${columns}`.execute(ctx.db);
  return rows[0];
}

/** Segments by name. */
export async function selectSegments(ctx: Ctx, communityId: string): Promise<SavedSegment[]> {
  const { rows } = await sql<SavedSegment>`
    select ${columns} from profiles_segments where community_id = ${communityId} and deleted_at is null
    order by lower(name), id`.execute(ctx.db);
  return rows;
}

/** One segment. */
export async function selectSegment(ctx: Ctx, communityId: string, id: string): Promise<SavedSegment | undefined> {
  const { rows } = await sql<SavedSegment>`
    select ${columns} from profiles_segments
    where community_id = ${communityId} and id = ${id} and deleted_at is null`.execute(ctx.db);
  return rows[0];
}

/** Changes name and definition; false when the name is taken or there is no such segment. */
export async function updateSegment(
  ctx: Ctx,
  communityId: string,
  segment: Pick<SavedSegment, 'id' | 'name' | 'definition'>,
): Promise<boolean> {
  const { rows } = await sql`
    update profiles_segments s
    set name = ${segment.name}, definition = ${JSON.stringify(segment.definition)}::jsonb, changed_at = ${ctx.now()}
    where s.community_id = ${communityId} and s.id = ${segment.id} and s.deleted_at is null
      and not exists (select from profiles_segments o where o.community_id = s.community_id and o.id <> s.id
        and lower(o.name) = lower(${segment.name}) and o.deleted_at is null)
    returning id`.execute(ctx.db);
  return rows.length > 0;
}

/** Puts a segment away or brings it back; gives its name, undefined when nothing changed or the name is taken meanwhile. */
export async function updateSegmentDeleted(
  ctx: Ctx,
  segment: { communityId: string; id: string },
  deleted: boolean,
): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`
    update profiles_segments s set deleted_at = ${deleted ? ctx.now() : null}::timestamptz
    where s.community_id = ${segment.communityId} and s.id = ${segment.id} and (s.deleted_at is null) = ${deleted}
      and (${deleted} or not exists (select from profiles_segments o where o.community_id = s.community_id and o.id <> s.id
        and lower(o.name) = lower(s.name) and o.deleted_at is null))
    returning name`.execute(ctx.db);
  return rows[0]?.name;
}

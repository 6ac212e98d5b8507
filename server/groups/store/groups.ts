/**
 * All SQL on groups themselves and on what new groups of a tier start with. Members and last activity are counted by
 * statements of their own, so that an edit of a group never writes back an old count.
 */
import { sql, type Generated, type Insertable, type Selectable } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import { prepared } from '../../platform/db/prepared.ts';
import type { Group, Tier, TierDefaults } from '../group.ts';
import type { Lifecycle } from '../lifecycle.ts';

interface GroupTable {
  community_id: string;
  id: string;
  carrier: string;
  external_id: string | null;
  name: string;
  tier: Tier;
  lifecycle: Lifecycle;
  lifecycle_since: Date;
  capacity: number;
  members: Generated<number>;
  picture_id: string | null;
  muted_all: boolean;
  slow_mode_seconds: number;
  name_locked: boolean;
  private_adding: boolean;
  approval: boolean;
  notice_text: string | null;
  notice_at: Date | null;
  notice_by: string | null;
  created_at: Date;
  last_activity_at: Date | null;
}

interface TierDefaultsTable {
  community_id: string;
  tier: Tier;
  capacity: number;
  muted_all: boolean;
  slow_mode_seconds: number;
  name_locked: boolean;
  private_adding: boolean;
  approval: boolean;
}

/** All columns, by name: what is prepared must stay the same statement when a later migration adds one. */
const columnsOfGroup: { [Column in keyof GroupTable]: true } = {
  community_id: true,
  id: true,
  carrier: true,
  external_id: true,
  name: true,
  tier: true,
  lifecycle: true,
  lifecycle_since: true,
  capacity: true,
  members: true,
  picture_id: true,
  muted_all: true,
  slow_mode_seconds: true,
  name_locked: true,
  private_adding: true,
  approval: true,
  notice_text: true,
  notice_at: true,
  notice_by: true,
  created_at: true,
  last_activity_at: true,
};
const groupColumns = sql.join(Object.keys(columnsOfGroup).map((column) => sql.ref(column)));

type Tables = {
  groups_groups: GroupTable;
  groups_tier_defaults: TierDefaultsTable;
};

const tables = (ctx: Ctx) => ctx.db.withTables<Tables>();

/** Adds a group; false when another one on this carrier has the same external id. */
export async function insertGroup(ctx: Ctx, group: Group): Promise<boolean> {
  const row = await tables(ctx)
    .insertInto('groups_groups')
    .values(toRow(group))
    .onConflict((conflict) =>
      conflict.columns(['community_id', 'carrier', 'external_id']).where('external_id', 'is not', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Writes what a team may change; the number of members and the last activity have statements of their own. */
export async function writeGroup(ctx: Ctx, group: Group): Promise<void> {
  const {
    community_id,
    id,
    members: _members,
    last_activity_at: _activity,
    created_at: _created,
    ...facts
  } = toRow(group);
  await tables(ctx)
    .updateTable('groups_groups')
    .set(facts)
    .where('community_id', '=', community_id)
    .where('id', '=', id)
    .execute();
}

/** One group of a community; locked against other changes when `lock` is set. */
export async function selectGroup(
  ctx: Ctx,
  target: { communityId: string; groupId: string; lock?: boolean },
): Promise<Group | undefined> {
  const query = tables(ctx)
    .selectFrom('groups_groups')
    .selectAll()
    .where('community_id', '=', target.communityId)
    .where('id', '=', target.groupId);
  const row = await (target.lock ? query.forUpdate() : query).executeTakeFirst();
  return row && toGroup(row);
}

/** Whether a group of the community wears the picture. */
export async function isGroupPicture(ctx: Ctx, communityId: string, pictureId: string): Promise<boolean> {
  const query = tables(ctx).selectFrom('groups_groups').select('id').where('community_id', '=', communityId);
  return (await query.where('picture_id', '=', pictureId).limit(1).executeTakeFirst()) !== undefined;
}

/** One group by its id alone; locked when `lock` is set. */
export async function selectGroupById(ctx: Ctx, groupId: string, lock = false): Promise<Group | undefined> {
  const { rows } = await sql<Selectable<GroupTable>>`${prepared}
    select ${groupColumns} from groups_groups where id = ${groupId} ${lock ? sql`for update` : sql``}`.execute(ctx.db);
  return rows[0] && toGroup(rows[0]);
}

/** Takes `seats` at once if the group is alive and has that many left; the row lock makes the check and the count one step. */
export async function takeSeatsIfFree(ctx: Ctx, groupId: string, seats: number): Promise<Group | undefined> {
  const row = await tables(ctx)
    .updateTable('groups_groups')
    .set((eb) => ({ members: eb('members', '+', seats) }))
    .where('id', '=', groupId)
    .where('lifecycle', '<>', 'dissolved')
    .where((eb) => eb(eb('members', '+', seats), '<=', eb.ref('capacity')))
    .returningAll()
    .executeTakeFirst();
  return row && toGroup(row);
}

/** Adds to the number of members without asking for capacity: leaving, or a roster read from a carrier. Never below 0. */
export async function shiftMembers(ctx: Ctx, groupId: string, by: number): Promise<Group | undefined> {
  const row = await tables(ctx)
    .updateTable('groups_groups')
    .set({ members: sql`greatest(0, members + ${by}::int)` })
    .where('id', '=', groupId)
    .returningAll()
    .executeTakeFirst();
  return row && toGroup(row);
}

/** What the community wants for new groups of a tier. */
export async function selectTierDefaults(ctx: Ctx, communityId: string): Promise<Partial<Record<Tier, TierDefaults>>> {
  const rows = await tables(ctx)
    .selectFrom('groups_tier_defaults')
    .selectAll()
    .where('community_id', '=', communityId)
    .execute();
  return Object.fromEntries(
    rows.map((row) => [
      row.tier,
      {
        capacity: row.capacity,
        mutedAll: row.muted_all,
        slowModeSeconds: row.slow_mode_seconds,
        nameLocked: row.name_locked,
        privateAdding: row.private_adding,
        approval: row.approval,
      },
    ]),
  );
}

/** Sets what new groups of a tier start with. */
export async function writeTierDefaults(
  ctx: Ctx,
  communityId: string,
  change: { tier: Tier; defaults: TierDefaults },
): Promise<void> {
  const { defaults, tier } = change;
  const values = { capacity: defaults.capacity, ...toStateColumns(defaults) };
  await tables(ctx)
    .insertInto('groups_tier_defaults')
    .values({ community_id: communityId, tier, ...values })
    .onConflict((conflict) => conflict.columns(['community_id', 'tier']).doUpdateSet(values))
    .execute();
}

function toStateColumns(
  state: Pick<Group, 'mutedAll' | 'slowModeSeconds' | 'nameLocked' | 'privateAdding' | 'approval'>,
) {
  return {
    muted_all: state.mutedAll,
    slow_mode_seconds: state.slowModeSeconds,
    name_locked: state.nameLocked,
    private_adding: state.privateAdding,
    approval: state.approval,
  };
}

function toRow(group: Group): Insertable<GroupTable> {
  return {
    community_id: group.communityId,
    id: group.id,
    carrier: group.carrier,
    external_id: group.externalId,
    name: group.name,
    tier: group.tier,
    lifecycle: group.lifecycle,
    lifecycle_since: group.lifecycleSince,
    capacity: group.capacity,
    members: group.members,
    picture_id: group.pictureId,
    ...toStateColumns(group),
    notice_text: group.notice?.text ?? null,
    notice_at: group.notice?.at ?? null,
    notice_by: group.notice?.by ?? null,
    created_at: group.createdAt,
    last_activity_at: group.lastActivityAt,
  };
}

function toGroup(row: Selectable<GroupTable>): Group {
  const { notice_text: text, notice_at: at, notice_by: by } = row;
  return {
    id: row.id,
    communityId: row.community_id,
    carrier: row.carrier,
    externalId: row.external_id,
    name: row.name,
    tier: row.tier,
    lifecycle: row.lifecycle,
    lifecycleSince: row.lifecycle_since,
    capacity: row.capacity,
    members: row.members,
    pictureId: row.picture_id,
    mutedAll: row.muted_all,
    slowModeSeconds: row.slow_mode_seconds,
    nameLocked: row.name_locked,
    privateAdding: row.private_adding,
    approval: row.approval,
    notice: text !== null && at !== null && by !== null ? { text, at, by } : null,
    createdAt: row.created_at,
    lastActivityAt: row.last_activity_at,
  };
}

/** What the list may be filtered by. */
export interface GroupFilter {
  communityId: string;
  tier?: Tier | undefined;
  lifecycle?: Lifecycle | undefined;
  carrier?: string | undefined;
  q?: string | undefined;
}

/** What the list may be sorted by. */
export const groupSorts = ['name', 'members', 'created', 'activity'] as const;

/** One order of the list. */
export interface GroupOrder {
  by: (typeof groupSorts)[number];
  direction: 'asc' | 'desc';
}

const sortColumns = {
  name: { key: sql`name`, type: sql.raw('text') },
  members: { key: sql`members`, type: sql.raw('int') },
  created: { key: sql`created_at`, type: sql.raw('timestamptz') },
  activity: { key: sql`coalesce(last_activity_at, created_at)`, type: sql.raw('timestamptz') },
} as const;

/** A page of groups after the given keys; a community's groups are few enough to be sorted on the way. */
export async function selectGroups(
  ctx: Ctx,
  filter: GroupFilter,
  page: { order: GroupOrder; after: readonly [string | number, string] | undefined; limit: number },
): Promise<{ group: Group; sortKey: string }[]> {
  const { key, type } = sortColumns[page.order.by];
  const comparison = sql.raw(page.order.direction === 'asc' ? '>' : '<');
  const direction = sql.raw(page.order.direction);
  const { after } = page;
  const start = after ? sql`and (${key}, id) ${comparison} (${after[0]}::text::${type}, ${after[1]}::uuid)` : sql``;
  const { rows } = await sql<Selectable<GroupTable> & { sort_key: string }>`
    select *, (${key})::text as sort_key from groups_groups
    where ${filterOf(filter)} ${start}
    order by ${key} ${direction}, id ${direction} limit ${page.limit}`.execute(ctx.db);
  return rows.map(({ sort_key, ...row }) => ({ group: toGroup(row), sortKey: sort_key }));
}

/** What lists over all groups of a community show of each. */
export type GroupFace = Pick<
  Group,
  'id' | 'carrier' | 'name' | 'tier' | 'lifecycle' | 'members' | 'pictureId' | 'createdAt' | 'lastActivityAt'
>;

/** All groups of a community that are not dissolved, by name; one narrow row each, because there may be a thousand. */
export async function selectLivingGroups(ctx: Ctx, communityId: string): Promise<GroupFace[]> {
  const { rows } = await sql<GroupFace>`
    select id, carrier, name, tier, lifecycle, members, picture_id as "pictureId", created_at as "createdAt",
      last_activity_at as "lastActivityAt"
    from groups_groups where community_id = ${communityId} and lifecycle <> 'dissolved' order by name, id`.execute(
    ctx.db,
  );
  return rows;
}

/** Names of some groups of a community, by id; of dissolved ones too. */
export async function selectGroupNames(
  ctx: Ctx,
  communityId: string,
  groupIds: readonly string[],
): Promise<Map<string, string>> {
  if (groupIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from groups_groups where community_id = ${communityId} and id = any(${groupIds}::uuid[])`.execute(
    ctx.db,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** How many groups of a community are in which lifecycle and tier; tiers count the living. */
export async function countGroups(
  ctx: Ctx,
  communityId: string,
): Promise<{ lifecycle: Lifecycle; tier: Tier; count: number }[]> {
  const { rows } = await sql<{ lifecycle: Lifecycle; tier: Tier; count: number }>`
    select lifecycle, tier, count(*)::int as count from groups_groups
    where community_id = ${communityId} group by lifecycle, tier`.execute(ctx.db);
  return rows;
}

function filterOf({ communityId, tier, lifecycle, carrier, q }: GroupFilter) {
  const pattern = q === undefined ? undefined : `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  const conditions = [
    sql`community_id = ${communityId}`,
    // Without a wish the dissolved are left out: they are the archive.
    lifecycle ? sql`lifecycle = ${lifecycle}` : sql`lifecycle <> 'dissolved'`,
    ...(tier ? [sql`tier = ${tier}`] : []),
    ...(carrier ? [sql`carrier = ${carrier}`] : []),
    ...(pattern ? [sql`name ilike ${pattern}`] : []),
  ];
  return sql.join(conditions, sql` and `);
}

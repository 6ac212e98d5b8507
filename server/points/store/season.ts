import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';

/** Where a season is: to come, being ended, over, or given up before. */
export const seasonStates = ['planned', 'running', 'done', 'called_off'] as const;

/** A season of points. */
export interface Season {
  communityId: string;
  id: string;
  name: string;
  /** Its last day, in the zone of the community. */
  endsOn: string;
  words: string;
  state: (typeof seasonStates)[number];
  plannedAt: Date;
  toldAt: Date | null;
  offId: string | null;
  offToldAt: Date | null;
  /** How far the accounts have been gone through. */
  afterAccount: string | null;
  /** Whose points were taken so far, and how many. */
  people: number;
  points: number;
  endedAt: Date | null;
}

/** Names a season. */
export type SeasonId = Pick<Season, 'communityId' | 'id'>;

const columns = sql`community_id as "communityId", id, name, ends_on::text as "endsOn", words, state, planned_at as "plannedAt",
  told_at as "toldAt", off_id as "offId", off_told_at as "offToldAt", after_account as "afterAccount", people, points::bigint as points,
  ended_at as "endedAt"`;

/** Plans a season; false when another one is still to end. */
export async function insertSeason(ctx: Ctx, season: Season): Promise<boolean> {
  const { communityId, id, name, endsOn, words, state, plannedAt } = season;
  const { numAffectedRows } = await sql`
    insert into points_seasons (community_id, id, name, ends_on, words, state, planned_at)
    values (${communityId}, ${id}, ${name}, ${endsOn}::date, ${words}, ${state}, ${plannedAt})
    on conflict do nothing`.execute(ctx.db);
  return numAffectedRows === 1n;
}

/** One season; `lock` = nobody else changes it meanwhile. */
export async function selectSeason(ctx: Ctx, { communityId, id }: SeasonId, lock = false): Promise<Season | undefined> {
  const { rows } = await sql<Season>`
    select ${columns} from points_seasons where community_id = ${communityId} and id = ${id}
    ${lock ? sql`for update` : sql``}`.execute(ctx.db);
  return rows[0];
}

/** The season that is to end, if one is. */
export async function selectComingSeason(ctx: Ctx, communityId: string): Promise<Season | undefined> {
  const { rows } = await sql<Season>`
    select ${columns} from points_seasons
    where community_id = ${communityId} and state in ('planned', 'running')`.execute(ctx.db);
  return rows[0];
}

/** Seasons of a community, the latest first. */
export async function selectSeasons(
  ctx: Ctx,
  communityId: string,
  page: { before: string | null; limit: number },
): Promise<Season[]> {
  const { rows } = await sql<Season>`
    select ${columns} from points_seasons
    where community_id = ${communityId} ${page.before === null ? sql`` : sql`and id < ${page.before}::uuid`}
    order by id desc limit ${page.limit}`.execute(ctx.db);
  return rows;
}

/** Seasons of all communities that are not over, and those called off of which members have to be told. */
export async function selectOpenSeasons(ctx: Ctx): Promise<Season[]> {
  const { rows } = await sql<Season>`
    select ${columns} from points_seasons
    where state in ('planned', 'running') or (state = 'called_off' and off_id is not null and off_told_at is null)
    order by community_id, id`.execute(ctx.db);
  return rows;
}

/** What changes about a season. */
export type SeasonChange = Partial<
  Pick<Season, 'state' | 'toldAt' | 'offId' | 'offToldAt' | 'afterAccount' | 'people' | 'points' | 'endedAt'>
>;

/** Writes a season as it is now; it must be locked. */
export async function updateSeason(ctx: Ctx, season: Season, change: SeasonChange): Promise<Season> {
  const now = { ...season, ...change };
  await sql`
    update points_seasons set state = ${now.state}, told_at = ${now.toldAt}, off_id = ${now.offId},
      off_told_at = ${now.offToldAt}, after_account = ${now.afterAccount}, people = ${now.people}, points = ${now.points},
      ended_at = ${now.endedAt}
    where community_id = ${now.communityId} and id = ${now.id}`.execute(ctx.db);
  return now;
}

import type { ColumnType, Generated, Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Ctx } from '../platform/context.ts';
import { prepared } from '../platform/db/prepared.ts';
import { canvasSchema, emptyCanvas, type Canvas } from './canvas.ts';
import type { Community } from './community.ts';
import type { Assumption, AssumptionStatus } from './assumptions.ts';
import type { CommunityKind, Stage } from './kinds.ts';

type Json<Value> = ColumnType<Value, string, string>;

interface CommunityTable {
  id: string;
  name: string;
  kind: CommunityKind;
  stage: Stage;
  zone: string;
  zone_version: Generated<number>;
  purpose: Json<unknown>;
  purpose_adopted_at: Date | null;
  draft: Json<unknown>;
  official_name: string;
  official_picture_id: string | null;
  founded_at: Date;
  founded_by: string;
}

interface AssumptionTable {
  community_id: string;
  id: string;
  statement: string;
  stage: Stage;
  status: AssumptionStatus;
  evidence: string;
  created_at: Date;
  decided_at: Date | null;
}

type Tables = {
  communities_communities: CommunityTable;
  communities_zones: { community_id: string; version: number; zone: string; since: Date };
  communities_assumptions: AssumptionTable;
  communities_playbooks: PlaybookTable;
};

interface PlaybookTable {
  community_id: string;
  id: string;
  playbook: string;
  file: string;
  parameters: Json<Record<string, string | number>>;
  applied_at: Date;
  applied_by: string;
}

/** A playbook that was played into a community. */
export interface AppliedPlaybook {
  id: string;
  communityId: string;
  playbook: string;
  file: string;
  parameters: Record<string, string | number>;
  appliedAt: Date;
  appliedBy: string;
}

const tables = (ctx: Ctx) => ctx.db.withTables<Tables>();

/** Adds a community and the first row of its zone history. */
export async function insertCommunity(ctx: Ctx, community: Community & { foundedBy: string }): Promise<void> {
  await tables(ctx)
    .insertInto('communities_communities')
    .values({
      id: community.id,
      founded_at: community.foundedAt,
      founded_by: community.foundedBy,
      ...toColumns(community),
    })
    .execute();
  await insertZone(ctx, community, community.foundedAt);
}

/** Writes everything that can change about a community. */
export async function writeCommunity(ctx: Ctx, community: Community): Promise<void> {
  await tables(ctx)
    .updateTable('communities_communities')
    .set({ zone_version: community.zoneVersion, ...toColumns(community) })
    .where('id', '=', community.id)
    .execute();
}

/** Records which zone is in force from `since` on. */
export async function insertZone(ctx: Ctx, community: Community, since: Date): Promise<void> {
  await tables(ctx)
    .insertInto('communities_zones')
    .values({ community_id: community.id, version: community.zoneVersion, zone: community.zone, since })
    .execute();
}

/** The zone in which a community counts its days. */
export async function selectZone(ctx: Ctx, communityId: string): Promise<string | undefined> {
  const { rows } = await sql<{ zone: string }>`${prepared}
    select zone from communities_communities where id = ${communityId}`.execute(ctx.db);
  return rows[0]?.zone;
}

/** One community; locked against other changes when `lock` is set. */
export async function selectCommunity(ctx: Ctx, communityId: string, lock = false): Promise<Community | undefined> {
  const query = tables(ctx).selectFrom('communities_communities').selectAll().where('id', '=', communityId);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row && toCommunity(row);
}

/** A page of the given communities, oldest first. */
export async function selectCommunities(
  ctx: Ctx,
  page: { ids: readonly string[]; after: string | undefined; limit: number },
): Promise<Community[]> {
  if (page.ids.length === 0) return [];
  let query = tables(ctx).selectFrom('communities_communities').selectAll().where('id', 'in', page.ids);
  if (page.after !== undefined) query = query.where('id', '>', page.after);
  const rows = await query.orderBy('id').limit(page.limit).execute();
  return rows.map(toCommunity);
}

/** Adds an assumption. */
export async function insertAssumption(ctx: Ctx, communityId: string, assumption: Assumption): Promise<void> {
  await tables(ctx)
    .insertInto('communities_assumptions')
    .values({
      community_id: communityId,
      id: assumption.id,
      created_at: assumption.createdAt,
      ...toAssumptionColumns(assumption),
    })
    .execute();
}

/** Writes everything that can change about an assumption. */
export async function writeAssumption(ctx: Ctx, communityId: string, assumption: Assumption): Promise<void> {
  await tables(ctx)
    .updateTable('communities_assumptions')
    .set(toAssumptionColumns(assumption))
    .where('community_id', '=', communityId)
    .where('id', '=', assumption.id)
    .execute();
}

/** Removes an assumption; true when there was one. */
export async function deleteAssumption(ctx: Ctx, communityId: string, assumptionId: string): Promise<boolean> {
  const result = await tables(ctx)
    .deleteFrom('communities_assumptions')
    .where('community_id', '=', communityId)
    .where('id', '=', assumptionId)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** One assumption. */
export async function selectAssumption(
  ctx: Ctx,
  communityId: string,
  assumptionId: string,
): Promise<Assumption | undefined> {
  const row = await tables(ctx)
    .selectFrom('communities_assumptions')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('id', '=', assumptionId)
    .executeTakeFirst();
  return row && toAssumption(row);
}

/** A page of assumptions, oldest first. */
export async function selectAssumptions(
  ctx: Ctx,
  communityId: string,
  page: { after: string | undefined; limit: number; status?: AssumptionStatus | undefined },
): Promise<Assumption[]> {
  let query = tables(ctx).selectFrom('communities_assumptions').selectAll().where('community_id', '=', communityId);
  if (page.status) query = query.where('status', '=', page.status);
  if (page.after !== undefined) query = query.where('id', '>', page.after);
  const rows = await query.orderBy('id').limit(page.limit).execute();
  return rows.map(toAssumption);
}

/** How many assumptions have which status. */
export async function countAssumptions(ctx: Ctx, communityId: string): Promise<Record<AssumptionStatus, number>> {
  const { rows } = await sql<{ status: AssumptionStatus; count: number }>`
    select status, count(*)::int as count from communities_assumptions
    where community_id = ${communityId} group by status`.execute(ctx.db);
  const count = (status: AssumptionStatus) => rows.find((row) => row.status === status)?.count ?? 0;
  return { untested: count('untested'), confirmed: count('confirmed'), refuted: count('refuted') };
}

/** Keeps a playbook that is being applied. */
export async function insertPlaybook(ctx: Ctx, applied: AppliedPlaybook): Promise<void> {
  const { communityId, appliedAt, appliedBy, parameters, ...rest } = applied;
  await tables(ctx)
    .insertInto('communities_playbooks')
    .values({
      ...rest,
      community_id: communityId,
      parameters: JSON.stringify(parameters),
      applied_at: appliedAt,
      applied_by: appliedBy,
    })
    .execute();
}

/** All playbooks that were played into a community, oldest first. */
export async function selectPlaybooks(ctx: Ctx, communityId: string): Promise<AppliedPlaybook[]> {
  const rows = await tables(ctx)
    .selectFrom('communities_playbooks')
    .selectAll()
    .where('community_id', '=', communityId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    communityId: row.community_id,
    playbook: row.playbook,
    file: row.file,
    parameters: row.parameters,
    appliedAt: row.applied_at,
    appliedBy: row.applied_by,
  }));
}

function toColumns(community: Community) {
  return {
    name: community.name,
    kind: community.kind,
    stage: community.stage,
    zone: community.zone,
    purpose: community.purposeAdoptedAt === null ? 'null' : JSON.stringify(community.purpose),
    purpose_adopted_at: community.purposeAdoptedAt,
    draft: JSON.stringify(community.draft),
    official_name: community.official.name,
    official_picture_id: community.official.pictureId,
  };
}

function toCommunity(row: Selectable<CommunityTable>): Community {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    stage: row.stage,
    zone: row.zone,
    zoneVersion: row.zone_version,
    purpose: row.purpose_adopted_at === null ? emptyCanvas : readCanvas(row.purpose),
    purposeAdoptedAt: row.purpose_adopted_at,
    draft: readCanvas(row.draft),
    official: { name: row.official_name, pictureId: row.official_picture_id },
    foundedAt: row.founded_at,
  };
}

/** The schema adds what later versions of the canvas ask and this row has not answered. */
function readCanvas(value: unknown): Canvas {
  return canvasSchema.parse(value ?? {});
}

function toAssumptionColumns(assumption: Assumption) {
  return {
    statement: assumption.statement,
    stage: assumption.stage,
    status: assumption.status,
    evidence: assumption.evidence,
    decided_at: assumption.decidedAt,
  };
}

function toAssumption(row: Selectable<AssumptionTable>): Assumption {
  return {
    id: row.id,
    statement: row.statement,
    stage: row.stage,
    status: row.status,
    evidence: row.evidence,
    createdAt: row.created_at,
    decidedAt: row.decided_at,
  };
}

import { sql } from 'kysely';
import type { MemberRole } from '../../people/index.ts';
import type { Ctx } from '../../platform/context.ts';
import type { PastStep, SanctionStep } from '../ladder.ts';

/** A step of the ladder that somebody has come to. */
export interface Sanction extends PastStep {
  id: string;
  communityId: string;
  caseId: string;
  groupId: string;
  identityId: string;
  rule: string;
  step: SanctionStep;
  givenAt: Date;
  givenBy: string | null;
  /** End of a mute. */
  until: Date | null;
  taskId: string | null;
  undoneAt: Date | null;
  undoneBy: string | null;
  /** The stay that a removal has ended, to put it back as it was. */
  stay: Stay | null;
}

/** How somebody was in a group. */
export interface Stay {
  role: MemberRole;
  source: string;
  linkId: string | null;
  code: string | null;
  inviterId: string | null;
}

const columns = sql`id, community_id as "communityId", case_id as "caseId", group_id as "groupId", identity_id as "identityId",
  rule, step, state, given_at as "givenAt", given_by as "givenBy", until, decays_at as "decaysAt", task_id as "taskId",
  undone_at as "undoneAt", undone_by as "undoneBy", stay`;

/** Writes a step. */
export async function insertSanction(ctx: Ctx, sanction: Omit<Sanction, 'undoneAt' | 'undoneBy'>): Promise<Sanction> {
  const { rows } = await sql<Sanction>`
    insert into rules_sanctions (community_id, id, case_id, group_id, identity_id, rule, step, state, given_at, given_by, until,
      decays_at, task_id)
    values (${sanction.communityId}, ${sanction.id}, ${sanction.caseId}, ${sanction.groupId}, ${sanction.identityId},
      ${sanction.rule}, ${sanction.step}, ${sanction.state}, ${sanction.givenAt}, ${sanction.givenBy}, ${sanction.until},
      ${sanction.decaysAt}, ${sanction.taskId})
    returning ${columns}`.execute(ctx.db);
  return rows[0]!;
}

/** Steps of an identity for one rule. Locks the identity's ladder, so that two decisions at once come one after the other. */
export async function lockSteps(
  ctx: Ctx,
  who: { communityId: string; identityId: string; rule: string },
): Promise<Sanction[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`rules.ladder ${who.communityId} ${who.identityId}`}, 0))`.execute(
    ctx.db,
  );
  return selectSteps(ctx, who);
}

/** Steps of an identity for one rule, oldest first. */
export async function selectSteps(
  ctx: Ctx,
  who: { communityId: string; identityId: string; rule: string },
): Promise<Sanction[]> {
  const { rows } = await sql<Sanction>`
    select ${columns} from rules_sanctions
    where community_id = ${who.communityId} and identity_id = ${who.identityId} and rule = ${who.rule}
      and decays_at > ${ctx.now()}
    order by given_at, id`.execute(ctx.db);
  return rows;
}

/** All steps of an identity, newest first. */
export async function selectSanctionsOf(
  ctx: Ctx,
  communityId: string,
  identityIds: readonly string[],
): Promise<Sanction[]> {
  const { rows } = await sql<Sanction>`
    select ${columns} from rules_sanctions
    where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[])
    order by given_at desc, id desc limit 500`.execute(ctx.db);
  return rows;
}

/** Steps that followed from cases, oldest first. */
export async function selectSanctionsByCase(
  ctx: Ctx,
  communityId: string,
  caseIds: readonly string[],
): Promise<Sanction[]> {
  if (caseIds.length === 0) return [];
  const { rows } = await sql<Sanction>`
    select ${columns} from rules_sanctions
    where community_id = ${communityId} and case_id = any(${caseIds}::uuid[]) order by given_at, id`.execute(ctx.db);
  return rows;
}

/** A step, locked until the end of the transaction. */
export async function lockSanction(
  ctx: Ctx,
  id: { communityId: string; sanctionId: string },
): Promise<Sanction | undefined> {
  const { rows } = await sql<Sanction>`
    select ${columns} from rules_sanctions
    where community_id = ${id.communityId} and id = ${id.sanctionId} for update`.execute(ctx.db);
  return rows[0];
}

/** Writes what has become of a step. */
export async function updateSanction(
  ctx: Ctx,
  id: { communityId: string; sanctionId: string },
  change: { state: Sanction['state']; by: string | null; taskId?: string | null },
): Promise<void> {
  const undone = change.state === 'undone';
  await sql`
    update rules_sanctions set state = ${change.state},
      undone_at = ${undone ? ctx.now() : null}::timestamptz, undone_by = ${undone ? change.by : null}::uuid
    where community_id = ${id.communityId} and id = ${id.sanctionId}`.execute(ctx.db);
}

/** Notes the task that a step waits for. */
export async function setSanctionTask(
  ctx: Ctx,
  id: { communityId: string; sanctionId: string },
  taskId: string,
): Promise<void> {
  await sql`
    update rules_sanctions set task_id = ${taskId}
    where community_id = ${id.communityId} and id = ${id.sanctionId}`.execute(ctx.db);
}

/** Keeps what a removal has ended. */
export async function keepStay(ctx: Ctx, id: { communityId: string; sanctionId: string }, stay: Stay): Promise<void> {
  await sql`
    update rules_sanctions set stay = ${JSON.stringify(stay)}::jsonb
    where community_id = ${id.communityId} and id = ${id.sanctionId}`.execute(ctx.db);
}

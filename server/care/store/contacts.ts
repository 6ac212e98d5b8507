/** All SQL on `care_contacts`. */
import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import type { Arm } from '../effect.ts';
import type { Part, Rhythm } from '../fading.ts';

/** What came of a contact. */
export const outcomes = ['talked', 'no_answer', 'left_alone'] as const;

/** Why somebody went silent, as they said it. */
export const causes = ['mood', 'shy', 'return', 'atmosphere', 'other'] as const;

/** Somebody for whom lots were drawn, or who was chosen by hand. */
export interface Contact extends Rhythm {
  communityId: string;
  id: string;
  identityId: string;
  arm: 'contact' | 'held' | 'direct';
  assignedAt: Date;
  taskId: string | null;
  outcome: (typeof outcomes)[number] | null;
  cause: (typeof causes)[number] | null;
  note: string;
  settledAt: Date | null;
  returned: boolean | null;
}

const columns = sql`c.community_id as "communityId", c.id, c.identity_id as "identityId", c.arm, c.days_before as "daysBefore",
  c.days_now as "daysNow", c.last_on as "lastOn", c.assigned_at as "assignedAt", c.task_id as "taskId", c.outcome, c.cause, c.note,
  c.settled_at as "settledAt", c.returned`;

/** Two who draw at once wait for each other, so that nobody is drawn twice. */
export async function lockDraws(ctx: Ctx, communityId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`care.draw ${communityId}`}, 0))`.execute(ctx.db);
}

/** Keeps lots before anybody is contacted. */
export async function insertContacts(
  ctx: Ctx,
  drawn: { communityId: string; seed: string; share: number; by: string },
  people: readonly Pick<Contact, 'id' | 'identityId' | 'arm' | 'daysBefore' | 'daysNow' | 'lastOn'>[],
): Promise<void> {
  await sql`
    insert into care_contacts (community_id, id, identity_id, arm, seed, share, days_before, days_now, last_on, assigned_at, assigned_by)
    select ${drawn.communityId}::uuid, given.id, given."identityId", given.arm, ${drawn.seed}, ${drawn.share}::float8,
      given."daysBefore", given."daysNow", given."lastOn", ${ctx.now()}, ${drawn.by}
    from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as given(id uuid, "identityId" uuid, arm text, "daysBefore" int,
      "daysNow" int, "lastOn" date)`.execute(ctx.db);
}

/** Accounts for which lots were drawn since a moment. */
export async function selectDrawnSince(ctx: Ctx, communityId: string, since: Date): Promise<Set<string>> {
  const { rows } = await sql<{ identityId: string }>`
    select distinct identity_id as "identityId" from care_contacts
    where community_id = ${communityId} and assigned_at > ${since}`.execute(ctx.db);
  return new Set(rows.map(({ identityId }) => identityId));
}

/** Keeps the task of a contact. */
export async function setContactTask(ctx: Ctx, id: { communityId: string; id: string }, taskId: string): Promise<void> {
  await sql`
    update care_contacts set task_id = ${taskId} where community_id = ${id.communityId} and id = ${id.id}`.execute(
    ctx.db,
  );
}

/** One contact, locked. */
export async function lockContact(ctx: Ctx, id: { communityId: string; id: string }): Promise<Contact | undefined> {
  const { rows } = await sql<Contact>`
    select ${columns} from care_contacts c where c.community_id = ${id.communityId} and c.id = ${id.id} for update`.execute(
    ctx.db,
  );
  return rows[0];
}

/** Notes what came of a contact. */
export async function settleContact(
  ctx: Ctx,
  id: { communityId: string; id: string },
  how: Pick<Contact, 'outcome' | 'cause' | 'note'> & { by: string },
): Promise<void> {
  await sql`
    update care_contacts set outcome = ${how.outcome}, cause = ${how.cause}, note = ${how.note}, settled_at = ${ctx.now()},
      settled_by = ${how.by}
    where community_id = ${id.communityId} and id = ${id.id}`.execute(ctx.db);
}

/** A page of those whom the team writes to, newest first. Who is held back is a number only, so that nobody writes to them after all. */
export async function selectContacts(
  ctx: Ctx,
  communityId: string,
  page: { before: string | null; limit: number },
): Promise<Contact[]> {
  const { rows } = await sql<Contact>`
    select ${columns} from care_contacts c
    where c.community_id = ${communityId} and c.arm <> 'held' and (${page.before}::uuid is null or c.id < ${page.before}::uuid)
    order by c.id desc limit ${page.limit}`.execute(ctx.db);
  return rows;
}

/** Those whose 28 days are over and who are not measured yet. */
export async function selectToMeasure(
  ctx: Ctx,
  until: Date,
  limit: number,
): Promise<Pick<Contact, 'communityId' | 'id' | 'identityId' | 'assignedAt'>[]> {
  const { rows } = await sql<Pick<Contact, 'communityId' | 'id' | 'identityId' | 'assignedAt'>>`
    select community_id as "communityId", id, identity_id as "identityId", assigned_at as "assignedAt" from care_contacts
    where measured_at is null and assigned_at <= ${until} order by assigned_at, id limit ${limit}`.execute(ctx.db);
  return rows;
}

/** Notes whether somebody has returned. */
export async function setReturned(ctx: Ctx, id: { communityId: string; id: string }, returned: boolean): Promise<void> {
  await sql`
    update care_contacts set returned = ${returned}, measured_at = ${ctx.now()}
    where community_id = ${id.communityId} and id = ${id.id} and measured_at is null`.execute(ctx.db);
}

/** People of each arm and part: how many were measured and have returned, and how many still wait. */
export async function countArms(
  ctx: Ctx,
  communityId: string,
): Promise<(Arm & { arm: 'contact' | 'held'; part: Part; waiting: number })[]> {
  const { rows } = await sql<Arm & { arm: 'contact' | 'held'; part: Part; waiting: number }>`
    select arm, case when days_now = 0 then 'gone' else 'less' end as part,
      (count(*) filter (where measured_at is not null))::int as people, (count(*) filter (where returned))::int as returned,
      (count(*) filter (where measured_at is null))::int as waiting
    from care_contacts where community_id = ${communityId} and arm <> 'direct' group by 1, 2`.execute(ctx.db);
  return rows;
}

/** How often each cause was said, over all contacts. */
export async function countCauses(ctx: Ctx, communityId: string): Promise<{ cause: string; count: number }[]> {
  const { rows } = await sql<{ cause: string; count: number }>`
    select cause, count(*)::int as count from care_contacts
    where community_id = ${communityId} and cause is not null group by 1 order by 2 desc, 1`.execute(ctx.db);
  return rows;
}

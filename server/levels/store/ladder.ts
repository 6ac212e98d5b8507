import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import type { Level, Policy } from '../definition.ts';

/** Why everybody is looked at: a ladder is new, its rules have changed, or the night. */
export type PassCause = 'placed' | 'ladder' | 'rules';

/** A ladder. */
export interface Ladder {
  communityId: string;
  id: string;
  name: string;
  main: boolean;
  policy: Policy;
  levels: Level[];
  revision: number;
  nextNumber: number;
  changedAt: Date;
  /** Set while everybody is looked at. */
  passCause: PassCause | null;
  passTells: boolean;
  passAfter: string | null;
  passedOn: string | null;
}

const columns = sql`community_id as "communityId", id, name, main, policy, levels, revision, next_number as "nextNumber",
  changed_at as "changedAt", pass_cause as "passCause", pass_tells as "passTells", pass_after as "passAfter",
  passed_on::text as "passedOn"`;

/** The ladders of a community, the main one first. */
export async function selectLadders(ctx: Ctx, communityId: string): Promise<Ladder[]> {
  const { rows } = await sql<Ladder>`
    select ${columns} from levels_ladders where community_id = ${communityId} and deleted_at is null
    order by main desc, id`.execute(ctx.db);
  return rows;
}

/** One ladder; `lock` = whoever else wants to change who stands where on it waits. */
export async function selectLadder(
  ctx: Ctx,
  communityId: string,
  { id, lock = false }: { id: string; lock?: boolean },
): Promise<Ladder | undefined> {
  const { rows } = await sql<Ladder>`
    select ${columns} from levels_ladders where community_id = ${communityId} and id = ${id} and deleted_at is null
    ${lock ? sql`for update` : sql``}`.execute(ctx.db);
  return rows[0];
}

/** Ladders that are to be gone through: some are in the middle of it, the others have not been on this community's day. */
export async function selectAllLadders(ctx: Ctx): Promise<Ladder[]> {
  const { rows } = await sql<Ladder>`
    select ${columns} from levels_ladders where deleted_at is null order by community_id, id`.execute(ctx.db);
  return rows;
}

/** Takes the place of the main ladder from the others. */
export async function clearMain(ctx: Ctx, communityId: string): Promise<void> {
  await sql`update levels_ladders set main = false where community_id = ${communityId} and main`.execute(ctx.db);
}

/** What is written of a ladder. */
export type LadderWords = Pick<Ladder, 'id' | 'name' | 'main' | 'policy' | 'levels' | 'nextNumber'> & { by: string };

/** Keeps a ladder; false when its name is taken. Everybody is going to be placed on it. */
export async function insertLadder(ctx: Ctx, communityId: string, ladder: LadderWords): Promise<boolean> {
  const { rows } = await sql`
    insert into levels_ladders (community_id, id, name, main, policy, levels, next_number, created_at, changed_at, changed_by, pass_cause)
    values (${communityId}, ${ladder.id}, ${ladder.name}, ${ladder.main}, ${JSON.stringify(ladder.policy)}::jsonb,
      ${JSON.stringify(ladder.levels)}::jsonb, ${ladder.nextNumber}, ${ctx.now()}, ${ctx.now()}, ${ladder.by}, 'placed')
    on conflict do nothing returning id`.execute(ctx.db);
  return rows.length > 0;
}

/** Changes a ladder; everybody is going to be looked at. False when the name is taken. */
export async function updateLadder(
  ctx: Ctx,
  communityId: string,
  ladder: LadderWords & { tells: boolean },
): Promise<boolean> {
  const { rows } = await sql`
    update levels_ladders l set name = ${ladder.name}, main = ${ladder.main}, policy = ${JSON.stringify(ladder.policy)}::jsonb,
      levels = ${JSON.stringify(ladder.levels)}::jsonb, next_number = ${ladder.nextNumber}, revision = revision + 1,
      changed_at = ${ctx.now()}, changed_by = ${ladder.by}, pass_after = null, pass_tells = ${ladder.tells},
      pass_cause = case when pass_cause = 'placed' then 'placed' else 'ladder' end
    where l.community_id = ${communityId} and l.id = ${ladder.id} and l.deleted_at is null
      and not exists (select from levels_ladders o where o.community_id = l.community_id and o.id <> l.id
        and lower(o.name) = lower(${ladder.name}) and o.deleted_at is null)
    returning id`.execute(ctx.db);
  return rows.length > 0;
}

/** Puts a ladder away; what was on it stays for the history. Gives its name. */
export async function deleteLadder(ctx: Ctx, communityId: string, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`
    update levels_ladders set deleted_at = ${ctx.now()}, main = false
    where community_id = ${communityId} and id = ${id} and deleted_at is null returning name`.execute(ctx.db);
  return rows[0]?.name;
}

/** Begins to go through everybody for the night. */
export async function startPass(ctx: Ctx, communityId: string, id: string): Promise<void> {
  await sql`
    update levels_ladders set pass_cause = 'rules', pass_tells = true, pass_after = null
    where community_id = ${communityId} and id = ${id} and pass_cause is null`.execute(ctx.db);
}

/** Notes how far it has come; `after` null = it is done for this day. */
export async function updatePass(
  ctx: Ctx,
  { communityId, id }: Pick<Ladder, 'communityId' | 'id'>,
  { after, today }: { after: string | null; today: string },
): Promise<void> {
  const done = sql`pass_cause = null, pass_after = null, passed_on = ${today}::date`;
  await sql`
    update levels_ladders set ${after === null ? done : sql`pass_after = ${after}`}
    where community_id = ${communityId} and id = ${id}`.execute(ctx.db);
}

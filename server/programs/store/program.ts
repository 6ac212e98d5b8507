import { sql } from 'kysely';
import { prepared } from '../../platform/db/prepared.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Program } from '../program.ts';

/** Programs of communities, newest first, or one of them; locked against changes and new claims when asked. One statement. */
export async function selectPrograms(
  ctx: Ctx,
  which: { communityIds: readonly string[]; id?: string; lock?: boolean },
): Promise<Program[]> {
  const { rows } = await sql<Program>`${prepared}
    select p.id, p.community_id as "communityId", p.kind, p.name, p.everywhere, p.starts_on as "startsOn",
      p.ends_on as "endsOn", p.definition, p.pauses, p.created_at as "createdAt", p.changed_at as "changedAt",
      array(select g.group_id from programs_groups g
            where g.community_id = p.community_id and g.program_id = p.id order by 1)::text[] as "groupIds"
    from programs_programs p
    where p.community_id = any(${which.communityIds}::uuid[])
      and (${which.id ?? null}::uuid is null or p.id = ${which.id ?? null}::uuid)
    order by p.community_id, p.id desc ${which.lock ? sql`for update of p` : sql``}`.execute(ctx.db);
  return rows;
}

/** Adds a program; its groups are written by `writeGroups`. */
export async function insertProgram(ctx: Ctx, program: Program): Promise<void> {
  const { definition } = program;
  await sql`
    insert into programs_programs
      (community_id, id, kind, name, everywhere, starts_on, ends_on, definition, created_at, changed_at)
    values (${program.communityId}, ${program.id}, ${program.kind}, ${program.name}, ${program.everywhere},
      ${program.startsOn}, ${program.endsOn}, ${JSON.stringify(definition)}::jsonb, ${program.createdAt},
      ${program.changedAt})`.execute(ctx.db);
}

/** Writes what may change of a program, except its groups. */
export async function updateProgramRow(ctx: Ctx, program: Program): Promise<void> {
  await sql`
    update programs_programs set name = ${program.name}, everywhere = ${program.everywhere},
      starts_on = ${program.startsOn}, ends_on = ${program.endsOn},
      definition = ${JSON.stringify(program.definition)}::jsonb, pauses = ${JSON.stringify(program.pauses)}::jsonb,
      changed_at = ${program.changedAt}
    where community_id = ${program.communityId} and id = ${program.id}`.execute(ctx.db);
}

/** Replaces the groups of a program. */
export async function writeGroups(ctx: Ctx, program: Program): Promise<void> {
  const { communityId, id, groupIds } = program;
  await sql`
    delete from programs_groups
    where community_id = ${communityId} and program_id = ${id} and not group_id = any(${groupIds}::uuid[])`.execute(
    ctx.db,
  );
  await sql`
    insert into programs_groups (community_id, program_id, group_id)
    select ${communityId}, ${id}, unnest(${groupIds}::uuid[]) on conflict do nothing`.execute(ctx.db);
}

/** How many claims there are for a program; counted up to one. */
export async function countClaims(ctx: Ctx, program: Program): Promise<number> {
  const { rows } = await sql`
    select 1 from programs_claims
    where community_id = ${program.communityId} and program_id = ${program.id} limit 1`.execute(ctx.db);
  return rows.length;
}

/** Deletes a program with everything of it. */
export async function deleteProgram(ctx: Ctx, program: Program): Promise<void> {
  await sql`delete from programs_programs where community_id = ${program.communityId} and id = ${program.id}`.execute(
    ctx.db,
  );
}

import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';

/** Notes since when something only notes, unless that is known already. */
export async function insertShadow(ctx: Ctx, communityId: string, subject: string): Promise<void> {
  await sql`
    insert into rules_shadows (community_id, subject, since) values (${communityId}, ${subject}, ${ctx.now()})
    on conflict do nothing`.execute(ctx.db);
}

/** Forgets it: from now on it acts, or does not look. */
export async function deleteShadow(ctx: Ctx, communityId: string, subject: string): Promise<void> {
  await sql`delete from rules_shadows where community_id = ${communityId} and subject = ${subject}`.execute(ctx.db);
}

/** Since when something only notes; undefined when that is not known. */
export async function selectShadow(ctx: Ctx, communityId: string, subject: string): Promise<Date | undefined> {
  const { rows } = await sql<{ since: Date }>`
    select since from rules_shadows where community_id = ${communityId} and subject = ${subject}`.execute(ctx.db);
  return rows[0]?.since;
}

/** What was noted and what became of it. */
export interface ShadowTally {
  noticed: number;
  right: number;
  wrong: number;
  oldest: Date | null;
  newest: Date | null;
}

/** Counts what a check or a list has noted since a moment: `evidence` is what a finding of it has, as JSON. */
export async function tallyShadow(
  ctx: Ctx,
  communityId: string,
  { evidence, since }: { evidence: object; since: Date | null },
): Promise<ShadowTally> {
  const { rows } = await sql<ShadowTally>`
    select count(*)::int as noticed, count(*) filter (where state in ('upheld', 'confirmed'))::int as "right",
      count(*) filter (where state in ('released', 'overturned'))::int as wrong, min(opened_at) as oldest,
      max(opened_at) as newest
    from rules_cases
    where community_id = ${communityId} and kind = 'dry' and evidence @> ${JSON.stringify([evidence])}::jsonb
      and (${since}::timestamptz is null or opened_at >= ${since}::timestamptz)`.execute(ctx.db);
  return rows[0]!;
}

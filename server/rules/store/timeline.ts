import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';

/** A case that began or a step that was given. */
export interface Happening {
  id: string;
  what: 'case' | 'sanction';
  at: Date;
  groupId: string;
  caseId: string;
  state: string;
  /** Kind of the case, or the step. */
  detail: string;
  rule: string;
}

/** Cases and steps of identities, latest first; those that were only noted are none. */
export async function selectHappenings(
  ctx: Ctx,
  which: { communityId: string; identityIds: readonly string[]; until: Date | null; limit: number },
): Promise<Happening[]> {
  const { communityId, identityIds, until, limit } = which;
  const { rows } = await sql<Happening>`
    select id, 'case' as what, opened_at as at, group_id as "groupId", id as "caseId", state, kind as detail, rule
    from rules_cases
    where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[]) and kind <> 'dry' and audience = 'team'
      and (${until}::timestamptz is null or opened_at <= ${until}::timestamptz)
    union all
    select id, 'sanction', given_at, group_id, case_id, state, step, rule from rules_sanctions
    where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[]) and state <> 'dry'
      and (${until}::timestamptz is null or given_at <= ${until}::timestamptz)
    order by at desc, id limit ${limit}`.execute(ctx.db);
  return rows;
}

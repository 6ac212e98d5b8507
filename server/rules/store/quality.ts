import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import { caseResults } from '../case-state.ts';
import type { CheckName } from '../checks/check.ts';

/** What a check, or all of them together, has stopped in some days, and what became of it. */
export interface StoppedTally {
  check: CheckName | 'all';
  days: number;
  stopped: number;
  right: number;
  wrong: number;
  overturned: number;
  decided: number;
  medianSeconds: number | null;
  dryNoted: number;
  dryRight: number;
  dryWrong: number;
}

/** Counts cases by each check that took part, over several numbers of days at once; `from` = the first id that can be of them. */
export async function tallyStopped(
  ctx: Ctx,
  communityId: string,
  { days, from }: { days: readonly number[]; from: string },
): Promise<StoppedTally[]> {
  const right = sql`c.state = any(${caseResults.right}::text[])`;
  const wrong = sql`c.state = any(${caseResults.wrong}::text[])`;
  const real = sql`c.kind <> 'dry'`;
  const { rows } = await sql<StoppedTally>`
    select one."check", p.days, count(*) filter (where ${real})::int as stopped,
      count(*) filter (where ${real} and ${right})::int as right, count(*) filter (where ${real} and ${wrong})::int as wrong,
      count(*) filter (where ${real} and c.state = 'overturned')::int as overturned,
      count(*) filter (where ${real} and c.decided_at is not null)::int as decided,
      percentile_cont(0.5) within group (order by extract(epoch from c.decided_at - c.opened_at)::double precision)
        filter (where ${real} and c.decided_at is not null) as "medianSeconds",
      count(*) filter (where not ${real})::int as "dryNoted",
      count(*) filter (where not ${real} and ${right})::int as "dryRight",
      count(*) filter (where not ${real} and ${wrong})::int as "dryWrong"
    from rules_cases c
    join lateral (
      select distinct found ->> 'check' as "check" from jsonb_array_elements(c.evidence) found
      union all select 'all' where c.evidence <> '[]'::jsonb
    ) one on true
    join unnest(${days}::int[]) p(days) on c.opened_at >= ${ctx.now()}::timestamptz - make_interval(days => p.days)
    where c.community_id = ${communityId} and c.id >= ${from}::uuid
    group by 1, 2`.execute(ctx.db);
  return rows;
}

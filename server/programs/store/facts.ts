import { sql } from 'kysely';
import type { PersonAccounts } from '../../people/index.ts';
import type { Ctx } from '../../platform/context.ts';

/** Check-ins of a person in the last 7, 28 and 90 days, and when the first of them will be too long ago. */
export interface DayCounts {
  personId: string;
  checkIns: [number, number, number];
  dueOn: string;
}

/** Counts days of people, each day of each program once; who has none is absent. */
export async function selectDayCounts(
  ctx: Ctx,
  communityId: string,
  { people, today }: { people: readonly PersonAccounts[]; today: string },
): Promise<DayCounts[]> {
  const persons = people.flatMap(({ personId, identityIds }) => identityIds.map(() => personId));
  const identities = people.flatMap(({ identityIds }) => identityIds);
  const within = (days: number) =>
    sql`(count(distinct (d.program_id, d.day)) filter (where d.day > ${today}::date - ${sql.lit(days)}))::int`;
  const { rows } = await sql<DayCounts>`
    select w.person_id as "personId", array[${within(7)}, ${within(28)}, ${within(90)}] as "checkIns",
      min(d.day + case when d.day > ${today}::date - 7 then 7 when d.day > ${today}::date - 28 then 28 else 90 end) as "dueOn"
    from unnest(${persons}::uuid[], ${identities}::uuid[]) as w(person_id, identity_id)
    join programs_days d on d.community_id = ${communityId} and d.identity_id = w.identity_id
      and d.day > ${today}::date - 90 and d.day <= ${today}::date
    group by 1`.execute(ctx.db);
  return rows;
}

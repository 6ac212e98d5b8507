/**
 * All SQL by which check-ins are counted: claims come and go, days and standings follow. Every statement takes a whole
 * batch, so that a busy evening costs as many statements as one check-in.
 */
import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import type { Standing } from '../streak.ts';
import type { Claim, CountedDay, DayKey } from '../tally.ts';

/** One person in one program. */
export interface Pair {
  programId: string;
  identityId: string;
}

const claimColumns = sql`c.program_id as "programId", c.id, c.kind, c.identity_id as "identityId",
  c.group_id as "groupId", c.day, c.at, c.used_on as "usedOn", c.granted`;
const dayColumns = sql`d.program_id as "programId", d.identity_id as "identityId", d.day, d.how, d.group_id as "groupId",
  d.at, d.used_on as "usedOn", d.granted, d.points, d.entry_id as "entryId"`;

const pairsOf = (pairs: readonly Pair[]) => sql`jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb)
  as pair("programId" uuid, "identityId" uuid)`;
const keysOf = (keys: readonly DayKey[]) => sql`jsonb_to_recordset(${JSON.stringify(keys)}::jsonb)
  as key("programId" uuid, "identityId" uuid, day date)`;

/** Locks the standing of each pair, in one order for everybody; makes those that are missing. */
export async function lockStandings(ctx: Ctx, communityId: string, pairs: readonly Pair[]): Promise<void> {
  await sql`
    insert into programs_standings (community_id, program_id, identity_id)
    select distinct ${communityId}::uuid, "programId", "identityId" from ${pairsOf(pairs)} order by 2, 3
    on conflict do nothing`.execute(ctx.db);
  await sql`
    select 1 from programs_standings s
    where s.community_id = ${communityId}
      and (s.program_id, s.identity_id) in (select "programId", "identityId" from ${pairsOf(pairs)})
    order by s.program_id, s.identity_id for update`.execute(ctx.db);
}

/** Adds claims; a message that is known for a program, or a second button or card for a day, adds nothing. */
export async function insertClaims(ctx: Ctx, communityId: string, claims: readonly Claim[]): Promise<void> {
  await sql`
    insert into programs_claims (community_id, program_id, id, kind, identity_id, group_id, day, at, used_on, granted)
    select ${communityId}, "programId", id, kind, "identityId", "groupId", day, at, "usedOn", granted
    from jsonb_to_recordset(${JSON.stringify(claims)}::jsonb) as claim("programId" uuid, id uuid, kind text,
      "identityId" uuid, "groupId" uuid, day date, at timestamptz, "usedOn" date, granted boolean)
    on conflict do nothing`.execute(ctx.db);
}

/** The claims of messages that still stand. */
export async function selectClaimsOfMessages(
  ctx: Ctx,
  communityId: string,
  messageIds: readonly string[],
): Promise<Claim[]> {
  const { rows } = await sql<Claim>`
    select ${claimColumns} from programs_claims c
    where c.community_id = ${communityId} and c.id = any(${messageIds}::uuid[]) and c.kind = 'word'
      and c.withdrawn_at is null`.execute(ctx.db);
  return rows;
}

/** Withdraws claims by their ids; that of a message in every program in which it counted. */
export async function withdrawClaims(ctx: Ctx, communityId: string, ids: readonly string[]): Promise<void> {
  await sql`
    update programs_claims set withdrawn_at = ${ctx.now()}
    where community_id = ${communityId} and id = any(${ids}::uuid[]) and withdrawn_at is null`.execute(ctx.db);
}

/** Standing claims for days. */
export async function selectClaims(ctx: Ctx, communityId: string, keys: readonly DayKey[]): Promise<Claim[]> {
  const { rows } = await sql<Claim>`
    select ${claimColumns} from programs_claims c
    where c.community_id = ${communityId} and c.withdrawn_at is null
      and (c.program_id, c.identity_id, c.day) in (select "programId", "identityId", day from ${keysOf(keys)})`.execute(
    ctx.db,
  );
  return rows;
}

/** What counts for days now. */
export async function selectCounted(ctx: Ctx, communityId: string, keys: readonly DayKey[]): Promise<CountedDay[]> {
  const { rows } = await sql<CountedDay>`
    select ${dayColumns} from programs_days d
    where d.community_id = ${communityId}
      and (d.program_id, d.identity_id, d.day) in (select "programId", "identityId", day from ${keysOf(keys)})`.execute(
    ctx.db,
  );
  return rows;
}

/** Writes days that count now. */
export async function upsertDays(ctx: Ctx, communityId: string, days: readonly CountedDay[]): Promise<void> {
  if (days.length === 0) return;
  await sql`
    insert into programs_days
      (community_id, program_id, identity_id, day, how, group_id, at, used_on, granted, points, entry_id)
    select ${communityId}, "programId", "identityId", day, how, "groupId", at, "usedOn", granted, points, "entryId"
    from jsonb_to_recordset(${JSON.stringify(days)}::jsonb) as d("programId" uuid, "identityId" uuid, day date, how text,
      "groupId" uuid, at timestamptz, "usedOn" date, granted boolean, points int, "entryId" uuid)
    on conflict (community_id, program_id, identity_id, day) do update set how = excluded.how,
      group_id = excluded.group_id, at = excluded.at, used_on = excluded.used_on, granted = excluded.granted,
      points = excluded.points, entry_id = excluded.entry_id`.execute(ctx.db);
}

/** Takes away days that count no more. */
export async function deleteDays(ctx: Ctx, communityId: string, keys: readonly DayKey[]): Promise<void> {
  if (keys.length === 0) return;
  await sql`
    delete from programs_days d where d.community_id = ${communityId}
      and (d.program_id, d.identity_id, d.day) in (select "programId", "identityId", day from ${keysOf(keys)})`.execute(
    ctx.db,
  );
}

/** Counts standings again from the days; the same as `countStanding` of streak.ts, for a whole batch. */
export async function recountStandings(ctx: Ctx, communityId: string, pairs: readonly Pair[]): Promise<void> {
  await sql`
    with wanted as (select distinct "programId" as program_id, "identityId" as identity_id from ${pairsOf(pairs)}),
    numbered as (
      select d.program_id, d.identity_id, d.day,
        d.day - (row_number() over (partition by d.program_id, d.identity_id order by d.day))::int - rest.days as island
      from programs_days d join wanted using (program_id, identity_id)
      join programs_programs p on p.community_id = d.community_id and p.id = d.program_id
      cross join lateral (
        -- Days of rest before this one; least() passes over the open end of a pause.
        select coalesce(sum(least((pause->>'to')::date, d.day) - (pause->>'from')::date + 1), 0)::int as days
        from jsonb_array_elements(p.pauses) pause where (pause->>'from')::date <= d.day
      ) rest
      where d.community_id = ${communityId}
    ), runs as (
      select program_id, identity_id, max(day) as last_day, count(*)::int as length
      from numbered group by program_id, identity_id, island
    ), counted as (
      select program_id, identity_id, sum(length)::int as days, max(last_day) as last_day, max(length) as longest,
        (array_agg(length order by last_day desc))[1] as run
      from runs group by program_id, identity_id
    )
    update programs_standings s set days = coalesce(counted.days, 0), run = coalesce(counted.run, 0),
      last_day = counted.last_day, longest = coalesce(counted.longest, 0)
    from wanted left join counted using (program_id, identity_id)
    where s.community_id = ${communityId} and s.program_id = wanted.program_id
      and s.identity_id = wanted.identity_id`.execute(ctx.db);
}

/** Notes in which groups people check in, and whether they are there now. */
export async function upsertPlaces(
  ctx: Ctx,
  communityId: string,
  places: readonly (Pair & { groupId: string; present: boolean })[],
): Promise<void> {
  await sql`
    insert into programs_places (community_id, program_id, group_id, identity_id, present)
    select distinct on (2, 3, 4) ${communityId}::uuid, "programId", "groupId", "identityId", present
    from jsonb_to_recordset(${JSON.stringify(places)}::jsonb)
      as place("programId" uuid, "groupId" uuid, "identityId" uuid, present boolean)
    order by 2, 3, 4
    on conflict (community_id, program_id, group_id, identity_id) do update set present = excluded.present
      where programs_places.present <> excluded.present`.execute(ctx.db);
}

/** Notes that people have come into a group or left it. */
export async function markPresence(
  ctx: Ctx,
  communityId: string,
  people: readonly { groupId: string; identityId: string; present: boolean }[],
): Promise<void> {
  await sql`
    update programs_places p set present = seen.present
    from jsonb_to_recordset(${JSON.stringify(people)}::jsonb)
      as seen("groupId" uuid, "identityId" uuid, present boolean)
    where p.community_id = ${communityId} and p.group_id = seen."groupId" and p.identity_id = seen."identityId"
      and p.present <> seen.present`.execute(ctx.db);
}

/** Standings of one person, by program. */
export async function selectStandings(
  ctx: Ctx,
  who: { communityId: string; identityId: string },
): Promise<Map<string, Standing>> {
  const { rows } = await sql<Standing & { programId: string }>`
    select program_id as "programId", days, run, last_day as "lastDay", longest from programs_standings
    where community_id = ${who.communityId} and identity_id = ${who.identityId}`.execute(ctx.db);
  return new Map(rows.map((row) => [row.programId, row]));
}

/** All SQL on waves of joins: `rules_waves`, who came in them, what the team does about them. */
import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import type { Likeness, WaveSign } from '../waves/signs.ts';

/** Many people through one entrance within minutes. */
export interface Wave {
  communityId: string;
  id: string;
  groupId: string;
  linkId: string | null;
  inviterId: string | null;
  sign: WaveSign;
  people: number;
  startedAt: Date;
  lastAt: Date;
  until: Date;
  endedAt: Date | null;
  endedBy: string | null;
}

/** The key of a wave. */
export interface WaveKey {
  communityId: string;
  waveId: string;
}

/** Somebody of a wave. */
export interface WavePerson extends Likeness {
  clearedAt: Date | null;
}

const columns = sql`w.community_id as "communityId", w.id, w.group_id as "groupId", w.link_id as "linkId",
  w.inviter_id as "inviterId", w.sign, w.people, w.started_at as "startedAt", w.last_at as "lastAt", w.until,
  w.ended_at as "endedAt", w.ended_by as "endedBy"`;

/** The wave that runs at an entrance and has met somebody since a moment, locked. */
export async function lockRunning(
  ctx: Ctx,
  entrance: Pick<Wave, 'communityId' | 'groupId' | 'linkId' | 'inviterId'>,
  since: Date,
): Promise<Wave | undefined> {
  const { rows } = await sql<Wave>`
    select ${columns} from rules_waves w
    where w.community_id = ${entrance.communityId} and w.group_id = ${entrance.groupId} and w.ended_at is null
      and w.last_at >= ${since} and w.link_id is not distinct from ${entrance.linkId}::uuid
      and w.inviter_id is not distinct from ${entrance.inviterId}::uuid
    order by w.last_at desc limit 1 for update`.execute(ctx.db);
  return rows[0];
}

/** Whether the team has called a wave at an entrance guests since a moment. */
export async function selectCalmed(
  ctx: Ctx,
  entrance: Pick<Wave, 'communityId' | 'groupId' | 'linkId' | 'inviterId'>,
  since: Date,
): Promise<boolean> {
  const { rows } = await sql`
    select from rules_waves
    where community_id = ${entrance.communityId} and group_id = ${entrance.groupId} and ended_by is not null
      and ended_at >= ${since} and link_id is not distinct from ${entrance.linkId}::uuid
      and inviter_id is not distinct from ${entrance.inviterId}::uuid limit 1`.execute(ctx.db);
  return rows.length > 0;
}

/** Keeps a wave, or how it has grown. */
export async function writeWave(ctx: Ctx, wave: Omit<Wave, 'endedAt' | 'endedBy'>): Promise<void> {
  await sql`
    insert into rules_waves (community_id, id, group_id, link_id, inviter_id, sign, people, started_at, last_at, until)
    values (${wave.communityId}, ${wave.id}, ${wave.groupId}, ${wave.linkId}, ${wave.inviterId}, ${wave.sign},
            ${wave.people}, ${wave.startedAt}, ${wave.lastAt}, ${wave.until})
    on conflict (community_id, id) do update set sign = excluded.sign, people = excluded.people,
      last_at = excluded.last_at, until = excluded.until`.execute(ctx.db);
}

/** Keeps who came; who is known already stays as they are, but for the likeness. Gives how many there are now. */
export async function writePeople(ctx: Ctx, key: WaveKey, people: readonly Likeness[]): Promise<number> {
  await sql`
    insert into rules_wave_people (community_id, wave_id, identity_id, joined_at, is_name_alike, is_face_alike)
    select ${key.communityId}::uuid, ${key.waveId}::uuid, "identityId", "joinedAt", "isNameAlike", "isFaceAlike"
    from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as given("identityId" uuid, "joinedAt" timestamptz,
      "isNameAlike" boolean, "isFaceAlike" boolean)
    on conflict (community_id, wave_id, identity_id) do update
      set is_name_alike = excluded.is_name_alike, is_face_alike = excluded.is_face_alike`.execute(ctx.db);
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from rules_wave_people
    where community_id = ${key.communityId} and wave_id = ${key.waveId}`.execute(ctx.db);
  return rows[0]!.count;
}

/** A wave. */
export async function selectWave(ctx: Ctx, key: WaveKey, { lock = false } = {}): Promise<Wave | undefined> {
  const { rows } = await sql<Wave>`
    select ${columns} from rules_waves w where w.community_id = ${key.communityId} and w.id = ${key.waveId}
    ${lock ? sql`for update` : sql``}`.execute(ctx.db);
  return rows[0];
}

/** A page of waves, newest first. */
export async function selectWaves(
  ctx: Ctx,
  communityId: string,
  page: { isOver: boolean; before: string | null; limit: number },
): Promise<Wave[]> {
  const { rows } = await sql<Wave>`
    select ${columns} from rules_waves w
    where w.community_id = ${communityId} and w.ended_at is ${page.isOver ? sql`not null` : sql`null`}
      and (${page.before}::uuid is null or w.id < ${page.before}::uuid)
    order by w.id desc limit ${page.limit}`.execute(ctx.db);
  return rows;
}

/** Who came in a wave, in the order of their coming. */
export async function selectPeople(ctx: Ctx, key: WaveKey): Promise<WavePerson[]> {
  const { rows } = await sql<WavePerson>`
    select identity_id as "identityId", joined_at as "joinedAt", is_name_alike as "isNameAlike",
      is_face_alike as "isFaceAlike", cleared_at as "clearedAt"
    from rules_wave_people where community_id = ${key.communityId} and wave_id = ${key.waveId}
    order by joined_at, identity_id`.execute(ctx.db);
  return rows;
}

/** How many of each wave look like others of it. */
export async function countAlike(
  ctx: Ctx,
  communityId: string,
  waveIds: readonly string[],
): Promise<Map<string, { names: number; faces: number }>> {
  const { rows } = await sql<{ waveId: string; names: number; faces: number }>`
    select wave_id as "waveId", count(*) filter (where is_name_alike)::int as names,
      count(*) filter (where is_face_alike)::int as faces
    from rules_wave_people where community_id = ${communityId} and wave_id = any(${waveIds}::uuid[])
    group by wave_id`.execute(ctx.db);
  return new Map(rows.map(({ waveId, ...counts }) => [waveId, counts]));
}

/** Somebody of a wave that counts, as messages are looked at. */
export interface Counting {
  identityId: string;
  waveId: string;
  people: number;
  sign: WaveSign;
  until: Date;
  /** Until when their first messages are held; null when nobody asked for it, or one of theirs was let through. */
  heldUntil: Date | null;
}

/** The people of all waves that count after a moment; of somebody who came in two, the later one. */
export async function selectCounting(ctx: Ctx, communityId: string): Promise<Counting[]> {
  const { rows } = await sql<Counting>`
    select distinct on (p.identity_id) p.identity_id as "identityId", w.id as "waveId", w.people, w.sign, w.until,
      case when p.cleared_at is null then (
        select max(a.until) from rules_wave_answers a
        where a.community_id = w.community_id and a.wave_id = w.id and a.kind = 'hold' and a.ended_at is null
      ) end as "heldUntil"
    from rules_waves w join rules_wave_people p on p.community_id = w.community_id and p.wave_id = w.id
    where w.community_id = ${communityId} and w.ended_at is null and w.until > ${ctx.now()}
    order by p.identity_id, w.id desc`.execute(ctx.db);
  return rows;
}

/** Somebody speaks freely again; gives whether a wave held them. */
export async function clearPerson(ctx: Ctx, communityId: string, identityId: string): Promise<boolean> {
  const { rows } = await sql`
    update rules_wave_people set cleared_at = ${ctx.now()}
    where community_id = ${communityId} and identity_id = ${identityId} and cleared_at is null
    returning wave_id`.execute(ctx.db);
  return rows.length > 0;
}

/** Ends a wave and forgets who came; false when it is over already. */
export async function endWave(ctx: Ctx, key: WaveKey, userId: string | null): Promise<boolean> {
  const { rows } = await sql`
    update rules_waves set ended_at = ${ctx.now()}, ended_by = ${userId}
    where community_id = ${key.communityId} and id = ${key.waveId} and ended_at is null returning id`.execute(ctx.db);
  if (rows.length === 0) return false;
  await sql`
    delete from rules_wave_people where community_id = ${key.communityId} and wave_id = ${key.waveId}`.execute(ctx.db);
  await sql`
    update rules_wave_answers set ended_at = ${ctx.now()}, ended_by = ${userId}
    where community_id = ${key.communityId} and wave_id = ${key.waveId} and ended_at is null and until > ${ctx.now()}`.execute(
    ctx.db,
  );
  return true;
}

/** Waves whose time is over, of all communities. */
export async function selectPassed(ctx: Ctx, limit: number): Promise<Wave[]> {
  const { rows } = await sql<Wave>`
    select ${columns} from rules_waves w where w.ended_at is null and w.until <= ${ctx.now()}
    order by w.until limit ${limit}`.execute(ctx.db);
  return rows;
}

/** Forgets waves that were over before a moment, with all that was done about them. */
export async function deleteWaves(ctx: Ctx, before: Date): Promise<void> {
  await sql`delete from rules_waves where ended_at < ${before}`.execute(ctx.db);
}

/** Counts a change of the waves of a community. */
export async function increaseWaves(ctx: Ctx, communityId: string): Promise<void> {
  await sql`
    insert into rules_revisions as r (community_id, revision, waves) values (${communityId}, 0, 1)
    on conflict (community_id) do update set waves = r.waves + 1`.execute(ctx.db);
}

/** Nobody remembers that erased people came in a wave. */
export async function deletePeople(
  ctx: Ctx,
  who: { communityId: string; identityIds: readonly string[]; tombstoneId: string },
): Promise<number> {
  const { communityId, identityIds, tombstoneId } = who;
  const { rows } = await sql`
    delete from rules_wave_people where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[])
    returning wave_id`.execute(ctx.db);
  await sql`
    update rules_waves set inviter_id = ${tombstoneId}
    where community_id = ${communityId} and inviter_id = any(${identityIds}::uuid[])`.execute(ctx.db);
  return rows.length;
}

/** Where and when somebody came in a wave that is not over, for their own export. */
export async function selectWavesOf(
  ctx: Ctx,
  communityId: string,
  identityIds: readonly string[],
): Promise<{ groupId: string; joinedAt: Date; until: Date }[]> {
  const { rows } = await sql<{ groupId: string; joinedAt: Date; until: Date }>`
    select w.group_id as "groupId", p.joined_at as "joinedAt", w.until
    from rules_wave_people p join rules_waves w on w.community_id = p.community_id and w.id = p.wave_id
    where p.community_id = ${communityId} and p.identity_id = any(${identityIds}::uuid[]) order by p.joined_at`.execute(
    ctx.db,
  );
  return rows;
}

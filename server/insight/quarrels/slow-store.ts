import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';

/** All SQL on `insight_slow_modes`. */

/** A slow mode that ends by itself. */
export interface TimedSlowMode {
  communityId: string;
  groupId: string;
  answerId: string;
  alarmId: string;
  seconds: number;
  formerSeconds: number;
  until: Date;
}

const columns = sql`community_id as "communityId", group_id as "groupId", answer_id as "answerId", alarm_id as "alarmId",
  seconds, former_seconds as "formerSeconds", until`;

/** Keeps a slow mode; false when one runs in the group already. */
export async function insertSlowMode(ctx: Ctx, one: TimedSlowMode): Promise<boolean> {
  const { rows } = await sql`
    insert into insight_slow_modes (community_id, group_id, answer_id, alarm_id, seconds, former_seconds, until)
    values (${one.communityId}, ${one.groupId}, ${one.answerId}, ${one.alarmId}, ${one.seconds}, ${one.formerSeconds},
            ${one.until})
    on conflict do nothing returning group_id`.execute(ctx.db);
  return rows.length > 0;
}

/** The slow mode that runs in a group. */
export async function selectSlowMode(
  ctx: Ctx,
  { communityId, groupId }: { communityId: string; groupId: string },
): Promise<TimedSlowMode | undefined> {
  const { rows } = await sql<TimedSlowMode>`
    select ${columns} from insight_slow_modes where community_id = ${communityId} and group_id = ${groupId}`.execute(
    ctx.db,
  );
  return rows[0];
}

/** Takes it away; undefined when somebody else has. */
export async function deleteSlowMode(
  ctx: Ctx,
  { communityId, groupId }: { communityId: string; groupId: string },
): Promise<TimedSlowMode | undefined> {
  const { rows } = await sql<TimedSlowMode>`
    delete from insight_slow_modes where community_id = ${communityId} and group_id = ${groupId}
    returning ${columns}`.execute(ctx.db);
  return rows[0];
}

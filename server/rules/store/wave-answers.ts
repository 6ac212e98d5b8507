/** All SQL on `rules_wave_answers`: what the team does about a wave for a while. */
import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import type { Wave, WaveKey } from './waves.ts';

/** What may be done: approval at that entrance; the first messages of its people wait for a moderator. */
export const waveAnswerKinds = ['approval', 'hold'] as const;

/** One of them. */
export type WaveAnswerKind = (typeof waveAnswerKinds)[number];

/** Something that is or was done about a wave. */
export interface WaveAnswer {
  id: string;
  kind: WaveAnswerKind;
  userId: string | null;
  at: Date;
  until: Date;
  endedAt: Date | null;
  endedBy: string | null;
}

/** Notes what is done from now on. */
export async function insertAnswer(
  ctx: Ctx,
  key: WaveKey,
  answer: Omit<WaveAnswer, 'endedAt' | 'endedBy'>,
): Promise<void> {
  await sql`
    insert into rules_wave_answers (community_id, id, wave_id, kind, user_id, at, until)
    values (${key.communityId}, ${answer.id}, ${key.waveId}, ${answer.kind}, ${answer.userId}, ${answer.at},
            ${answer.until})`.execute(ctx.db);
}

/** Ends what runs of a kind before its time; false when nothing does. */
export async function endAnswer(
  ctx: Ctx,
  key: WaveKey,
  { kind, userId }: { kind: WaveAnswerKind; userId: string | null },
): Promise<boolean> {
  const { rows } = await sql`
    update rules_wave_answers set ended_at = ${ctx.now()}, ended_by = ${userId}
    where community_id = ${key.communityId} and wave_id = ${key.waveId} and kind = ${kind} and ended_at is null
      and until > ${ctx.now()} returning id`.execute(ctx.db);
  return rows.length > 0;
}

/** What holds lasts as long as the wave, which has grown. */
export async function prolongHold(ctx: Ctx, key: WaveKey, until: Date): Promise<void> {
  await sql`
    update rules_wave_answers set until = ${until}
    where community_id = ${key.communityId} and wave_id = ${key.waveId} and kind = 'hold' and ended_at is null
      and until > ${ctx.now()}`.execute(ctx.db);
}

/** What was done about waves, in order, by wave. */
export async function selectAnswers(
  ctx: Ctx,
  communityId: string,
  waveIds: readonly string[],
): Promise<Map<string, WaveAnswer[]>> {
  const { rows } = await sql<WaveAnswer & { waveId: string }>`
    select wave_id as "waveId", id, kind, user_id as "userId", at, until, ended_at as "endedAt", ended_by as "endedBy"
    from rules_wave_answers where community_id = ${communityId} and wave_id = any(${waveIds}::uuid[])
    order by at, id`.execute(ctx.db);
  return Map.groupBy(rows, ({ waveId }) => waveId);
}

/** Whether an entrance asks for approval now because of a wave. */
export async function selectApproval(
  ctx: Ctx,
  entrance: Pick<Wave, 'communityId' | 'groupId' | 'linkId' | 'inviterId'>,
): Promise<boolean> {
  const { rows } = await sql`
    select from rules_waves w join rules_wave_answers a on a.community_id = w.community_id and a.wave_id = w.id
    where w.community_id = ${entrance.communityId} and w.group_id = ${entrance.groupId} and w.ended_at is null
      and w.link_id is not distinct from ${entrance.linkId}::uuid
      and w.inviter_id is not distinct from ${entrance.inviterId}::uuid
      and a.kind = 'approval' and a.ended_at is null and a.until > ${ctx.now()} limit 1`.execute(ctx.db);
  return rows.length > 0;
}

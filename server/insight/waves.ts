/** From a wave of joins to an alarm, and back: a human is called, and when the wave is over the alarm is too. */
import { findGroup } from '../groups/index.ts';
import { subscribe } from '../platform/bus/event.ts';
import { inTransaction } from '../platform/context.ts';
import { waveNoticed, waveOver } from '../rules/index.ts';
import { passAlarm, raiseAlarm, recountAlarm } from './alarm.ts';

const causeOf = (groupId: string, waveId: string) => `joining_wave ${groupId} ${waveId}`;

/** Hears of waves; one that grows has its numbers counted anew. */
export const hearWaves = subscribe('insight.hear_waves', waveNoticed, async (ctx, events) => {
  for (const { communityId, payload } of events) {
    const { groupId, waveId, people, minutes, names, faces, channel } = payload;
    const group = await findGroup(ctx, { communityId: communityId!, groupId });
    if (!group || group.lifecycle === 'dissolved') continue;
    const way = channel === null ? 'invitation' : 'link';
    const evidence = {
      wave: waveId,
      people,
      minutes,
      names,
      faces,
      likeness: likenessOf({ names, faces }),
      way,
      channel: channel ?? '',
    };
    const cause = causeOf(groupId, waveId);
    await inTransaction(ctx, async (inner) => {
      const alarm = await raiseAlarm(inner, communityId!, { kind: 'joining_wave', group, cause, evidence });
      if (!alarm) await recountAlarm(inner, communityId!, { cause, evidence });
    });
  }
});

/** Hears that a wave is over: what is over by its time passes, what the team has called guests is none. */
export const hearWavesOver = subscribe('insight.hear_waves_over', waveOver, async (ctx, events) => {
  for (const { communityId, payload } of events) {
    const how = payload.how === 'time' ? 'passed' : 'dismissed';
    await inTransaction(ctx, (inner) =>
      passAlarm(inner, communityId!, { cause: causeOf(payload.groupId, payload.waveId), how }),
    );
  }
});

/** Which words tell how alike they are: nobody needs to read that nobody is. */
function likenessOf({ names, faces }: { names: number; faces: number }): 'both' | 'names' | 'faces' | 'none' {
  if (names > 0 && faces > 0) return 'both';
  return names > 0 ? 'names' : faces > 0 ? 'faces' : 'none';
}

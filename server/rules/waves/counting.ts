/** Waves as messages are looked at: who came in one that counts, the same in every process and after a restart. */
import type { Ctx } from '../../platform/context.ts';
import { dropRevision } from '../revision.ts';
import { increaseWaves, selectCounting } from '../store/waves.ts';

/** A wave of joins as the check needs it, for one of its people. */
export interface CountingWave {
  waveId: string;
  /** How many came. */
  people: number;
  /** They look alike: more than a crowd at a poster. */
  isAlike: boolean;
  /** Until when the team wants to see this person's first messages before they appear; null = it does not. */
  heldUntil: Date | null;
  until: Date;
}

/** Counts a change of the waves, first thing in its transaction: from the commit on messages are looked at with the new ones. */
export async function bumpWaves(ctx: Ctx, communityId: string): Promise<void> {
  await increaseWaves(ctx, communityId);
  dropRevision(ctx, communityId);
}

/** The people of all waves that count, by identity. */
export async function readCounting(ctx: Ctx, communityId: string): Promise<ReadonlyMap<string, CountingWave>> {
  const rows = await selectCounting(ctx, communityId);
  return new Map(
    rows.map(({ identityId, sign, ...wave }) => [identityId, { ...wave, isAlike: sign !== 'crowd' }] as const),
  );
}

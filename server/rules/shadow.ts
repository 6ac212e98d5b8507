/** Noting before acting: since when a check or a list only notes, and how right it was in that time by what moderators said. */
import { wilsonInterval } from '../../lib/stats/interval.ts';
import type { Ctx } from '../platform/context.ts';
import type { CheckName } from './checks/check.ts';
import type { Mode } from './settings.ts';
import * as store from './store/shadows.ts';

/** What notes: a check, or one list. */
export type ShadowOf = { check: CheckName } | { listId: string };

/** How a list is called among what notes. */
export const listSubject = (listId: string) => `list ${listId}`;

/** How a check is called there. */
export const checkSubject = (check: CheckName) => `check ${check}`;

/** How right something was while it only noted. */
export interface ShadowReport extends store.ShadowTally {
  /** Since when it only notes; null when that began before it was written down. */
  since: Date | null;
  /** The share of right ones among those that were looked at, with the interval in which it lies nineteen times of twenty. */
  precision: { share: number; low: number; high: number } | null;
  /** Whether it may be armed by these figures. */
  standing: ShadowStanding;
  /** How many have to be looked at before figures say anything. */
  fewest: number;
}

/** few: too little was looked at; bad: too often wrong, or that cannot be ruled out; good. */
export type ShadowStanding = 'few' | 'bad' | 'good';

/** What is asked of something before it acts: so many looked at, and that it is right so often even at worst. */
const least = { looked: 10, low: 0.7 } as const;

/** What the figures allow. Pure. */
export function standingOf({ right, wrong }: { right: number; wrong: number }): ShadowStanding {
  if (right + wrong < least.looked) return 'few';
  return wilsonInterval(right, right + wrong)![0] < least.low ? 'bad' : 'good';
}

/** How right something was since it began to only note. */
export async function reportShadow(ctx: Ctx, communityId: string, of: ShadowOf): Promise<ShadowReport> {
  const subject = 'check' in of ? checkSubject(of.check) : listSubject(of.listId);
  const since = (await store.selectShadow(ctx, communityId, subject)) ?? null;
  const evidence = 'check' in of ? { check: of.check, mode: 'dry' } : { list: of.listId, mode: 'dry' };
  const tally = await store.tallyShadow(ctx, communityId, { evidence, since });
  const looked = tally.right + tally.wrong;
  const interval = wilsonInterval(tally.right, looked);
  const precision = interval && { share: tally.right / looked, low: interval[0], high: interval[1] };
  return { ...tally, since, precision, standing: standingOf(tally), fewest: least.looked };
}

/** Notes that something has come to only note, or does so no more. */
export async function noteShadow(
  ctx: Ctx,
  communityId: string,
  { subject, mode }: { subject: string; mode: Mode },
): Promise<void> {
  if (mode === 'dry') await store.insertShadow(ctx, communityId, subject);
  else await store.deleteShadow(ctx, communityId, subject);
}

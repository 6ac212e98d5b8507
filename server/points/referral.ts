/**
 * Points for bringing somebody along: once a newcomer has stayed for a week and has said something, whoever invited them is paid, once for
 * each newcomer. Those who came back, or were here before under another invitation, bring nothing.
 */
import { z } from 'zod';
import { listLivingCommunities } from '../groups/index.ts';
import { listBrought, listPersonsOf, listStandings, type Brought } from '../people/index.ts';
import type { Ctx } from '../platform/context.ts';
import { defineJob } from '../platform/jobs/job.ts';
import { awardPoints } from './award.ts';
import { listRules } from './settings.ts';
import type { EarningKind } from './slots.ts';

const dayMs = 86_400_000;
/** So long a newcomer stays before it counts. */
const stayDays = 7;
/** So long after that they may still say their first word. */
const patienceDays = 21;
const atOnce = 500;

/** Somebody who was brought along and has stayed. */
export const referralEarning: EarningKind = {
  key: 'points.referral',
  label: 'points:earning.referral',
  sentence: 'points:earning.referral_sentence',
  amount: 10,
  perDay: 30,
  on: false,
};

/** Every night: pays for newcomers who have stayed. */
export const payReferrals = defineJob({
  name: 'points.pay_referrals',
  payload: z.object({}),
  cron: '25 20 * * *',
  run: async (ctx) => {
    for (const communityId of await listLivingCommunities(ctx))
      if ((await listRules(ctx, communityId)).get(referralEarning.key)?.on) await payOf(ctx, communityId);
  },
});

async function payOf(ctx: Ctx, communityId: string): Promise<void> {
  const ago = (days: number) => new Date(ctx.now().getTime() - days * dayMs);
  const span = { from: ago(stayDays + patienceDays), until: ago(stayDays) };
  for (let after: string | null = null; ;) {
    const brought: Brought[] = await listBrought(ctx, communityId, { ...span, after, limit: atOnce });
    await payFor(ctx, communityId, brought);
    if (brought.length < atOnce) return;
    after = brought.at(-1)!.identityId;
  }
}

/** A repeat finds what was paid: the newcomer is the key. */
async function payFor(ctx: Ctx, communityId: string, brought: readonly Brought[]): Promise<void> {
  const ids = brought.map(({ identityId }) => identityId);
  const spoken = new Set(
    (await listStandings(ctx, communityId, ids)).filter(({ messages }) => messages > 0).map((one) => one.identityId),
  );
  const both = [...new Set(brought.flatMap(({ identityId, inviterId }) => [identityId, inviterId]))];
  const people = await listPersonsOf(ctx, communityId, both);
  const personOf = new Map(people.flatMap((one) => one.identityIds.map((id) => [id, one.personId] as const)));
  const awards = brought
    .filter(({ identityId, inviterId }) => {
      const inviter = personOf.get(inviterId);
      return spoken.has(identityId) && inviter !== undefined && inviter !== personOf.get(identityId);
    })
    .map(({ identityId, inviterId }) => ({
      kind: referralEarning.key,
      key: `points.referral:${identityId}`,
      entryKind: 'points.referral_rewarded',
      identityId: inviterId,
      memo: ctx.t('points:memo.referral'),
    }));
  await awardPoints(ctx, communityId, awards);
}

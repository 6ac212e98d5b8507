import { z } from 'zod';
import { tiers } from '../groups/index.ts';
import { recordAudit } from '../platform/audit/audit.ts';
import type { Ctx } from '../platform/context.ts';
import { usualQuiet } from '../platform/quiet.ts';
import { defineSettings, getSettings, setSettings } from '../platform/settings.ts';
import { signKinds } from './signs.ts';

/** A host such as `example.com`; subdomains are meant too. */
const host = z
  .string()
  .trim()
  .toLowerCase()
  .max(100)
  .regex(/^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}]{2,}$/u, 'host');

const minute = z.int().min(0).max(1439);

/** Quiet hours in minutes of the local day; from = to means none. */
export const quietSchema = z.strictObject({ from: minute, to: minute });

/** Promotions in a week. */
export const perWeekSchema = z.int().min(0).max(50);
/** Hours from one promotion to the next. */
export const gapSchema = z.int().min(0).max(336);

/** What a group has of its own, in place of what holds for its tier. */
export const ownPolicySchema = z.strictObject({ perWeek: perWeekSchema, gapHours: gapSchema, quiet: quietSchema });

/** What a group has of its own. */
export type OwnPolicy = z.output<typeof ownPolicySchema>;

/** Sell rarely and well: a group that people pay for hears least of it, one that was made for a campaign most. */
const usualPerWeek = { funnel: 3, ordinary: 2, paid: 1, holding: 1, campaign: 7, lecture: 2 } as const;

/** What a community has decided about promotions. */
export const promotionsSettings = defineSettings({
  module: 'promotions',
  scope: 'community',
  schema: z.strictObject({
    /** on: beyond the budget they wait; watch: they are only counted; off: nobody looks. */
    guard: z.enum(['on', 'watch', 'off']).default('on'),
    /** Promotions a week in a group of each tier. */
    perWeek: z
      .strictObject(
        Object.fromEntries(tiers.map((tier) => [tier, perWeekSchema.default(usualPerWeek[tier])])) as Record<
          (typeof tiers)[number],
          z.ZodDefault<typeof perWeekSchema>
        >,
      )
      .prefault({}),
    gapHours: gapSchema.default(20),
    quiet: quietSchema.default(usualQuiet),
    /** Below this no promotion may bring a group; null = the balance is only shown, as long as its weights are provisional. */
    creditFloor: z.int().min(-1000).max(1000).nullable().default(null),
    /** What tells a promotion besides its label. */
    signs: z
      .strictObject({
        ignoredKinds: z.array(z.enum(signKinds)).max(signKinds.length).default([]),
        shopHosts: z.array(host).max(200).default([]),
        ignoredHosts: z.array(host).max(200).default([]),
      })
      .prefault({}),
    /** Promotions that members make for themselves: looked at or not, where, how many a week each. */
    members: z
      .strictObject({
        guard: z.enum(['on', 'off']).default('off'),
        groupIds: z.array(z.uuid()).max(500).default([]),
        perWeek: z.int().min(0).max(50).default(1),
      })
      .prefault({}),
  }),
});

/** What a community has decided. */
export type PromotionsSettings = z.output<typeof promotionsSettings.schema>;

/** The settings in force. */
export function getPromotionsSettings(ctx: Ctx, communityId: string): Promise<PromotionsSettings> {
  return getSettings(ctx, promotionsSettings, communityId);
}

/** Changes the settings; they hold from the next promotion on. */
export async function changePromotionsSettings(
  ctx: Ctx,
  communityId: string,
  value: PromotionsSettings,
): Promise<PromotionsSettings> {
  const before = await getSettings(ctx, promotionsSettings, communityId);
  const after = await setSettings(ctx, promotionsSettings, { communityId, value });
  await recordAudit(ctx, { communityId, action: 'promotions.change_settings', detail: { before, after } });
  return after;
}

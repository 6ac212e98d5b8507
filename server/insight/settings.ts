import { z } from 'zod';
import { recordAudit } from '../platform/audit/audit.ts';
import type { Ctx } from '../platform/context.ts';
import { defineSettings, getSettings, setSettings } from '../platform/settings.ts';

/** What a community may decide about alarms of quarrels. */
export const quarrelSettingsShape = z.strictObject({
  /** Alarms about quarrels in a group in seven days; 0 = none. */
  perWeek: z.int().min(0).max(7).default(1),
  /** What one tap on "slow down" sets, and for how long. */
  slowSeconds: z.int().min(10).max(600).default(60),
  slowMinutes: z.int().min(5).max(240).default(30),
});

/** What a community has decided about alarms. */
export const insightSettings = defineSettings({
  module: 'insight',
  scope: 'community',
  schema: z.strictObject({
    quarrels: quarrelSettingsShape.prefault({}),
  }),
});

/** What a community has decided about alarms of quarrels. */
export type QuarrelSettings = z.output<typeof quarrelSettingsShape>;

/** The settings in force. */
export async function getQuarrelSettings(ctx: Ctx, communityId: string): Promise<QuarrelSettings> {
  return (await getSettings(ctx, insightSettings, communityId)).quarrels;
}

/** Changes the settings. */
export async function changeQuarrelSettings(
  ctx: Ctx,
  communityId: string,
  quarrels: QuarrelSettings,
): Promise<QuarrelSettings> {
  const before = await getQuarrelSettings(ctx, communityId);
  const value = await setSettings(ctx, insightSettings, { communityId, value: { quarrels } });
  const detail = { before, after: value.quarrels };
  await recordAudit(ctx, { communityId, action: 'insight.change_quarrel_settings', detail });
  return value.quarrels;
}

import { z } from 'zod';
import { recordAudit } from '../platform/audit/audit.ts';
import type { Ctx } from '../platform/context.ts';
import { defineSettings, getSettings, setSettings } from '../platform/settings.ts';
import { earningKinds, type EarningKind } from './slots.ts';

const figure = z.int().min(0).max(100_000);

/** What a community has decided about points. */
export const pointsSettings = defineSettings({
  module: 'points',
  scope: 'community',
  schema: z.strictObject({
    /** By kind; what is absent is as the module ships it. */
    rules: z
      .record(
        z.string().max(80),
        z.strictObject({ on: z.boolean(), amount: figure.nullable(), perDay: figure.nullable() }),
      )
      .default({}),
    /** Most points of a day for one person over all rules; null = no cap. */
    perDay: figure.nullable().default(null),
    gifts: z
      .strictObject({
        on: z.boolean().default(false),
        /** Most that one person gives away in a day, and at once. */
        perDay: z.int().min(1).max(100_000).default(100),
        most: z.int().min(1).max(100_000).default(50),
        /** Days in the community before somebody may give. */
        afterDays: z.int().min(0).max(366).default(7),
      })
      .prefault({}),
    board: z.boolean().default(true),
  }),
});

/** What a community has decided about points. */
export type PointsSettings = z.output<typeof pointsSettings.schema>;

/** A rule in force. */
export type EarningRule = EarningKind & { on: boolean };

/** The settings in force. */
export function getPointsSettings(ctx: Ctx, communityId: string): Promise<PointsSettings> {
  return getSettings(ctx, pointsSettings, communityId);
}

/** Changes the settings; they hold from the next award on. */
export async function changePointsSettings(
  ctx: Ctx,
  communityId: string,
  value: PointsSettings,
): Promise<PointsSettings> {
  const before = await getPointsSettings(ctx, communityId);
  const after = await setSettings(ctx, pointsSettings, { communityId, value });
  await recordAudit(ctx, { communityId, action: 'points.change_settings', detail: { before, after } });
  return after;
}

/** The rules in force, by kind. */
export async function listRules(ctx: Ctx, communityId: string): Promise<Map<string, EarningRule>> {
  const { rules } = await getPointsSettings(ctx, communityId);
  return new Map(
    ctx.slots(earningKinds).map((kind) => {
      const own = rules[kind.key];
      if (!own) return [kind.key, kind];
      // Where the module says the figure each time, none can be set here.
      return [kind.key, { ...kind, on: own.on, perDay: own.perDay, amount: kind.amount === null ? null : own.amount }];
    }),
  );
}

import { z } from 'zod';
import { playbookSection, type PlannedChange } from '../communities/index.ts';
import { tiers } from '../groups/index.ts';
import type { Ctx } from '../platform/context.ts';
import { clockOf } from './hold-words.ts';
import {
  changePromotionsSettings,
  getPromotionsSettings,
  gapSchema,
  perWeekSchema,
  promotionsSettings,
} from './settings.ts';
import type { PromotionsSettings } from './settings.ts';

const clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'time');

const sectionSchema = z.strictObject({
  /** Promotions a week in groups of a tier. */
  perWeek: z.partialRecord(z.enum(tiers), perWeekSchema).default({}),
  gapHours: gapSchema.optional(),
  /** By the clocks of the community; the same time twice means none. */
  quiet: z.strictObject({ from: clock, to: clock }).optional(),
});

type PromotionsSection = z.output<typeof sectionSchema>;

const usual = promotionsSettings.schema.parse({});

/** The section `promotions` of a playbook: budget, gap and quiet hours. What a team has changed already stays as it is. */
export const promotionsSection = playbookSection<PromotionsSection>({
  name: 'promotions',
  schema: sectionSchema,
  export: async (ctx, communityId) => {
    const { perWeek, gapHours, quiet } = await getPromotionsSettings(ctx, communityId);
    return { perWeek, gapHours, quiet: { from: clockOf(quiet.from), to: clockOf(quiet.to) } };
  },
  plan: async (ctx, communityId, value) =>
    compare(ctx, await getPromotionsSettings(ctx, communityId), value).map(({ action, text }) => ({ action, text })),
  apply: async (ctx, communityId, value) => {
    const before = await getPromotionsSettings(ctx, communityId);
    const changes = compare(ctx, before, value).filter(({ action }) => action === 'change');
    if (changes.length === 0) return;
    const after = changes.reduce((settings, { set }) => ({ ...settings, ...set(settings) }), before);
    await changePromotionsSettings(ctx, communityId, after);
  },
});

interface Change extends PlannedChange {
  set: (settings: PromotionsSettings) => Partial<PromotionsSettings>;
}

function compare(ctx: Ctx, now: PromotionsSettings, value: PromotionsSection): Change[] {
  const changes: Change[] = [];
  /** Only what is still as it came is changed. */
  const add = (
    key: 'per_week' | 'gap' | 'quiet',
    is: { same: boolean; usual: boolean },
    more: { words: object; set: Change['set'] },
  ) => {
    const action = !is.same && is.usual ? 'change' : 'keep';
    changes.push({ action, set: more.set, text: ctx.t(`promotions:playbook.${key}_${action}`, { ...more.words }) });
  };
  for (const tier of tiers) {
    const count = value.perWeek[tier];
    if (count === undefined) continue;
    const is = { same: now.perWeek[tier] === count, usual: now.perWeek[tier] === usual.perWeek[tier] };
    const set = (settings: PromotionsSettings) => ({ perWeek: { ...settings.perWeek, [tier]: count } });
    add('per_week', is, { words: { tier: ctx.t(`groups:tiers.${tier}`), count }, set });
  }
  const { gapHours, quiet } = value;
  if (gapHours !== undefined) {
    const is = { same: now.gapHours === gapHours, usual: now.gapHours === usual.gapHours };
    add('gap', is, { words: { hours: gapHours }, set: () => ({ gapHours }) });
  }
  if (quiet) {
    const span = { from: minutesOf(quiet.from), to: minutesOf(quiet.to) };
    const equals = (other: typeof span) => now.quiet.from === other.from && now.quiet.to === other.to;
    add('quiet', { same: equals(span), usual: equals(usual.quiet) }, { words: quiet, set: () => ({ quiet: span }) });
  }
  return changes;
}

function minutesOf(clockText: string): number {
  const [hours, minutes] = clockText.split(':').map(Number) as [number, number];
  return hours * 60 + minutes;
}

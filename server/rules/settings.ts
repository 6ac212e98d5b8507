import { z } from 'zod';
import { recordAudit } from '../platform/audit/audit.ts';
import type { Ctx } from '../platform/context.ts';
import { touchEverybody } from '../profiles/index.ts';
import { defineSettings, getSettings, setSettings } from '../platform/settings.ts';
import { sanctionSteps } from './ladder.ts';
import { bumpRevision } from './revision.ts';
import { checkSubject, noteShadow } from './shadow.ts';
import { usualThresholds } from './verdict.ts';

/** on: it acts; dry: it only notes what it would have done; off: it does not look. */
export const modes = ['on', 'dry', 'off'] as const;

/** Whether something acts. */
export type Mode = (typeof modes)[number];

const mode = z.enum(modes);

/** A host such as `example.com`; subdomains are meant too. */
const host = z
  .string()
  .trim()
  .toLowerCase()
  .max(100)
  .regex(/^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}]{2,}$/u, 'host');

const threshold = z.number().min(0.3).max(1);

const ladderStart = z.enum(sanctionSteps);
const decayDays = z.int().min(1).max(365);

/** What a community has decided about checks, trust and the ladder. */
export const rulesSettings = defineSettings({
  module: 'rules',
  scope: 'community',
  schema: z.strictObject({
    checks: z
      .strictObject({
        terms: mode.default('on'),
        links: mode.default('on'),
        repeats: mode.default('on'),
        ads: mode.default('on'),
        codes: mode.default('on'),
        contacts: mode.default('on'),
        raid: mode.default('on'),
        storms: mode.default('on'),
      })
      .prefault({}),
    /** Hosts that newcomers may link to. */
    allowedHosts: z.array(host).max(500).default([]),
    repeats: z
      .strictObject({
        times: z.int().min(2).max(20).default(3),
        minutes: z.int().min(1).max(1440).default(10),
        /** So many different people with nearly the same text. */
        people: z.int().min(2).max(50).default(3),
      })
      .prefault({}),
    /** So many joins through one entrance in so many minutes are a wave. */
    raid: z
      .strictObject({ people: z.int().min(3).max(500).default(8), minutes: z.int().min(1).max(120).default(5) })
      .prefault({}),
    /** When a newcomer is a member, and a member is at home: days in the community and clean messages in the group. */
    trust: z
      .strictObject({
        memberDays: z.int().min(0).max(365).default(3),
        memberMessages: z.int().min(0).max(1000).default(3),
        coreDays: z.int().min(1).max(3650).default(60),
        coreMessages: z.int().min(1).max(100_000).default(200),
      })
      .prefault({}),
    /** How sure the checks must be before a message waits for a moderator, by trust. */
    thresholds: z
      .strictObject({
        new: threshold.default(usualThresholds.new),
        member: threshold.default(usualThresholds.member),
        core: threshold.default(usualThresholds.core),
      })
      .refine(({ new: first, member, core }) => first <= member && member <= core, 'not_rising')
      .prefault({}),
    ladder: z
      .strictObject({
        mode: z.enum(['on', 'dry']).default('on'),
        /** The first step, and for how long a step counts; `rules` has what differs for one rule, by its key. */
        start: ladderStart.default('remind'),
        days: decayDays.default(60),
        muteMinutes: z
          .int()
          .min(1)
          .max(30 * 1440)
          .default(60),
        rules: z
          .record(z.string().max(40), z.strictObject({ start: ladderStart.optional(), days: decayDays.optional() }))
          .refine((rules) => Object.keys(rules).length <= 50, 'too_many')
          .default({}),
      })
      .prefault({}),
    /** What members report. */
    reports: z
      .strictObject({
        /** How many messages a member may report within 24 hours. */
        perDay: z.int().min(1).max(100).default(10),
        /** Points for each report that was right; 0 = thanks in words only. */
        points: z.int().min(0).max(1000).default(2),
        /** Whether enough independent reports take a message out of the group until somebody looks. */
        hide: z.enum(['on', 'off']).default('off'),
        /** How much they must weigh together; somebody whose reports are always right weighs nearly 1. */
        hideWeight: z.number().min(1).max(20).default(2),
      })
      .prefault({}),
    /** For how long a member may ask for another look. */
    appealDays: z.int().min(1).max(90).default(14),
    /** After how many days the words of a decided case are forgotten. */
    keepWordsDays: z.int().min(7).max(730).default(90),
  }),
});

/** What a community has decided. */
export type RulesSettings = z.output<typeof rulesSettings.schema>;

/** The settings in force. */
export function getRulesSettings(ctx: Ctx, communityId: string): Promise<RulesSettings> {
  return getSettings(ctx, rulesSettings, communityId);
}

/** Changes the settings; they hold from the next message on. */
export async function changeRulesSettings(ctx: Ctx, communityId: string, value: RulesSettings): Promise<RulesSettings> {
  await bumpRevision(ctx, communityId);
  const before = await getSettings(ctx, rulesSettings, communityId);
  const after = await setSettings(ctx, rulesSettings, { communityId, value });
  if (JSON.stringify(before.trust) !== JSON.stringify(after.trust)) await touchEverybody(ctx, communityId);
  for (const [check, next] of Object.entries(after.checks) as [keyof RulesSettings['checks'], Mode][])
    if (next !== before.checks[check]) await noteShadow(ctx, communityId, { subject: checkSubject(check), mode: next });
  await recordAudit(ctx, { communityId, action: 'rules.change_settings', detail: { before, after } });
  return after;
}

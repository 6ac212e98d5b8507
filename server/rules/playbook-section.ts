import { z } from 'zod';
import { optionalLine, playbookSection, type PlannedChange } from '../communities/index.ts';
import type { Ctx } from '../platform/context.ts';
import { mostRules, ruleItemFields } from './rule-item.ts';
import { findRuleText, publishRules } from './text.ts';

const sectionSchema = z.strictObject({
  /** How the rules are spoken. */
  tone: optionalLine(200).default(''),
  items: z.array(z.strictObject(ruleItemFields)).min(1).max(mostRules),
});

type RulesSection = z.output<typeof sectionSchema>;

/** The section `rules` of a playbook: published when there are none yet, else those are added that the community has not. */
export const rulesSection = playbookSection<RulesSection>({
  name: 'rules',
  schema: sectionSchema,
  export: async (ctx, communityId) => {
    const text = await findRuleText(ctx, communityId);
    return text && { tone: text.tone, items: text.items.map(({ key: _key, ...item }) => item) };
  },
  plan: async (ctx, communityId, value) => {
    const { missing } = await compare(ctx, communityId, value);
    return value.items.map((item): PlannedChange => {
      const action = missing.includes(item) ? 'create' : 'keep';
      return { action, text: ctx.t(`rules:playbook.${action}`, { name: item.name }) };
    });
  },
  apply: async (ctx, communityId, value) => {
    const { text, missing } = await compare(ctx, communityId, value);
    if (missing.length === 0) return;
    const tone = text && text.tone !== '' ? text.tone : value.tone;
    const items = [...(text?.items ?? []), ...missing];
    await publishRules(ctx, communityId, { tone, items, mustAcknowledgeAgain: false });
  },
});

async function compare(ctx: Ctx, communityId: string, value: RulesSection) {
  const text = await findRuleText(ctx, communityId);
  const names = new Set(text?.items.map(({ name }) => name));
  const room = mostRules - names.size;
  return { text, missing: value.items.filter(({ name }) => !names.has(name)).slice(0, room) };
}

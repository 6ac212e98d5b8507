import { z } from 'zod';
import { playbookSection, singleLine } from '../communities/index.ts';
import type { Ctx } from '../platform/context.ts';
import { conditionsOf, definitionShape, type Definition } from '../profiles/index.ts';
import { levelShape, policyShape, type Draft, type Level } from './definition.ts';
import { createLadder } from './ladder.ts';
import { selectLadders } from './store/ladder.ts';

const sectionSchema = z.strictObject({
  ladders: z
    .array(
      z.strictObject({
        name: singleLine(20),
        policy: policyShape.prefault({}),
        levels: z
          .array(
            levelShape
              .omit({ number: true })
              .extend({ entry: definitionShape.nullable(), staying: definitionShape.nullable() }),
          )
          .min(2)
          .max(12),
      }),
    )
    .max(10)
    .default([]),
});

type LevelsSection = z.output<typeof sectionSchema>;

/** What hangs on one community only: its tags, own fields, groups and people. A rule that asks for it stays at home. */
const ownFacts = /^(profiles\.tags|people\.(in_group|inviter|name|card\..*|source)|field\..*)$/;

function travels(rule: Definition | null): Definition | null {
  return rule && conditionsOf(rule).some(({ fact }) => ownFacts.test(fact)) ? null : rule;
}

/** The section `levels` of a playbook: ladders with their rules and what they give, without people. A ladder of the same name is left alone. */
export const levelsSection = playbookSection<LevelsSection>({
  name: 'levels',
  schema: sectionSchema,
  export: async (ctx, communityId) => {
    const ladders = await selectLadders(ctx, communityId);
    if (ladders.length === 0) return undefined;
    return { ladders: ladders.map(({ name, policy, levels }) => ({ name, policy, levels: levels.map(portable) })) };
  },
  plan: async (ctx, communityId, { ladders }) => {
    const names = await ownNames(ctx, communityId);
    return ladders.map(({ name, levels }) =>
      names.has(name.toLowerCase())
        ? { action: 'keep' as const, text: ctx.t('levels:playbook.keep', { name }) }
        : {
            action: 'create' as const,
            text: ctx.t('levels:playbook.create', { name, levels: levels.map((one) => one.name).join(' → ') }),
          },
    );
  },
  apply: async (ctx, communityId, { ladders }) => {
    const names = await ownNames(ctx, communityId);
    for (const { name, policy, levels } of ladders) {
      if (names.has(name.toLowerCase())) continue;
      const draft = { name, main: false, policy, levels: levels.map((level) => ({ ...level, number: null })) };
      await createLadder(ctx, communityId, draft as Draft);
    }
  },
});

function portable({ number: _number, ...level }: Level) {
  return { ...level, entry: travels(level.entry), staying: travels(level.staying) };
}

async function ownNames(ctx: Ctx, communityId: string): Promise<Set<string>> {
  return new Set((await selectLadders(ctx, communityId)).map(({ name }) => name.toLowerCase()));
}

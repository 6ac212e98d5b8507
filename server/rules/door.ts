import { z } from 'zod';
import type { JoinGate } from '../people/index.ts';
import { acknowledgeRules, findDueText, writeRules } from './text.ts';

const answer = z.strictObject({ version: z.int().min(1) });

/** The door asks newcomers to read the rules, and whoever comes into another group when the rules have changed since. */
export const rulesDoor: JoinGate = {
  name: 'rules',
  answers: { rules: answer },
  consider: async (ctx, { communityId, identityId, answers }) => {
    const due = await findDueText(ctx, communityId, identityId);
    const given = answers.rules as z.output<typeof answer> | undefined;
    if (!due || given?.version === due.version) return { ok: true };
    const step = {
      key: 'rules',
      kind: 'notice',
      title: ctx.t('rules:door.title'),
      text: writeRules(ctx, due),
      version: due.version,
      ...(given ? { problem: ctx.t('rules:door.changed') } : {}),
    } as const;
    return { needs: [step] };
  },
  passed: async (ctx, { communityId, identityId, answers }) => {
    const given = answers.rules as z.output<typeof answer> | undefined;
    if (given && (await findDueText(ctx, communityId, identityId))) {
      await acknowledgeRules(ctx, { communityId, identityId, version: given.version });
    }
  },
};

import { z } from 'zod';
import { getZone, paragraphs, playbookSection, singleLine } from '../communities/index.ts';
import { localDay } from '../platform/clock.ts';
import type { Ctx } from '../platform/context.ts';
import { definitionSchema, windowSchema } from './definition.ts';
import { createProgram, listPrograms, stateOf, type Program } from './program.ts';
import { getCommunityWelcome, setCommunityWelcome } from './welcome.ts';
import { findTextProblem, welcomeVariables } from './welcome-text.ts';

const welcomeText = paragraphs(500).refine((text) => findTextProblem(text) === null, 'welcome_text');

const sectionSchema = z.strictObject({
  /** How newcomers are welcomed in all groups; switched on with the playbook. */
  welcome: z
    .strictObject({
      texts: z.array(welcomeText).min(1).max(5),
      quiet: windowSchema.nullable().default({ from: '22:30', to: '07:30' }),
    })
    .optional(),
  /** Check-ins of all groups, from the day on which the playbook is applied; one that runs under the same name is left alone. */
  checkIns: z
    .array(z.strictObject({ name: singleLine(40), ...definitionSchema.shape }))
    .max(20)
    .default([]),
});

type ProgramsSection = z.output<typeof sectionSchema>;

/** The section `programs` of a playbook: the welcome and the check-ins. */
export const programsSection = playbookSection<ProgramsSection>({
  name: 'programs',
  variables: welcomeVariables,
  schema: sectionSchema,
  export: async (ctx, communityId) => {
    const { texts, quiet } = await getCommunityWelcome(ctx, communityId);
    const checkIns = (await listRunning(ctx, communityId)).map(({ name, definition }) => ({ name, ...definition }));
    if (texts.length === 0 && checkIns.length === 0) return undefined;
    return { ...(texts.length > 0 ? { welcome: { texts, quiet } } : {}), checkIns };
  },
  plan: async (ctx, communityId, value) => {
    const names = new Set((await listRunning(ctx, communityId)).map(({ name }) => name));
    const hasWelcome = (await getCommunityWelcome(ctx, communityId)).texts.length > 0;
    const ofWelcome = value.welcome
      ? [
          {
            action: hasWelcome ? ('keep' as const) : ('create' as const),
            text: ctx.t(hasWelcome ? 'programs:playbook.welcome_keep' : 'programs:playbook.welcome_create'),
          },
        ]
      : [];
    const ofCheckIns = value.checkIns.map(({ name }) => ({
      action: names.has(name) ? ('keep' as const) : ('create' as const),
      text: ctx.t(names.has(name) ? 'programs:playbook.check_in_keep' : 'programs:playbook.check_in_create', { name }),
    }));
    return [...ofWelcome, ...ofCheckIns];
  },
  apply: async (ctx, communityId, value) => {
    const own = await getCommunityWelcome(ctx, communityId);
    if (value.welcome && own.texts.length === 0)
      await setCommunityWelcome(ctx, communityId, { on: true, ...value.welcome });
    const names = new Set((await listRunning(ctx, communityId)).map(({ name }) => name));
    for (const { name, ...definition } of value.checkIns) {
      if (names.has(name)) continue;
      names.add(name);
      await createProgram(ctx, communityId, { name, groups: 'all', definition });
    }
  },
});

/** Programs that are not over, oldest first. */
async function listRunning(ctx: Ctx, communityId: string): Promise<Program[]> {
  const today = localDay(ctx.now(), await getZone(ctx, communityId));
  return (await listPrograms(ctx, communityId)).filter((program) => stateOf(program, today) !== 'ended').reverse();
}

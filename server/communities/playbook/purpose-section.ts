import { canvasSchema, changedAnswers, fillCanvas, writtenAnswers, type Canvas } from '../canvas.ts';
import { getCommunity, saveCanvas } from '../community.ts';
import { playbookSection } from '../slots.ts';

/**
 * The section `purpose`: the founding canvas. It only proposes: answers go into the draft where the team has none of its
 * own, and nothing is adopted.
 */
export const purposeSection = playbookSection<Canvas>({
  name: 'purpose',
  schema: canvasSchema,
  export: async (ctx, communityId) => {
    const community = await getCommunity(ctx, communityId);
    const written = writtenAnswers(community.purposeAdoptedAt === null ? community.draft : community.purpose);
    return Object.keys(written).length > 0 ? (written as Canvas) : undefined;
  },
  plan: async (ctx, communityId, proposal) => {
    const { draft } = await getCommunity(ctx, communityId);
    const gained = changedAnswers(draft, fillCanvas(draft, proposal));
    return (Object.keys(writtenAnswers(proposal)) as (keyof Canvas)[]).map((answer) => {
      const action = gained.includes(answer) ? 'create' : 'keep';
      const title = ctx.t(`communities:canvas.${answer}`);
      return { action, text: ctx.t(`communities:playbook.purpose_${action}`, { answer: title }) };
    });
  },
  apply: async (ctx, communityId, proposal) => {
    const { draft } = await getCommunity(ctx, communityId);
    await saveCanvas(ctx, communityId, { canvas: fillCanvas(draft, proposal), adopt: false });
  },
});

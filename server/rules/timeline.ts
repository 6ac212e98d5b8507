import type { PersonTimeline } from '../people/index.ts';
import { selectHappenings } from './store/timeline.ts';

/** What was stopped of somebody and what followed, for the team's view of a person; without the words. */
export const rulesTimeline: PersonTimeline = {
  name: 'rules',
  list: async (ctx, wish) =>
    (await selectHappenings(ctx, wish)).map(({ id, what, at, groupId, caseId, state, detail, rule }) => ({
      key: `rules ${what} ${id}`,
      at,
      kind: `rules.${what}`,
      groupId,
      data: { caseId, state, rule, [what === 'case' ? 'kind' : 'step']: detail },
    })),
};

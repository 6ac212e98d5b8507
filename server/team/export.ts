import type { ExportPart } from '../communities/index.ts';
import { selectCards } from './store/public-cards.ts';
import { selectTasksAfter } from './store/tasks.ts';
import { listTeam } from './team.ts';

const step = 500;

/** What this module gives to the full export of a community. */
export const teamParts: readonly ExportPart[] = [
  {
    name: 'team.member',
    rows: async function* (ctx, communityId) {
      let cursor: string | undefined;
      do {
        const page = await listTeam(ctx, communityId, { cursor, limit: step });
        yield* page.items.map((member) => ({ ...member }));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
    },
  },
  {
    name: 'team.public_card',
    rows: async function* (ctx, communityId) {
      yield* (await selectCards(ctx, communityId)).map((card) => ({ ...card }));
    },
  },
  {
    name: 'team.task',
    rows: async function* (ctx, communityId) {
      for (let after: string | null = null; ;) {
        const rows = await selectTasksAfter(ctx, communityId, { after, limit: step });
        yield* rows.map((task) => ({ ...task }));
        if (rows.length < step) return;
        after = rows.at(-1)!.id;
      }
    },
  },
];

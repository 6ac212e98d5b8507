import type { ExportPart } from '../communities/index.ts';
import { lifecycles } from './lifecycle.ts';
import { selectDaysAfter } from './store/days.ts';
import { selectGroups } from './store/groups.ts';
import { selectLinks } from './store/links.ts';

const pageSize = 500;

/** What this module gives to the full export of a community. */
export const groupParts: readonly ExportPart[] = [
  {
    name: 'groups.group',
    rows: async function* (ctx, communityId) {
      for (const lifecycle of lifecycles) {
        for (let after: [string, string] | undefined; ;) {
          const order = { by: 'created', direction: 'asc' } as const;
          const rows = await selectGroups(ctx, { communityId, lifecycle }, { order, after, limit: pageSize });
          yield* rows.map(({ group }) => ({ ...group }));
          const last = rows.at(-1);
          if (rows.length < pageSize || !last) break;
          after = [last.sortKey, last.group.id];
        }
      }
    },
  },
  {
    name: 'groups.link',
    rows: async function* (ctx, communityId) {
      for (let after: string | undefined; ;) {
        const rows = await selectLinks(ctx, { communityId }, { after, limit: pageSize });
        yield* rows.map((link) => ({ ...link }));
        if (rows.length < pageSize) return;
        after = rows.at(-1)!.id;
      }
    },
  },
  {
    name: 'groups.day',
    rows: async function* (ctx, communityId) {
      for (let after: { groupId: string; day: string } | undefined; ;) {
        const rows = await selectDaysAfter(ctx, communityId, { after, limit: pageSize });
        yield* rows.map((day) => ({ ...day }));
        if (rows.length < pageSize) return;
        after = rows.at(-1)!;
      }
    },
  },
];

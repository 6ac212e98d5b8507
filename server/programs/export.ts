import type { ExportPart } from '../communities/index.ts';
import { exportTables, selectRowsAfter, type ExportTable } from './store/privacy.ts';

const pageSize = 500;

/** What this module gives to the full export of a community. Standings and places are not in it: they follow from the days. */
export const programParts: readonly ExportPart[] = (Object.keys(exportTables) as ExportTable[]).map((table) => ({
  name: `programs.${table}`,
  rows: async function* (ctx, communityId) {
    for (let after: readonly string[] | null = null; ;) {
      const rows: Awaited<ReturnType<typeof selectRowsAfter>> = await selectRowsAfter(
        ctx,
        { communityId, table },
        { after, limit: pageSize },
      );
      for (const { row } of rows) yield row;
      if (rows.length < pageSize) return;
      after = rows.at(-1)!.keys;
    }
  },
}));

import type { ExportPart } from '../communities/index.ts';
import { exportTables, selectRowsAfter, type ExportTable } from './store/export.ts';

const pageSize = 500;

/** What this module gives to the full export of a community. */
export const communityParts: readonly ExportPart[] = exportTables.map((table: ExportTable) => ({
  name: `people.${table}`,
  rows: async function* (ctx, communityId) {
    for (let after: string | undefined; ;) {
      const rows = await selectRowsAfter(ctx, { communityId, table }, { after, limit: pageSize });
      yield* rows;
      if (rows.length < pageSize) return;
      after = rows.at(-1)!.id;
    }
  },
}));

import type { ExportPart } from '../communities/index.ts';
import { newId } from '../platform/ids.ts';
import { exportTables, selectRowsAfter } from './store/export.ts';

const pageSize = 500;

/** What the ledger gives to the full export of a community: accounts, and entries with their postings. */
export const communityParts: readonly ExportPart[] = exportTables.map((table) => ({
  name: `ledger.${table}`,
  rows: async function* (ctx, communityId) {
    // Ids begin with the time: what is booked while the export runs is left to the next one, so it comes to an end.
    const end = newId(ctx.now());
    for (let after: string | undefined; ;) {
      const rows = await selectRowsAfter(ctx, { communityId, table }, { after, end, limit: pageSize });
      yield* rows;
      if (rows.length < pageSize) return;
      after = rows.at(-1)!.id;
    }
  },
}));

import { selectTablePage, type WrittenTable } from '../platform/db/table-page.ts';
import type { ExportPart } from './slots.ts';

const pageSize = 500;

/** Parts of the full export that are tables of a module as they are, each called `module.noun`. */
export function partsOfTables(module: string, tables: Readonly<Record<string, WrittenTable>>): readonly ExportPart[] {
  return Object.entries(tables).map(([noun, table]) => ({
    name: `${module}.${noun}`,
    rows: async function* (ctx, communityId) {
      for (let after: readonly string[] | null = null; ;) {
        const rows: Awaited<ReturnType<typeof selectTablePage>> = await selectTablePage(
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
}

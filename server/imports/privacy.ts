/** Being forgotten and taking one's data along: rows of lists that are about somebody. */
import { partsOfTables } from '../communities/index.ts';
import type { PersonEraser, PersonExporter } from '../people/index.ts';
import { deleteRowsOf, exportTables, selectRowsOf } from './store.ts';

/** Forgets the rows that are about somebody. */
export const eraseRows: PersonEraser = {
  name: 'imports',
  erase: async (ctx, { communityId, identityIds }) => ({
    done: true,
    rows: await deleteRowsOf(ctx, communityId, identityIds),
  }),
};

/** The rows that are about somebody, under the headings of their file. */
export const exportRows: PersonExporter = {
  name: 'imports',
  export: async (ctx, { communityId, identityIds }) =>
    (await selectRowsOf(ctx, communityId, identityIds)).map(({ headings, cells, ...list }) => ({
      ...list,
      row: Object.fromEntries(headings.map((heading, at) => [heading || String(at + 1), cells[at] ?? ''])),
    })),
};

/** Parts of the full export. */
export const importParts = partsOfTables('imports', exportTables);

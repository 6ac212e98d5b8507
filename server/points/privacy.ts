import { partsOfTables } from '../communities/index.ts';
import type { PersonEraser, PersonExporter } from '../people/index.ts';
import { deleteOwn, exportTables, selectOwnRows } from './store/privacy.ts';

/** Forgets what a person earned and gave; the ledger forgets its own. */
export const erasePoints: PersonEraser = {
  name: 'points',
  erase: async (ctx, who) => ({ done: true, rows: await deleteOwn(ctx, who) }),
};

/** What a person earned, gave and got. */
export const exportPoints: PersonExporter = { name: 'points', export: selectOwnRows };

/** Parts of the full export. */
export const pointsParts = partsOfTables('points', exportTables);

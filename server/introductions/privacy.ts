/** Being forgotten and taking one's data along, and what this module gives to the full export of a community. */
import { partsOfTables } from '../communities/index.ts';
import type { PersonEraser } from '../people/index.ts';
import { deleteFaces, exportTables } from './store/privacy.ts';

/** Forgets what others could find of a person. */
export const eraseIntroductions: PersonEraser = {
  name: 'introductions',
  erase: async (ctx, who) => ({ done: true, rows: await deleteFaces(ctx, who) }),
};

/** Parts of the full export. */
export const introductionParts = partsOfTables('introductions', exportTables);

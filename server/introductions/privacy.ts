/** Being forgotten and taking one's data along, and what this module gives to the full export of a community. */
import { partsOfTables } from '../communities/index.ts';
import type { PersonEraser, PersonExporter, PersonTimeline } from '../people/index.ts';
import { deleteFaces, deleteOwn, exportTables, selectOwnRows, selectMeetings } from './store/privacy.ts';

/** Forgets what others could find of a person, what they put on the board, and whom they were about to meet. */
export const eraseIntroductions: PersonEraser = {
  name: 'introductions',
  erase: async (ctx, who) => ({ done: true, rows: (await deleteFaces(ctx, who)) + (await deleteOwn(ctx, who)) }),
};

/** What somebody asked, answered and put on the board. */
export const exportIntroductions: PersonExporter = { name: 'introductions', export: selectOwnRows };

/** Introductions that came about, and what was put on the board. Requests that were declined are nobody else's business. */
export const introductionTimeline: PersonTimeline = { name: 'introductions', list: selectMeetings };

/** Parts of the full export. */
export const introductionParts = partsOfTables('introductions', exportTables);

/** Being forgotten, taking one's data along, one's timeline, and what this module gives to the full export of a community. */
import { partsOfTables } from '../communities/index.ts';
import type { PersonEraser, PersonExporter, PersonTimeline } from '../people/index.ts';
import { deleteOf, exportTables, selectHappenings, selectOwnRows } from './store/privacy.ts';

/** Forgets a person's part in rounds; figures of rounds are counted from what is left. */
export const eraseCare: PersonEraser = {
  name: 'care',
  erase: async (ctx, who) => ({ done: true, rows: await deleteOf(ctx, who) }),
};

/** What rounds, contacts and sorting know of a person. */
export const exportCare: PersonExporter = { name: 'care', export: selectOwnRows };

/** What happened to somebody in rounds. */
export const careTimeline: PersonTimeline = {
  name: 'care',
  list: async (ctx, wish) =>
    (await selectHappenings(ctx, wish)).map(({ roundId, groupId, what, how, at }) => ({
      key: `care ${what} ${roundId} ${groupId}`,
      at,
      kind: `care.${what}`,
      groupId,
      data: { roundId, how },
    })),
};

/** Parts of the full export. */
export const careParts = partsOfTables('care', exportTables);

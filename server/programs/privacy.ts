/** Being forgotten and taking one's data along: claims, days, standings, places, the wish to hide, welcomes. */
import type { PersonEraser, PersonExporter } from '../people/index.ts';
import { deleteRest, deleteSome, selectPersonRows } from './store/privacy.ts';

/** Forgets what a person has checked in. What the group's days have counted is a number without a name and stays. */
export const eraseCheckIns: PersonEraser = {
  name: 'programs',
  erase: async (ctx, who, budget) => {
    for (const table of ['claims', 'days'] as const) {
      const rows = await deleteSome(ctx, { ...who, table }, budget);
      if (rows > 0) return { done: false, rows };
    }
    return { done: true, rows: await deleteRest(ctx, who) };
  },
};

/** What a person has checked in and where they stand. */
export const exportCheckIns: PersonExporter = {
  name: 'programs',
  export: selectPersonRows,
};

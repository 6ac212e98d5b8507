import type { ExportPart } from '../../communities/index.ts';
import type { PersonEraser, PersonExporter } from '../../people/index.ts';
import { exportTables, repointQuarrels, selectQuarrelsOf, selectRowsAfter } from './store.ts';

const step = 500;

/** Puts the tombstone where an erased person was; of their words nothing is kept here. */
export const eraseQuarrels: PersonEraser = {
  name: 'insight',
  erase: async (ctx, who) => ({ done: true, rows: await repointQuarrels(ctx, who) }),
};

/** That and when somebody was part of an alarm; not how hot it was held to be, nor who else. */
export const exportQuarrels: PersonExporter = {
  name: 'quarrels',
  export: selectQuarrelsOf,
};

/** What this module gives to the full export of a community. */
export const quarrelParts: readonly ExportPart[] = exportTables.map((table) => ({
  name: `insight.${table.replace('insight_', '')}`,
  rows: async function* (ctx, communityId) {
    for (let after: string | null = null; ;) {
      const rows = await selectRowsAfter(ctx, communityId, { table, after, limit: step });
      yield* rows;
      if (rows.length < step) return;
      after = rows.at(-1)!.id;
    }
  },
}));

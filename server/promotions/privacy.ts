/** Being forgotten and taking one's data along, and what this module gives to the full export of a community. */
import type { ExportPart } from '../communities/index.ts';
import type { PersonEraser, PersonExporter } from '../people/index.ts';
import type { Ctx } from '../platform/context.ts';
import {
  deleteOwn,
  exportTables,
  forgetHosts,
  replaceWords,
  selectCalling,
  selectOwnRows,
  selectRowsAfter,
  type ExportTable,
} from './store/privacy.ts';

/** Forgets what a person has promoted; of hosts only the name, because the group's credit has paid for it. */
export const erasePromotions: PersonEraser = {
  name: 'promotions',
  erase: async (ctx, who, budget) => {
    const rows = await deleteOwn(ctx, who, budget);
    if (rows === budget) return { done: false, rows };
    return { done: true, rows: rows + (await forgetHosts(ctx, who)) + (await forgetCalls(ctx, who)) };
  },
};

async function forgetCalls(ctx: Ctx, who: { communityId: string; identityIds: readonly string[] }): Promise<number> {
  const calling = await selectCalling(ctx, who);
  for (const { id, words } of calling) {
    const mentions = words.mentions.filter((one) => !who.identityIds.includes(one));
    await replaceWords(ctx, who.communityId, { id, words: { ...words, mentions } });
  }
  return calling.length;
}

/** What a person has promoted, and by what it was known. */
export const exportPromotions: PersonExporter = { name: 'promotions', export: selectOwnRows };

const pageSize = 500;

/** Parts of the full export. */
export const promotionParts: readonly ExportPart[] = (Object.keys(exportTables) as ExportTable[]).map((table) => ({
  name: `promotions.${table}`,
  rows: async function* (ctx, communityId) {
    for (let after: readonly string[] | null = null; ;) {
      const rows: Awaited<ReturnType<typeof selectRowsAfter>> = await selectRowsAfter(
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

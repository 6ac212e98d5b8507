/** Being forgotten and taking one's data along, and what this module gives to the full export of a community. */
import { partsOfTables } from '../communities/index.ts';
import type { PersonEraser, PersonExporter } from '../people/index.ts';
import type { Ctx } from '../platform/context.ts';
import { deleteOwn, exportTables, forgetHosts, replaceWords, selectCalling, selectOwnRows } from './store/privacy.ts';

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

/** Parts of the full export. */
export const promotionParts = partsOfTables('promotions', exportTables);

/** Being forgotten and taking one's data along, and what this module gives to the full export of a community. */
import { partsOfTables } from '../communities/index.ts';
import type { PersonEraser, PersonExporter } from '../people/index.ts';
import type { Ctx } from '../platform/context.ts';
import { isGroup, type Condition, type Definition } from './definition.ts';
import { deleteOwn, exportTables, replaceDefinition, selectOwnRows, selectSegmentsNaming } from './store/privacy.ts';

/** Forgets tags, fields, notes and facts of a person: a few rows each. */
export const eraseProfile: PersonEraser = {
  name: 'profiles',
  erase: async (ctx, who) => {
    const segments = await forgetInviter(ctx, who);
    return { done: true, rows: segments + (await deleteOwn(ctx, who)) };
  },
};

/** Segments that ask for who was brought along by somebody forget whom; a condition that then asks nothing is answered by nobody. */
async function forgetInviter(
  ctx: Ctx,
  who: { communityId: string; identityIds: readonly string[]; tombstoneId: string },
): Promise<number> {
  const naming = await selectSegmentsNaming(ctx, who);
  for (const { id, definition } of naming) {
    const forget = (condition: Condition): Condition => ({
      ...condition,
      ...(condition.options
        ? { options: condition.options.map((one) => (who.identityIds.includes(one) ? who.tombstoneId : one)) }
        : {}),
    });
    const before = definition as Definition;
    const items = before.items.map((item) =>
      isGroup(item) ? { ...item, items: item.items.map(forget) } : forget(item),
    );
    await replaceDefinition(ctx, who.communityId, { id, definition: { ...before, items } });
  }
  return naming.length;
}

/** What a person's team has written down about them. */
export const exportProfile: PersonExporter = { name: 'profiles', export: selectOwnRows };

/** Parts of the full export. */
export const profileParts = partsOfTables('profiles', exportTables);

/** Lists of terms that the team keeps: what is looked for in every message, and what it is taken for. */
import { recordAudit } from '../platform/audit/audit.ts';
import type { Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import { rulesErrors } from './errors.ts';
import { bumpRevision } from './revision.ts';
import * as store from './store/lists.ts';
import { selectText } from './store/text.ts';

export type { ListChange, TermList } from './store/lists.ts';

/** Most lists, and most terms of all lists together, of one community. */
export const listLimits = { lists: 50, terms: 100_000 } as const;

/** All lists, oldest first. */
export function listLists(ctx: Ctx, communityId: string): Promise<store.TermList[]> {
  return store.selectLists(ctx, communityId);
}

/** A list with its terms; throws `platform.not_found`. */
export async function getList(
  ctx: Ctx,
  communityId: string,
  listId: string,
): Promise<{ list: store.TermList; terms: string[] }> {
  const list = (await store.selectLists(ctx, communityId)).find(({ id }) => id === listId);
  if (!list) throw platformErrors.not_found();
  return { list, terms: (await store.selectTerms(ctx, communityId, [listId])).map(({ term }) => term) };
}

/** Adds a list. */
export async function addList(
  ctx: Ctx,
  communityId: string,
  wish: store.ListChange & { terms: readonly string[] },
): Promise<{ list: store.TermList; terms: string[] }> {
  await bumpRevision(ctx, communityId);
  const lists = await store.selectLists(ctx, communityId);
  if (lists.length >= listLimits.lists) throw rulesErrors.too_many_lists({ most: listLimits.lists });
  const terms = await check(ctx, communityId, { wish, lists, self: null });
  const id = newId(ctx.now());
  await store.insertList(ctx, { ...wish, communityId, id, terms });
  await audit(ctx, 'rules.add_list', { communityId, id, terms: terms.length });
  return getList(ctx, communityId, id);
}

/** Writes a list anew; without `terms` these stay. */
export async function changeList(
  ctx: Ctx,
  which: { communityId: string; listId: string },
  wish: store.ListChange & { terms?: readonly string[] | undefined },
): Promise<{ list: store.TermList; terms: string[] }> {
  const { communityId, listId } = which;
  await bumpRevision(ctx, communityId);
  const lists = await store.selectLists(ctx, communityId);
  if (!lists.some(({ id }) => id === listId)) throw platformErrors.not_found();
  const terms = await check(ctx, communityId, { wish, lists, self: listId });
  await store.replaceList(ctx, { ...wish, communityId, id: listId, terms: wish.terms && terms });
  await audit(ctx, 'rules.change_list', { communityId, id: listId, terms: terms.length });
  return getList(ctx, communityId, listId);
}

/** Deletes a list; what it has found before stays with its evidence. */
export async function removeList(ctx: Ctx, communityId: string, listId: string): Promise<void> {
  await bumpRevision(ctx, communityId);
  if (!(await store.deleteList(ctx, communityId, listId))) throw platformErrors.not_found();
  await audit(ctx, 'rules.remove_list', { communityId, id: listId, terms: 0 });
}

/** Terms each once; throws when there would be too many, or the rule is none. */
async function check(
  ctx: Ctx,
  communityId: string,
  given: {
    wish: { rule: string | null; terms?: readonly string[] | undefined };
    lists: readonly store.TermList[];
    self: string | null;
  },
): Promise<string[]> {
  const { wish, lists, self } = given;
  const terms = [...new Set(wish.terms ?? [])];
  const others = lists.reduce((sum, list) => (list.id === self && wish.terms ? sum : sum + list.terms), 0);
  if (others + terms.length > listLimits.terms) throw rulesErrors.too_many_terms({ most: listLimits.terms });
  if (wish.rule !== null) {
    const items = (await selectText(ctx, communityId))?.items ?? [];
    if (!items.some(({ key }) => key === wish.rule)) throw rulesErrors.unknown_rule();
  }
  return terms;
}

async function audit(
  ctx: Ctx,
  action: string,
  list: { communityId: string; id: string; terms: number },
): Promise<void> {
  const target = { kind: 'list', id: list.id };
  await recordAudit(ctx, { communityId: list.communityId, action, target, detail: { terms: list.terms } });
}

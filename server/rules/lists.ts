/** Lists of terms that the team keeps: what is looked for in every message, and what it is taken for. */
import { getZone } from '../communities/index.ts';
import { recordAudit } from '../platform/audit/audit.ts';
import { localDay } from '../platform/clock.ts';
import type { Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import { rulesErrors } from './errors.ts';
import { bumpRevision } from './revision.ts';
import { warmRulebook } from './rulebook.ts';
import type { Mode } from './settings.ts';
import { listSubject, noteShadow } from './shadow.ts';
import * as store from './store/lists.ts';
import { countExpired } from './store/terms.ts';
import { selectText } from './store/text.ts';
import { checkPatterns, checkTerms, listLimits } from './term-check.ts';

export type { ListChange, TermList } from './store/lists.ts';

/** All lists, oldest first, with how many terms of each are over. */
export async function listLists(ctx: Ctx, communityId: string): Promise<ShownList[]> {
  const today = localDay(ctx.now(), await getZone(ctx, communityId));
  const expired = await countExpired(ctx, communityId, today);
  return (await store.selectLists(ctx, communityId)).map((list) => ({ ...list, expired: expired.get(list.id) ?? 0 }));
}

/** A list as it is shown. */
export type ShownList = store.TermList & {
  /** Terms whose last day is over. */
  expired: number;
};

/** A list with its terms; throws `platform.not_found`. */
export async function getList(
  ctx: Ctx,
  communityId: string,
  listId: string,
): Promise<{ list: ShownList; terms: string[] }> {
  const list = (await listLists(ctx, communityId)).find(({ id }) => id === listId);
  if (!list) throw platformErrors.not_found();
  return { list, terms: await store.selectTerms(ctx, communityId, listId) };
}

/** Adds a list. */
export async function addList(
  ctx: Ctx,
  communityId: string,
  wish: store.ListChange & { terms: readonly string[] },
): Promise<{ list: ShownList; terms: string[] }> {
  await bumpRevision(ctx, communityId);
  const lists = await store.selectLists(ctx, communityId);
  if (lists.length >= listLimits.lists) throw rulesErrors.too_many_lists({ most: listLimits.lists });
  const terms = await check(ctx, communityId, { wish, lists, self: null });
  const id = newId(ctx.now());
  await store.insertList(ctx, { ...wish, communityId, id, terms });
  await finishChange(ctx, communityId, { id, mode: wish.mode });
  await audit(ctx, 'rules.add_list', { communityId, id, terms: terms.length });
  return getList(ctx, communityId, id);
}

/** Writes a list anew; without `terms` these stay. */
export async function changeList(
  ctx: Ctx,
  which: { communityId: string; listId: string },
  wish: store.ListChange & { terms?: readonly string[] | undefined },
): Promise<{ list: ShownList; terms: string[] }> {
  const { communityId, listId } = which;
  await bumpRevision(ctx, communityId);
  const lists = await store.selectLists(ctx, communityId);
  if (!lists.some(({ id }) => id === listId)) throw platformErrors.not_found();
  const terms = await check(ctx, communityId, { wish, lists, self: listId });
  await store.replaceList(ctx, { ...wish, communityId, id: listId, terms: wish.terms && terms });
  await finishChange(ctx, communityId, { id: listId, mode: wish.mode });
  await audit(ctx, 'rules.change_list', { communityId, id: listId, terms: terms.length });
  return getList(ctx, communityId, listId);
}

/** Deletes a list; what it has found before stays with its evidence. */
export async function removeList(ctx: Ctx, communityId: string, listId: string): Promise<void> {
  await bumpRevision(ctx, communityId);
  if (!(await store.deleteList(ctx, communityId, listId))) throw platformErrors.not_found();
  await noteShadow(ctx, communityId, { subject: listSubject(listId), mode: 'off' });
  await audit(ctx, 'rules.remove_list', { communityId, id: listId, terms: 0 });
}

/** What follows from every change of a list: limits, since when it only notes, and that it is made ready. */
async function finishChange(ctx: Ctx, communityId: string, list: { id: string; mode: Mode }): Promise<void> {
  await checkPatterns(ctx, communityId);
  await noteShadow(ctx, communityId, { subject: listSubject(list.id), mode: list.mode });
  const all = await store.selectLists(ctx, communityId);
  const terms = all.reduce((sum, one) => sum + one.terms, 0);
  warmRulebook(ctx, communityId, terms);
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
  checkTerms(ctx, terms);
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

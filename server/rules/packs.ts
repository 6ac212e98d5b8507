/** Word packs: lists to begin with, added with one click. They only watch: nothing is stopped for one of their words alone. */
import { readWordPacks, type WordPackKey } from '../../lib/text/index.ts';
import type { Ctx } from '../platform/context.ts';
import { rulesErrors } from './errors.ts';
import { addList } from './lists.ts';
import { insertPack, selectPacks } from './store/packs.ts';

/** A pack as it is offered. */
export interface OfferedPack {
  key: WordPackKey;
  name: string;
  text: string;
  terms: number;
  /** How many of them are spellings and words of Taiwan, Hong Kong and abroad. */
  regional: number;
  /** The first of its words, to see what it is about. */
  examples: string[];
  /** The list that it was added as; null when it was not, or when that list is gone. */
  listId: string | null;
}

const shownExamples = 6;

/** All packs, and as which list each was added. */
export async function listPacks(ctx: Ctx, communityId: string): Promise<OfferedPack[]> {
  const added = await selectPacks(ctx, communityId);
  return readWordPacks().map(({ key, terms, regional }) => ({
    key,
    name: ctx.t(`rules:packs.${key}.name`),
    text: ctx.t(`rules:packs.${key}.text`),
    terms: new Set([...terms, ...regional]).size,
    regional: regional.length,
    examples: terms.slice(0, shownExamples),
    listId: added.get(key) ?? null,
  }));
}

/** Adds a pack as a list of one's own, which can be changed like any other. */
export async function addPack(ctx: Ctx, communityId: string, key: WordPackKey): Promise<{ listId: string }> {
  const pack = readWordPacks().find((one) => one.key === key)!;
  const name = ctx.t(`rules:packs.${key}.name`);
  const terms = [...pack.terms, ...pack.regional];
  const { list } = await addList(ctx, communityId, { name, effect: 'watch', mode: 'on', rule: null, terms });
  if (!(await insertPack(ctx, communityId, { pack: key, listId: list.id }))) throw rulesErrors.pack_added();
  return { listId: list.id };
}

/**
 * Many questions about people in one pass, for modules that sort everybody by rules: which of several definitions each person fits.
 * Facts are taken as they stand; who needs them right at this moment calls `makeRight` first.
 */
import { getZone } from '../communities/index.ts';
import { listAccountsOf } from '../people/index.ts';
import { localDay } from '../platform/clock.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { readCatalogue, type Catalogue } from './catalogue.ts';
import type { Definition } from './definition.ts';
import { askAll, checkDefinition } from './question.ts';
import { beforeAnswer, catchUp } from './refresh.ts';
import { explainDefinition, type Explanation } from './sentence.ts';
import { insertStale, selectColumns, selectNums, updateNum } from './store/fact.ts';
import { allowLargeSets, asksSets, classifyMembers, type Classified } from './store/member.ts';

export type { Classified } from './store/member.ts';

/** So many definitions stand as bits in one whole number. */
export const mostDefinitions = 30;

/** Whom to look at: some persons, or the next ones in the order of their ids. */
export type Among = { personIds: readonly string[] } | { after: string | null; limit: number };

/** Definitions made ready to be asked of many pages. */
export interface Classification {
  communityId: string;
  catalogue: Catalogue;
  definitions: readonly Definition[];
  today: string;
}

/** Makes definitions ready, by the present day of the community. */
export async function openClassification(
  ctx: Ctx,
  communityId: string,
  definitions: readonly Definition[],
): Promise<Classification> {
  if (definitions.length > mostDefinitions) throw new Error(`at most ${mostDefinitions} definitions at once`);
  const catalogue = await readCatalogue(ctx, communityId);
  const today = localDay(ctx.now(), await getZone(ctx, communityId));
  return { communityId, catalogue, definitions, today };
}

/** Which definitions people fit: bit n stands for the definition at n. In the order of the persons' ids. */
export async function classifyPeople(ctx: Ctx, asked: Classification, among: Among): Promise<Classified[]> {
  const { communityId } = asked;
  const trees = asked.definitions.map((definition) => askAll(asked, definition));
  if (!trees.some(asksSets)) return classifyMembers(ctx, { communityId, trees }, among);
  return inTransaction(ctx, async (inner) => {
    await allowLargeSets(inner);
    return classifyMembers(inner, { communityId, trees }, among);
  });
}

/** Makes the facts of some persons right before they are asked for. */
export async function makeRight(ctx: Ctx, communityId: string, personIds: readonly string[]): Promise<void> {
  const people = await listAccountsOf(ctx, communityId, personIds);
  const only = people.flatMap(({ identityIds }) => identityIds);
  while (only.length > 0 && (await catchUp(ctx, communityId, { only }))) {
    // Batch after batch.
  }
}

/** Makes facts of whoever has a mark right: some before an answer, or all of them before everybody is judged. */
export async function makeAllRight(ctx: Ctx, communityId: string, how: 'some' | 'all'): Promise<void> {
  if (how === 'some') return void (await catchUp(ctx, communityId, beforeAnswer));
  while (await catchUp(ctx, communityId)) {
    // Batch after batch.
  }
}

/** Refuses a definition that can't be asked, naming which condition and why. */
export async function checkRule(ctx: Ctx, communityId: string, definition: Definition): Promise<void> {
  checkDefinition(ctx, await readCatalogue(ctx, communityId), definition);
}

/** A definition in words. */
export async function explainRule(ctx: Ctx, communityId: string, definition: Definition): Promise<Explanation> {
  return explainDefinition(ctx, communityId, { catalogue: await readCatalogue(ctx, communityId), definition });
}

/** The numbers that stand in a person's row, by column (`fact`, or `fact.days` for a window); what is not known is absent. */
export async function readNumbersOf(ctx: Ctx, communityId: string, personId: string): Promise<Map<string, number>> {
  const nums = await selectNums(ctx, communityId, personId);
  const places = await selectColumns(ctx, communityId);
  return new Map(
    [...places].flatMap(([column, place]) => {
      const value = nums[place - 1];
      return typeof value === 'number' && Number.isFinite(value) ? [[column, value] as const] : [];
    }),
  );
}

/** Sets one fact of people in their rows, for a module that has just changed it for many: the rest of the row stays as it is. */
export async function putFact(
  ctx: Ctx,
  communityId: string,
  { fact, values }: { fact: string; values: readonly { personId: string; identityId: string; value: number }[] },
): Promise<void> {
  if (values.length === 0) return;
  const place = (await selectColumns(ctx, communityId)).get(fact);
  if (place !== undefined) return updateNum(ctx, communityId, { place, values });
  // Nobody's row has a place for it yet: the next refresh gives it one.
  const identityIds = values.map(({ identityId }) => identityId);
  await insertStale(ctx, communityId, identityIds);
}

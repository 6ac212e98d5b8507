/** The people of a segment, for this module and all later ones: count them, list them, ask of one. */
import { getZone } from '../communities/index.ts';
import { listAccountsOf } from '../people/index.ts';
import { localDay } from '../platform/clock.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { readCatalogue, type Catalogue } from './catalogue.ts';
import type { Definition } from './definition.ts';
import { askAll } from './question.ts';
import { beforeAnswer, catchUp } from './refresh.ts';
import {
  allowLargeSets,
  asksSets,
  countMembers,
  selectFirstMembers,
  selectMembers,
  type MemberRow,
  type QuestionTree,
} from './store/member.ts';
import { selectSegment } from './store/segment.ts';

export type { MemberRow } from './store/member.ts';

/** Whom to look for: a saved segment, or a definition that is not saved. */
export type Segment = { communityId: string } & ({ segmentId: string } | { definition: Definition });

/** A segment made ready to be asked. */
export interface Prepared {
  communityId: string;
  definition: Definition;
  catalogue: Catalogue;
  tree: QuestionTree;
}

/** How many people fit now. */
export async function countSegment(ctx: Ctx, segment: Segment): Promise<number> {
  await catchUp(ctx, segment.communityId, beforeAnswer);
  return countPrepared(ctx, await prepareSegment(ctx, segment));
}

/** People who fit now, newest first; without `limit` all of them, at one moment. */
export async function findSegmentMembers(
  ctx: Ctx,
  segment: Segment,
  page: { after?: string | null; limit?: number } = {},
): Promise<MemberRow[]> {
  await catchUp(ctx, segment.communityId, beforeAnswer);
  return findPrepared(ctx, await prepareSegment(ctx, segment), {
    after: page.after ?? null,
    limit: page.limit ?? null,
  });
}

/** Which of some people fit now; their facts are made right before, however many others wait. */
export async function filterSegmentMembers(
  ctx: Ctx,
  segment: Segment,
  personIds: readonly string[],
): Promise<Set<string>> {
  const people = await listAccountsOf(ctx, segment.communityId, personIds);
  const only = people.flatMap(({ identityIds }) => identityIds);
  while (only.length > 0 && (await catchUp(ctx, segment.communityId, { only }))) {
    // Batch after batch.
  }
  const prepared = await prepareSegment(ctx, segment);
  const rows = await findPrepared(ctx, prepared, { after: null, limit: null, among: personIds });
  return new Set(rows.map(({ personId }) => personId));
}

/** Whether one person fits now. */
export async function isInSegment(ctx: Ctx, segment: Segment, personId: string): Promise<boolean> {
  return (await filterSegmentMembers(ctx, segment, [personId])).has(personId);
}

/** Reads what a segment asks for; throws `platform.not_found`. */
export async function prepareSegment(ctx: Ctx, segment: Segment): Promise<Prepared> {
  const { communityId } = segment;
  const definition =
    'definition' in segment
      ? segment.definition
      : (await selectSegment(ctx, communityId, segment.segmentId))?.definition;
  if (!definition) throw platformErrors.not_found();
  const catalogue = await readCatalogue(ctx, communityId);
  const today = localDay(ctx.now(), await getZone(ctx, communityId));
  return { communityId, definition, catalogue, tree: askAll({ communityId, today, catalogue }, definition) };
}

/** Counts who fits. */
export async function countPrepared(ctx: Ctx, { communityId, tree }: Prepared): Promise<number> {
  return withSets(ctx, tree, (inner) => countMembers(inner, communityId, tree));
}

/** The first people who fit, newest first, and how many fit. */
export async function findFirst(
  ctx: Ctx,
  prepared: Prepared,
  limit: number,
): Promise<{ rows: MemberRow[]; count: number }> {
  const { tree } = prepared;
  if (asksSets(tree)) return withSets(ctx, tree, (inner) => selectFirstMembers(inner, prepared, limit));
  // A list ends when the page is full, and a count may use all processors: two statements are quicker than one.
  const rows = await findPrepared(ctx, prepared, { after: null, limit });
  return { rows, count: rows.length < limit ? rows.length : await countPrepared(ctx, prepared) };
}

/** Lists who fits, newest first. */
export async function findPrepared(
  ctx: Ctx,
  { communityId, tree }: Prepared,
  page: { after: string | null; limit: number | null; among?: readonly string[] },
): Promise<MemberRow[]> {
  return withSets(ctx, tree, (inner) => selectMembers(inner, { communityId, tree, among: page.among }, page));
}

/** Does something with a tree where the sets that it asks of have room in memory. */
export async function withSets<Result>(
  ctx: Ctx,
  tree: QuestionTree,
  work: (ctx: Ctx) => Promise<Result>,
): Promise<Result> {
  if (!asksSets(tree)) return work(ctx);
  return inTransaction(ctx, async (inner) => {
    await allowLargeSets(inner);
    return work(inner);
  });
}

/** Segments: saved questions about people, counted when somebody looks. What stands in them is checked when they are saved. */
import { listPeopleByIds, type PersonLine } from '../people/index.ts';
import { recordAudit } from '../platform/audit/audit.ts';
import { actorKey } from '../platform/auth/actor.ts';
import type { Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { toPage } from '../platform/http/cursor.ts';
import { newId } from '../platform/ids.ts';
import { createRecent } from '../platform/recent.ts';
import { getZone } from '../communities/index.ts';
import { localDay } from '../platform/clock.ts';
import { listAccountsOf } from '../people/index.ts';
import { readCatalogue, type Catalogue, type KnownFact } from './catalogue.ts';
import { conditionsOf, type Definition } from './definition.ts';
import { profilesErrors } from './errors.ts';
import { countPrepared, findFirst, findPrepared, prepareSegment, type Prepared, type Segment } from './members.ts';
import { mayReadPrivate } from './profile.ts';
import { checkDefinition } from './question.ts';
import { beforeAnswer, catchUp } from './refresh.ts';
import { explainDefinition, type Explanation } from './sentence.ts';
import { countEverybody } from './store/member.ts';
import {
  insertSegment,
  selectSegment,
  selectSegments,
  updateSegment,
  updateSegmentDeleted,
  type SavedSegment,
} from './store/segment.ts';
import { selectTaggings } from './store/tag.ts';

export type { SavedSegment } from './store/segment.ts';

const mostSegments = 200;

/** How many people there are, for "of so many": counting them costs more than most segments. */
const everybody = createRecent(countEverybody, { keepMs: 60_000 });

/** What may be asked of people here; private facts only for who may see private data. */
export async function listFacts(ctx: Ctx, communityId: string): Promise<KnownFact[]> {
  const { facts } = await readCatalogue(ctx, communityId);
  const whole = await mayReadPrivate(ctx, communityId);
  return [...facts.values()].filter((fact) => whole || !fact.private);
}

/** A saved segment in words. */
export type ListedSegment = SavedSegment & Explanation & { hidden: boolean };

/** The segments of a community by name, each in words; counting them is asked one by one. */
export async function listSegments(ctx: Ctx, communityId: string): Promise<ListedSegment[]> {
  const catalogue = await readCatalogue(ctx, communityId);
  const whole = await mayReadPrivate(ctx, communityId);
  const listed: ListedSegment[] = [];
  for (const segment of await selectSegments(ctx, communityId)) {
    const { definition } = segment;
    const hidden = !whole && asksPrivate(catalogue, definition);
    const words = hidden
      ? { sentence: ctx.t('profiles:hidden'), phrases: [] }
      : await explainDefinition(ctx, communityId, { catalogue, definition });
    // What is asked for may say as much as the answer.
    listed.push({ ...segment, definition: hidden ? { join: 'all', items: [] } : definition, ...words, hidden });
  }
  return listed;
}

/** Saves a segment. Call inside a transaction. */
export async function createSegment(
  ctx: Ctx,
  communityId: string,
  wish: { name: string; definition: Definition },
): Promise<SavedSegment> {
  await checkWish(ctx, communityId, wish.definition);
  if ((await selectSegments(ctx, communityId)).length >= mostSegments)
    throw profilesErrors.too_many({ most: mostSegments });
  const id = newId(ctx.now());
  const segment = await insertSegment(ctx, { communityId, id, ...wish, by: actorKey(ctx.actor) });
  if (!segment) throw profilesErrors.name_taken({ name: wish.name });
  await audit(ctx, communityId, { action: 'profiles.create_segment', id, name: wish.name });
  return segment;
}

/** Changes a segment. Call inside a transaction. */
export async function changeSegment(
  ctx: Ctx,
  communityId: string,
  change: { id: string; name?: string | undefined; definition?: Definition | undefined },
): Promise<SavedSegment> {
  const before = await getSegment(ctx, communityId, change.id);
  const { catalogue } = await prepareSegment(ctx, { communityId, definition: before.definition });
  await refusePrivate(ctx, communityId, { catalogue, definition: before.definition });
  if (change.definition) await checkWish(ctx, communityId, change.definition);
  const next = { id: change.id, name: change.name ?? before.name, definition: change.definition ?? before.definition };
  if (!(await updateSegment(ctx, communityId, next))) throw profilesErrors.name_taken({ name: next.name });
  await audit(ctx, communityId, { action: 'profiles.change_segment', id: change.id, name: next.name });
  return getSegment(ctx, communityId, change.id);
}

/** Puts a segment away, or brings it back. Call inside a transaction. */
export async function setSegmentDeleted(ctx: Ctx, communityId: string, id: string, deleted: boolean): Promise<void> {
  const name = await updateSegmentDeleted(ctx, { communityId, id }, deleted);
  if (name === undefined) throw platformErrors.not_found();
  const action = deleted ? 'profiles.delete_segment' : 'profiles.restore_segment';
  await audit(ctx, communityId, { action, id, name });
}

/** One segment; throws `platform.not_found`. */
export async function getSegment(ctx: Ctx, communityId: string, id: string): Promise<SavedSegment> {
  const segment = await selectSegment(ctx, communityId, id);
  if (!segment) throw platformErrors.not_found();
  return segment;
}

/** A person in a segment, as the list of people shows them, with tags. */
export type SegmentPerson = PersonLine & { tags: { id: string; name: string }[] };

/** Who fits, and how that is to be read. */
export interface Preview extends Explanation {
  count: number;
  /** Of so many people. */
  total: number;
  /** Some have done something that is not counted in yet. */
  pending: boolean;
  items: SegmentPerson[];
  nextCursor: string | null;
}

/** Counts a segment, puts it into words and shows a page of its people, newest first. */
export async function previewSegment(
  ctx: Ctx,
  segment: Segment,
  page: { after: string | null; limit: number },
): Promise<Preview> {
  const { communityId } = segment;
  const pending = await catchUp(ctx, communityId, beforeAnswer);
  const prepared = await openSegment(ctx, segment);
  const limit = page.limit + 1;
  const { rows, count } =
    page.after === null
      ? await findFirst(ctx, prepared, limit)
      : {
          rows: await findPrepared(ctx, prepared, { after: page.after, limit }),
          count: await countPrepared(ctx, prepared),
        };
  const found = toPage(rows, page.limit, ({ personId }) => [personId]);
  return {
    ...(await explainDefinition(ctx, communityId, prepared)),
    count,
    total: Math.max(count, await everybody.get(ctx, communityId)),
    pending,
    items: await listWithTags(
      ctx,
      communityId,
      found.items.map(({ personId }) => personId),
    ),
    nextCursor: found.nextCursor,
  };
}

/** Makes a segment ready for who asks by a route: definitions are checked, private facts refused. */
export async function openSegment(ctx: Ctx, segment: Segment): Promise<Prepared> {
  const prepared = await prepareSegment(ctx, segment);
  if ('definition' in segment) checkDefinition(ctx, prepared.catalogue, prepared.definition);
  await refusePrivate(ctx, segment.communityId, prepared);
  return prepared;
}

/** Persons as the list shows them, with their tags. */
export async function listWithTags(
  ctx: Ctx,
  communityId: string,
  personIds: readonly string[],
): Promise<SegmentPerson[]> {
  const lines = await listPeopleByIds(ctx, communityId, personIds);
  const tags = await listTagsOf(ctx, communityId, personIds);
  return lines.map((line) => ({ ...line, tags: tags.get(line.personId) ?? [] }));
}

/** The tags of persons, each once, by name. */
export async function listTagsOf(
  ctx: Ctx,
  communityId: string,
  personIds: readonly string[],
): Promise<Map<string, { id: string; name: string }[]>> {
  const people = await listAccountsOf(ctx, communityId, personIds);
  const personOf = new Map(people.flatMap(({ personId, identityIds }) => identityIds.map((id) => [id, personId])));
  const today = localDay(ctx.now(), await getZone(ctx, communityId));
  const taggings = await selectTaggings(ctx, communityId, { identityIds: [...personOf.keys()], today });
  const tags = new Map<string, { id: string; name: string }[]>();
  for (const { identityId, tagId: id, name } of taggings) {
    const mine = tags.get(personOf.get(identityId)!) ?? [];
    if (!mine.some((tag) => tag.id === id)) mine.push({ id, name });
    tags.set(personOf.get(identityId)!, mine);
  }
  return tags;
}

async function checkWish(ctx: Ctx, communityId: string, definition: Definition): Promise<void> {
  const catalogue = await readCatalogue(ctx, communityId);
  checkDefinition(ctx, catalogue, definition);
  await refusePrivate(ctx, communityId, { catalogue, definition });
}

async function refusePrivate(
  ctx: Ctx,
  communityId: string,
  { catalogue, definition }: { catalogue: Catalogue; definition: Definition },
): Promise<void> {
  if (asksPrivate(catalogue, definition) && !(await mayReadPrivate(ctx, communityId)))
    throw profilesErrors.private_fact();
}

function asksPrivate(catalogue: Catalogue, definition: Definition): boolean {
  return conditionsOf(definition).some(({ fact }) => catalogue.facts.get(fact)?.private);
}

async function audit(
  ctx: Ctx,
  communityId: string,
  { action, id, name }: { action: string; id: string; name: string },
): Promise<void> {
  await recordAudit(ctx, { communityId, action, target: { kind: 'segment', id }, detail: { name } });
}

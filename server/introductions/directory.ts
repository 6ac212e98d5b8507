/** The directory: people whom a member may see, found by words, sound, city and industry; each with the lines they show. */
import { formsOfName, formsOfText, readTyped, type TypedTerm } from '../../lib/text/index.ts';
import { listGroupNames } from '../groups/index.ts';
import { listFaces, maskCard, type Card, type CardLine, type PersonFace } from '../people/index.ts';
import type { Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { decodeCursor, toPage } from '../platform/http/cursor.ts';
import { isId } from '../platform/ids.ts';
import type { Asker } from './asker.ts';
import { foldPlace } from './face.ts';
import { selectBlocked } from './store/request.ts';
import { askFor } from './tokens.ts';
import {
  selectFacets,
  selectFound,
  selectVisible,
  type DirectoryMark,
  type Eyes,
  type Facet,
} from './store/directory.ts';

/** Somebody as another member sees them. */
export interface Seen {
  identityId: string;
  name: string;
  pictureId: string | null;
  /** Only what group mates may read. */
  card: Card;
  /** Groups in which both are. */
  shared: { id: string; name: string }[];
}

/** Somebody who was found, with the lines in which. */
export interface Found extends Seen {
  matched: ('name' | 'tags' | CardLine)[];
}

/** What is looked for. */
export interface PeopleWish {
  q?: string | undefined;
  city?: string | undefined;
  industry?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** The eyes of a member. */
export async function eyesOf(ctx: Ctx, asker: Asker): Promise<Eyes> {
  const { communityId, personId, groupIds, identityIds } = asker;
  return { communityId, personId, groupIds, hiddenIds: await selectBlocked(ctx, communityId, identityIds) };
}

/** A page of people, the best first; words that hold nothing to look for find nobody. */
export async function findPeople(
  ctx: Ctx,
  asker: Asker,
  wish: PeopleWish,
): Promise<{ items: Found[]; nextCursor: string | null }> {
  const typed = wish.q?.trim() ?? '';
  const terms = readTyped(typed);
  if (typed !== '' && terms.length === 0) return { items: [], nextCursor: null };
  const filter = { terms: terms.map(askFor), city: foldPlace(wish.city), industry: foldPlace(wish.industry) };
  const after = wish.cursor === undefined ? null : readMark(wish.cursor);
  const rows = await selectFound(ctx, await eyesOf(ctx, asker), filter, { after, limit: wish.limit + 1 });
  const page = toPage(rows, wish.limit, ({ score, personId }) => [score, personId]);
  const personIds = page.items.map(({ personId }) => personId);
  const seen = await showPersons(ctx, asker, personIds);
  return { items: seen.map((one) => ({ ...one, matched: matchedIn(one, terms) })), nextCursor: page.nextCursor };
}

/** Cities and industries that are worth a filter. */
export async function listFacets(ctx: Ctx, asker: Asker): Promise<{ cities: string[]; industries: string[] }> {
  const eyes = await eyesOf(ctx, asker);
  const cities = await selectFacets(ctx, eyes, 'city');
  const industries = await selectFacets(ctx, eyes, 'industry');
  const ids = [...cities, ...industries].flatMap(({ personIds }) => personIds);
  const faces = await listFaces(ctx, asker.communityId, [...new Set(ids)]);
  const cards = new Map(faces.map((face) => [face.personId, maskCard(face.card)]));
  const spell = (facet: Facet, of: 'city' | 'industry') =>
    spellAsPeople(
      facet,
      facet.personIds.flatMap((id) => cards.get(id)?.[of]?.text.trim() ?? []),
    );
  return {
    cities: cities.map((facet) => spell(facet, 'city')),
    industries: industries.map((facet) => spell(facet, 'industry')),
  };
}

/** The spelling that most of some people use, the shorter one when two are alike. */
function spellAsPeople({ place }: Facet, texts: readonly string[]): string {
  const counts = new Map<string, number>();
  // A card may have changed since it was folded.
  for (const text of texts) if (foldPlace(text) === place) counts.set(text, (counts.get(text) ?? 0) + 1);
  const [first] = [...counts].toSorted(([a, one], [b, other]) => other - one || a.length - b.length);
  return first?.[0] ?? place;
}

/** Some persons as a member sees them, in the order of the ids; who may be seen has been settled by the caller. */
export async function showPersons(ctx: Ctx, asker: Asker, personIds: readonly string[]): Promise<Seen[]> {
  const faces = await listFaces(ctx, asker.communityId, personIds);
  const mine = new Set(asker.groupIds);
  const sharedIds = new Set(faces.flatMap(({ groupIds }) => groupIds.filter((id) => mine.has(id))));
  const names = await listGroupNames(ctx, asker.communityId, [...sharedIds]);
  return faces.map((face) => showFace(face, (id) => names.get(id)));
}

function showFace(face: PersonFace, nameOf: (groupId: string) => string | undefined): Seen {
  const [first] = face.identities;
  const { id, name, pictureId } = first!;
  const shared = face.groupIds.flatMap((groupId) => {
    const groupName = nameOf(groupId);
    return groupName === undefined ? [] : [{ id: groupId, name: groupName }];
  });
  return { identityId: id, name, pictureId, card: maskCard(face.card), shared };
}

/** Those of some persons whom the asker may see; who has put something on the board is seen by everybody but who is blocked. */
export async function sieveVisible(
  ctx: Ctx,
  asker: Asker,
  personIds: readonly string[],
  { isOnBoard = false } = {},
): Promise<string[]> {
  const visible = await selectVisible(ctx, await eyesOf(ctx, asker), { personIds, anywhere: isOnBoard });
  return personIds.filter((id) => visible.has(id));
}

/** Where each of some words was found first in what is shown of somebody: the name, short lines, then offers and needs. */
export function matchedIn(seen: Seen, terms: readonly TypedTerm[]): Found['matched'] {
  if (terms.length === 0) return [];
  const { profession, city, industry, tags, offers, needs } = seen.card;
  const name = new Set(formsOfName(seen.name));
  const texts = {
    profession: profession?.text,
    city: city?.text,
    industry: industry?.text,
    tags: tags?.items.join('，'),
    offers: offers?.text,
    needs: needs?.text,
  } as const;
  const lines = Object.entries(texts).map(
    ([line, text]) => [line as keyof typeof texts, new Set(formsOfText(text ?? ''))] as const,
  );
  const found = terms.flatMap(({ whole, parts }) =>
    name.has(whole)
      ? (['name'] as const)
      : (lines.find(([, forms]) => parts.every((part) => forms.has(part)))?.[0] ?? []),
  );
  return [...new Set(found)];
}

function readMark(cursor: string): DirectoryMark {
  const [score, personId] = decodeCursor(cursor, 2);
  const good = typeof score === 'number' && Number.isInteger(score) && Math.abs(score) < 1e9;
  if (!good || typeof personId !== 'string' || !isId(personId)) throw platformErrors.bad_cursor();
  return { score, personId };
}

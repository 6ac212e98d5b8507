import { answerOf, api } from '../../kit/api.ts';
import { settled, type Card } from '../group.ts';

/** Lines in which somebody can be found. */
export type FoundLine = 'name' | 'profession' | 'city' | 'industry' | 'offers' | 'needs' | 'tags';

/** Somebody as I may see them. */
export interface SeenPerson {
  identityId: string;
  name: string;
  pictureId: string | null;
  card: Card;
  /** Groups in which we both are. */
  shared: { id: string; name: string }[];
}

/** Somebody who was found, with the lines in which. */
export interface FoundPerson extends SeenPerson {
  matched: FoundLine[];
}

/** A page of people. */
export interface PeoplePage {
  items: FoundPerson[];
  nextCursor: string | null;
}

/** What I look for. */
export interface PeopleQuery {
  q?: string;
  city?: string;
  industry?: string;
  cursor?: string;
}

/** People of my groups and those who may be found. */
export async function findPeople(communityId: string, query: PeopleQuery): Promise<PeoplePage> {
  const params = { path: { communityId }, query };
  return answerOf(api.GET('/api/member/communities/{communityId}/people', { params }));
}

/** Cities and industries that are worth a filter. */
export async function listFacets(communityId: string): Promise<{ cities: string[]; industries: string[] }> {
  return answerOf(
    api.GET('/api/member/communities/{communityId}/people/facets', { params: { path: { communityId } } }),
  );
}

/** What is missing on my card, and whether to ask for it. */
export async function getOwnCard(communityId: string): Promise<{ missing: FoundLine[]; isPrompted: boolean }> {
  return answerOf(api.GET('/api/member/communities/{communityId}/card', { params: { path: { communityId } } }));
}

/** Never asks for my card again. */
export async function layPromptAside(communityId: string): Promise<void> {
  const params = { path: { communityId } };
  await settled(api.POST('/api/member/communities/{communityId}/card/aside', { params, body: {} }));
}

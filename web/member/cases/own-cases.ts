import { answerOf, api } from '../../kit/api.ts';

/** Where cases are looked for: in a group, or, also for who was removed from it, in the whole community. */
export type CasePlace = { groupId: string } | { communityId: string };

/** A page of what was stopped of me, newest first. */
export async function listOwnCases(place: CasePlace, query: { cursor?: string; limit?: number } = {}) {
  return 'groupId' in place
    ? answerOf(api.GET('/api/member/groups/{groupId}/my-cases', { params: { path: place, query } }))
    : answerOf(api.GET('/api/member/communities/{communityId}/my-cases', { params: { path: place, query } }));
}

/** A case of mine. */
export type OwnCase = Awaited<ReturnType<typeof listOwnCases>>['items'][number];

/** The case of a message of mine that was held; undefined when it is not known any more. */
export async function findOwnCase(groupId: string, clientId: string): Promise<OwnCase | undefined> {
  return (await listOwnCases({ groupId }, { limit: 50 })).items.find((one) => one.clientId === clientId);
}

/** Asks somebody else of the team for another look, once. */
export async function appealCase(place: CasePlace, caseId: string, text: string): Promise<OwnCase> {
  const body = { text };
  return 'groupId' in place
    ? answerOf(
        api.POST('/api/member/groups/{groupId}/cases/{caseId}/appeal', {
          params: { path: { ...place, caseId } },
          body,
        }),
      )
    : answerOf(
        api.POST('/api/member/communities/{communityId}/cases/{caseId}/appeal', {
          params: { path: { ...place, caseId } },
          body,
        }),
      );
}

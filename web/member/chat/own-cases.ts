import { answerOf, api } from '../../kit/api.ts';

/** The case of a message of mine that was held; undefined when it is not known any more. */
export async function findOwnCase(groupId: string, clientId: string) {
  const params = { path: { groupId }, query: { limit: 50 } };
  const { items } = await answerOf(api.GET('/api/member/groups/{groupId}/my-cases', { params }));
  return items.find((one) => one.clientId === clientId);
}

/** Asks somebody else of the team for another look, once. */
export async function appealCase(groupId: string, caseId: string, text: string) {
  const params = { path: { groupId, caseId } };
  return answerOf(api.POST('/api/member/groups/{groupId}/cases/{caseId}/appeal', { params, body: { text } }));
}

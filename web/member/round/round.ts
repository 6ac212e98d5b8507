import { answerOf, api } from '../../kit/api.ts';

/** The name-card round of a group as a member sees it. */
export interface MyRound {
  format: string;
  endsAt: string;
  answeredAt: string | null;
}

/** What somebody reads who was removed after a round. */
export interface Farewell {
  text: string;
  /** The door that leads back. */
  code: string | null;
}

/** The round that asks this member; null when none does. */
export async function getMyRound(groupId: string): Promise<MyRound | null> {
  return (await answerOf(api.GET('/api/member/groups/{groupId}/round', { params: { path: { groupId } } }))).round;
}

/** Says: I am still here. */
export async function sayHere(groupId: string): Promise<MyRound> {
  return (await answerOf(api.POST('/api/member/groups/{groupId}/round/here', { params: { path: { groupId } } }))).round;
}

/** The kind word for who was removed after a round; null for all others. */
export async function getFarewell(groupId: string): Promise<Farewell | null> {
  return (await answerOf(api.GET('/api/member/farewells/{groupId}', { params: { path: { groupId } } }))).farewell;
}

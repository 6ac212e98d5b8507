import { answerOf, api } from '../../kit/api.ts';
import { settled } from '../group.ts';

/** The rules of a group's community as I see them, with what I have read; version 0 when there are none. */
export async function readRules(groupId: string) {
  return answerOf(api.GET('/api/member/groups/{groupId}/rules', { params: { path: { groupId } } }));
}

/** What `readRules` gives. */
export type Rules = Awaited<ReturnType<typeof readRules>>;

/** Notes that I have read a version. */
export async function acknowledgeRules(groupId: string, version: number): Promise<void> {
  const params = { path: { groupId } };
  await settled(api.POST('/api/member/groups/{groupId}/rules/acknowledge', { params, body: { version } }));
}

/** A seed member with a topic that was opened and one that waits, and somebody who was asked and has not said yet. */
import type { Client } from './client.ts';
import type { Fair } from './story.ts';

/** The first says yes, the second has not answered. */
export async function askSeeds({ operator, communityId, groupId }: Fair, members: readonly Client[]): Promise<void> {
  const base = `/api/communities/${communityId}/care`;
  const mine = `/api/member/groups/${groupId}/seed`;
  const idOf = async (client: Client) =>
    (await client.call('GET', `/api/member/communities/${communityId}/me`)).identity.id as string;
  const [first, second] = members as [Client, Client];
  const note = '你问的锅，总有人接话。愿意每周开一个话题吗？';
  const { id } = await operator.call('POST', `${base}/seeds`, { groupId, identityId: await idOf(first), note });
  await first.call('POST', `${mine}/accept`, {});
  const dueAt = new Date(Date.now() + 2 * 86_400_000).toISOString();
  const give = (text: string) =>
    operator.call('POST', `${base}/seeds/${id}/topics`, { text, hint: '说一件自己的', dueAt });
  const opened = await give('哪口锅用得最久');
  await give('周末一起做什么吃');
  const { said } = (await first.call('GET', mine)).seed;
  const messageId = said[0]?.id ?? null;
  await first.call('POST', `${mine}/topics/${opened.id}`, { how: 'done', messageId });
  await operator.call('POST', `${base}/seeds`, { groupId, identityId: await idOf(second) });
}

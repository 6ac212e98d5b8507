/** People of a fair who have written their cards, put something on the exchange board, and want to know each other. */
import type { Client } from './client.ts';

const cards = [
  {
    profession: '绘本编辑',
    city: '上海',
    offers: '能帮孩子挑书，家里有三百本绘本可以借',
    needs: '想认识会做面点的邻居',
    tags: ['绘本', '早起'],
  },
  {
    profession: '律师',
    city: '上海',
    industry: '法律',
    offers: '做跨境电商合规，合同和劳动的事都可以问',
    tags: ['跑步'],
  },
  { profession: '厨子', city: '银川', industry: '餐饮', offers: '砂锅和面点，手把手教', needs: '找人一起开周末饭桌' },
  { profession: 'Teacher', city: 'Berlin', offers: 'English for beginners' },
];

/** The first few write their cards, one after another; others leave theirs empty. */
export async function writeCards(members: readonly Client[], communityId: string): Promise<void> {
  for (const [at, { tags = [], ...lines }] of cards.entries()) {
    const card = Object.fromEntries(Object.entries(lines).map(([key, text]) => [key, { text, visibility: 'groups' }]));
    await members[at]!.call('PATCH', `/api/member/communities/${communityId}/me`, {
      card: { ...card, tags: { items: tags, visibility: 'groups' } },
      privacy: { findable: true },
    });
  }
}

/** Offers and needs that fit, a request that waits, one that both agreed to. */
export async function getAcquainted(members: readonly Client[], communityId: string): Promise<void> {
  const base = `/api/member/communities/${communityId}`;
  const [first, second, third] = members as [Client, Client, Client];
  const idOf = async (client: Client) => (await client.call('GET', `${base}/me`)).identity.id as string;
  await first.call('POST', `${base}/board`, { kind: 'need', text: '想学做面点，周末有空' });
  await third.call('POST', `${base}/board`, { kind: 'offer', text: '周末教面点，带上围裙就行' });
  await second.call('POST', `${base}/board`, { kind: 'offer', text: '合同可以帮着看一眼' });
  await third.call('POST', `${base}/introductions`, { toId: await idOf(first), why: '也喜欢绘本', words: '群里喊我' });
  const wish = { toId: await idOf(second), why: '想请教租房合同', words: '群里喊阮阮' };
  const { id } = await first.call('POST', `${base}/introductions`, wish);
  await second.call('POST', `${base}/introductions/${id}/answer`, { words: '周末下午都在' });
}

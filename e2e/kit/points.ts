import { randomUUID } from 'node:crypto';
import type { Client } from './client.ts';
import type { Fair } from './story.ts';

/** Points for answers too, gifts from the first day on; whoever checked in thanks the first member with some. */
export async function thankWithPoints({ operator, communityId }: Fair, members: Client[]): Promise<void> {
  const rules = { 'desk.answer': { on: true, amount: 2, perDay: 10 } };
  const gifts = { on: true, most: 20, perDay: 30, afterDays: 0 };
  await operator.call('PUT', `/api/communities/${communityId}/points/settings`, { rules, gifts });
  const endsOn = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
  const season = { id: randomUUID(), name: '冬天这一季', endsOn, words: '「{{name}}」到 {{day}} 结束，想谢谢谁趁早。' };
  await operator.call('POST', `/api/communities/${communityId}/points/seasons`, season);
  const mine = `/api/member/communities/${communityId}/points`;
  const { communities } = await members[0]!.call('GET', '/api/member/me');
  const toId = communities[0].identity.id;
  for (const [phone, note] of [
    [members[1]!, '谢谢你的砂锅粥'],
    [members[2]!, ''],
  ] as const) {
    while ((await phone.call('GET', mine)).balance === 0) await new Promise((resolve) => setTimeout(resolve, 50));
    await phone.call('POST', `${mine}/gifts`, { id: randomUUID(), toId, amount: 3, note });
  }
}

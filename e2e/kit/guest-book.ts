/** A guest book with somebody who has come, somebody who is expected, and somebody whom nobody has asked yet. */
import type { Fair } from './story.ts';

const dayMs = 86_400_000;

/** Writes guests down; gives the one who has come. */
export async function keepGuestBook({ operator, communityId, groupId }: Fair): Promise<string> {
  const base = `/api/communities/${communityId}/guests`;
  const today = new Date().toISOString().slice(0, 10);
  const write = async (body: Record<string, unknown>): Promise<string> =>
    (await operator.call('POST', base, body)).guest.id;
  const came = await write({
    name: '做了三十年砂锅的宜兴师傅',
    kind: 'speaker',
    field: '紫砂与砂锅',
    intro: '第三代手艺人，讲起土来停不住。',
    source: 'agreed',
    contact: '电话 130-0000-0000',
    promises: '他讲一次怎么选砂锅；我们帮他招两个学徒。',
    platforms: [{ place: '抖音', name: '宜兴老窑', followers: 12800, asOf: today }],
  });
  await operator.call('POST', `${base}/${came}/stage`, { to: 'agreed', note: '下午四点以后都行' });
  const appearance = {
    day: today,
    topic: '第一口砂锅怎么选',
    groupId,
    state: 'held',
    listeners: 18,
    note: '带了三口锅来。',
  };
  await operator.call('POST', `${base}/${came}/appearances`, appearance);
  const expected = await write({ name: 'Ines Ferreira', kind: 'kol', field: 'Slow food', source: 'public' });
  const at = new Date(Date.now() + 2 * dayMs).toISOString();
  await operator.call('PUT', `${base}/${expected}/next-step`, { at, what: '问她周六来不来' });
  await write({ name: '巷口面包房', kind: 'merchant', source: 'introduced', sourceNote: '老谭说的' });
  return came;
}

/** A roster with a day that is planned alone, leave that leaves a gap, and a note for whoever comes next. */
import type { Fair } from './story.ts';

const dayMs = 86_400_000;

/** Writes the roster of the fair. */
export async function keepRoster({ operator, communityId }: Fair): Promise<void> {
  const base = `/api/communities/${communityId}/duty`;
  const { items } = await operator.call('GET', `/api/communities/${communityId}/team`);
  const operatorIds = [items[0].userId];
  const { today } = await operator.call('GET', base);
  const inDays = (days: number) => new Date(Date.parse(today) + days * dayMs).toISOString().slice(0, 10);
  const shifts = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => [
    { weekday, from: 0, to: 12 * 60, operatorIds },
    { weekday, from: 12 * 60, to: weekday === 7 ? 18 * 60 : 0, operatorIds },
  ]);
  await operator.call('PUT', `${base}/pattern`, { version: 0, cover: { from: 540, to: 1320 }, shifts });
  await operator.call('PUT', `${base}/days/${inDays(2)}`, { shifts: [], note: '团队出去走走' });
  const leave = { userId: operatorIds[0], from: inDays(4), to: inDays(5), deputyId: null };
  await operator.call('POST', `${base}/leaves`, leave);
  await operator.call('POST', `${base}/notes`, { text: '砂锅群有人在吵团购，贺兰已经去劝了。\n九点再看一眼。' });
}

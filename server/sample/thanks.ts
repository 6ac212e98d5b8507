/** What the sample's neighbours are to each other in points and levels: words that were pinned, thanks with some points, a ladder to climb. */
import { createLadder, type Draft } from '../levels/index.ts';
import { listLatest } from '../messages/index.ts';
import { listMemberIds, listStandings } from '../people/index.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { awardPoints, changePointsSettings, givePoints, type PointsSettings } from '../points/index.ts';
import type { SamplePlace } from './founding.ts';

const dayMs = 86_400_000;

const settings: PointsSettings = {
  rules: {
    'desk.answer': { on: true, amount: 2, perDay: 10 },
    'points.highlight': { on: true, amount: 5, perDay: 10 },
    'points.referral': { on: true, amount: 10, perDay: 30 },
  },
  perDay: 40,
  gifts: { on: true, perDay: 30, most: 10, afterDays: 7 },
  board: true,
};

/** How points are earned and given in the sample; from its first day on. */
export async function setSamplePoints(ctx: Ctx, communityId: string): Promise<void> {
  await changePointsSettings(ctx, communityId, settings);
}

/** Who thanks whom, by their place among those who talk most, for what, so many days ago. */
const thanks = [
  { days: 26, from: 1, to: 0, amount: 5, note: '梯子救了急' },
  { days: 19, from: 2, to: 0, amount: 3, note: '谢谢你把停水通知贴出来' },
  { days: 12, from: 3, to: 1, amount: 5, note: '团的橙子真甜' },
  { days: 9, from: 0, to: 4, amount: 4, note: '那张照片我存下来了' },
  { days: 6, from: 5, to: 2, amount: 5, note: '谢谢你陪我妈走了一段' },
  { days: 3, from: 4, to: 3, amount: 2, note: '' },
  { days: 1, from: 1, to: 5, amount: 3, note: '修好的灯亮了一晚上' },
] as const;

const one = (fact: string, op: string, more: object) => ({ fact, op, not: false, ...more });

const ladder = {
  name: '街坊等级',
  main: true,
  policy: { keepDays: 14, graceDays: 7, stepDays: 0 },
  levels: [
    { number: null, name: '新邻居', entry: null, staying: null, price: null, privileges: [] },
    {
      number: null,
      name: '熟面孔',
      entry: { join: 'all', items: [one('people.messages', 'at_least', { days: 28, number: 5 })] },
      staying: { join: 'all', items: [one('people.last_spoke', 'within', { number: 45 })] },
      price: null,
      privileges: [{ kind: 'words', name: '借梯子', text: '公用工具箱的密码，问管家要' }],
    },
    {
      number: null,
      name: '老街坊',
      entry: {
        join: 'all',
        items: [
          one('points.earned', 'at_least', { days: 90, number: 60 }),
          one('people.active_days', 'at_least', { days: 28, number: 8 }),
        ],
      },
      staying: { join: 'all', items: [one('people.messages', 'at_least', { days: 90, number: 5 })] },
      price: null,
      privileges: [
        { kind: 'discount', name: '周末团菜', percent: 5 },
        { kind: 'early_access', name: '散步报名', hours: 12 },
      ],
    },
    {
      number: null,
      name: '共建邻居',
      entry: null,
      staying: null,
      price: { amount: 9900, currency: 'CNY', days: 365 },
      privileges: [{ kind: 'free_seats', name: '家庭急救课', seats: 2 }],
    },
  ],
} as unknown as Draft;

/** Words that were pinned and thanks for them over the last weeks, then the ladder. `at` gives a context at a moment. */
export async function thankEachOther(
  at: (time: number) => Ctx,
  { communityId, groups }: SamplePlace,
  now: number,
): Promise<void> {
  const present = at(now);
  const here = await listMemberIds(present, { communityId, groupId: groups.邻里.id });
  const talkers = (await listStandings(present, communityId, here))
    .filter(({ since }) => since !== null && now - since.getTime() > 40 * dayMs)
    .toSorted((first, second) => second.messages - first.messages || (first.identityId < second.identityId ? -1 : 1))
    .map(({ identityId }) => identityId);
  const latest = await listLatest(present, { communityId, groupId: groups.邻里.id }, 200);
  await pinWords(at, { communityId, talkers, now });
  for (const { days, from, to, amount, note } of thanks) {
    const [fromId, toId] = [talkers[from], talkers[to]];
    if (!fromId || !toId) continue;
    const ctx = at(now - days * dayMs);
    const said = latest.findLast(
      ({ authorId, recalledAt, at: saidAt }) => authorId === toId && !recalledAt && saidAt <= ctx.now(),
    );
    const wish = { id: newId(ctx.now()), fromId, toId, amount, note, messageId: said?.id ?? null };
    await inTransaction(ctx, (inner) => givePoints(inner, communityId, wish));
  }
  await inTransaction(present, (inner) => createLadder(inner, communityId, ladder));
}

/** Everybody who thanks somebody later has had something pinned before. */
async function pinWords(
  at: (time: number) => Ctx,
  { communityId, talkers, now }: { communityId: string; talkers: readonly string[]; now: number },
): Promise<void> {
  for (const [place, identityId] of talkers.slice(0, 6).entries()) {
    for (const days of [34 - place, 28 - place]) {
      const ctx = at(now - days * dayMs);
      await awardPoints(ctx, communityId, [
        {
          kind: 'points.highlight',
          key: `sample.highlight:${identityId}:${days}`,
          entryKind: 'points.highlight_rewarded',
          identityId,
          memo: ctx.t('points:memo.highlight'),
        },
      ]);
    }
  }
}

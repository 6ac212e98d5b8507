/** Whom the sample's team has in its guest book: one who is an old friend, one who has said yes, some who are still to be asked. */
import { createGuest, keepAppearance, moveGuest, setNextStep } from '../guests/index.ts';
import { localDay, shiftDay } from '../platform/clock.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { sampleZone, type SamplePlace } from './founding.ts';

const dayMs = 86_400_000;
type Wish = Parameters<typeof createGuest>[2];

const nothing: Omit<Wish, 'name' | 'kind' | 'field' | 'source'> = {
  intro: '',
  platforms: [],
  contact: '',
  fee: '',
  sourceNote: '',
  promises: '',
  identityId: null,
  stage: 'known',
};

/** Fills the guest book; `at` gives a context at a moment. */
export async function inviteGuests(at: (time: number) => Ctx, place: SamplePlace, now: number): Promise<void> {
  const { communityId, groups } = place;
  const today = localDay(new Date(now), sampleZone);
  const asOf = shiftDay(today, -20);
  const on = <Answer>(daysAgo: number, work: (ctx: Ctx) => Promise<Answer>) =>
    inTransaction(at(now - daysAgo * dayMs), work);
  const write = (daysAgo: number, words: Partial<Wish> & Pick<Wish, 'name' | 'kind' | 'field' | 'source'>) =>
    on(daysAgo, async (ctx) => (await createGuest(ctx, communityId, { ...nothing, ...words })).guest.id);

  const reader = await write(40, {
    name: '沈知夏',
    kind: 'speaker',
    field: '亲子共读',
    source: 'agreed',
    intro: '区图书馆的馆员，带过三年亲子读书会。说话慢，孩子都听得进去。',
    promises: '她来讲一次怎么挑绘本；我们帮她把旧书漂流的消息传开。',
    contact: '电话 130-0000-0000（示例）',
  });
  const readerId = { communityId, guestId: reader };
  await on(33, (ctx) => moveGuest(ctx, readerId, { to: 'talked', words: '在图书馆聊了一下午，愿意来' }));
  await on(26, (ctx) => moveGuest(ctx, readerId, { to: 'agreed', words: '定了周四晚上' }));
  await on(11, (ctx) =>
    keepAppearance(
      ctx,
      { ...readerId, appearanceId: null },
      {
        day: shiftDay(today, -12),
        topic: '怎么给孩子挑一本书',
        groupId: groups.早读.id,
        state: 'held',
        listeners: 31,
        note: '问得最多的是「孩子只看图怎么办」。她留了一张书单。',
      },
    ),
  );
  await on(3, (ctx) =>
    setNextStep(ctx, readerId, { at: new Date(now - dayMs), what: '谢谢她，问问下个月还来不来', assigneeId: null }),
  );

  const film = await write(18, {
    name: '老底片阿岳',
    kind: 'kol',
    field: '胶片摄影',
    source: 'public',
    platforms: [{ place: '小红书', name: '阿岳的暗房', followers: 8600, asOf }],
    intro: '住在河对岸，常拍老街。',
    sourceNote: '看了他的公开主页',
  });
  const filmId = { communityId, guestId: film };
  await on(9, (ctx) => moveGuest(ctx, filmId, { to: 'talked', words: '私信回了，周末有空' }));
  await on(5, (ctx) => moveGuest(ctx, filmId, { to: 'agreed', words: '' }));
  await on(5, (ctx) =>
    keepAppearance(
      ctx,
      { ...filmId, appearanceId: null },
      {
        day: shiftDay(today, 9),
        topic: '一卷胶片走完一条街',
        groupId: groups.散步.id,
        state: 'planned',
        listeners: null,
        note: '',
      },
    ),
  );
  await on(2, (ctx) =>
    setNextStep(ctx, filmId, { at: new Date(now + 3 * dayMs), what: '确认集合地点', assigneeId: null }),
  );

  await write(7, { name: '巷口面包房', kind: 'merchant', field: '早餐', source: 'introduced' });
  await write(4, { name: '社区医院何护士', kind: 'speaker', field: '家庭急救', source: 'introduced' });
}

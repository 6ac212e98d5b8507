/** What the sample community is before anybody speaks: its purpose, its groups, its rules and its check-in. */
import { createCommunity, type Canvas } from '../communities/index.ts';
import { createGroup, type Group } from '../groups/index.ts';
import { createProgram } from '../programs/index.ts';
import { publishRules } from '../rules/index.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { localDay } from '../platform/clock.ts';
import { createScript, type ScriptWords } from '../scripts/index.ts';
import { writeCard } from '../team/index.ts';
import type { GroupKey } from './cast.ts';

/** The zone in which the sample lives. */
export const sampleZone = 'Asia/Shanghai';

/** The sample with its three groups. */
export interface SamplePlace {
  communityId: string;
  groups: Record<GroupKey, Group>;
}

const canvas: Canvas = {
  fit: { frequency: 'daily', privacy: 'open', service: 'ongoing' },
  whyCreate: '住得近的人，常常谁也不认识谁。我们想让一个小区里的人早上一起读一页书，晚上互相搭把手。',
  whyJoin: {
    reasons: ['mutual_push', 'wavelength', 'resources'],
    text: '早上有人等你一起读，缺个梯子有人借，周末有人约着走走。不卖课，不刷广告，来去自由。',
  },
  pains: ['书买了一柜子，一年读不完三本', '住了五年，对门姓什么都不知道', '买菜、接娃、修东西，样样自己扛'],
  sharedValues: ['断了可以回来，不问去哪儿了', '谁开口问，都有人接一句', '吵了能和，错了肯认'],
  value: {
    original: '每周一个读书主题，周日拼成一页大家写的句子',
    exclusive: '邻居自己谈下来的团购，坏果包赔，账目公开',
    fresh: '今天谁家停水、哪家菜新鲜，半分钟就知道',
  },
  targetPerson: '住在附近、想读点书也想认识邻居的普通人',
  goals: [
    {
      layer: 'community',
      subject: '',
      text: '问出口的问题有人答',
      measure: '一天内被回答的问题',
      figure: 90,
      unit: '%',
      by: null,
    },
    {
      layer: 'community',
      subject: '',
      text: '早读的人能走过三周',
      measure: '连续打卡 21 天的人',
      figure: 30,
      unit: '人',
      by: null,
    },
  ],
  manifesto: '远亲不如近邻，近邻不如一起读过一本书的邻。',
  vision: '十年以后，孩子们说起这里，会说那是一个大家互相认得的地方。',
};

const notices: Record<GroupKey, { name: string; notice: string }> = {
  早读: {
    name: '晨光早读',
    notice: '早上五点半到九点，读一页也算。发「打卡」两个字就记上，多写一句更好。断了可以补卡，回来就好。',
  },
  邻里: {
    name: '幸福里邻里',
    notice: '团菜、借梯子、找狗、拼车都在这里说。常用电话在公告里。群里不发广告，想卖东西先找主理人。',
  },
  散步: { name: '周末胶片散步', notice: '每周六下午慢慢走，一人一卷，不比设备。走不动就坐着拍。' },
};

const rule = { welcome: '', unwelcome: '', consequence: '', reward: '', reason: '' };

/** Founds the community in the name of `founderId`, at the time of `ctx`. */
export async function foundSample(ctx: Ctx, { founderId, name }: { founderId: string; name: string }) {
  return inTransaction(ctx, async (inner): Promise<SamplePlace> => {
    const { id: communityId } = await createCommunity(inner, {
      name,
      kind: 'local',
      zone: sampleZone,
      canvas,
      founderId,
    });
    const open = (key: GroupKey) =>
      createGroup(inner, { communityId, tier: 'ordinary', capacity: 200, approval: false, ...notices[key] });
    const groups = { 早读: await open('早读'), 邻里: await open('邻里'), 散步: await open('散步') };
    await publishRules(inner, communityId, {
      tone: '像邻居一样说话，先说原因，再说请求',
      mustAcknowledgeAgain: false,
      items: [
        {
          ...rule,
          name: '有问有答',
          welcome: '看到别人问，知道就答一句',
          reason: '今天你答别人，明天别人答你',
          watchedBy: [],
        },
        {
          ...rule,
          name: '群里不发广告',
          unwelcome: '加号、拉群、刷单、贷款',
          consequence: '先提醒，再犯请离开',
          reason: '大家是来过日子的',
          watchedBy: ['terms', 'links', 'repeats', 'ads'],
        },
        {
          ...rule,
          name: '说事不说人',
          unwelcome: '骂人、揭短、阴阳怪气',
          consequence: '管家先私下聊聊',
          reason: '抬头不见低头见',
          watchedBy: [],
        },
      ],
    });
    await createProgram(inner, communityId, {
      name: '早读打卡',
      groups: [groups.早读.id],
      startsOn: localDay(inner.now(), sampleZone),
      definition: {
        words: ['打卡'],
        window: { from: '05:30', to: '09:00' },
        makeUp: { cardsPerMonth: 2, withinDays: 7 },
        points: 5,
      },
    });
    await writeCard(inner, { communityId, userId: founderId }, ownCard);
    for (const script of sampleScripts) await createScript(inner, communityId, script);
    return { communityId, groups };
  });
}

/** What the one who looks at the sample shows to its members. */
const ownCard = {
  name: '巷口的灯',
  asks: '打卡、团菜、借东西，想找谁帮忙也可以问',
  hours: '每天早上六点到九点，晚饭后也在',
  isShown: true,
};

const usual = { kind: 'answer', folder: '', shortcut: '', standard: false, asks: [] } as const;

/** What the sample's team says often. */
const sampleScripts: readonly ScriptWords[] = [
  { ...usual, title: '先接住', shortcut: 'xj', text: '{昵称}，看到了，我问清楚就来回你。', asks: [] },
  { ...usual, title: '请人来答', shortcut: 'qr', text: '{昵称}，这个群里有人懂，我去请一位来说说。', asks: [] },
  {
    ...usual,
    title: '早读几点开始',
    folder: '早读',
    text: '{昵称}，早读五点半开门，九点前说一声「打卡」就算，迟了有补卡。',
    standard: true,
    asks: ['早读几点打卡', '早读几点开始', '打卡晚了还算吗'],
  },
  {
    ...usual,
    kind: 'welcome',
    title: '欢迎新邻居',
    text: '欢迎来到{群名}，先说说你住哪一片、最近在忙什么。',
    asks: [],
  },
  {
    ...usual,
    kind: 'rules',
    title: '提醒别发广告',
    text: '群里不发广告，有好东西先跟管家说一声，我们挑个日子一起看。',
    asks: [],
  },
];

/**
 * Invented chats with planted truths for tests and examples: everything is made from a seed, every message says who answers whom, and
 * what was planted is known. People and sentences are made up.
 */
import type { History, HistoryEvent, HistoryItem, HistoryMessage, MessageKind } from '../history/index.ts';
import { countItems, createReport } from '../history/report.ts';
import { Random } from '../stats/random.ts';
import { analyse } from './analyse.ts';
import type { AnalyseOptions } from './analyse.ts';
import type { Diagnosis, GroupDiagnosis } from './diagnosis.ts';

/** The zone of all invented chats. */
export const TEST_ZONE = 'Asia/Shanghai';
/** Monday 2024-01-01, 00:00 in that zone. */
export const TEST_START = Date.UTC(2023, 11, 31, 16);

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** One line of an invented chat. */
export interface Line {
  who: string;
  text: string;
  at: number;
  id?: string;
  /** The id of the message that this one quotes. */
  answers?: string;
  kind?: MessageKind;
  group?: string;
}

/** A message of the neutral model. */
export function makeMessage({ who, text, at, id, answers, kind = 'text', group }: Line): HistoryMessage {
  const message: HistoryMessage = {
    type: 'message',
    author: { name: who, externalId: `u-${who}` },
    kind,
    text,
    at,
    zoneKnown: true,
  };
  if (id !== undefined) message.externalId = id;
  if (answers !== undefined) message.replyTo = { externalId: answers };
  if (group !== undefined) message.group = { name: group };
  return message;
}

/** A row about people that nobody said. */
export function makeEvent(
  kind: 'join' | 'leave' | 'invite',
  at: number,
  { who, by }: { who: string; by?: string },
): HistoryEvent {
  const person = (name: string): { name: string; externalId: string } => ({ name, externalId: `u-${name}` });
  return {
    type: 'system',
    kind,
    text: '',
    at,
    zoneKnown: true,
    ...(by === undefined ? {} : { actor: person(by) }),
    targets: [person(who)],
  };
}

/** A history that was read from nowhere. */
export function makeHistory(items: readonly HistoryItem[]): History {
  const report = createReport('invented', 'utf8');
  async function* read(): AsyncGenerator<HistoryItem[]> {
    for (let at = 0; at < items.length; at += 1000) {
      const batch = items.slice(at, at + 1000);
      countItems(report, batch);
      yield batch;
    }
  }
  return { format: 'invented', report, batches: read() };
}

/** Diagnoses invented items. */
export function diagnose(items: readonly HistoryItem[], options: Partial<AnalyseOptions> = {}): Promise<Diagnosis> {
  return analyse(makeHistory(items), { zone: TEST_ZONE, ...options });
}

/** Diagnoses a chat of one group. */
export async function diagnoseOne(
  items: readonly HistoryItem[],
  options: Partial<AnalyseOptions> = {},
): Promise<GroupDiagnosis> {
  const { groups } = await diagnose(items, options);
  const [group] = groups;
  if (!group || groups.length > 1) throw new Error(`${groups.length} groups where one was invented`);
  return group;
}

/** The id of the person with this name. */
export function idOf(group: GroupDiagnosis, name: string): string {
  const found = group.people.find((one) => one.name === name);
  if (!found) throw new Error(`nobody is called ${name}`);
  return found.id;
}

const SURNAMES =
  '陈林黄郑谢郭罗梁宋唐许韩冯邓曹彭曾萧田董潘袁蔡蒋余杜叶程苏魏吕丁任沈姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武莫孔向汤';
const GIVEN = ['小禾', '一帆', '晓月', '志远', '雨桐', '文博', '若溪', '明轩', '佳怡', '子墨'];

/** Invented names, as many as wanted, all different. */
export function inventNames(count: number): string[] {
  return Array.from(
    { length: count },
    (_, at) =>
      `${SURNAMES[at % SURNAMES.length]}${GIVEN[Math.floor(at / SURNAMES.length + at) % GIVEN.length]}${at >= SURNAMES.length ? at : ''}`,
  );
}

const SUBJECTS = [
  '阳台番茄',
  '登山路线',
  '木工教室',
  '编程课程',
  '旧书交换',
  '手冲咖啡',
  '城东菜市',
  '变速车架',
  '胶片相机',
  '龙舟训练',
  '屋顶花园',
  '社区剧团',
];
const DEEDS = [
  '记录了三个月的数据',
  '带十二个人走完全程',
  '跟老师傅学会榫卯做法',
  '比较过四个平台的价格',
  '把规则写成清单贴在门口',
  '用电子秤称过每次的水量',
  '拍下清晨六点的摊位',
  '拆开后轮重新调校',
  '冲洗出第一卷黑白底片',
  '在码头练习了两个周末',
];
const FINDS = [
  '每天浇水两次明显长得更好',
  '雨天应该改走东侧的石阶',
  '划线用刀比铅笔准半毫米',
  '按项目收费的那家最划算',
  '第二个周六上午登记最合适',
  '九十二度水温苦味最轻',
  '摊主愿意留一成给邻居',
  '张力过大会让链条提前磨损',
  '曝光补偿加一档层次更多',
  '鼓手的节奏决定最后三百米',
];
const NEXTS = [
  '照片整理好放在群文件里',
  '下月初再试一轮对照',
  '材料还剩一些可以分给大家',
  '想约五个人周日上午一起做',
  '费用按人头平摊大约四十元',
  '附近小学的家长也感兴趣',
  '欢迎带自己的工具来',
  '记录表已经更新到第七版',
];
const SHORT = ['哈哈', '收到', '好的', '谢谢', '可以', '赞'];

function pick(list: readonly string[], number: number, salt: number): string {
  return list[(Math.imul(number + salt, 0x9e3779b1 ^ (salt << 7)) >>> 9) % list.length]!;
}

/** A sentence that carries something; different for every number. */
export function inventIdea(number: number): string {
  return `${pick(SUBJECTS, number, 3)}的第${number + 1}次尝试，我${pick(DEEDS, number, 5)}，发现${pick(FINDS, number, 7)}，${pick(NEXTS, number, 11)}。`;
}

/** A reply that carries something. */
export function inventReply(number: number): string {
  return `${pick(FINDS, number, 13)}，这一点我也遇到过，当时${pick(DEEDS, number, 17)}，${pick(NEXTS, number, 19)}，编号${number + 1}`;
}

/** What an invented group is like. */
export interface Plan {
  people: number;
  days: number;
  /** Messages on a day; a function may let the group grow, fade or stop. */
  perDay: number | ((day: number) => number);
  /** Who answers whom: everybody anybody, or all around the first person. */
  shape?: 'mesh' | 'star';
  /** How many of the people are there on a day. */
  present?: (day: number) => number;
  seed?: string;
  start?: number;
  group?: string;
}

/** A whole group: topics with replies, between nine in the morning and ten at night, every reply quoted. */
export function inventGroup({
  people,
  days,
  perDay,
  shape = 'mesh',
  present,
  seed = 'group',
  start = TEST_START,
  group,
}: Plan): HistoryMessage[] {
  const random = new Random(seed);
  const names = inventNames(people);
  const messages: HistoryMessage[] = [];
  let number = 0;
  for (let day = 0; day < days; day += 1) {
    const count = Math.round(typeof perDay === 'number' ? perDay : perDay(day));
    const crowd = Math.max(1, Math.min(people, Math.round(present?.(day) ?? people)));
    const times = Array.from(
      { length: count },
      () => start + day * DAY + 9 * HOUR + Math.floor(random.uniform() * 13 * 60) * MINUTE,
    ).sort((one, other) => one - other);
    for (const [place, at] of times.entries()) {
      const before = place % 4 === 0 ? undefined : messages.at(-1 - random.integer(Math.min(place, 3)));
      const who = chooseAuthor({ names, crowd, shape, random, before: before?.author.name });
      const text = before
        ? random.uniform() < 0.2
          ? SHORT[random.integer(SHORT.length)]!
          : inventReply(number)
        : inventIdea(number);
      const line: Line = { who, text, at: at + place * 1000, id: `${seed}-${number}` };
      if (before?.externalId !== undefined && before.author.name !== who) line.answers = before.externalId;
      if (group !== undefined) line.group = group;
      messages.push(makeMessage(line));
      number += 1;
    }
  }
  return messages;
}

interface Choice {
  names: readonly string[];
  crowd: number;
  shape: 'mesh' | 'star';
  random: Random;
  before: string | undefined;
}

/** In a star every second word is the first person's, and all others answer only them. */
function chooseAuthor({ names, crowd, shape, random, before }: Choice): string {
  if (shape === 'star')
    return before === undefined || before === names[0] ? names[1 + random.integer(Math.max(1, crowd - 1))]! : names[0]!;
  const others = names.slice(0, crowd).filter((name) => name !== before);
  return others[random.integer(others.length)] ?? names[0]!;
}

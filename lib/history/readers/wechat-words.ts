/**
 * What the numbers and system rows of WeChat mean; shared by every exporter of WeChat. Message types are those of
 * the client's database: 1 text, 3 picture, 49 a share whose sub type says more, 10000 a system row.
 */
import type { MessageKind, Participant, Quote, SystemKind } from '../model.ts';

const TYPES: Record<number, MessageKind> = {
  1: 'text',
  3: 'image',
  34: 'voice',
  42: 'contact',
  43: 'video',
  47: 'sticker',
  48: 'location',
  50: 'call',
  62: 'video',
};
const SHARES: Record<number, MessageKind> = {
  1: 'text',
  3: 'link',
  4: 'link',
  5: 'link',
  6: 'file',
  8: 'sticker',
  17: 'location',
  19: 'forward',
  33: 'share',
  36: 'share',
  51: 'share',
  53: 'text',
  57: 'text',
  62: 'poke',
  2000: 'transfer',
  2001: 'red_packet',
};

/** Whether a type number is a system row. */
export function isWechatSystem(type: number): boolean {
  return type === 10000 || type === 10002;
}

/** The kind of a message from its type and sub type. */
export function readWechatKind(type: number, subType: number): MessageKind {
  return type === 49 ? (SHARES[subType] ?? 'share') : (TYPES[type] ?? 'other');
}

const EVENTS: readonly [SystemKind, RegExp][] = [
  ['recall', /^[“"]?(?<actor>.{1,60}?)[”"]?\s?撤回了(?:一条|成员.{0,60}的一条)消息/u],
  ['invite', /^[“"]?(?<actor>.{1,60}?)[”"]?\s?邀请\s?[“"]?(?<targets>.{1,600}?)[”"]?\s?加入了?群聊/u],
  ['join', /^[“"]?(?<actor>.{1,60}?)[”"]?\s?通过.{1,80}加入群聊/u],
  ['remove', /^[“"]?(?<actor>.{1,60}?)[”"]?\s?将\s?[“"]?(?<targets>.{1,600}?)[”"]?\s?移出了?群聊/u],
  ['remove', /^[“"]?(?<targets>.{1,60}?)[”"]?\s?被\s?[“"]?(?<actor>.{1,60}?)[”"]?\s?移出了?群聊/u],
  ['leave', /^[“"]?(?<actor>.{1,60}?)[”"]?\s?(?:已)?退出了?群聊/u],
  ['join', /^[“"]?(?<actor>.{1,60}?)[”"]?\s?(?:已)?加入了?群聊/u],
  ['rename', /^[“"]?(?<actor>.{1,60}?)[”"]?\s?(?:修改|更改)群名为/u],
  ['poke', /^[“"]?(?<actor>.{1,60}?)[”"]?\s?拍了拍\s?[“"]?(?<targets>.{1,60}?)[”"]?(?:\s|的|$)/u],
  ['red_packet', /^[“"]?(?<actor>.{1,60}?)[”"]?\s?领取了.{0,60}红包/u],
  ['role', /群主|群管理员/u],
  ['notice', /群公告/u],
  ['pin', /置顶/u],
];

/** Reads a system row of WeChat. */
export function readWechatEvent(text: string): { kind: SystemKind; actor?: Participant; targets?: Participant[] } {
  for (const [kind, pattern] of EVENTS) {
    const found = pattern.exec(text);
    if (!found) continue;
    const { actor, targets } = found.groups ?? {};
    const row: { kind: SystemKind; actor?: Participant; targets?: Participant[] } = { kind };
    if (actor !== undefined && actor !== '你') row.actor = { name: actor };
    if (targets !== undefined) row.targets = targets.split(/[”"]?、[“"]?/u).map((name) => ({ name }));
    return row;
  }
  return { kind: 'other' };
}

const PLACEHOLDERS: readonly [RegExp, MessageKind][] = [
  [/^(?:!\[)?\[?图片/u, 'image'],
  [/^\[?(?:语音)/u, 'voice'],
  [/^\[?(?:视频)/u, 'video'],
  [/^\[?(?:动画表情|表情包|表情)\]?$/u, 'sticker'],
  [/^\[文件/u, 'file'],
  [/^\[链接/u, 'link'],
  [/^\[位置/u, 'location'],
  [/^\[(?:名片|推荐|个人名片)/u, 'contact'],
  [/^\[(?:微信)?红包/u, 'red_packet'],
  [/^\[(?:微信)?转账/u, 'transfer'],
  [/^\[(?:合并转发|聊天记录)/u, 'forward'],
  [/^\[(?:小程序|视频号|音乐)/u, 'share'],
];

/** The kind of a text in which an exporter wrote `[图片]` and the like for what is not text. */
export function readWechatPlaceholder(text: string): MessageKind {
  if (!text.startsWith('[') && !text.startsWith('![')) return 'text';
  return PLACEHOLDERS.find(([pattern]) => pattern.test(text))?.[1] ?? 'text';
}

function pickTag(xml: string, tag: string): string | undefined {
  const found = new RegExp(`<${tag}>(?:<!\\[CDATA\\[)?([\\s\\S]*?)(?:\\]\\]>)?</${tag}>`, 'u').exec(xml);
  return found?.[1] === undefined ? undefined : unescapeXml(found[1]);
}

function unescapeXml(text: string): string {
  const names: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.replaceAll(/&(lt|gt|quot|apos|amp);/gu, (_, name: string) => names[name] ?? '');
}

/** What a share's XML says: the words, and the message that it quotes. */
export function readWechatXml(xml: string): { subType?: number; text: string; replyTo?: Quote } {
  const outer = xml.replace(/<refermsg>[\s\S]*<\/refermsg>/u, '');
  const text = pickTag(outer, 'title') ?? '';
  const subType = Number(pickTag(outer, 'type') ?? Number.NaN);
  const refer = /<refermsg>([\s\S]*)<\/refermsg>/u.exec(xml)?.[1];
  const shared = { text, ...(Number.isNaN(subType) ? {} : { subType }) };
  if (refer === undefined) return shared;
  const replyTo: Quote = {};
  const fields = { externalId: 'svrid', authorId: 'chatusr', authorName: 'displayname', text: 'content' } as const;
  for (const [key, tag] of Object.entries(fields) as [keyof Quote, string][]) {
    const value = pickTag(refer, tag);
    if (value) replyTo[key] = value;
  }
  return { ...shared, replyTo };
}

/** Names after @; WeChat ends them with a four-per-em space. */
export function readWechatMentions(text: string): { name: string }[] | undefined {
  if (!text.includes('@')) return undefined;
  const found = [...text.matchAll(/@([^@\u2005\n]{1,40}?)(?:\u2005|\s|$)/gu)].map(([, name]) => ({ name: name ?? '' }));
  return found.length > 0 ? found : undefined;
}

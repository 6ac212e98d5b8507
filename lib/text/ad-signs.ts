/**
 * Signs of an advertisement that need a pattern: accounts elsewhere under plain and disguised names, phones, odd links, prices. Accounts
 * and phones count only in texts with Chinese, because in English ones nearly every match is a version or a user name.
 */
import type { AdView } from './ad-view.ts';
import type { AdCue } from './ad-cues.ts';
import { kind } from './kinds.ts';

// Names that contacts go by, plain and disguised, in a text without spaces; each is followed by the account.
const wechat = '微信|wei信|weixin|wechat|微';
const hiddenHan =
  '[薇葳嶶徽溦巍崴威维魏卫韦围唯惟伟喂][信芯心星新杏馨欣辛]|[薇葳嶶徽溦巍崴威]号?(?=[a-z]|\\d{5})|微[芯心星杏馨]|卫星(?=[a-z]{2})|扣扣|q扣|企鹅|加扣|扣群|裙(?=\\d{5})|飞机(?=[a-z]{3})|纸飞机|电报|赖(?=[a-z]|\\d{5})';
const hiddenLatin = 'v信|(?<![a-z])(?:vx|wx|v|tg|line)(?=[a-z]*\\d|(?<=加)[a-z]{5})';
const hidden = `${hiddenHan}|${hiddenLatin}`;
const ask = '(?:加|佳|伽|家|jia|十)(?:一下|下|我们|我|个|老师|客服|大师|群主|班主任)*';
const mixedId = '[a-z]{2,12}\\d{2,10}[a-z]{0,4}|[a-z]\\d{3,}[a-z0-9]*|\\d{6,12}|\\d{2,6}[a-z]{2,}\\d*';
const link = '(?:号码?|群|id|我|是)?';

// An account or its name; what asks for it.
const account = kind.digit | kind.latin;
const name = kind.names | kind.latin;
const asking = kind.asks | kind.latin;

// A pattern is asked only where the text has some kind of each group, which is true of few texts.
const patterns: readonly { cue: string; weight: number; needs: readonly number[]; pattern: RegExp }[] = [
  {
    cue: 'asksForContact',
    weight: 1.2,
    needs: [asking, name],
    pattern: new RegExp(`(?<![参增更追添附施])${ask}(?:${wechat}|${hidden}|qq|q(?=\\d)|v(?![a-z0-9]{0,3}[是认用的]))`),
  },
  {
    cue: 'namesAccount',
    weight: 1.3,
    needs: [account, name],
    pattern: new RegExp(
      `(?:${wechat}|${hiddenHan})${link}(?:${mixedId}|[a-z]{4,20}(?![a-z]))|(?:${hiddenLatin}|qq|(?<![a-z])q|群|telegram|whatsapp)${link}(?:${mixedId})`,
    ),
  },
  {
    cue: 'hidesContact',
    weight: 1.7,
    needs: [name],
    pattern: new RegExp(
      `(?:${hiddenHan})${link}(?:${mixedId}|[a-z]{4,20}(?![a-z]))|(?:${hiddenLatin})${link}(?:${mixedId})|(?:加|佳|伽|家|jia|十)[薇葳嶶徽溦巍崴][薇信芯心星]?|(?:家|佳|伽|jia|十)我?(?:v|vx|wx|微|薇)信?(?=[a-z0-9])|加赖|加扣|扣扣群|扣群`,
    ),
  },
  {
    cue: 'addsAccount',
    weight: 1.5,
    needs: [kind.asks, kind.digit],
    pattern: new RegExp(`(?<![参增更追添附施])(?:加|联系)(?:我|客服)?(?:[a-z]{2,12}\\d{2,10}|\\d{6,12})`),
  },
  { cue: 'phone', weight: 1, needs: [kind.digit], pattern: /(?<!\d)1[3-9]\d{9}(?!\d)|[48]00\d{7}(?!\d)/ },
];
const oddLink = /t\.me\/|\.(?:top|vip|xyz|cc|shop|icu|club|fun|pw)(?![a-z])|\/i?\?[a-z]{1,4}=|￥[a-z0-9]{6,}￥/;
const anyLink = /https?:\/\/|www\.|[a-z0-9]\.(?:com|net|top|vip|xyz|cc|shop)/;
const atAccount = /(?:[联系客服飞机电报加找]|tg|telegram|contact|me|dm|on|at)[^\p{L}\p{N}@]{0,3}@[a-z][a-z0-9_]{4,}/u;
const handle = /(?:(?<![a-z])tg|telegram|电报|飞[机鸡])[\s:]*@[a-z][a-z0-9_]{4,}/;
const gift = /[存充满]\d{2,}[得送返赠]\d{2,}/;
const money =
  /\d{2,}(?:元|块|一(?:天|小时|月|个|双|条|张|位|票)|\/天|u(?![a-z]))|[一二三四五六七八九两][百千万](?:元|块|一天|起)?|\$ ?\d+|\d+%|\d+折/;

/** The signs that a folded text and its reader's view show. */
export function readSigns(folded: string, { bare, kinds, bareKinds, splitsDigits, splitsWords }: AdView): AdCue[] {
  const isChinese = (kinds & kind.han) !== 0;
  const cues: AdCue[] = [];
  if (isChinese)
    for (const { cue, weight, needs, pattern } of patterns)
      if (needs.every((some) => (bareKinds & some) !== 0) && pattern.test(bare)) cues.push({ cue, weight });
  if (splitsDigits && isChinese) cues.push({ cue: 'splitsDigits', weight: 1.7 });
  if (splitsWords) cues.push({ cue: 'splitsWords', weight: 1 });
  if (kinds & kind.link) {
    if (oddLink.test(folded)) cues.push({ cue: 'oddLink', weight: 1.8 });
    else if (anyLink.test(folded)) cues.push({ cue: 'link', weight: 0.6 });
  }
  if (kinds & kind.at) {
    if (atAccount.test(folded)) cues.push({ cue: 'account', weight: 0.8 });
    if (isChinese && handle.test(folded)) cues.push({ cue: 'handle', weight: 2 });
  }
  if (bareKinds & kind.digit && gift.test(bare)) cues.push({ cue: 'gift', weight: 0.8 });
  if (kinds & (kind.digit | kind.hundred) && money.test(folded)) cues.push({ cue: 'money', weight: 0.5 });
  return cues;
}

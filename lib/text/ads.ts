/** How much a message looks like an advertisement: cues that were checked by hand, joined as independent evidence. */
import { foldText } from './normalise.ts';

interface Cue {
  pattern: RegExp;
  /** How likely a message with this cue alone is an advertisement. */
  weight: number;
}

// The first version: cues over the folded text. Homophones and split words come with the next.
const cues: readonly Cue[] = [
  { weight: 0.35, pattern: /(?:加|\+|添加|联系)我?(?:微信|薇|微|v信|vx|wx|v(?![a-z])|qq|扣扣|企鹅|飞机)/ },
  { weight: 0.3, pattern: /(?<!\d)1[3-9]\d{9}(?!\d)|(?:qq|扣|vx?|微信?|群)[ :号]*\d{6,12}/ },
  { weight: 0.3, pattern: /私聊|私我|找我|联系我|咨询|看我?(?:头像|主页|名字)|扫码|进群/ },
  { weight: 0.4, pattern: /兼职|日[赚结]|月入|躺赚|刷单|返佣|返利|代理|加盟|一手货源|招代|赚钱项目|无押金|包赔/ },
  {
    weight: 0.5,
    pattern: /博彩|彩金|开户送|首充|下注|代开发票|办证|贷款|套现|荐股|牛股|约炮|上门服务|裸聊|看片|成人视频/,
  },
  { weight: 0.25, pattern: /优惠|特价|批发|包邮|秒杀|低价|折扣|限时|免费领|领取|福利|原价|仅需/ },
  { weight: 0.2, pattern: /https?:\/\/|t\.me\// },
];

/** How much a text looks like an advertisement, 0 to 1. */
export function rateAd(text: string): number {
  return rateFoldedAd(foldText(text));
}

/** The same for a text that is already folded. */
export function rateFoldedAd(folded: string): number {
  let innocent = 1;
  for (const { pattern, weight } of cues) if (pattern.test(folded)) innocent *= 1 - weight;
  return 1 - innocent;
}

import { foldText, readContacts, revealText } from '../../../lib/text/index.ts';
import type { Check } from './check.ts';

/** Whoever is invited to write elsewhere. */
const invitation =
  /加(?:我|个?微|个?v|下?好友|q|扣|群)|(?<!有空的话|的话)私(?:我|聊我|信我|戳)|滴滴?我|戳我|(?:直接)?找我(?:拿|要|领|咨询|报名|了解)|欢迎(?:咨询|骚扰|来撩)|(?:详情|有意|感兴趣|需要|想要)的?[^，。!?]{0,8}(?:联系|咨询|加|私|找我|滴)|咨询(?:[:+加]|电话|热线|微信|qq)|扫码(?:加|进|领)|(?:拉|带)(?:你|您)(?:们)?(?:进|入)群|进(?:群|电报群|qq群|微信群)(?:领|免费|学| ?t\.me)|联系(?:qq|微信|[vq](?![a-z])|wx|tg|电报|飞机)|(?:dm|pm|text|whatsapp|add|contact|message) me\b|\bhit me up\b/;

/** A number that can be called. */
const phone = /(?<![\d.])(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/;
/** What a phone number is given for every day. */
const everyday =
  /快递|外卖|骑手|取件|驿站|送货|物业|楼下|门卫|司机|集合|领队|房东|维修|师傅|拼车|丢了|捡到|寻|医院|老师/;
/** Worth a second look behind a disguise: letters and digits, also written apart or in other signs. */
const reachable = /[a-z0-9]{5}|[0-9](?:[^a-z0-9]{1,2}[0-9]){5}|@[a-z]/;
const numerals =
  /(?:[零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖①-⑳\d][^a-z零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖①-⑳\d]?){7}/;
/** Whoever baits says so at the beginning. */
const longest = 1500;

/** An account with an invitation; a number with one, which is what a driver gives too; an account and nothing more. */
const scores = { account: 0.55, phone: 0.4, named: 0.3 } as const;

/** Contact baiting whatever the wording: a way to be reached outside, with an invitation to use it. */
export const contactsCheck: Check = {
  name: 'contacts',
  look: ({ text }, { settings, model }) => {
    const mode = settings.checks.contacts;
    if (mode === 'off' || text.length < 8) return [];
    const kind = readBait(text.slice(0, longest));
    if (kind === null || model.excuses(text)) return [];
    return [
      {
        check: 'contacts',
        score: scores[kind],
        spans: [],
        words: [],
        kinds: [kind],
        effect: 'hold',
        mode,
        upTo: 'member',
        rule: null,
      },
    ];
  },
};

/** What somebody is to write to; null when there is nothing. */
function readBait(text: string): keyof typeof scores | null {
  const folded = foldText(text);
  const seen = kindOf(folded);
  if (seen !== null || (!numerals.test(folded) && !/[a-z0-9]{2}/.test(folded))) return seen;
  const revealed = revealText(text).text;
  return revealed === folded ? null : kindOf(revealed);
}

function kindOf(said: string): keyof typeof scores | null {
  if (!reachable.test(said) || everyday.test(said) || !readContacts(said).hasContact) return null;
  const isAccount = readContacts(said.replace(phone, ' ')).hasContact;
  if (invitation.test(said)) return isAccount ? 'account' : 'phone';
  return isAccount ? 'named' : null;
}

/**
 * The small words that keep a group warm and say nothing more: acknowledgements (收到, 谢谢, ok, +1, 哈哈) and greetings
 * (早, 大家好, welcome). Both are read by stepping from one known word to the next, which never looks back.
 */

const heads =
  /收到(?:收到|了|啦)?|好(?:的|滴|哒|嘞|咧|呀|啊|哦|吧|了|耶|好|好好|评)?|嗯+|恩恩?|o+k+(?![a-z])|哦+|噢+|喔+|是(?:的|滴|呀|啊|哦)|对(?:的|呀|啊|滴|对|头)?|[谢蟹]+(?:谢|了|啦)*|感谢(?:分享|支持|理解|提醒|指点)?|多谢|辛苦(?:了|啦|您|你)?|赞+|支持|顶+|已[阅读]|明白(?:了|啦)?|了解(?:了|啦)?|知道(?:了|啦)|晓得了|懂了|可以(?:的|啊|呀)?|行(?:的|吧|啊|呀)?|没问题|没事(?:的|儿|啦)?|没关系|不客气|不用谢|客气(?:了|啦)|同意|认同|赞[同成]|同[上感]|确实(?:是|如此)?|有道理|厉害(?:了)?|牛+[逼批b]?|太?棒+(?:了|哒|的|啦)?|真棒|优秀|加油|哈+|嘿+|嘻+|呵+|哎+|唉+|哇+|咯+|[1]{1,6}|6{1,9}|8{2,}|\+1|1\+|参与|已(?:接龙|填|报名|投|转|办|完成|交)|(?:okay|okey|kk?|thanks?(?: you| u)?|thx|ty|tysm|tks|cheers|great|cool|nice|awesome|perfect|yes|yeah|yep|yup|ya|sure|right|true|np|yw|no problem|no worries|got it|gotcha|noted|roger(?: that)?|lo+l|ha(?:ha)+h?|hehe+|lmao|rofl|agreed?|exactly|indeed|will do|makes sense|i see|sounds good|good(?: job| to know| point| one)?|well done|done|wow|heh|alright|fine|of course|my pleasure|welcome|you ?re welcome|gg|ic|fair enough)(?![a-z])/y;
const fillers =
  /老师|群主|大家|各位|亲(?:们|爱的)?|您+|你+|哥+|姐+|老板|师傅|大佬|管理员?|家人们?|宝(?:子|宝|贝)们?|们|了|啦|哈|呀|啊|哦|的|哒|滴|呢|哟|哇|吧|嘞|太|真|很|非常|都|我|也|先|(?:so|very|much|a|lot|all|every(?:one|body)|man|mate|guys|sir|bro|dude|oh|ah|well|then|that|it|you|u|for|the|your|help|again|anyway|and|my|friend|too)(?![a-z])/y;
const stickers =
  /\[(?:强|赞|ok|鼓掌|合十|抱拳|玫瑰|握手|爱心|胜利|呲牙|偷笑|愉快|微笑|旺柴|加油|庆祝|拥抱|鲜花|好的|thumbsup|笑哭|捂脸|机智|耶)\]|👍|👌|🙏|💪|🌹|👏|❤|🤝|✅|😂|🤣|😄|😁/gu;

const letter = /[\p{L}\p{N}]/u;

/** Whether a folded text says no more than that something was heard, thanked for or laughed about. */
export function isAcknowledgement(folded: string): boolean {
  if (folded.length > 48) return false;
  // Most texts begin with another word and need no closer look.
  if (letter.test(folded.charAt(0)) && step(heads, folded, 0) === 0 && step(fillers, folded, 0) === 0) return false;
  const plain = folded
    .replace(stickers, ' 赞 ')
    .replace(/[^\p{L}\p{N}+]+/gu, ' ')
    .trim();
  let at = 0;
  let headsMet = 0;
  while (at < plain.length) {
    const head = step(heads, plain, at);
    const end = head > at ? head : step(fillers, plain, at);
    if (head > at) headsMet++;
    if (end === at) return false;
    at = plain[end] === ' ' ? end + 1 : end;
  }
  return headsMet > 0;
}

const crowd =
  '(?:大家|各位|群友们?|家人们?|宝子们|姐妹们|兄弟们|老师们?|同学们|朋友们|小伙伴们?|亲们?|所有人|群里的?|老铁们?)';
const wordEnd = '(?=$|[^\\p{L}\\p{N}]|[啊呀哦哇呢哈])';
const opening = new RegExp(
  `^(?:${crowd}{0,2}(?:早上|上午|中午|下午|晚上|早|晚)好${wordEnd}|${crowd}{1,2}好(?:${wordEnd}|[我请想新])|(?:${crowd})?[早午晚]安|早(?:${wordEnd}|${crowd})|[你您]们?好(?:${wordEnd}|[我请想老群新在])|哈[喽啰罗]|嗨${wordEnd}|欢迎(?:$|[^\\p{L}\\p{N}]|新|加入|入群|进群|大家|[你您]|各位|回来|光临)|新人(?:报[到道]|求带|驾到|一枚|冒泡)|报[到道]${wordEnd}|初来乍到|冒[个]?泡|(?:hi+|hello|hey+|yo|hola|greetings|good (?:morning|afternoon|evening|night|day)|morning|evening|gm|gn|welcome|howdy|hiya|g'day|sup)(?![a-z']))`,
  'u',
);
const wishes =
  /(?:[节日年末旦秋午]|生日|周末|圣诞|元宵)快乐|恭喜发财|万事如意|新年好|过年好|happy (?:birthday|new year|holidays)|merry christmas/u;
const greetingLength = 60;

/** Whether a folded text is a greeting, a welcome, a wish, or opens with one and is short. */
export function isGreeting(folded: string): boolean {
  if (folded.length > greetingLength) return false;
  const start = folded.replace(/^[^\p{L}\p{N}]+/u, '');
  return opening.test(start) || (start.length <= 24 && wishes.test(start));
}

/** Where the next known word ends, or `at` when there is none. */
function step(words: RegExp, text: string, at: number): number {
  words.lastIndex = at;
  return words.test(text) ? words.lastIndex : at;
}

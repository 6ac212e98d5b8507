/**
 * Whether a chat message asks something, in Chinese and English. A question mark is neither needed (有人知道吗) nor enough (a link,
 * or 「???」 for surprise); what asks is looked for clause by clause, because people ask at the end of a story.
 */
import { kind, kindsOf } from './kinds.ts';

// Words that ask wherever they stand in a clause.
const asking =
  /为什么|为啥|为何|什么时候|啥时候|几点(?!钟?[前后左])|几号|几时|多少钱|怎么(?:卖|办|弄|做|回事|用|样|走|去|买|报名|进|搞|算|解决|处理|收费|联系|加入|参加|没有|还没|不能)|咋(?:办|弄|样|回事|整|卖|用|了|没|还|走|买)|请问|请教|想问|问一?下|问个|咨询(?:一?下|个)|求(?:助|教|推荐|解|指点|问|告知|带|科普|链接|资源|地址)|跪求|有人(?:知道|懂|会|用过|去过|试过|了解|能|在用|买过|遇到过|有|想|要|在)|有谁|有没|有木有|谁(?:有|知道|会|能|懂|用过|去过|家|可以|了解|来)(?!都|也)|哪位|能否|可否|是否|是不是|能不能|可不可以|会不会|要不要|好不好|对不对|行不行|在不在|知不知道/u;
// A没A and A不A in general: 去不去, 贵不贵, 吃没吃.
const choice = /([\u4e00-\u9fff])[不没]\1/u;
const idleChoice = /动不动|时不时|得不得|的不的|是不是都|行不行都/u;
// Words that ask unless something beside them takes it away: 什么都行, 没什么, 随便谁.
const oftenAsking =
  /(?<!没|没有|不|无论|不管|随便|任|凭|是个|算|[这那]|说)(?:什么|啥|谁|哪里|哪儿|哪个|哪家|哪些|哪种|哪天|哪款|哪年|去哪|在哪|到哪|如何|怎么|咋|多久|多大|多长|多远|多高|多重)(?!都|也|的$|的话|玩意|鬼$|[这那]么|说呢$|着都|样都|人都)/u;
const counting =
  /(?<![好这那十有差第再前后上下过没来了])几(?:个|位|天|块|岁|次|人|年|折|元|件|斤|楼|层|路|月|周|分钟|小时)/u;
// Particles at the end; 嘛 and 呢 mostly do not ask.
const endsAsking =
  /(?:吗|么|(?:在|有|能|会|行|可以|知道|好)嘛|(?:了|过|到|完|好|有|来|在|去)(?:没|没有|木有)|(?:好|行|去|来|要|有|在|能|可以|吃)(?:不|否))$/u;
const endsLikeAsking = /(?:什么|怎么|那么|这么|多么|要么)$/u;
const andYou = /^[^着还在才可好正早都]{1,5}呢$/u;

const english =
  /^(?:(?:ok|okay|so|and|but|hi|hey|hello|well|um+|uh|hmm+|btw|also|please|pls|sorry|anyway|then|guys|all|folks|everyone|oh|ah|now|just) +)*(?:(?:who|whos) (?:is|are|has|have|knows?|can|was|did|wants?|wrote|made|uses?|here)|what(?:s| is| are| was| were| do| does| did| if| about| kind| version| would| should| can| could| time| happens| happened| distro| the)|when(?:s| is| are| do| does| did| will| can| was| should)|where(?:s| is| are| can| do| does| did| to| would| should| was| could)|why|how(?:s| do| does| did| to| can| could| is| are| about| many| much| long| come| would| should| was| big| often| far| old)|which|whose|(?:is|are|was|were|isnt|arent) (?:it|there|this|that|the|you|u|he|she|they|we|anyone|anybody|someone|my|your|any|i)|(?:do|does|did|dont|doesnt|didnt) (?:you|u|i|we|they|he|she|it|anyone|anybody|someone|the|this|that|any)|(?:can|could|will|would|should|shall|may|cant|couldnt|wont|wouldnt|shouldnt) (?:i|you|u|we|they|he|she|it|someone|somebody|anyone|anybody|this|that|the)|(?:has|have|had|havent|hasnt) (?:you|i|we|they|it|anyone|anybody|someone|he|she)|any(?:one|body)(?: else| here| of you)* (?:know|knows|got|have|has|using|use|uses|tried|here|there|seen|used|able|familiar|around|interested|want|wants|remember|had)|any (?:idea|ideas|way|chance|luck|suggestion|suggestions|tips|news|thoughts|reason|clue|advice|recommendations))(?![a-z])/;
const englishAnywhere =
  /(?<![a-z])(?:(?:does|do|did|has|can|could|would|is) (?:any ?one|any ?body|some ?one|some ?body)|any(?:one|body) (?:know|knows)|any idea|how (?:do|can|would|should|could) (?:i|you|u|we|one)|is there (?:a|any|some)|what is the|what are the|i wonder (?:if|how|why|what)|wondering (?:if|how|why|what)|can (?:you|u) (?:tell|help|please)|could you)(?![a-z])/;

const clauseEnd = /[,.。!;~\n…]/;
const clauses = /[^,.。!;~\n…]+/g;
const wordThenMark = /[\p{L}\p{N}][^\p{L}\p{N}?]*\?/u;
const longText = 160;

/** Whether a folded text without links asks something. */
export function isQuestion(folded: string, kinds: number = kindsOf(folded)): boolean {
  if (folded.includes('?') && wordThenMark.test(folded)) return true;
  // Only a few characters can ask in Chinese, and in English nobody asks with one word.
  if (!(kinds & kind.question) && !(kinds & kind.latin && folded.includes(' '))) return false;
  if (!clauseEnd.test(folded)) return asks(folded.trim());
  const parts = folded.match(clauses);
  if (!parts) return false;
  // In an article only the end can be meant for the readers.
  for (const part of folded.length > longText ? parts.slice(-2) : parts) if (asks(part.trim())) return true;
  return false;
}

function asks(clause: string): boolean {
  if (clause.length > 60 && !/[a-z] [a-z]/.test(clause)) return false;
  const kinds = kindsOf(clause);
  if (kinds & kind.han) return (kinds & kind.question) !== 0 && asksInChinese(clause);
  return asksInEnglish(clause.includes("'") ? clause.replaceAll("'", '') : clause);
}

function asksInChinese(clause: string): boolean {
  if (asking.test(clause) || oftenAsking.test(clause) || counting.test(clause) || andYou.test(clause)) return true;
  if (choice.test(clause) && !idleChoice.test(clause)) return true;
  const bare = clause.replace(/[^\p{L}\p{N}]+$/u, '');
  return endsAsking.test(bare) && !endsLikeAsking.test(bare);
}

function asksInEnglish(clause: string): boolean {
  return clause.includes(' ') && (english.test(clause) || englishAnywhere.test(clause));
}

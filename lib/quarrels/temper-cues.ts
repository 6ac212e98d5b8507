/**
 * What people say to each other when they quarrel, and when they only seem to: written by hand for folded text (simplified, lower
 * case, half width), with the words of Taiwan, Canton, Sichuan, the North-East, Shanghai, and English. Patterns, not a verdict.
 */

/** A group of cues that say the same thing. */
export interface CueGroup {
  /** How much of a quarrel one of them is, 0 to 1. Written by hand. */
  readonly weight: number;
  readonly pattern: RegExp;
}

const anyOf = (parts: readonly string[]): RegExp => new RegExp(parts.join('|'), 'u');

/** Names that are thrown at somebody, and what sends them away. */
const insults = anyOf([
  '不要脸|要点脸|臭不要脸|没皮没脸|厚脸皮|无耻|下贱|嘴贱|犯贱|真贱|贱人|人渣|败类|畜生|王八|混蛋|混账|杂种|狗东西|狗娘|什么东西|什么玩意|泼妇|巨婴|绿茶|白眼狼|老不死|为老不尊|小人|伪君子',
  '有病|神经病|精神病|有毛病|什么毛病|脑残|弱智|智障|白痴|傻[逼比叉x缺子]|煞笔|沙雕|蠢货|蠢猪|脑子(?:不好使|有坑|有问题|进水|瓦特|被)|没脑子|用点脑|有脑子吗|长脑子|眼睛长哪|你瞎|瞎了你',
  '废物|垃圾|渣渣|菜鸡|坑货|骗子|奸商|无赖|赖账|流氓|杠精|键盘侠|喷子|伪球迷|托儿?是什么|一群托|小学生别|奥客|势利',
  '没素质|没教养|没家教|冇家教|家教(?:勒|呢|不好)|没水准|没公德|公德心|没良心|良心被|自私|恶心|不是人|是人话|没人性|缺德|低级|下三滥|真丢人|丢人现眼',
  '放屁|放你|狗叫|狗屁|闭嘴|住嘴|滚(?!动|烫|筒|瓜|轮|雪|石|圆|开水)|去死|死开|爬(?:哦|开|远)|一边去|少来这套|慢走不送|见一次',
  '他妈|妈的|你妈|尼玛|草你|操你|艹|你妹|你大爷|你老母|屁事|懂个屁|个屁|吵屁',
  '瓜娃子|你[^,。!?]{0,4}瓜(?:,|。|!|$)|龟儿|哈批|憨批|锤子(?=,|。|!|\\?|$)|充老子|老子(?:就|吃|不|跟)|宝批',
  '瘪犊子|犊子玩意|虎了吧唧|虎逼|损色|彪乎|瞎咧咧|瞅啥|完蛋玩意',
  '[痴黐]线|仆街|扑街|收皮|收声|食屎|戆居|死蠢|冚家|冇搞错|扮咩',
  '十三点|瓦特|拎不清|瘪三|小赤佬|戆大|寿头|脑子坏脱',
  '白目|北七|靠[北夭杯]|机车(?=欸|耶|吗|,|。|!|\\?|$)|抓耙子|三小|哭爸|干你|俗辣|卢小|有事吗你|干[!,]',
  '虚伪|霸道|幼稚|小肚鸡肠|心眼(?:太|真|这么)?(?:坏|小)|嘴(?:巴)?(?:就)?(?:这么|真|太)?(?:碎|欠|毒)|没规矩|没良心|冇良心|(?:讲|有)良心|没礼貌|没大没小|不负责任|出(?:老千|尔反尔)|两面三刀|欺负人|欺人太甚|仗势|刻薄|恶毒|矫情|戏精|会演|心机|不知好歹|忘恩负义|死性不改|衰(?:仔|佬|人|婆)|八婆|死(?:仔|女包|胖子|变态)|脸(?:呢|真大|皮厚)|什么(?:玩意|货色|素质|人品|人啊|人吶)|(?:人品|素质|三观)(?:有问题|呢|差|堪忧)|可悲|可怜虫|变态|丑八怪|死鸭子|搅屎棍|墙头草|马屁精|走狗|酸(?:人|民|葡萄)|(?:破|烂)(?:人|货|嘴)|混(?:球|帐)|窝囊|怂(?:货|包)|怂了|孬种|没种|没出息|吃错药|更年期|公主病|少爷病|妈宝|渣男|渣女',
  '找(?:揍|打|抽|死|骂|不痛快)|欠(?:揍|抽|骂|收拾)|(?:抽|揍|打|弄)(?:死|你)|八辈子|倒了.{0,4}霉|算我?倒[霉楣]|狗(?:吃|叼|咬|改不了|眼|腿|急跳)|白养|白疼|瞎了眼|眼红|嫉妒|没(?:教过|家教|爹|妈教|良心|脑|人性|品|礼数|礼貌|分寸|眼力见|脸|骨气|担当|诚信|信用|信誉|底线|道德)|礼数没有|割韭菜|带节奏|黑心|坑人|坑你|骗钱|骗了|偷(?:东西|奸)|贱兮兮|恶臭|油腻|猥琐|装[逼b叉x]|死[鬼相]|猪(?:脑|队友)|蠢(?!萌)|笨(?:蛋|死了)|丑恶|嘴脸|德行|德性|鸟样|熊样|什么样子|王八|乌龟|孙子|儿子叫|爹味|舔狗|水军|黑子|脑子|智商|情商低|文盲|识字|听不懂人话|说人话|鬼话|屁话|废话真多|满嘴跑|不(?:是东西|要命|知羞|害臊|识抬举)|害(?:群|人精)|搅局|祸害|扫把星|晦气|瘟神',
  '\\b(?:idiot|liar|calling me|impossible to|nobody (?:wants|likes|cares)|useless|worthless|dumb|ass\\b|wtf|bullshit|\\bbs\\b|crap|insane|delusional|entitled|gaslight|two-faced|fake|ungrateful|moron|arrogant|oversensitive|childish|hypocrite|disrespectful|toxic|annoying|clueless|lazy|coward|narcissist|ignorant|petty|bully|incompetent|creep|trash|stupid|jerk|asshole|bastard|bitch|loser|pathetic|shut (?:up|it)|get lost|piss off|fuck (?:you|off)|screw you|go to hell|drop dead|disgusting|clown)',
]);

/** Throwing down the glove: who are you, say that again, mind your own business. */
const challenges = anyOf([
  '没人(?:叫|绑|留|请|求|逼)(?:着)?你|(?:不[起了好来会想]|没本事|没钱)就别(?!客气|勉强|担心|去了吧)|跟你有(?:什么|半毛钱)?关系|少拿.{1,6}(?:说事|压|吓)|别拿.{1,6}(?:压|吓|说事)|(?:咒|损|内涵|针对|挤兑)谁|(?:赶|碰|动|挪|扔|骂|叫).{0,2}一[个下次步盆句]?试试|另请高明|心里(?:有|没)(?:点)?数|(?:还)?有脸(?:说|教|来|要|提)|不伺候|靠边站|谁稀罕',
  '\\b(?:funny how|funny, you|keep talking|flatter yourself|maybe because i|(?:nobody|no one) can (?:stand|enjoy)|speak for yourself|give it a rest|get over (?:it|yourself)|not your (?:boss|servant|maid))\\b',
  '什么意思|几个意思|什么态度|这态度|态度(?:怎么|很差|放)|你(?:吼|凶|横|嚷|狂)(?:什么|啥|谁)|怎么说话|会不会说|好好说话|说话(?:客气|注意|小心|要负责|放尊重)|嘴巴?(?:放)?(?:干净|清爽|臭|这么臭)|嘴这么|注意.{0,6}(?:措辞|态度|言辞)',
  '凭什么你|凭什么说|凭啥子?(?:也|我|你)|算老几|算什么东西|你算(?:个|哪)|你谁啊|你以为你是谁|你是谁啊|轮不?到你|轮得到|有什么资格|没资格|管得着|管那么宽|管好你|关(?:你|我)(?:什么|屁|毛|啥)?事|要你管|指手画脚',
  '你(?:再)?(?:说|骂|讲|瞪|糊弄|吓唬|针对)(?:的)?(?:边个|谁)|(?:瞧不起|糊弄|吓唬|骗|唬|赖)谁|谁怕(?:谁|你)|怕你(?:不成|啊|吗|呀)|以为我怕|再(?:说|骂|讲).{0,5}(?:试试|一遍|一句|一次|多次)|你(?:能|想)(?:把我)?(?:怎|咋)|能把我|不服(?:啊|吗|气?来)?(?:$|,|\\?|!)|够胆|来啊,|去(?:投诉|告|讲|说|举报)啊|跟你没完|没完没了|有完没完|等着瞧|走着瞧|咋的|咋地|小心点(?:你|$)',
  '你懂(?:什么|啥|个)|你知道(?:什么|个)|懂不懂(?:啊|规矩)|讲不讲理|讲(?:下|点)道理|还有理|有理了|好意思(?:说|吗|么)|倒打一耙|血口喷人|恶人先告状|不讲理|不可理喻|蛮不讲理|莫名其妙|无理取闹|胡搅蛮缠|强词夺理|狡辩|扯皮|睁眼说瞎话|胡说八道|满嘴|不爽.{0,3}(?:不要|别|滚)|爱(?:买|来|信|看|听)不|随便你怎么|谁求你|没人(?:求|逼|请)你?|求你了吗|要命似的|至于[吗!]',
  '心里没数|心里清楚|你倒(?:是)?(?:说|讲)|说清楚|做(?:了|得出来)还怕|怕(?:别人|人)(?:说|知道)|见不得人|谁让你|谁(?:允许|给)你|你凭|替我决定|多大点事|喊什么|叫什么叫|嚷什么|催什么|急什么急|了不起(?:啊|呀|吗)|有(?:本事|种|胆|能耐|证据)(?!人)|冇证据|报警啊?$|不想.{1,4}就?(?:下去|走|滚|别)|谁稀罕|求之不得|彼此彼此|绝交|看(?:错|透|清)你|友尽|拉黑你|再也不(?:跟|和|想)|以后(?:别|不要|莫|唔好|少)|下次别|别(?:跟我|再跟|给我|扣帽子|太过|太难听|装|逼我|惹我|找我|烦我|碰我|教我|得寸进尺)|不要(?:每次|老是|总是|动不动|得寸)|少(?:跟我|给我|教训|啰嗦|废话|管我|来烦)|受(?:不了你|你的气|够)|谁受得了|忍你|别太|说话.{0,3}(?:难听|过分)|更难听|(?:走|退|散)就(?:走|退|散)|没人拦|谁拦|伺候|欠你(?:的|什么)|扣帽子|背后说|坏话|添油加醋|造谣|污蔑|冤枉|颠倒黑白|挑拨|翻旧账|夠了|够了(?:喔|哦|没|吧|!|$)|还要不要|做不到就|讲这种话|一定要这么|有意思(?:吗|么)|你试试|给我等着|(?:道歉|赔钱|解释清楚)[!！]?$|凭什么(?!又是)|凭啥',
  '河是你|你家(?:开|的|大人|里人)|是你家|写你名字|谁先.{1,4}算谁|懂.{0,2}规矩|规矩|提我(?:家|妈|爸|孩子)|碍着|关你|你管|管我|你搬|你走(?:啊|吧|呀)|(?:自己|赶紧|马上|给我)(?:走|下去|下山|滚|出去|消失)|不送|请便|爱怎么|随(?:便你|你便)|想怎么样|你想怎|想干嘛|你干嘛|别叫我|别(?:找我|@我|来找|碰|管我|教训|废话|扯|转移话题|倒)|扯别的|先扯|说过什么没有|说过多少(?:次|遍)|多少遍|跟你说(?:了|过)|听不(?:懂|见|到)|看不(?:懂|见|到)(?:吗|啊|\\?)|有看(?:吗|没有)|看得懂|不认识\\?|没长|没看通知|谁付|谁让|谁叫你|谁给|谁求|拖累|连累|添乱|碍事|帮倒忙|乱七八糟|一塌糊涂|体力不行|不行就|不会就|做不了|没能力|有钱了不起|退(?:给我|钱)|一分(?:都)?不(?:能)?少|消协|曝光|爆料|报警|起诉|法院|律师|举报你|投诉|黑名单|见真章|等着|记住(?:你|今天)|后悔|跪|从今往后|断绝|恩断|没你这(?:个|种)|算你狠|算什么(?:男人|朋友|东西|本事)|没意思了|怪我(?:咯|喽|啰|囉|\\?|了)|又怪我|我的错\\?|我凭|你配|不配|配吗|你行吗|你试试|摸着良心|对得起|有脸|还有脸|亏你|枉|好意思|不嫌|丢不丢|羞不羞|要不要脸|理亏|没理|无理|胡来|乱来|乱讲|乱说|瞎说|瞎讲|瞎编|编(?:吧|啊|的吧)|撒谎|说谎|谎话|骗我|糊弄|敷衍|忽悠|耍我|玩我|坑我|害我|针对我|欺负我|排挤|孤立|甩脸|甩(?:锅|脸子)|摔|吼|骂|吵(?:什么|架|死)|闹(?:什么|够)|烦(?:不烦|你|人)|讨厌你|恨你|最烦|忍(?:够|很久|无可忍)|受够',
  "\\b(?:name one|kick me|ask around|if the shoe|about you|to you\\b.*\\bmatter|says who|who asked|so what|too bad|deal with it|suit yourself|fine, then|good luck with|have some|learn to|read the|can you read|are you (?:blind|deaf|serious|kidding|calling|saying)|don't blame|blame (?:me|others)|you lied|you promised|you owe|trust you|respect|not my problem|i don't care|then leave|just leave|apologi[sz]e|drama|enough of|how (?:could|can) you|you knew|stop (?:lying|blaming|acting|being)|don't (?:you )?(?:dare|tell me|lecture|blame)|leave me alone|for once in your|people leave|what did i|says you|prove it|is it my|that's rich|what is your problem|what(?:'s| is) wrong with you|who do you think|how dare|mind your own|nobody asked|not my fault you|don't talk to me|watch your|grow up|shame on you|you're the problem|you are my problem|so rude|so selfish|liar|that's a lie|you always|you never|what is that supposed|get over yourself|i'm done with|sick of you)",
]);

/** Needles: polite on the surface, meant to hurt. */
const needles = anyOf([
  '对号入座|自己体会|自行体会|字面意思|阴阳怪气|阳奉阴违|呵呵|我哪敢|哪敢啊|不敢不敢|岂敢|您可是|您最|日理万机|您说了算|是是是,|对对对,您|真有你的|我也是服|真服了|笑话|可笑|格局(?:呢|小)|玻璃心|(?:就|你|又|这么|谁)(?:就)?急了|戳到|痛处|这么激动|自我感动|风凉话|冷嘲热讽|驴肝肺|好心当|狗拿耗子|闲得慌|闲的',
  '懒得(?:跟|和|理)|跟你(?:这种|说不清|讲不通|没什么好)|说不清|讲不通|没什么好说|(?:某|有)些人|这种人|你行你|不懂装懂|光会|挑刺|找茬|双标|甩锅|推卸|倒怪|怪我\\?|赖我|在这(?:装|儿装|放|充)|装什么|装(?:可怜|无辜|大度|专家|啥)|别(?:在这)?装(?:了|$)|还装|搁这|少在|别躲|指名道姓|不像有些|输不起|玩不起|酸什么|谁酸|仗着|倚老卖老|得了便宜|听不得|良心(?:呢|过)|怪谁|能怪|抠门|小气鬼|小心眼|避雷|找借口|就是懒|瞎答应|没那本事|吓到我了|受够|太不专业|就这水平|能力不行|没本事|小家子|疑神疑鬼|嗆|呛人|哟,|您听过|提了有用|大(?:作家|专家|忙人|领导|小姐|少爷)',
  '就你(?!们俩|来|最好)|对啦|是是是|好好好,你|(?:最|真)(?:厉害|了不起|高贵|特别|有理|伟大|金贵)|你(?:可)?真(?:会|行|够|能|敢|逗|好意思)|真(?:好笑|搞笑|会演|逗)|笑死人|厉害了|都是我的错|都(?:怪|赖)我|是我多事|我(?:多嘴|瞎了)|不值钱|我们都在玩|演给谁|给谁看|(?:还|又)嫌|当(?:我|别人)(?:傻|是|不)|拿(?:我|别人)当|高(?:高在上|人一等)|摆(?:谱|脸|架子)|脾气(?:这么|真|太)?(?:大|臭)|一个(?:开车|看门|新来|外地|打工|做)的|显摆|得意什么|看笑话|事后诸葛|马后炮|站着说话|心虚|嘴硬|死不承认|不敢承认|找(?:理由|事)|上纲上线|小题大做|没事找事|多管闲事|自作多情|自以为是|自己为是',
  '识字吧|事多|多事|就您|您(?:忙|厉害|高明|要这么)|一天到晚|天天(?:就|开|来|在)|动不动|开口闭口|张口闭口|三天两头|仗(?:着|势)|年纪轻轻|一把年纪|这么大(?:的)?人|大男人|一个(?:大)?(?:男|女)(?:人|的)|半夜|睡不睡|还想怎|知道个|懂得多|比你|不如你|谁不会|说得好听|说的比唱|嘴上说|光说|只会说|就会(?:说|拉|嘴)|就知道(?:说|怪|钱|吹)|吹(?:什么|牛皮|吧)|演技|装睡|装傻|装糊涂|装作|揣着明白|脸(?:皮)?厚|有眼(?:不|无)|狗咬|吕洞宾|不识好|好心没|白忙|图什么|贪(?:小|便宜|心)|占(?:了)?便宜|算计|小算盘|抠|斤斤计较|小里小气|铁公鸡|有去无回|护短|偏心|偏袒|一碗水|拉偏架|公报私仇|记仇|报复|心机|心里(?:有鬼|没)',
  '\\b(?:oh (?:sure|please|really)|yeah right|good for you|whatever|unbelievable|ridiculous|so funny\\.|a joke of|how convenient|must be nice|typical of you|as usual, you|complain about everything|ruin everything)',
]);

/** You, and what is wrong with you: less than an insult, more than an opinion. */
const reproaches = anyOf([
  '你才|侬才|你(?:们)?(?:每次|总是|老是|从来|又|天天|整天|倒是?|还(?:敢|有脸|这么))|每次都是你|又是你|都(?:是|怪)你|是你先|你自己(?:不|没|弄|先)|你家(?:孩子|天天)|你一个(?!人)|至少我|还不如|你(?:是不是)?没看(?:懂|见)|没看见\\?|谁不知道|谁知道$|太过分|过分了|脸皮|骂人|人身攻击|你骂|说你呢|说的就是你|说谁|谁(?:赖|甩锅|懒|激动|拦我|接话|不牵绳)|很烦|烦死|一直念|吼什么|冲我|这么(?:横|大声)|退钱|投诉你|举报了|告我|告你|去举报|负责任吗|欠钱|你那(?:点|叫)|干嘛去了',
  "\\b(?:you (?:are|'re) (?:so|such|being|unbelievable|a)|your fault|because you|you (?:ruin|complain|lie|changed)|blame me)",
]);

/** An edge that friends have as well: it weighs little, and only many of them on both sides are a quarrel. */
const edges = anyOf([
  '你[^,。!?]{0,6}(?:不|没|冇|别|还|就|都|只|又|倒|真|总)|(?:不|没|别|还|就|都|又)[^,。!?]{0,4}你|谁(?:说|知|跟|敢|管|信|的错)|怎么了[,?!]|怎么了$|难道|不是.{0,6}吗|到底|明明|本来就|还不是|(?:我|人家|自己).{0,8}\\?.|^[^,。!?]{1,8}\\?[^?]|边有|边个|做咩|点解你|讲嘢',
  '^(?:wow|seriously|excuse me|for what|like what|says who)\\b',
]);

/** The cues of a quarrel, heaviest first. */
export const angerCues: readonly CueGroup[] = [
  { weight: 0.6, pattern: insults },
  { weight: 0.5, pattern: challenges },
  { weight: 0.4, pattern: needles },
  { weight: 0.3, pattern: reproaches },
  { weight: 0.18, pattern: edges },
];

/** Laughing, cheering, and the tone of those who like each other. Emoji and the names of stickers as WeChat writes them. */
export const friendlyCues =
  /哈哈|嘻嘻|嘿嘿|hh+|笑(?:死|喷|哭|不活)|xd+\b|\blol\b|\blmao\b|haha|😂|🤣|😄|😁|😆|😝|😜|😉|😘|❤|🙏|👍|\[(?:偷笑|捂脸|得意|旺柴|坏笑|呲牙|憨笑|抱拳|机智|奸笑|破涕为笑|让我看看|吃瓜|亲亲|爱心)\]|么么|爱你|求求|大佬|大气|够意思|牛[逼b批]|遵命|领导$|你最好了|\bmate\b|\bdeal\b|\bcheers\b/u;

/** Giving way: sorry, thank you, you are right. */
export const yieldingCues =
  /对不起|抱歉|不好意思|谢谢|多谢|谢啦|感谢|辛苦|理解您|您好|(?<!都)是我(?:的错|们没|拿错|搞错)|我(?:错了|同意|没意见)|有道理|说得(?:也)?对|还真是|没事没事|好的|那行|行吧|sorry|\bmy bad\b|thank(?!s a lot)|fair point|you're right|\bfine\b(?=.*(?:ha|save|friday))/u;

/** Somebody asks two others to stop. */
export const peaceCues =
  /别吵|不要吵|莫吵|少说(?:两|几|一)句|消消气|消消火|冷静|和气|息怒|好好说嘛|有话好好说|都是(?:邻居|朋友|自己人|群友)|看不下去|劝(?:劝|一劝|架)|calm down|stop (?:it|fighting|arguing)|guys,? please|enough/u;

/** It tells of somebody who is not here. */
export const narratedCues = /他|她|它|骂了|编剧|男主|女主|老板|裁判|房东|对面/u;

/** It speaks to somebody. */
export const addressCues = /你|您|侬|恁|@|\byou(?:r|'re)?\b/u;

/** What somebody quotes is not said to anybody. */
export const quoted = /[“"「『][^”"」』]{1,40}[”"」』]/gu;

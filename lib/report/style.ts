/**
 * The style of the page: warm paper, ink, one cinnabar red, as in the product (web/kit/tokens.css holds the same values). One column
 * on a phone, twelve on a desk, light on paper; nothing is fetched.
 */

const LIGHT = `--heat:70%;--paper:#faf7f2;--card:#fff;--sunk:#f3eee6;--line:#e9e2d8;--line-2:#d8cec0;--ink:#231f1c;--ink-2:#5f5953;--ink-3:#756e66;--ink-4:#b4aa9d;--cinnabar:#b83227;--on-cinnabar:#fff8f0;--gold:#a87514;--gold-ink:#86590a;--jade:#2e7d5b;--jade-ink:#24694b;--amber:#b45309;--amber-ink:#984608;--indigo:#31578f;--plum:#7b4b6e;--clay:#a8592f;--slate:#5e6b70;--t-red:#faebe6;--t-gold:#f8eeda;--t-jade:#e6f1eb;--t-indigo:#e8eef6;--t-amber:#fbeedd;--t-plum:#f3eaf0;--t-clay:#f8ebe2;--t-slate:#ebeeee;color-scheme:light`;

const DARK = `--paper:#171513;--card:#211e1b;--sunk:#2a2622;--line:#37322d;--line-2:#4a433c;--ink:#efe9e1;--ink-2:#b5ada4;--ink-3:#968e85;--ink-4:#6a625a;--cinnabar:#e2695c;--on-cinnabar:#2a0c08;--gold:#d9a441;--gold-ink:#e3b45c;--jade:#5db58c;--jade-ink:#5db58c;--amber:#e0a03c;--amber-ink:#e0a03c;--indigo:#86a9dc;--plum:#c495b6;--clay:#d98f66;--slate:#9dabb0;--t-red:#3a211c;--t-gold:#35291a;--t-jade:#1e2e27;--t-indigo:#212936;--t-amber:#362817;--t-plum:#31252e;--t-clay:#35271e;--t-slate:#272b2c;--heat:45%;color-scheme:dark`;

const BASE = `
:root{${LIGHT};--sans:'PingFang SC','Microsoft YaHei','Noto Sans SC','Noto Sans CJK SC',system-ui,sans-serif;--song:'Songti SC','Noto Serif SC','Source Han Serif SC','Noto Serif CJK SC','PingFang SC',Georgia,serif}
@media screen and (prefers-color-scheme:dark){:root{${DARK}}}
*{box-sizing:border-box;margin:0;padding:0}
html{scroll-behavior:smooth;-webkit-text-size-adjust:100%}
body{background:var(--paper);color:var(--ink);font:15px/1.65 var(--sans);font-variant-numeric:tabular-nums;overflow-wrap:anywhere;text-autospace:normal}
main,.top,footer{max-width:1160px;margin:0 auto;padding:0 20px}
ul,ol{list-style:none}
a{color:var(--indigo);text-decoration:none;text-underline-offset:3px}
a:hover,a:focus-visible{text-decoration:underline}
:focus-visible{outline:2px solid var(--cinnabar);outline-offset:2px;border-radius:4px}
b+small,strong+small{margin-left:.45em}
html[lang=en]{--sans:system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue','Noto Sans',Arial,'Noto Sans SC','Noto Sans CJK SC',sans-serif;--song:Georgia,'Times New Roman','Noto Serif','DejaVu Serif','Liberation Serif','Noto Serif SC','Noto Serif CJK SC',serif}
small{font-size:12.5px;color:var(--ink-3);font-weight:400}
.hint,.none{color:var(--ink-3);font-size:13.5px;margin-top:8px}
.none{padding:12px 14px;border:1px dashed var(--line-2);border-radius:10px;margin:4px 0}
h1,h2,h3,h4.big{font-family:var(--song);font-weight:700;line-height:1.35}
h1{font:400 13px/1.5 var(--sans);color:var(--ink-3)}h2{font-size:29px}h3{font-size:19px}h4{font-size:14px;margin:18px 0 6px}h4:first-child{margin-top:0}h4.big{font-size:22px;margin:0 0 4px}
.top{padding-top:18px;padding-bottom:14px;display:flex;flex-wrap:wrap;gap:6px 20px;align-items:center;justify-content:space-between;font-size:13px;color:var(--ink-3)}
.top div{display:flex;align-items:center;gap:9px;color:var(--ink)}.top div b{font:700 19px var(--song)}
.top p{max-width:720px}.top .alarm{flex-basis:100%;max-width:none;background:var(--t-amber);color:var(--amber-ink);padding:8px 14px;border-radius:8px;font-weight:600}
.seal{width:28px;height:28px}.seal rect{fill:var(--cinnabar)}.seal text{fill:var(--on-cinnabar);font:700 19px var(--song)}
footer a{text-decoration:underline}footer{padding-top:22px;padding-bottom:44px;color:var(--ink-3);font-size:13px}
.group{padding-top:4px}.group+.group{margin-top:54px;padding-top:30px;border-top:1px solid var(--line-2)}
`;

const VERDICT = `
.verdict{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:26px 30px 28px;display:grid;grid-template-columns:minmax(0,1fr) 232px;gap:34px;position:relative;margin-top:12px}
.verdict:before{content:'';position:absolute;left:14px;right:14px;top:-7px;height:8px;background:radial-gradient(circle at 8px 9px,transparent 7px,var(--line-2) 7.4px,var(--line-2) 8px,transparent 8.4px) 0 0/16px 8px repeat-x}
.verdict .span{color:var(--ink-3);font-size:13.5px;margin-top:2px}
.five{margin:18px 0 0}
.five li{display:grid;grid-template-columns:86px minmax(0,1fr);gap:4px 14px;padding:10px 0;border-top:1px solid var(--line)}
.five li>span{color:var(--ink-3);font-size:13px;padding-top:4px;position:relative;padding-left:13px}
.five li>span:before{content:'';position:absolute;left:0;top:11px;width:7px;height:7px;border-radius:50%;background:var(--ink-4)}
.five .good>span:before{background:var(--jade)}.five .watch>span:before{background:var(--amber)}.five .bad>span:before{background:var(--cinnabar)}
html[lang=en] .five li{grid-template-columns:128px minmax(0,1fr)}
.five p{font-family:var(--song);font-size:17.5px;line-height:1.65}
.five li:first-child p{font-size:21px;font-weight:700;line-height:1.5}
.go{display:inline-block;margin-top:16px;background:var(--cinnabar);color:var(--on-cinnabar);border-radius:8px;padding:10px 22px;font-weight:600;min-height:44px}
.who{font-weight:700}
.four{border-left:1px solid var(--line);padding-left:26px;align-self:start}
.part{display:grid;grid-template-columns:auto 10px 1fr;gap:12px;align-items:center;padding:9px 0}
.part>b{font:700 17px var(--song);min-width:1.4em}
html[lang=en] .part>b{min-width:3.5em;font-size:15px}
.part>i{height:46px;border-radius:3px;background:var(--sunk);position:relative;overflow:hidden}
.part>i:after{content:'';position:absolute;left:0;right:0;bottom:0;height:var(--v);background:var(--ink-4)}
.part.good>i:after{background:var(--jade)}.part.watch>i:after{background:var(--gold)}.part.bad>i:after{background:var(--cinnabar)}
.part.unknown>i:after{background:repeating-linear-gradient(135deg,var(--line-2) 0 1.5px,transparent 1.5px 5px)}
.part strong{display:block;font:700 19px/1.2 var(--song)}.part.unknown strong{font:600 13px var(--sans);color:var(--ink-3)}
.part span{font-size:12.5px;color:var(--ink-3)}
.four>p{font-size:12px;line-height:1.55;color:var(--ink-3);border-top:1px solid var(--line);padding-top:10px;margin-top:8px}
.chapters{display:flex;gap:4px 6px;flex-wrap:wrap;padding:16px 0 14px;font-size:14px}
.chapters a{padding:5px 12px;border-radius:99px;border:1px solid var(--line);background:var(--card);color:var(--ink-2)}
`;

const CARDS = `
.cards{display:grid;grid-template-columns:repeat(12,minmax(0,1fr));gap:14px}
.card{background:var(--card);border:1px solid var(--line);border-radius:12px;grid-column:span 12;min-width:0;scroll-margin-top:10px}
main>.card{margin-top:14px}
.card>header{padding:14px 20px 11px;border-bottom:1px solid var(--line);display:flex;flex-wrap:wrap;gap:2px 14px;align-items:baseline}
.card>header p{color:var(--ink-3);font-size:13.5px}
.card>.in{padding:15px 20px 20px}
.split{display:grid;grid-template-columns:minmax(0,1fr);gap:24px}
.plot{display:grid;grid-template-columns:minmax(0,1fr) auto;column-gap:7px;margin:6px 0 4px}
.plot .area{position:relative;height:var(--h);border-bottom:1px solid var(--line-2)}
.plot svg{width:100%;height:100%;display:block;overflow:visible}
.plot path{vector-effect:non-scaling-stroke}
.plot .beside{position:relative;min-width:34px;font-size:12px;color:var(--ink-3)}.plot .beside span{position:absolute;left:0;transform:translateY(50%);line-height:1;white-space:nowrap}
.plot .below{position:relative;height:22px;font-size:12px;color:var(--ink-3);grid-column:1}.plot .below span{position:absolute;top:5px;transform:translateX(-50%);line-height:1;white-space:nowrap}.plot .below .first{transform:none}.plot .below .last{transform:translateX(-100%)}
.plot .strong{color:var(--ink);font-weight:600}
path.indigo{fill:var(--indigo)}path.jade{fill:var(--jade)}
path.line{fill:none;stroke-width:2;stroke-linejoin:round}path.line.indigo{stroke:var(--indigo)}path.line.jade{stroke:var(--jade)}
path.band{stroke:none;fill-opacity:.16}
path.rule{stroke:var(--line-2);stroke-dasharray:3 4;fill:none}
.av{display:inline-flex;align-items:center;justify-content:center;width:30px;height:30px;border-radius:50%;font-size:13px;font-weight:600;flex:none;background:var(--t-slate);color:var(--slate)}
.av.c1{background:var(--t-indigo);color:var(--indigo)}.av.c2{background:var(--t-jade);color:var(--jade-ink)}.av.c3{background:var(--t-gold);color:var(--gold-ink)}.av.c4{background:var(--t-plum);color:var(--plum)}.av.c5{background:var(--t-clay);color:var(--clay)}.av.c6{background:var(--t-red);color:var(--cinnabar)}
.chip{display:inline-block;font-size:12px;line-height:1.5;font-style:normal;font-weight:500;padding:0 7px;border-radius:4px;background:var(--t-indigo);color:var(--indigo);margin-left:6px;white-space:nowrap}
.chip.candidate{background:var(--t-gold);color:var(--gold-ink)}.chip.plain{background:var(--sunk);color:var(--ink-2)}.chip.good{background:var(--t-jade);color:var(--jade-ink)}.chip.bad{background:var(--t-red);color:var(--cinnabar)}
.person,.best li,.came li,.messages li{display:grid;grid-template-columns:30px minmax(0,1fr);gap:11px;padding:11px 0;border-top:1px solid var(--line)}
.person .name b{font-size:15.5px}.person .brings{color:var(--ink-2)}.person .facts{font-size:12.5px;color:var(--ink-3)}
.proofs{margin-top:3px;font-size:13.5px}.proofs li{padding-left:11px;border-left:2px solid var(--line-2);margin-top:4px}
.said{color:var(--indigo);text-decoration:underline;text-decoration-color:var(--line-2);text-decoration-thickness:1px}
.roles>div{display:grid;grid-template-columns:118px minmax(0,1fr);gap:12px;padding:10px 0;border-top:1px solid var(--line)}
.roles dt{font-weight:600}.roles dt small{display:block;line-height:1.45}.roles .proof{display:block;font-size:13.5px;margin-top:2px}
.roles .chip{margin-left:0}
`;

const DETAILS = `
.graph svg{width:100%;height:auto;display:block}.graph .links path{stroke:var(--ink-4);fill:none}.graph .links .mutual{stroke:var(--ink-3)}
.graph circle{fill:var(--slate);stroke:var(--card);stroke-width:1.5}.graph .c1{fill:var(--indigo)}.graph .c2{fill:var(--jade)}.graph .c3{fill:var(--gold)}.graph .c4{fill:var(--plum)}.graph .c5{fill:var(--clay)}.graph .c6{fill:var(--cinnabar)}.graph circle.key{stroke:var(--ink);stroke-width:2}
.graph text{font-size:14px;font-weight:600;text-anchor:middle;fill:var(--ink);stroke:var(--card);stroke-width:3.5px;paint-order:stroke}
.dot{display:inline-block;width:9px;height:9px;border-radius:50%;background:var(--ink-4);margin-right:7px}
.dot.c1{background:var(--indigo)}.dot.c2,.dot.info,.dot.good{background:var(--jade)}.dot.c3,.dot.watch{background:var(--gold)}.dot.c4{background:var(--plum)}.dot.c5,.dot.ads{background:var(--clay)}.dot.c6,.dot.bad{background:var(--cinnabar)}.dot.rest{background:var(--ink-4)}
.circles li{padding:4px 0}.circles span{color:var(--ink-3);margin-right:4px}
.fact b{font:700 22px var(--song);margin-right:3px}.fact small{display:block;margin-left:0}
ul.facts{margin:8px 0;color:var(--ink-2)}
.shares{display:flex;height:15px;gap:2px;border-radius:4px;overflow:hidden}.shares .info{background:var(--jade)}.shares .rest{background:var(--ink-4)}.shares .ads{background:var(--clay)}
.legend{display:flex;flex-wrap:wrap;gap:3px 20px;margin-top:9px}
.bar{display:block;height:6px;border-radius:3px;background:var(--sunk);margin:2px 0 3px}.bar i{display:block;height:100%;border-radius:3px;background:var(--jade)}
.topics li{padding:8px 0}.topics .said{font-size:13.5px}
.came p{font-size:13.5px}
.scroll{overflow-x:auto;margin:0 -4px;padding:0 4px}
table{border-collapse:collapse;width:100%;font-size:14px}th,td{padding:7px 10px;text-align:right;border-top:1px solid var(--line);white-space:nowrap;font-weight:400}thead th{color:var(--ink-3);font-size:12.5px;border-top:0}th:first-child{text-align:left;padding-left:0}
table.people td:nth-child(2),table.people th:nth-child(2),table.overview td:nth-child(2),table.overview th:nth-child(2){text-align:left}
tbody th{font-weight:600}tbody th .av{width:24px;height:24px;font-size:11px;margin-right:8px}td .chip:first-child{margin-left:0}
td.long{white-space:normal;min-width:260px}
td.heat{background:color-mix(in srgb,var(--indigo) calc(var(--s)*var(--heat)),transparent)}td.young{color:var(--ink-4)}
.cohorts th,.cohorts td{padding:5px 8px;font-size:13px}
.week{display:grid;gap:2px;margin:2px 0 10px}.week>div{display:grid;grid-template-columns:42px repeat(24,minmax(0,1fr));gap:2px;align-items:center}
.week b{font-size:12.5px;font-weight:400;color:var(--ink-3)}.week i{height:20px;border-radius:2px;background:color-mix(in srgb,var(--indigo) calc(var(--s)*100%),var(--sunk))}.week .hours span{font-size:11.5px;color:var(--ink-3);white-space:nowrap}
.findings>li{padding:9px 0 9px 15px;position:relative;border-top:1px solid var(--line)}.findings>li:first-child{border-top:0}.findings>li:before{content:'';position:absolute;left:0;top:17px;width:7px;height:7px;border-radius:50%;background:var(--ink-4)}.findings .bad:before{background:var(--cinnabar)}.findings .watch:before{background:var(--amber)}.findings .good:before{background:var(--jade)}
.chance{margin-top:12px;display:grid;grid-template-columns:minmax(0,1fr) auto;gap:2px 10px}.chance b{font:700 19px/1.3 var(--song)}.chance small{grid-column:1/-1}
.meter{grid-column:1/-1;display:block;height:10px;border-radius:3px;background:var(--sunk);position:relative}.meter i{display:block;height:100%;border-radius:3px;background:var(--ink-4)}.meter i.good{background:var(--jade)}.meter i.watch{background:var(--gold)}.meter i.bad{background:var(--cinnabar)}.meter u{position:absolute;top:4px;height:2px;background:var(--ink)}
.steps{counter-reset:step;display:grid;gap:0 34px}
.steps>li{counter-increment:step;position:relative;padding:16px 0 16px 44px;border-top:1px solid var(--line)}.steps>li:first-child{border-top:0}
.steps>li:before{content:counter(step);position:absolute;left:0;top:15px;width:29px;height:29px;border-radius:8px;background:var(--t-red);color:var(--cinnabar);font:700 16px/29px var(--song);text-align:center}
.steps>li:first-child:before{background:var(--cinnabar);color:var(--on-cinnabar)}
.steps h4{font:700 17px/1.5 var(--song);margin:0}.steps .why{color:var(--ink-2)}.steps .because{font-size:12.5px;color:var(--ink-3);margin-top:5px}
.families{display:grid;gap:24px 40px}
.numbers>div{display:grid;grid-template-columns:minmax(0,128px) minmax(0,1fr);gap:12px;padding:8px 0;border-top:1px solid var(--line);break-inside:avoid}.numbers dt{font-weight:600;font-size:14px}.numbers dd b{font:700 16px var(--song)}.numbers dd em{font-style:normal;color:var(--ink-3)}.numbers p{font-size:13.5px;color:var(--ink-2)}
.messages li{scroll-margin-top:16px;padding-left:6px;padding-right:6px;border-radius:8px}.messages li:target{background:var(--t-gold)}.messages .text{white-space:pre-wrap}
.reading{display:grid;grid-template-columns:120px minmax(0,1fr);gap:5px 14px;font-size:14px}.reading dt{color:var(--ink-3)}
`;

const SCREENS = `
@media(min-width:900px){.w7{grid-column:span 7}.w5{grid-column:span 5}.w12{grid-column:span 12}#overview,.split{align-items:start}.split{grid-template-columns:minmax(0,1.45fr) minmax(0,1fr)}.steps,.families{grid-template-columns:repeat(2,minmax(0,1fr))}.steps>li:nth-child(2){border-top:0}.messages,.best{columns:2;column-gap:36px}.messages li,.best li{break-inside:avoid}}
@media(max-width:760px){body{font-size:16px}main,.top,footer{padding-left:14px;padding-right:14px}.verdict{grid-template-columns:minmax(0,1fr);padding:20px 18px 22px;gap:18px}.four{border-left:0;border-top:1px solid var(--line);padding:10px 0 0;display:grid;grid-template-columns:1fr 1fr;gap:0 14px}.four>p{grid-column:1/-1}html[lang=en] .four{grid-template-columns:minmax(0,1fr)}.five li,html[lang=en] .five li{grid-template-columns:minmax(0,1fr)}.five p{font-size:17px}.five li:first-child p{font-size:20px}h2{font-size:26px}.card>header,.card>.in{padding-left:16px;padding-right:16px}.go{display:block;text-align:center}.chapters{flex-wrap:nowrap;overflow-x:auto;margin:0 -14px;padding:14px}.chapters a{white-space:nowrap;padding:9px 14px}.graph text{font-size:23px}.graph circle{stroke-width:2}.week>div{grid-template-columns:34px repeat(24,minmax(0,1fr));gap:1px}.week i{height:24px}.roles>div,.numbers>div{grid-template-columns:minmax(0,1fr);gap:2px}.reading{grid-template-columns:minmax(0,1fr);gap:0}.reading dd{margin-bottom:6px}.reading dt{font-size:13px}.part{grid-template-columns:auto 9px 1fr;gap:9px}.steps>li{padding-left:40px}.proofs a,.topics .said{display:inline-block;padding:3px 0}}
@media print{.cards{margin-top:14px}body{background:#fff;font-size:12px}.chapters,.go{display:none}.card,.verdict,.steps>li,.person,.messages li{break-inside:avoid}#numbers,.card:has(.families),.card:has(.messages){break-inside:auto}.group+.group{break-before:page}a{color:inherit}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
@media(prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
`;

/** The whole sheet. */
export const STYLE = [BASE, VERDICT, CARDS, DETAILS, SCREENS].join('').replaceAll('\n', '');

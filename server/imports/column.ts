/**
 * What columns of a list can mean, and by which headings each meaning is recognised: in Chinese of both scripts and in English, as exports
 * of other programs and people themselves write them. Pure.
 */
import { cardLines, type CardLine } from '../people/index.ts';

/** Where people have accounts that a list may name. */
export const platforms = [
  'wechat',
  'wecom',
  'qq',
  'weibo',
  'douyin',
  'xiaohongshu',
  'telegram',
  'discord',
  'line',
  'whatsapp',
] as const;

/** A place where people have accounts. */
export type Platform = (typeof platforms)[number];

/** What a column means; `ignore` = the team has said that it is not to be read. */
export type Target =
  | 'name'
  | 'id'
  | `account.${Platform}`
  | 'groups'
  | 'joined'
  | 'source'
  | 'tags'
  | `card.${CardLine}`
  | 'note'
  | 'ignore'
  | `field.${string}`;

/** All meanings but own fields, in the order of the template. */
export const plainTargets: readonly Target[] = [
  'name',
  'id',
  ...platforms.map((platform) => `account.${platform}` as const),
  'groups',
  'joined',
  'source',
  'tags',
  ...cardLines.map((line) => `card.${line}` as const),
  'note',
];

/** Headings by meaning; the earlier one counts when two columns could be the same thing. */
const headings: Readonly<Record<string, readonly string[]>> = {
  name: [
    '姓名',
    '名字',
    '昵称',
    '暱稱',
    '名称',
    '名稱',
    '称呼',
    '稱呼',
    '微信昵称',
    '微信暱稱',
    '群昵称',
    '群暱稱',
    '群名片',
    '成员',
    '成員',
    '客户名称',
    '客戶名稱',
    '会员姓名',
    '會員姓名',
    'name',
    'nickname',
    'nick',
    'full name',
    'display name',
    'member',
    'member name',
    'username',
  ],
  id: [
    '编号',
    '編號',
    '会员编号',
    '會員編號',
    '会员号',
    '會員號',
    '成员编号',
    '成員編號',
    '客户编号',
    '客戶編號',
    '学员编号',
    '學員編號',
    '账号',
    '帐号',
    '帳號',
    '用户id',
    '用戶id',
    '会员id',
    '會員id',
    'id',
    'member id',
    'user id',
    'member number',
    'number',
    'account',
    'key',
  ],
  'account.wechat': ['微信号', '微信號', '微信', '微信id', 'wechat', 'wechat id', 'weixin', 'wxid'],
  'account.wecom': ['企业微信', '企業微信', '企微', '企业微信账号', 'wecom', 'wecom id'],
  'account.qq': ['qq', 'qq号', 'qq號', 'qq号码', 'qq號碼', 'qq number', 'qq id'],
  'account.weibo': ['微博', '微博id', '微博账号', '微博帳號', 'weibo'],
  'account.douyin': ['抖音', '抖音号', '抖音號', 'douyin'],
  'account.xiaohongshu': ['小红书', '小紅書', '小红书号', '小紅書號', 'xiaohongshu', 'rednote', 'xhs'],
  'account.telegram': ['telegram', 'tg', '电报', '電報', 'telegram id', 'telegram username'],
  'account.discord': ['discord', 'discord id'],
  'account.line': ['line', 'line id'],
  'account.whatsapp': ['whatsapp', 'whatsapp number'],
  groups: [
    '群',
    '所在群',
    '群名',
    '群名称',
    '群名稱',
    '群聊',
    '群组',
    '群組',
    '所属群',
    '所屬群',
    '社群',
    'group',
    'groups',
    'group name',
    'chat',
  ],
  joined: [
    '入群时间',
    '入群時間',
    '入群日期',
    '加入时间',
    '加入時間',
    '加入日期',
    '进群时间',
    '進群時間',
    '进群日期',
    '進群日期',
    '注册时间',
    '註冊時間',
    '添加时间',
    '新增時間',
    'joined',
    'joined on',
    'joined at',
    'join date',
    'join time',
    'date joined',
    'since',
  ],
  source: [
    '来源',
    '來源',
    '渠道',
    '来源渠道',
    '來源渠道',
    '从哪来',
    '從哪來',
    '入群来源',
    '入群來源',
    '入群方式',
    'source',
    'channel',
    'referral',
    'from',
  ],
  tags: ['标签', '標籤', '标记', '標記', '客户标签', '客戶標籤', 'tag', 'tags', 'label', 'labels'],
  'card.profession': [
    '职业',
    '職業',
    '职位',
    '職位',
    '岗位',
    '崗位',
    '工作',
    '职务',
    '職務',
    'profession',
    'job',
    'job title',
    'occupation',
    'title',
  ],
  'card.city': ['城市', '所在城市', '地区', '地區', '所在地', '常住地', '住哪', 'city', 'location', 'place'],
  'card.industry': ['行业', '行業', '所在行业', '所在行業', '领域', '領域', 'industry', 'field of work'],
  'card.offers': [
    '能提供',
    '可提供',
    '我能提供',
    '能提供什么',
    '能提供什麼',
    '资源',
    '資源',
    '特长',
    '特長',
    'offers',
    'offer',
    'can offer',
  ],
  'card.needs': ['想找', '需求', '我想找', '需要', '想要什么', '想要什麼', 'needs', 'need', 'looking for', 'wants'],
  note: ['备注', '備註', '备注信息', '備註資訊', '说明', '說明', 'note', 'notes', 'remark', 'remarks', 'comment'],
  // What the file of bad rows adds.
  ignore: ['原行号', '原行號', '要改什么', '要改什麼', 'row in file', 'what to mend'],
};

/** A heading as it is compared: width, case, spaces, marks and what stands in brackets folded away. */
export function foldHeading(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/g, '')
    .replaceAll(/[\s*_:\-./·]+/g, '');
}

const places = new Map(
  Object.entries(headings).flatMap(([target, names]) =>
    names.map((name, rank) => [foldHeading(name), { target: target as Target, rank }] as const),
  ),
);

/** What the columns of a file are, as far as their headings say it: own fields first, each meaning once. `last` = what was said earlier. */
export function recogniseColumns(
  row: readonly string[],
  known: { fields: readonly { id: string; name: string }[]; last: ReadonlyMap<string, Target> },
): (Target | null)[] {
  const fields = new Map(known.fields.map(({ id, name }) => [foldHeading(name), `field.${id}` as const]));
  const wishes = row.map((heading) => {
    const folded = foldHeading(heading);
    if (folded === '') return { target: 'ignore' as const, rank: 0 };
    const own = fields.get(folded) ?? known.last.get(folded);
    return own ? { target: own, rank: -1 } : places.get(folded);
  });
  const best = new Map<Target, number>();
  for (const [at, wish] of wishes.entries()) {
    if (!wish || wish.target === 'ignore') continue;
    const other = best.get(wish.target);
    if (other === undefined || wish.rank < wishes[other]!.rank) best.set(wish.target, at);
  }
  return wishes.map((wish, at) => {
    if (!wish) return null;
    return wish.target === 'ignore' || best.get(wish.target) === at ? wish.target : null;
  });
}

/** Which of the first rows holds the headings: the one of which most is recognised; lists often begin with a title. */
export function findHead(
  rows: readonly { cells: readonly string[] }[],
  fields: readonly { id: string; name: string }[],
): number {
  const scores = rows.slice(0, 10).map(({ cells }) => {
    const targets = recogniseColumns(cells, { fields, last: new Map() });
    return targets.filter((target, at) => target !== null && cells[at] !== '').length;
  });
  return Math.max(0, scores.indexOf(Math.max(...scores)));
}

/** A fair that has been going for a while, through the API: what every screen has something to show of. */
import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { getAcquainted, writeCards } from './acquaintances.ts';
import { createClient, type Client } from './client.ts';
import { holdCourt } from './court.ts';
import { thankWithPoints } from './points.ts';
import { keepGuestBook } from './guest-book.ts';
import { keepRoster } from './roster.ts';
import { askSeeds } from './seeds.ts';
import { waitUntil, type ServerProcess } from './server-process.ts';
import { joinFair, type Fair } from './story.ts';

/** The fair with what screens are opened by. */
export interface BusyFair extends Fair {
  /** A member who came in first and may see everything a member sees. */
  member: Client;
  personId: string;
  programId: string;
  segmentId: string;
  /** A list of people with rows of every kind. */
  importId: string;
  /** A name-card round in which the team decides. */
  roundId: string;
  /** Somebody of the guest book who has come. */
  guestId: string;
  /** A list of terms with comments and last days, and a dry run that has found something. */
  listId: string;
  dryRunId: string;
  /** Codes of entrances in every state. */
  doors: { revoked: string; usedUp: string; approval: string; forStrangers: string };
  /** Address of a team invitation, and of a link to another phone. */
  invitation: string;
  move: string;
}

const names = ['阮阮', '老谭', '贺兰山下的厨子', '小满', '周一凡', 'Ines', '阿布', '一个名字特别特别长的邻居住在城南'];

const lines = [
  '晚饭吃什么？',
  '砂锅粥。下米先搅三分钟就不糊，火要小，别急着盖盖子，水开以后转到最小，二十分钟就好了。',
  '看这里 https://example.com/a?b=1，写得很清楚',
  'Slow food, good friends.',
  '👍👍',
  '长词不断行：https://example.com/' + 'very-long-path/'.repeat(12),
];

/** What the team says often, one of them changed once. */
async function keepScripts({ operator, communityId }: Fair): Promise<void> {
  const base = `/api/communities/${communityId}/scripts`;
  const scripts = [
    { title: '先接住', shortcut: 'xj', text: '{昵称}，收到，老谭晚上来答。' },
    { title: '开锅', folder: '锅', text: '先煮一次米汤，再小火半小时。', standard: true, asks: ['砂锅第一次怎么开锅'] },
    { title: '欢迎新邻居', kind: 'welcome', text: '欢迎来到{群名}，先说说今晚吃什么。' },
  ];
  for (const script of scripts) {
    const { id } = await operator.call('POST', base, script);
    if (script.shortcut) await operator.call('PATCH', `${base}/${id}`, { version: 1, text: `${script.text}别急。` });
  }
}

/** Lets a fair live until every screen has something to show. */
export async function makeBusy(server: () => ServerProcess, fair: Fair): Promise<BusyFair> {
  const { operator, communityId, groupId } = fair;
  const base = `/api/communities/${communityId}`;
  const members: Client[] = [];
  for (const name of names) members.push(await joinFair(server, fair, name));
  const member = members[0]!;
  const doors = await openDoors(server, fair);
  await writeCards(members, communityId);
  await getAcquainted(members, communityId);
  await talk(fair, members);
  await liveOn(fair, server);
  const programId = await checkIn(fair, members);
  await thankWithPoints(fair, members);
  await agreeOnRules(fair, members);
  await holdCourt(server, fair);
  await comeInAWave(server, fair);
  const { listId, dryRunId } = await tryList(fair);
  const people = await operator.call('GET', `${base}/people?limit=50`);
  const person = people.items.find((one: { name: string }) => one.name === names[0]);
  const segmentId = await keepProfiles(fair, person.personId);
  const importId = await bringList(fair);
  await keepScripts(fair);
  const roundId = await holdRound(fair);
  await operator.call('POST', `${base}/care/sorting`, {});
  const guestId = await keepGuestBook(fair);
  await askSeeds(fair, members);
  await keepRoster(fair);
  const invitation = await operator.call('POST', `${base}/team/invitations`, { role: 'moderator', note: '值晚班' });
  const move = await member.call('POST', `/api/member/communities/${communityId}/me/move`, {});
  await operator.call('GET', `${base}/groups/${groupId}`);
  await waitUntil(
    async () => (await operator.call('GET', `${base}/care/sorting`)).groups > 0,
    'the first sorting of groups (care.sort_groups)',
  );
  return {
    ...fair,
    member,
    personId: person.personId,
    programId,
    segmentId,
    importId,
    roundId,
    guestId,
    listId,
    dryRunId,
    doors,
    invitation: invitation.url,
    move: move.url,
  };
}

/** A list of people is brought along and tried: some are new, some rows are to be mended, one column is not recognised. */
async function bringList({ operator, communityId }: Fair): Promise<string> {
  const base = `/api/communities/${communityId}/imports`;
  const rows = [
    '姓名,微信号,城市,标签,爱好,加入日期',
    '李阿姨,li_ayi,杭州,老客,广场舞,',
    '老谭的表哥,tan_biaoge,成都,,,',
    ',nobody_1,,,,',
    '赶早的人,li_ayi,,,,2026-13-01',
  ];
  const { id } = await operator.call('POST', `${base}?fileName=members.csv`, new TextEncoder().encode(rows.join('\n')));
  while ((await operator.call('GET', `${base}/${id}`)).state === 'checking')
    await new Promise((resolve) => setTimeout(resolve, 50));
  return id;
}

/** Old friends who came with a list are asked who is still there; one is to go, one to be talked to. */
async function holdRound({ operator, communityId }: Fair): Promise<string> {
  const base = `/api/communities/${communityId}`;
  const table = { name: '灶边 · 老友桌', carrier: 'web', tier: 'ordinary', capacity: 60 };
  const { id: groupId } = await operator.call('POST', `${base}/groups`, table);
  const rows = [
    '姓名,微信号,加入日期',
    ...['桂姨', '老秦', '云上', '阿豆'].map((name, at) => `${name},old_${at},2024-03-0${at + 1}`),
  ];
  const file = new TextEncoder().encode(rows.join('\n'));
  const { id } = await operator.call('POST', `${base}/imports?fileName=old-friends.csv`, file);
  const until = async (state: string) => {
    while ((await operator.call('GET', `${base}/imports/${id}`)).state !== state)
      await new Promise((resolve) => setTimeout(resolve, 50));
  };
  await until('checked');
  await operator.call('PATCH', `${base}/imports/${id}`, { groupId });
  await until('checked');
  await operator.call('POST', `${base}/imports/${id}/run`, {});
  await until('done');
  const { texts } = await operator.call('GET', `${base}/care/round-preview?groupId=${groupId}`);
  const wish = { groupId, format: '名字-城市', texts, days: 7, remindAfter: [3], perDay: 2 };
  const { id: roundId } = await operator.call('POST', `${base}/care/rounds`, wish);
  const round = `${base}/care/rounds/${roundId}`;
  await operator.call('POST', `${round}/end`, {});
  const { items } = await operator.call('GET', `${round}/people`);
  const [first, second] = items.map(({ identityId }: { identityId: string }) => identityId);
  await operator.call('POST', `${round}/decisions`, { identityIds: [first], decision: 'talk' });
  await operator.call('POST', `${round}/decisions`, { identityIds: [second], decision: 'remove' });
  await operator.call('PUT', `${base}/care/kept/${items[2].identityId}`, { note: '休产假，到明年三月' });
  return roundId;
}

/** The team knows something of its people: tags, fields, a note, a segment. */
async function keepProfiles({ operator, communityId }: Fair, personId: string): Promise<string> {
  const base = `/api/communities/${communityId}`;
  const tag = await operator.call('POST', `${base}/tags`, { name: '老客' });
  const other = await operator.call('POST', `${base}/tags`, { name: '会做面点' });
  await operator.call('POST', `${base}/tags/${tag.id}/give`, { personIds: [personId] });
  await operator.call('POST', `${base}/tags/${other.id}/give`, { personIds: [personId], expiresOn: '2099-12-31' });
  const place = { name: '住哪', kind: 'choice', options: ['城南', '城北'] };
  const { id: fieldId } = await operator.call('POST', `${base}/person-fields`, place);
  const secret = await operator.call('POST', `${base}/person-fields`, { name: '电话', kind: 'text', private: true });
  await operator.call('PUT', `${base}/people/${personId}/fields/${fieldId}`, { value: 1 });
  await operator.call('PUT', `${base}/people/${personId}/fields/${secret.id}`, { value: '13800001111' });
  await operator.call('POST', `${base}/people/${personId}/notes`, { text: '海鲜过敏，聚餐记得换菜' });
  const spoke = { join: 'all', items: [{ fact: 'people.messages', op: 'at_least', days: 28, number: 1 }] };
  const second = {
    number: null,
    name: '掌勺',
    entry: spoke,
    staying: spoke,
    privileges: [{ kind: 'discount', name: '买菜', percent: 5 }],
  };
  const levels = [{ number: null, name: '新朋友', entry: null, staying: null }, second];
  await operator.call('POST', `${base}/ladders`, { name: '灶边等级', levels });
  const tagged = { fact: 'profiles.tags', op: 'one_of', options: [tag.id] };
  const lively = { join: 'any', items: [{ fact: 'people.messages', op: 'at_least', days: 28, number: 1 }, tagged] };
  const definition = { join: 'all', items: [{ fact: 'people.groups', op: 'at_least', number: 1 }, lively] };
  return (await operator.call('POST', `${base}/segments`, { name: '熟面孔', definition })).id;
}

async function openDoors(server: () => ServerProcess, fair: Fair): Promise<BusyFair['doors']> {
  const { operator, communityId, groupId } = fair;
  const base = `/api/communities/${communityId}`;
  const open = (group: string, link: object) => operator.call('POST', `${base}/groups/${group}/links`, link);
  const revoked = await open(groupId, { channel: '旧海报' });
  await operator.call('DELETE', `${base}/links/${revoked.id}`);
  const usedUp = await open(groupId, { channel: '只给一位', maxUses: 1 });
  await joinFair(server, { ...fair, code: usedUp.code }, '只此一位');
  const asking = { name: '灶边 · 会员桌', carrier: 'web', tier: 'paid', capacity: 60, approval: true };
  const group = await operator.call('POST', `${base}/groups`, asking);
  const approval = await open(group.id, { channel: '老友介绍' });
  await knock(server, approval.code, '想进来的人');
  const forStrangers = await open(groupId, { channel: '城南早市海报' });
  return { revoked: revoked.code, usedUp: usedUp.code, approval: approval.code, forStrangers: forStrangers.code };
}

/** Nine people with names of one make come through one entrance at once, into a group of their own. */
export async function comeInAWave(server: () => ServerProcess, { operator, communityId }: Fair): Promise<string> {
  const base = `/api/communities/${communityId}/groups`;
  const table = { name: '灶边 · 试吃桌', carrier: 'web', tier: 'funnel', capacity: 200 };
  const { id: groupId } = await operator.call('POST', base, table);
  const { code } = await operator.call('POST', `${base}/${groupId}/links`, { channel: '地铁口海报' });
  for (let at = 20; at < 29; at++) await joinFair(server, { operator, communityId, groupId, code }, `甜甜${at}`);
  return code;
}

/** Somebody asks to be let in where the team decides; gives the one who now waits. */
export async function knock(server: () => ServerProcess, code: string, name: string): Promise<Client> {
  const phone = createClient(() => server().url);
  const door = await phone.call('GET', `/api/join/${code}`);
  const version = door.steps.find((step: { key: string }) => step.key === 'privacy').version as number;
  await phone.call('POST', `/api/join/${code}`, { answers: { name, privacy: { version } } });
  return phone;
}

async function talk({ operator, communityId, groupId }: Fair, members: Client[]): Promise<void> {
  const post = (client: Client, message: object) =>
    client.call('POST', `/api/member/groups/${groupId}/messages`, { clientId: randomUUID(), ...message });
  const first = await post(members[0]!, { text: lines[0] });
  for (const [index, text] of lines.entries())
    await post(members[index % members.length]!, { text, replyTo: first.message.id });
  const bytes = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#a87514' } })
    .jpeg()
    .toBuffer();
  const picture = await members[1]!.call('POST', `/api/member/groups/${groupId}/pictures`, new Uint8Array(bytes));
  await post(members[1]!, { kind: 'image', pictureId: picture.id });
  const wrong = await post(members[2]!, { text: '说错了' });
  await members[2]!.call('POST', `/api/member/groups/${groupId}/messages/${wrong.message.id}/recall`, {});
  await members[3]!.call('PUT', `/api/member/groups/${groupId}/messages/${first.message.id}/reactions/like`, {});
  const team = `/api/communities/${communityId}/groups/${groupId}/messages`;
  const announcement = { clientId: randomUUID(), kind: 'announcement', text: '周日长桌饭，接龙今晚 22:00 截止' };
  await operator.call('POST', team, announcement);
  await operator.call('PUT', `${team}/${first.message.id}/pin`, {});
}

/** A check-in that some have done today by the button, one by the word, and the first member not yet. */
async function checkIn({ operator, communityId, groupId }: Fair, members: Client[]): Promise<string> {
  const plan = { name: '晚饭打卡', definition: { words: ['打卡', '开饭'], points: 5 } };
  const program = await operator.call('POST', `/api/communities/${communityId}/programs`, plan);
  const base = `/api/member/groups/${groupId}`;
  for (const phone of members.slice(1, 6)) await phone.call('POST', `${base}/check-ins/${program.id}`, {});
  await members[6]!.call('POST', `${base}/messages`, { clientId: randomUUID(), text: '打卡，今天是韭菜盒子' });
  return program.id;
}

/** Rules that everybody has read, and a message of the first member that was held, then kept back. */
async function agreeOnRules({ operator, communityId, groupId }: Fair, members: Client[]): Promise<void> {
  const base = `/api/communities/${communityId}/rules`;
  const items = [
    { name: '这里不卖东西', unwelcome: '广告、拉人、代购', consequence: '先放着，请管家看一眼', watchedBy: ['terms'] },
    { name: '说事不说人', welcome: '说清楚自己的想法', reward: '好的话会进精华', reason: '大家下班来吃顿安心饭' },
  ];
  const { version } = await operator.call('PUT', `${base}/text`, { tone: '像邻居一样说话，慢一点没关系', items });
  const mine = `/api/member/groups/${groupId}`;
  for (const phone of members) await phone.call('POST', `${mine}/rules/acknowledge`, { version });
  await operator.call('POST', `${base}/lists`, { name: '先看一眼', effect: 'hold', terms: ['刷单返利'] });
  const words = { clientId: randomUUID(), text: '有个刷单返利的事想问问' };
  const stopped = await members[0]!.request('POST', `${mine}/messages`, words);
  if (stopped.status !== 409) throw new Error(`not held: ${stopped.status}`);
  const { items: waiting } = await operator.call('GET', `${base}/cases?state=open`);
  await operator.call('POST', `${base}/cases/${waiting[0].id}/uphold`, { note: '这类事容易吃亏，先不放。' });
  const loud = { clientId: randomUUID(), text: '你那点手艺也好意思教人，笑死' };
  const { message } = await members[1]!.call('POST', `${mine}/messages`, loud);
  const report = { reason: 'insult', words: '对新来的说话太冲了' };
  await members[0]!.call('POST', `${mine}/messages/${message.id}/report`, report);
}

/** A list that only notes, tried on what was said. */
async function tryList({ operator, communityId }: Fair): Promise<{ listId: string; dryRunId: string }> {
  const base = `/api/communities/${communityId}/rules`;
  const wish = { name: '厨房里的广告', effect: 'hold', mode: 'dry', terms: [] };
  const { list } = await operator.call('POST', `${base}/lists`, wish);
  const kept = [
    { term: '砂锅粥', comment: '去年有人借着粥卖锅，先看一眼', expires: '2099-12-31' },
    { term: '晚饭吃什么', comment: '', expires: null },
    { term: '/下米.{0,6}搅/', comment: '', expires: null },
    { term: '月饼券', comment: '中秋的骗局', expires: '2025-10-08' },
  ];
  await operator.call('POST', `${base}/lists/${list.id}/terms`, { lines: kept });
  return { listId: list.id, dryRunId: await lookBack({ operator, communityId }, { kind: 'list', listId: list.id }) };
}

/** Tries something on what was said, to its end. */
async function lookBack({ operator, communityId }: Pick<Fair, 'operator' | 'communityId'>, about: object) {
  const base = `/api/communities/${communityId}/rules/dry-runs`;
  const { id } = await operator.call('POST', base, { about });
  for (let tries = 0; tries < 200; tries++) {
    const { state } = await operator.call('GET', `${base}/${id}`);
    if (state === 'done') return id as string;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the dry run did not end');
}

async function liveOn({ operator, communityId, groupId }: Fair, server: () => ServerProcess): Promise<void> {
  const base = `/api/communities/${communityId}`;
  const far = { name: '微信老群', carrier: 'manual', tier: 'ordinary', capacity: 200 };
  const manual = await operator.call('POST', `${base}/groups`, far);
  const words = { clientId: randomUUID(), kind: 'text', text: '今晚八点开讲' };
  await operator.call('POST', `${base}/groups/${manual.id}/messages`, words);
  const notice = { op: 'setNotice', text: '先自我介绍，再慢慢聊。' };
  await operator.call('POST', `${base}/groups/${groupId}/acts`, notice);
  const rude = await joinFair(server, { operator, communityId, groupId, code: await newCode() }, '发广告的');
  const { communities } = await rude.call('GET', '/api/member/me');
  const ban = { op: 'ban', identityId: communities[0].identity.id, reason: '反复发广告，提醒过两次' };
  await operator.call('POST', `${base}/groups/${groupId}/acts`, ban);
  await operator.call('POST', `${base}/assumptions`, { statement: '大家愿意每天打卡', stage: 'ordinary' });
  const expiresAt = new Date(Date.now() + 30 * 86_400_000).toISOString();
  await operator.call('POST', `${base}/tokens`, { name: '早报机器人', scopes: ['messages.send'], expiresAt });

  async function newCode(): Promise<string> {
    return (await operator.call('POST', `${base}/groups/${groupId}/links`, { channel: '路边' })).code;
  }
}

/** Rules with something to judge, through the API: a second moderator, a text, a list, words that were held, an appeal. */
import { randomUUID } from 'node:crypto';
import { createClient, type Client } from './client.ts';
import type { ServerProcess } from './server-process.ts';
import { joinFair, type Fair } from './story.ts';

/** The second person of every appeal. */
export const moderatorAccount = { name: '何晚舟', email: 'wanzhou@fair.example', password: 'liang-deng-zhu-huo-2' };

/** What is held in every court, and said by nobody else. */
export const heldWords = {
  seller: '姐妹们我家酱▴料做了十年啦，想要方子的＋葳❤芯：lāmèi７.７.８chú，前３０名冕废领，主页看图就懂～',
  worker: '宝妈在家做兼职，日结150，加V信 abc12345 了解，名额不多，先到先得',
  linker: '我自己写的菜谱都放在这里了 https://caipu.example.net/luobo ，大家随便看',
};

/** A court with its people. */
export interface Court {
  second: Client;
  /** Who has asked for another look. */
  wronged: Client;
}

const rule = (name: string, more: object = {}) => ({ name, ...more });

/** Writes rules and a list, lets people say what is held, decides one of it and has the decision appealed. */
export async function holdCourt(server: () => ServerProcess, fair: Fair): Promise<Court> {
  const { operator, communityId, groupId } = fair;
  const base = `/api/communities/${communityId}`;
  const second = await joinTeam(server, fair);
  const names = ['何小曼', '辣妹厨房', '阿德', '米粒妈', '一夜暴富'];
  const people: Client[] = [];
  for (const name of names) people.push(await joinFair(server, fair, name));
  const [wronged, seller, worker, linker, gambler] = people as [Client, Client, Client, Client, Client];
  await writeRules(fair);
  const [mine] = await speak(wronged, fair, ['想找人一起免费领一次样品']);
  await operator.call('POST', `${base}/rules/cases/${mine}/uphold`, { note: '像是拉人领东西' });
  await wronged.call('POST', `/api/member/groups/${groupId}/cases/${mine}/appeal`, {
    text: '样品是超市门口发的，我没有拿钱，只是想拼个伴一起去排队。',
  });
  const [first] = await speak(seller, fair, ['自家辣酱，要的私我']);
  await operator.call('POST', `${base}/rules/cases/${first}/uphold`, {});
  await speak(seller, fair, [heldWords.seller]);
  await speak(worker, fair, [heldWords.worker]);
  await speak(linker, fair, [heldWords.linker]);
  await speak(gambler, fair, ['彩票内幕，今晚八点开']);
  return { second, wronged };
}

async function writeRules({ operator, communityId }: Fair): Promise<void> {
  const base = `/api/communities/${communityId}`;
  const items = [
    rule('来了先打个招呼', { welcome: '说说你是谁、爱做什么菜', reason: '认识了，话才好接' }),
    rule('有问有答', { welcome: '看到能答的就接一句，问的人记得说声谢', reward: '好答案收进灶边的问答本，署上名字' }),
    rule('卖东西先打招呼', {
      welcome: '自家手艺，先告诉管家，每周六集市日统一摆摊',
      unwelcome: '广告、拉人进别的群、私下加人推销',
      consequence: '先收起来提醒一句，再有就单独聊聊，还是这样才请歇一歇',
      reason: '有人在群外被骗过 860 元',
      watchedBy: ['terms', 'links', 'repeats', 'ads'],
    }),
  ];
  const { items: before } = await operator.call('GET', `${base}/rules/text`);
  const first = await operator.call('PUT', `${base}/rules/text`, {
    tone: '像邻居一样说话',
    items: [...before, ...items.slice(0, 2)],
  });
  await operator.call('PUT', `${base}/rules/text`, {
    tone: '像邻居一样说话，先说原因，再说请求',
    items: [...first.items, items[2]],
    // Where others have agreed before, nobody is asked again.
    mustAcknowledgeAgain: before.length === 0,
  });
  const terms = ['加微信', '刷单返利', '兼职日结', '免费领', '私我', '招代理', '稳赚', '包过'];
  await operator.call('POST', `${base}/rules/lists`, { name: '拉人的话', effect: 'hold', terms });
  await operator.call('POST', `${base}/rules/lists`, {
    name: '赌和骗',
    effect: 'stop',
    terms: ['彩票内幕', '跟单稳赚'],
  });
}

/** Says what will not appear; gives the cases, in the order in which it was said. */
async function speak(phone: Client, { groupId }: Fair, texts: readonly string[]): Promise<string[]> {
  for (const text of texts) {
    const answer = await phone.request('POST', `/api/member/groups/${groupId}/messages`, {
      clientId: randomUUID(),
      text,
    });
    if (answer.status !== 409 && answer.status !== 403) throw new Error(`not stopped: ${answer.status} ${text}`);
  }
  const { items } = await phone.call('GET', `/api/member/groups/${groupId}/my-cases`);
  return items.map(({ id }: { id: string }) => id).reverse();
}

/** The second moderator accepts an invitation to the team. */
export async function joinTeam(
  server: () => ServerProcess,
  { operator, communityId }: Pick<Fair, 'operator' | 'communityId'>,
): Promise<Client> {
  const invitation = await operator.call('POST', `/api/communities/${communityId}/team/invitations`, {
    role: 'moderator',
    note: '值晚班',
  });
  const second = createClient(() => server().url);
  const code = new URL(invitation.url).pathname.split('/').pop();
  await second.call('POST', `/api/invitations/${code}/accept`, moderatorAccount);
  return second;
}

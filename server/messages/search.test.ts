import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { matchesQuery, readQuery } from '../../lib/text/tokens.ts';
import type { Author, IncomingItem, Message } from '../carriers/index.ts';
import { createGroup } from '../groups/index.ts';
import { receive, searchMessages } from './index.ts';
import { enter, openTalk, openTalkApp, read, said, type Talk } from './testing.ts';

const app = await openTalkApp();
const day = 86_400_000;

function itemOf(author: Author, text: string, at: Date): IncomingItem {
  const rest = { clientId: null, externalId: null, kind: 'text', picture: null, replyTo: null, mentions: [] } as const;
  return { sender: { author, mutedUntil: null }, at, text, ...rest };
}

function authorOf(identityId: string): Author {
  return { identityId, name: '', pictureId: null, role: 'member', kind: 'member' };
}

async function readIn(talk: Talk, groupId: string, items: IncomingItem[]): Promise<Message[]> {
  const batch = { communityId: talk.communityId, groupId, carrier: 'web', origin: 'import', items } as const;
  return (await receive(app.ctx, batch)).map((result) => {
    assert.ok(result.ok);
    return result.message;
  });
}

/** Random talk over three years in two groups, with words that are common, rare, and neighbours of each other. */
async function makeTalk() {
  const talk = await openTalk(app);
  const authors = [await enter(talk, '小兰'), await enter(talk, '阿波'), await enter(talk, 'Ann')].map(
    (phone) => phone.identityId,
  );
  const place = { communityId: talk.communityId, name: '二群', tier: 'ordinary' } as const;
  const second = await createGroup(app.ctx, place);
  const words = [
    '今天',
    '天气',
    '火锅',
    '吃火锅',
    '打卡',
    '的',
    '好',
    '第21天',
    'check-in',
    'Hello',
    'hell',
    'GPT4模型',
    'Café',
    '🎉',
    '，',
    ' ',
    '한국어',
    '鬯',
  ];
  const texts = fc.sample(
    fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 7 }).map((some) => some.join('')),
    { numRuns: 700, seed: 7 },
  );
  const now = app.clock.now().getTime();
  const messages: Message[] = [];
  for (const [groupAt, groupId] of [talk.groupId, second.id].entries()) {
    const items = texts
      .filter((text, at) => at % 2 === groupAt && text.trim() !== '')
      .map((text, at) =>
        itemOf(authorOf(authors[at % 3]!), text, new Date(now - ((at * 37) % 1100) * day - at * 1000)),
      );
    messages.push(...(await readIn(talk, groupId, items)));
  }
  return { talk, second, authors, messages };
}

test('search gives exactly what a scan over everything gives, in the same order, page by page', async () => {
  const { talk, second, authors, messages } = await makeTalk();
  const newestFirst = messages.toSorted((a, b) => (a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1));
  const queries = [
    '火锅',
    '吃火锅',
    '今天 打卡',
    '的',
    '好',
    'hel',
    'hello',
    'HELL',
    'gpt',
    'gpt4模型',
    'cafe',
    '🎉',
    '한국',
    '鬯',
    '天天',
    '锅打',
    '21',
    'xyz',
    'ｃｈｅｃｋ',
  ];
  const scopes = [null, [talk.groupId], [second.id], [talk.groupId, second.id], []];
  const now = app.clock.now().getTime();
  for (const [at, q] of queries.entries()) {
    const groupIds = scopes[at % scopes.length]!;
    const authorId = at % 4 === 1 ? authors[at % 3] : undefined;
    const from = at % 5 === 2 ? new Date(now - 500 * day) : undefined;
    const to = at % 6 === 3 ? new Date(now - 90 * day) : undefined;
    const query = readQuery(q);
    const expected = newestFirst.filter(
      (message) =>
        matchesQuery(query, message.text) &&
        (groupIds === null || groupIds.includes(message.groupId)) &&
        (authorId === undefined || message.author.identityId === authorId) &&
        (from === undefined || new Date(message.at) >= from) &&
        (to === undefined || new Date(message.at) < to),
    );
    const found: string[] = [];
    for (let cursor: string | undefined; ;) {
      const wish = { communityId: talk.communityId, groupIds, q, authorId, from, to, cursor, limit: 13 };
      const page = await searchMessages(app.ctx, { ...wish, viewer: { identityId: null } });
      found.push(...page.items.map((message) => message.id));
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    assert.deepEqual(
      found,
      expected.map((message) => message.id),
      `${q} ${at}`,
    );
  }
});

test('what everybody says all the time is found without reading it all, and what is further back is not lost', async () => {
  const talk = await openTalk(app);
  const { identityId } = await enter(talk, '小兰');
  const now = app.clock.now().getTime();
  const items = Array.from({ length: 1800 }, (_, at) =>
    itemOf(authorOf(identityId), at === 0 ? '最早的暗号' : `好的${at}`, new Date(now - (1800 - at) * 60_000)),
  );
  await readIn(talk, talk.groupId, items);
  const find = async (q: string) =>
    (
      await searchMessages(app.ctx, {
        communityId: talk.communityId,
        groupIds: null,
        q,
        limit: 3,
        viewer: { identityId: null },
      })
    ).items.map((one) => one.text);
  assert.deepEqual(await find('好的'), ['好的1799', '好的1798', '好的1797']);
  assert.deepEqual(await find('暗号'), ['最早的暗号']);
  assert.deepEqual(await find('号暗'), []);
});

test('members find only in their own group; a hit opens in its context', async () => {
  const [talk, other] = [await openTalk(app), await openTalk(app)];
  const [lan, bo] = [await enter(talk, '小兰'), await enter(other, '阿波')];
  await said(talk, lan, '前一句');
  const hit = await said(talk, lan, '钥匙在花盆下面');
  await said(talk, lan, '后一句');
  await said(other, bo, '我们的钥匙');
  const found = (await read(talk, lan, '/search?q=钥匙')).body;
  assert.deepEqual(
    found.items.map((one: Message) => one.id),
    [hit.id],
  );
  const around = (await read(talk, lan, `/messages?around=${found.items[0].id}&limit=2`)).body;
  assert.deepEqual(
    around.items.map((one: Message) => one.text),
    ['前一句', '钥匙在花盆下面', '后一句'],
  );
  const team = await app.request('GET', `/api/communities/${talk.communityId}/search?q=${encodeURIComponent('钥匙')}`, {
    as: talk.owner,
  });
  assert.deepEqual(
    team.body.items.map((one: Message) => one.id),
    [hit.id],
  );
  const nothing = await read(talk, lan, '/search?q=！！');
  assert.deepEqual([nothing.status, nothing.body.code], [400, 'messages.nothing_to_search']);
  assert.equal((await read(talk, lan, '/search')).status, 400);
  assert.equal((await read(talk, lan, `/search?author=${lan.identityId}`)).body.items.length, 3);
});

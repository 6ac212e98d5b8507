/** Introductions and the exchange board through the door. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endRequests } from './request.ts';
import { comeIn, openApp, openPlace, type Phone, type Place } from '../people/testing.ts';

const app = await openApp();

async function open(names: readonly string[], cards: readonly object[] = []) {
  const place = await openPlace(app);
  const people: (Phone & { call: ReturnType<typeof caller> })[] = [];
  for (const [at, name] of names.entries()) {
    app.clock.advance(1000);
    const phone = await comeIn(app, place, name);
    const call = caller(place, phone);
    if (cards[at]) await call('PATCH', '/me', { card: cards[at] });
    people.push({ ...phone, call });
  }
  await app.settle();
  return { place, people };
}

function caller(place: Place, phone: Phone) {
  return async (method: string, path: string, body?: unknown, wanted = 300) => {
    const url = `/api/member/communities/${place.communityId}${path}`;
    const answer = await app.request(method, url, { as: phone.actor, ...(body === undefined ? {} : { body }) });
    if (wanted === 300) assert.ok(answer.status < 300, `${method} ${path}: ${answer.status} ${answer.text}`);
    else assert.equal(answer.status, wanted, answer.text);
    return answer.body;
  };
}

const line = (text: string) => ({ text, visibility: 'groups' });
const days = (count: number) => app.clock.advance(count * 86_400_000);

test('contact words are shown only when both have agreed, and what came of it is told', async () => {
  const { people } = await open(['阿月', '老谭']);
  const [yue, tan] = people as [(typeof people)[0], (typeof people)[0]];
  const wish = { toId: tan.identityId, why: '想请教合同的事', words: '群里喊我就行' };
  const { id } = await yue.call('POST', '/introductions', wish);
  const asked = (await tan.call('GET', '/introductions')).items[0];
  assert.deepEqual(
    [asked.how, asked.state, asked.other.name, asked.why, asked.isMine, asked.theirWords],
    ['received', 'open', '阿月', '想请教合同的事', true, null],
  );
  await yue.call('POST', `/introductions/${id}/answer`, { words: '自己答自己' }, 409);
  await tan.call('POST', `/introductions/${id}/answer`, { words: '微信 laotan-2026' });
  const own = (await yue.call('GET', '/introductions')).items[0];
  assert.deepEqual([own.state, own.theirWords, own.myWords], ['accepted', '微信 laotan-2026', '群里喊我就行']);
  assert.equal((await tan.call('GET', '/introductions')).items[0].theirWords, '群里喊我就行');
  await yue.call('POST', '/introductions', wish, 409);
  await tan.call('POST', '/introductions', { ...wish, toId: yue.identityId }, 409);
  assert.equal((await yue.call('GET', '/introductions')).waiting, 0);
  days(14);
  assert.equal((await yue.call('GET', '/introductions')).waiting, 1, 'after two weeks it is asked what came of it');
  await yue.call('POST', `/introductions/${id}/outcome`, { outcome: 'made' });
  assert.equal((await yue.call('GET', '/introductions')).items[0].outcome, 'made');
});

test('a decline is never told: it looks like no answer, and asking again is refused in either case', async () => {
  const { people } = await open(['甲', '乙', '丙']);
  const [jia, yi, bing] = people as [(typeof people)[0], (typeof people)[0], (typeof people)[0]];
  const ask = (toId: string, wanted = 300) =>
    jia.call('POST', '/introductions', { toId, why: '认识一下', words: '你好' }, wanted);
  const { id } = await ask(yi.identityId);
  app.clock.advance(1000);
  await ask(bing.identityId);
  await yi.call('POST', `/introductions/${id}/answer`, { words: null });
  const shown = async () =>
    (await jia.call('GET', '/introductions')).items.map((one: { state: string; theirWords: null }) => one.state);
  assert.deepEqual(await shown(), ['open', 'open']);
  assert.equal((await yi.call('GET', '/introductions')).items[0].state, 'declined');
  await jia.call('POST', `/introductions/${id}/withdraw`, {});
  assert.deepEqual(await shown(), ['open', 'withdrawn']);
  days(14);
  await endRequests.run(app.ctx, {});
  assert.deepEqual(await shown(), ['expired', 'withdrawn']);
  await ask(yi.identityId, 409);
  await ask(bing.identityId, 409);
  days(77);
  await ask(bing.identityId);
});

test('nobody is pestered: five a week, no contacts in the words, a block ends it without a word, a report reaches the team', async () => {
  const { place, people } = await open(['问', '一', '二', '三', '四', '五', '六']);
  const [asker, ...others] = people as [(typeof people)[0], ...typeof people];
  const ask = (at: number, wanted = 300, why = '认识一下') =>
    asker.call('POST', '/introductions', { toId: others[at]!.identityId, why, words: '你好' }, wanted);
  await ask(0, 422, '加我微信 abc12345 聊');
  await ask(0, 422, '看这里 https://example.com');
  const { id } = await ask(0);
  for (const at of [1, 2, 3, 4]) await ask(at);
  await ask(5, 409);
  await others[0]!.call('POST', `/introductions/${id}/refuse`, { report: true });
  const found = await asker.call('GET', '/people?q=' + encodeURIComponent('一'));
  assert.deepEqual(found.items, [], 'who has blocked one is not found any more');
  days(100);
  await ask(0, 404);
  const owner = await app.operator('owner', place.communityId);
  const tasks = await app.request('GET', `/api/communities/${place.communityId}/tasks?state=open`, { as: owner });
  assert.deepEqual(
    tasks.body.items.map((one: { kind: string }) => one.kind),
    ['introductions.report'],
  );
  await asker.call('POST', '/introductions', { toId: asker.identityId, why: '自己', words: '你好' }, 404);
});

test('two people whom the team suggests to each other must both agree', async () => {
  const { place, people } = await open(['东', '西']);
  const [dong, xi] = people as [(typeof people)[0], (typeof people)[0]];
  const as = await app.operator('operator', place.communityId);
  const base = `/api/communities/${place.communityId}/introductions`;
  const body = { oneId: dong.identityId, otherId: xi.identityId, why: '都在找人一起做播客' };
  const made = await app.request('POST', base, { as, body });
  assert.equal(made.status, 201, made.text);
  await dong.call('POST', `/introductions/${made.body.id}/answer`, { words: '东的话' });
  assert.equal((await dong.call('GET', '/introductions')).items[0].theirWords, null);
  await xi.call('POST', `/introductions/${made.body.id}/answer`, { words: '西的话' });
  assert.equal((await dong.call('GET', '/introductions')).items[0].theirWords, '西的话');
  const latest = (await app.request('GET', base, { as })).body;
  assert.deepEqual([latest.asked, latest.accepted, latest.items[0].isSuggested], [1, 1, true]);
  assert.ok(!JSON.stringify(latest).includes('东的话'), 'the team does not read their words');
});

test('find me someone who: offers and profession count, the reason is the line itself', async () => {
  const { place, people } = await open(
    ['找', '老谭', '小满', '阿布'],
    [
      {},
      { profession: line('律师'), city: line('上海'), offers: line('做跨境电商合规') },
      { profession: line('会计'), city: line('上海') },
      { needs: line('想找跨境电商的律师') },
    ],
  );
  const text = encodeURIComponent('帮我找一位做跨境电商的上海律师');
  const { words, items } = await people[0]!.call('GET', `/people/someone?text=${text}`);
  assert.deepEqual(
    items.map(({ name }: { name: string }) => name),
    ['老谭', '小满'],
    words.join(),
  );
  assert.deepEqual(items[1].reasons, [{ line: 'city', text: '上海', words: ['上海'] }]);
  assert.deepEqual(
    items[0].reasons.map((one: { line: string }) => one.line),
    ['offers', 'profession', 'city'],
  );
  assert.deepEqual((await people[0]!.call('GET', `/people/someone?text=${encodeURIComponent('谁能帮忙')}`)).items, []);
  const as = await app.operator('viewer', place.communityId);
  const path = `/api/communities/${place.communityId}/introductions/someone?text=${text}&identityId=${people[0]!.identityId}`;
  assert.equal((await app.request('GET', path, { as })).body.items[0].name, '老谭');
});

test('offers and needs meet on the board; what came about there is counted, what does not belong is hidden with a reason', async () => {
  const { place, people } = await open(['甲', '乙', '丙']);
  const [jia, yi, bing] = people as [(typeof people)[0], (typeof people)[0], (typeof people)[0]];
  await jia.call('POST', '/board', { kind: 'offer', text: '加微信 abc12345 聊' }, 422);
  const offer = await jia.call('POST', '/board', { kind: 'offer', text: '周末可以教英语口语', days: 7 });
  app.clock.advance(1000);
  const need = await yi.call('POST', '/board', { kind: 'need', text: '孩子想练英语口语' });
  const [mine] = (await yi.call('GET', '/board/mine')).items;
  assert.deepEqual([mine.matches[0].id, mine.matches[0].words.length > 0], [offer.id, true]);
  assert.equal((await bing.call('GET', '/board')).items.length, 2);
  const request = { toId: jia.identityId, why: '孩子九岁，零基础', words: '乙的话', entryId: offer.id };
  const { id } = await yi.call('POST', '/introductions', request);
  await jia.call('POST', `/introductions/${id}/answer`, { words: '甲的话' });
  await jia.call('POST', `/introductions/${id}/outcome`, { outcome: 'made' });
  assert.equal((await bing.call('GET', '/board')).made, 1);
  await bing.call('POST', `/board/${need.id}/close`, {}, 404);
  const as = await app.operator('moderator', place.communityId);
  const base = `/api/communities/${place.communityId}/board`;
  await app.request('POST', `${base}/${need.id}/hide`, { as, body: { reason: '写得像招生广告' } });
  assert.deepEqual(
    (await bing.call('GET', '/board')).items.map((one: { id: string }) => one.id),
    [offer.id],
  );
  assert.equal((await yi.call('GET', '/board/mine')).items[0].hiddenReason, '写得像招生广告');
  await app.request('POST', `${base}/${need.id}/show`, { as, body: {} });
  days(8);
  assert.deepEqual(
    (await bing.call('GET', '/board')).items.map((one: { id: string }) => one.id),
    [need.id],
    'a week is over',
  );
  const all = await app.request('GET', base, { as });
  assert.deepEqual([all.body.items.length, all.body.offers, all.body.needs, all.body.made], [2, 0, 1, 1]);
});

test('erasing a person forgets what they asked and offered; their export has it', async () => {
  const { place, people } = await open(['甲', '乙']);
  const [jia, yi] = people as [(typeof people)[0], (typeof people)[0]];
  await jia.call('POST', '/board', { kind: 'need', text: '找一台旧缝纫机' });
  await jia.call('POST', '/introductions', { toId: yi.identityId, why: '你会修机器', words: '甲的话' });
  const mine = (await jia.call('GET', '/me/export')).introductions;
  assert.deepEqual(
    [mine.asked[0].why, mine.asked[0].words, mine.board[0].text],
    ['你会修机器', '甲的话', '找一台旧缝纫机'],
  );
  const theirs = await yi.call('GET', '/me/export');
  assert.ok(!JSON.stringify(theirs.introductions).includes('甲的话'));
  await jia.call('POST', '/me/erase', { confirm: '抹去我' });
  await app.settle();
  assert.deepEqual((await yi.call('GET', '/introductions')).items, []);
  const as = await app.operator('owner', place.communityId);
  assert.deepEqual((await app.request('GET', `/api/communities/${place.communityId}/board`, { as })).body.items, []);
});

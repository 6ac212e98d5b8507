/**
 * Everything that should not be sent is sent, by hand in a browser and by a program: the refusal is clear, nothing is
 * half-written, no text becomes a script, and nobody else notices.
 */
import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { before, test } from 'node:test';
import { openPage, type Watched } from './kit/browser.ts';
import { knock } from './kit/busy-fair.ts';
import { type Client, createClient } from './kit/client.ts';
import { startJourney } from './kit/journey.ts';
import { comeIn, composer, messageOf, type Phone, say } from './kit/phone.ts';
import { waitUntil } from './kit/server-process.ts';
import { joinFair, readAll } from './kit/story.ts';
import { fillIn, inConsole, inMember } from './kit/words.ts';

const { door } = inMember;

const scripts = '<img src=x onerror=alert(1)><script>alert(2)</script>';

const { browser, server, fair } = await startJourney();
let member: Client;
let phone: Phone;
let base: string;

before(async () => {
  base = `/api/communities/${fair.communityId}`;
  member = await joinFair(() => server, fair, '老谭');
  phone = { ...(await openPage(browser)), name: '<b>阮阮</b><script>' };
  await comeIn(phone, `${server.url}/j/${fair.code}`);
});

const talkPath = () => `/api/member/groups/${fair.groupId}/messages`;

const post = (client: Client, message: object) =>
  client.request('POST', talkPath(), { clientId: randomUUID(), kind: 'text', ...message });

const countMessages = async () => (await readAll(member, fair.groupId)).length;

test('HTML and script in names and messages stay text, on the phone and in the console', async () => {
  await say(phone, scripts);
  await member.call('PATCH', `/api/member/communities/${fair.communityId}/me`, { name: '<i onclick=x>老谭' });
  await post(member, { text: `${scripts} javascript:alert(3) https://a.example.com/"onmouseover="alert(4)` });
  const desk = await openPage(browser, { size: 'desk', as: { client: fair.operator, url: server.url } });
  await desk.page.goto(`${server.url}/c/${fair.communityId}/groups/${fair.groupId}`);
  await desk.page
    .getByRole('article', { name: fillIn(inConsole.talk.messageOf, { name: phone.name }) })
    .getByText(scripts)
    .waitFor();
  await messageOf(phone.page, `${scripts} javascript:`).waitFor();
  await phone.page.getByText('<i onclick=x>老谭').first().waitFor();
  for (const watched of [phone, desk]) await assertNothingRan(watched);
  await desk.page.goto(`${server.url}/c/${fair.communityId}/people`);
  await desk.page.getByText(phone.name).first().waitFor();
  await assertNothingRan(desk);
  await desk.close();
});

async function assertNothingRan({ page, dialogs }: Watched): Promise<void> {
  assert.deepEqual(dialogs, []);
  const injected = page.locator(
    'img[src="x"], [onerror], [onclick], [onmouseover], a[href^="javascript:"], body script',
  );
  assert.equal(await injected.filter({ hasNot: page.locator('[src^="/assets/"]') }).count(), 0);
}

test('an empty text cannot be sent, an over-long one is stopped by the page and by the server', async () => {
  const there = await countMessages();
  const send = phone.page.getByRole('button', { name: inMember.chat.send });
  for (const text of ['', '  \n ']) {
    await composer(phone.page).fill(text);
    assert.equal(await send.isDisabled(), true);
  }
  await composer(phone.page).fill('长'.repeat(4001));
  await phone.page.getByText(fillIn(inMember.chat.length, { count: 4001, longest: 4000 })).waitFor();
  assert.equal(await send.isDisabled(), true);
  await composer(phone.page).fill('');
  for (const text of ['', ' \u200b\n', '长'.repeat(4001), 'x'.repeat(20_001), 'x'.repeat(3_000_000), '\u0000']) {
    const answer = await post(member, { text });
    assert.ok([400, 413, 422].includes(answer.status), `${text.length}: ${answer.status}`);
    assert.ok(answer.body.detail.length > 5, JSON.stringify(answer.body));
  }
  assert.equal(await countMessages(), there);
});

test('a 20-MB picture and a text that calls itself .png are refused in words; the talk stays as it was', async () => {
  const there = await countMessages();
  const choose = (name: string, buffer: Buffer) =>
    phone.page.getByLabel(inMember.chat.sendPicture).last().setInputFiles({ name, mimeType: 'image/png', buffer });
  await choose('大图.png', Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), randomBytes(20 * 1024 * 1024)]));
  const refused = phone.page.getByRole('alert').filter({ hasText: '图片太大，最多 12 MB' });
  await refused.waitFor();
  await refused.getByRole('button', { name: inMember.chat.takeAway }).tap();
  await choose('说明.png', Buffer.from('这只是一段文字，不是图片。'));
  const notPicture = phone.page.getByRole('alert').filter({ hasText: '这不是能打开的图片' });
  await notPicture.waitFor();
  await notPicture.getByRole('button', { name: inMember.chat.takeAway }).tap();
  await notPicture.waitFor({ state: 'detached' });
  phone.forgive();
  assert.equal(await countMessages(), there);
  await say(phone, '还能说话');
});

test('every door that does not open says kindly why', async () => {
  const open = (link: object) => fair.operator.call('POST', `${base}/groups/${fair.groupId}/links`, link);
  const soon = new Date(Date.now() + 1500).toISOString();
  const [expired, once, revoked] = [
    await open({ channel: '过期', expiresAt: soon }),
    await open({ channel: '一次', maxUses: 1 }),
    await open({ channel: '收回' }),
  ];
  await fair.operator.call('DELETE', `${base}/links/${revoked.id}`);
  await joinFair(() => server, { ...fair, code: once.code }, '小满');
  const closed = { name: '散了的群', carrier: 'web', tier: 'campaign', capacity: 5 };
  const gone = await fair.operator.call('POST', `${base}/groups`, closed);
  const last = await fair.operator.call('POST', `${base}/groups/${gone.id}/links`, { channel: '旧' });
  await fair.operator.call('POST', `${base}/groups/${gone.id}/lifecycle`, { to: 'dissolved' });
  const visitor = createClient(() => server.url);
  const state = async (code: string) => (await visitor.request('GET', `/api/join/${code}`)).body.state;
  await waitUntil(async () => (await state(expired.code)) === 'expired', 'the link to expire');

  const stranger = await openPage(browser);
  for (const [code, words] of [
    [expired.code, door.expired],
    [once.code, door.usedUp],
    [revoked.code, door.revoked],
    [last.code, door.dissolved],
    ['nosuchcode', door.unknown],
    ['%3Cscript%3E', door.unknown],
  ]) {
    await stranger.page.goto(`${server.url}/j/${code}`);
    await stranger.page.getByRole('heading', { name: words }).waitFor();
    assert.equal(await stranger.page.getByRole('textbox').count(), 0, words);
  }
  await stranger.page.goto(`${server.url}/m/move/nosuchcode`);
  await stranger.page.getByRole('button', { name: inMember.move.here }).tap();
  await stranger.page.getByText('这个链接不对').waitFor();
  await stranger.close();
});

test('a foreign group looks exactly like one that does not exist', async () => {
  const other = await fair.operator.call('POST', '/api/communities', { name: '隔壁', kind: 'local' });
  const there = `/api/communities/${other.id}/groups`;
  const group = { name: '隔壁群', carrier: 'web', tier: 'ordinary', capacity: 50 };
  const foreign = await fair.operator.call('POST', there, group);
  const nowhere = '01999999-9999-7999-8999-999999999999';
  const asked: [string, string, unknown?][] = [
    ['GET', ''],
    ['GET', '/messages'],
    ['GET', '/members'],
    ['GET', '/search?q=a'],
    ['GET', '/pins'],
    ['POST', '/messages', { clientId: randomUUID(), text: '我来了' }],
    ['POST', '/leave', {}],
  ];
  const strip = (body: object) => ({ ...body, requestId: undefined, instance: undefined });
  for (const [method, path, body] of asked) {
    const real = await member.request(method, `/api/member/groups/${foreign.id}${path}`, body);
    const none = await member.request(method, `/api/member/groups/${nowhere}${path}`, body);
    assert.equal(real.status, 404, `${method} ${path}`);
    assert.deepEqual(strip(real.body), strip(none.body), `${method} ${path}`);
  }
  const page = await openPage(browser, { as: { client: member, url: server.url } });
  await page.page.goto(`${server.url}/g/${foreign.id}`);
  await page.page.getByText(inMember.gone.title).waitFor();
  assert.equal(await page.page.getByText('隔壁群').count(), 0);
  await page.close();
});

test('malformed JSON, unknown fields and wrong types are refused by name, and write nothing', async () => {
  const there = await countMessages();
  const send = (body: string) =>
    fetch(new URL(talkPath(), server.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: member.cookieHeader(), origin: server.url },
      body,
    });
  const broken = await send('{"clientId": "abc');
  assert.equal(broken.status, 400);
  assert.match(JSON.stringify(await broken.json()), /platform\.malformed_json/);
  for (const [message, field] of [
    [{ text: '好', colour: 'red' }, 'colour'],
    [{ text: 7 }, 'text'],
    [{ text: '好', kind: 'announcement' }, 'kind'],
    [{ text: '好', clientId: '../x' }, 'clientId'],
    [{ text: '好', replyTo: 'x' }, 'replyTo'],
  ] as const) {
    const answer = await post(member, message);
    assert.equal(answer.status, 400, field);
    assert.match(JSON.stringify(answer.body.fields), new RegExp(field));
  }
  const deep = await send(`{"clientId":"${randomUUID()}","text":${'['.repeat(15_000)}`);
  assert.equal(deep.status, 400);
  const names = ['', ' ', 'x'.repeat(31), '\u200b', 'a\u0000b'];
  for (const name of names) {
    const answer = await knock(() => server, fair.code, name).then(
      () => 'in',
      (error: Error) => error.message,
    );
    assert.ok(answer === 'in' || /: 4\d\d /.test(answer), answer);
  }
  assert.equal(await countMessages(), there);
  const { items } = await fair.operator.call('GET', `${base}/groups/${fair.groupId}/members?limit=100`);
  const taken = items.map(({ name }: { name: string }) => name).filter((name: string) => names.includes(name));
  assert.deepEqual(taken, [], 'nobody is in under such a name');
});

test('10,000 posts of one member are refused at once, while another goes on talking', async () => {
  const flooder = await joinFair(() => server, fair, '话多的人');
  const memoryBefore = await readMemory();
  let left = 10_000;
  const answers = new Map<number, number>();
  const flood = async () => {
    while (left-- > 0) {
      const { status, body, headers } = await post(flooder, { text: `刷屏 ${left}` });
      answers.set(status, (answers.get(status) ?? 0) + 1);
      if (status !== 429) continue;
      assert.match(body.detail, /太快了/);
      assert.ok(Number(headers.get('retry-after')) >= 1);
    }
  };
  const flooding = Promise.all(Array.from({ length: 16 }, flood));
  for (let number = 1; number <= 5; number++) {
    assert.equal((await post(member, { text: `我还在说 ${number}` })).status, 201);
    await messageOf(phone.page, `我还在说 ${number}`).waitFor();
  }
  assert.ok(left > 0, 'the other one talked within the flood');
  await flooding;
  assert.deepEqual([...answers.keys()].sort(), [201, 429]);
  const recorded = (await readAll(member, fair.groupId)).filter(({ text }) => text.startsWith('刷屏'));
  assert.equal(recorded.length, answers.get(201), 'what was refused was not written');
  assert.ok(recorded.length < 400, `${recorded.length} of a flood were let through`);
  const grown = (await readMemory()) - memoryBefore;
  assert.ok(grown < 150, `the server grew by ${grown} MB`);
});

/** What the server's process occupies, in MB. */
async function readMemory(): Promise<number> {
  const status = await readFile(`/proc/${server.pid}/status`, 'utf8').catch(() => 'VmRSS: 0 kB');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}

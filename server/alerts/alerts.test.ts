/** From an alarm or a late question to the mail of an operator: who is told, when, of what, and that it happens once. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { tellOverdue } from '../desk/overdue.ts';
import { saveRoster } from '../duty/index.ts';
import { watchCommunity } from '../insight/alarm.ts';
import { enter, openTalk, said, type Talk } from '../messages/testing.ts';
import { getUser } from '../platform/auth/index.ts';
import type { TeamRole } from '../platform/auth/permissions.ts';
import { settleMails, startTestSmtp } from '../platform/mail/testing-smtp.ts';
import { modules } from '../modules.ts';
import { defineModule } from '../platform/module.ts';
import { fill } from '../platform/slots.ts';
import { testApp } from '../platform/testing.ts';
import { dueAt, mostMails } from './due.ts';
import { isSilent } from './slots.ts';

const smtp = await startTestSmtp();
after(() => smtp.stop());
const url = 'https://fair.test';
const env = { SMTP_URL: smtp.url, MAIL_FROM: 'hello@fair.test', PUBLIC_URL: url };
const silent = new Set<string>();
const lookedAt = defineModule({
  name: 'looked_at',
  fills: [fill(isSilent, (_ctx, communityId) => Promise.resolve(silent.has(communityId)))],
});
const app = await testApp({ env, modules: [...modules, lookedAt] });
const minute = 60_000;
const questions = ['长桌饭能带老人吗，院子有台阶没有？', '发面两小时没动静，是水太凉吗？', '小汤锅电磁炉能用吗？'];

/** Half past ten in the morning in Shanghai, far ahead: the queue goes by the clock of the database. Each test has a day of its own. */
let day = 9;
const nextMorning = () => app.clock.set(`2099-03-${String(++day)}T02:30:00Z`);

type Operator = Talk['owner'] & { email: string };

async function openDesk(wish: { role?: TeamRole } = {}): Promise<{ talk: Talk; mate: Operator; owner: Operator }> {
  nextMorning();
  const talk = await openTalk(app);
  const withMail = async (operator: Talk['owner']) => ({
    ...operator,
    email: (await getUser(app.ctx, operator.userId)).email,
  });
  const mate = await app.operator(wish.role ?? 'operator', talk.communityId);
  return { talk, owner: await withMail(talk.owner), mate: await withMail(mate) };
}

/** Moves the clock and lets happen what is due then. */
async function pass(minutes: number): Promise<void> {
  await app.bus.drain();
  app.clock.advance(minutes * minute);
  await app.bus.drain();
  for (let round = 0; round < 2; round++) {
    await app.services.database.pool.query(
      `update graphile_worker._private_jobs set run_at = now() where run_at between now() and $1`,
      [app.clock.now()],
    );
    await app.jobs.runDue();
  }
  await settleMails(app);
}

/** Members ask, and nobody answers in time. */
async function askAndWait(talk: Talk, texts: readonly string[]): Promise<void> {
  for (const [at, text] of texts.entries()) await said(talk, await enter(talk, `群友${at}${text.length}`), text);
  await app.bus.drain();
  app.clock.advance(31 * minute);
  await tellOverdue.run(app.ctx, {});
}

const mailsTo = ({ email }: Operator) => smtp.mails.filter(({ to }) => to.includes(email));
const wish = (operator: Operator, body: object) => app.request('PUT', '/api/me/alerts', { as: operator, body });
const never = { from: 0, to: 0 };

test('a question that waits too long reaches each operator in one mail, once, with the way to it and without its words', async () => {
  const { talk, owner, mate } = await openDesk();
  const onlooker = await app.operator('viewer', talk.communityId);
  await askAndWait(talk, questions.slice(0, 1));
  await Promise.all([tellOverdue.run(app.ctx, {}), tellOverdue.run(app.ctx, {})]);
  await pass(3);
  await pass(200);
  const [mail, ...more] = mailsTo(mate);
  assert.deepEqual([more.length, mailsTo(owner).length], [0, 1]);
  const { email } = await getUser(app.ctx, onlooker.userId);
  assert.equal(
    smtp.mails.some(({ to }) => to.includes(email)),
    false,
    'who only looks is not told unless they ask',
  );
  assert.match(mail!.subject, /^「灶边·家常菜同好会」有一个问题等了 \d+ 分钟，还没人答$/);
  const link = /https:\/\/fair\.test\/c\/([\w-]+)\/inbox\?q=([\w-]+)/.exec(mail!.text)!;
  assert.equal(link[1], talk.communityId);
  const path = `/api/communities/${talk.communityId}/questions/${link[2]}`;
  assert.equal((await app.request('GET', path, { as: mate })).status, 200);
  assert.ok(mail!.html.includes(`href="${link[0]}"`));
  assert.equal(/台阶|群友/.test(mail!.text + mail!.html), false, 'no words and no names of members');
  assert.match(mail!.text, new RegExp(`${url}/c/${talk.communityId}/settings/account`));
});

test('a storm is one mail an hour: late questions of a group in one line, the alarm beside it', async () => {
  const { talk, mate } = await openDesk();
  await askAndWait(talk, questions);
  for (let run = 0; run < 2; run++) await watchCommunity(app.ctx, talk.communityId);
  await pass(3);
  const [mail] = mailsTo(mate);
  assert.match(mail!.subject, /有 2 件事等你看/);
  assert.match(mail!.text, /有 3 个问题没人答/);
  assert.match(mail!.text, new RegExp(`${url}/c/${talk.communityId}/alarms`));
  await askAndWait(talk, ['砂锅第一次用要不要先煮米汤？']);
  await pass(10);
  assert.equal(mailsTo(mate).length, 1, 'the next waits for its hour');
  await pass(30);
  assert.equal(mailsTo(mate).length, 2);
  assert.match(mailsTo(mate)[1]!.subject, /有一个问题/);
});

test('what is answered before its mail goes is not told', async () => {
  const { talk, owner, mate } = await openDesk();
  await askAndWait(talk, questions.slice(0, 1));
  const base = `/api/communities/${talk.communityId}/questions`;
  const { items } = (await app.request('GET', `${base}?state=open`, { as: owner })).body;
  const body = { clientId: '0190a0a0-0000-7000-8000-00000000000a', text: '能带，院子没有台阶。' };
  const answer = await app.request('POST', `${base}/${items[0].id}/answer`, { as: owner, body });
  assert.equal(answer.status, 200, answer.text);
  await pass(3);
  assert.deepEqual([mailsTo(owner).length, mailsTo(mate).length], [0, 0]);
});

test('who took the question is told alone', async () => {
  const { talk, owner, mate } = await openDesk();
  await said(talk, await enter(talk, '王秀芬'), questions[1]!);
  await app.bus.drain();
  const base = `/api/communities/${talk.communityId}/questions`;
  const { items } = (await app.request('GET', `${base}?state=open`, { as: owner })).body;
  const taken = await app.request('POST', `${base}/${items[0].id}/assign`, {
    as: owner,
    body: { assigneeId: mate.userId },
  });
  assert.equal(taken.status, 200, taken.text);
  await pass(31);
  await tellOverdue.run(app.ctx, {});
  await pass(3);
  assert.deepEqual([mailsTo(owner).length, mailsTo(mate).length], [0, 1]);
});

test('whoever is on duty is told first, the others only when nothing happens; 0 minutes tell all at once', async () => {
  const { talk, owner, mate } = await openDesk();
  const everyDay = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: 0, to: 0, operatorIds: [mate.userId] }));
  await saveRoster(app.ctx, talk.communityId, { version: 0, shifts: everyDay, cover: { from: 0, to: 0 } });
  const told = () => [mailsTo(mate).length, mailsTo(owner).length];
  await askAndWait(talk, questions.slice(0, 1));
  await pass(3);
  assert.deepEqual(told(), [1, 0]);
  await pass(21);
  assert.deepEqual(told(), [1, 1], 'nothing has happened');
  // Taken by somebody within the second round: the owner hears nothing of it.
  app.clock.advance(61 * minute);
  await askAndWait(talk, questions.slice(1, 2));
  const base = `/api/communities/${talk.communityId}`;
  const { items } = (await app.request('GET', `${base}/questions?state=open&assignee=nobody`, { as: owner })).body;
  for (const { id } of items)
    await app.request('POST', `${base}/questions/${id}/assign`, { as: owner, body: { assigneeId: mate.userId } });
  await pass(3);
  await pass(90);
  assert.deepEqual(told(), [2, 1]);
  const set = await app.request('PUT', `${base}/alert-settings`, { as: owner, body: { othersAfterMinutes: 0 } });
  assert.deepEqual(set.body, { othersAfterMinutes: 0 }, set.text);
  await askAndWait(talk, questions.slice(2));
  await pass(3);
  assert.deepEqual(told(), [3, 2]);
});

test('off, a digest in the morning, quiet hours, and a wish that changes meanwhile', async () => {
  const { talk, owner, mate } = await openDesk();
  const early = await app.operator('admin', talk.communityId);
  const third = { ...early, email: (await getUser(app.ctx, early.userId)).email };
  assert.deepEqual((await app.request('GET', '/api/me/alerts', { as: owner })).body, {
    level: 'at_once',
    quiet: { from: 1350, to: 450 },
    possible: true,
  });
  assert.equal((await wish(owner, { level: 'off', quiet: never })).status, 204);
  await wish(mate, { level: 'digest', quiet: { from: 1320, to: 480 } });
  // At 10:30 it is quiet for the third; their day begins at noon.
  await wish(third, { level: 'at_once', quiet: { from: 60, to: 720 } });
  await askAndWait(talk, questions.slice(0, 2));
  await pass(3);
  assert.deepEqual(
    [mailsTo(owner), mailsTo(mate), mailsTo(third)].map((mails) => mails.length),
    [0, 0, 0],
  );
  await pass(60);
  assert.equal(mailsTo(third).length, 1, 'noon has come');
  await pass(20 * 60);
  assert.deepEqual([mailsTo(owner).length, mailsTo(mate).length], [0, 1], 'the digest of the next morning');
  assert.match(mailsTo(mate)[0]!.text, /有 2 个问题没人答/);
  // Waiting for the digest, then wanting it at once.
  await askAndWait(talk, questions.slice(2));
  await pass(3);
  assert.equal(mailsTo(mate).length, 1);
  await wish(mate, { level: 'at_once', quiet: never });
  await pass(61);
  assert.equal(mailsTo(mate).length, 2);
});

test('who has left the team hears nothing of what waited for them', async () => {
  const { talk, owner, mate } = await openDesk();
  await askAndWait(talk, questions.slice(0, 1));
  await app.bus.drain();
  const gone = await app.request('DELETE', `/api/communities/${talk.communityId}/team/${mate.userId}`, {
    as: owner,
  });
  assert.equal(gone.status, 204, gone.text);
  await pass(3);
  assert.deepEqual([mailsTo(owner).length, mailsTo(mate).length], [1, 0]);
});

test('a community that is only there to be looked at keeps silent', async () => {
  const { talk, mate } = await openDesk();
  silent.add(talk.communityId);
  await askAndWait(talk, questions.slice(0, 1));
  await pass(3);
  assert.equal(mailsTo(mate).length, 0);
});

test('a server that cannot mail notes nothing and says so; bad wishes are refused', async () => {
  const { mate } = await openDesk();
  for (const body of [
    { level: 'loud', quiet: never },
    { level: 'off', quiet: { from: 1440, to: 0 } },
    { level: 'off' },
  ]) {
    assert.equal((await wish(mate, body)).status, 400);
  }
  const mute = await testApp();
  const talk = await openTalk(mute);
  await said(talk, await enter(talk, '王秀芬'), questions[0]!);
  await mute.settle();
  mute.clock.advance(31 * minute);
  await tellOverdue.run(mute.ctx, {});
  await mute.settle();
  const { rows } = await mute.services.database.pool.query('select from alerts_news');
  assert.equal(rows.length, 0);
  assert.equal((await mute.request('GET', '/api/me/alerts', { as: talk.owner })).body.possible, false);
});

test('when news are due: gathered, an hour apart, six a day, never in quiet hours', () => {
  const zone = 'Asia/Shanghai';
  const at = (text: string) => new Date(`2099-03-${text}Z`);
  const night = { from: 1350, to: 450 };
  const due = (level: 'at_once' | 'digest', oldest: string, more: { mailed?: Date[]; now?: string } = {}) =>
    dueAt(
      { level, quiet: night },
      { oldest: at(oldest), mailed: more.mailed ?? [], zone, now: at(more.now ?? oldest) },
    ).toISOString();
  assert.equal(due('at_once', '10T02:30:00'), '2099-03-10T02:32:00.000Z');
  assert.equal(due('at_once', '10T14:29:00'), '2099-03-10T23:30:00.000Z', 'two minutes later it is quiet');
  assert.equal(due('at_once', '10T02:30:00', { mailed: [at('10T02:00:00')] }), '2099-03-10T03:00:00.000Z');
  const six = Array.from({ length: mostMails }, (_, hour) => at(`10T0${9 - hour}:00:00`));
  assert.equal(due('at_once', '10T11:00:00', { mailed: six }), '2099-03-11T04:00:00.000Z');
  assert.equal(due('digest', '10T02:30:00'), '2099-03-10T23:30:00.000Z');
  assert.equal(due('digest', '10T23:30:00', { now: '10T23:31:00' }), '2099-03-10T23:30:00.000Z');
});

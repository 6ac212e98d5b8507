import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { inTransaction } from '../context.ts';
import { testApp } from '../testing.ts';
import { readAddress } from './address.ts';
import { findMailState, forgetOldMails, queueMail, sendMailJob } from './queue.ts';
import { writeLetter } from './letter.ts';
import { sendBySmtp } from './smtp.ts';
import { settleMails, startTestSmtp } from './testing-smtp.ts';

const smtp = await startTestSmtp({ login: { user: 'fair@fair.test', password: 'p@ss:word/1' } });
after(() => smtp.stop());
const app = await testApp({ env: { SMTP_URL: smtp.url, MAIL_FROM: '庙会 <hello@fair.test>' } });

const letter = { subject: '进「灶边」的验证码', text: '你好\n.\n..一个点\n', html: '<p>你好</p>' };
const minute = 60_000;

async function queue(to: string, expiresIn = 15 * minute): Promise<string> {
  const queued = await tryQueue(to, expiresIn);
  assert.ok(queued.ok);
  return queued.mailId;
}

async function tryQueue(to: string, expiresIn = 15 * minute, kind = 'test.letter') {
  const expiresAt = new Date(app.clock.now().getTime() + expiresIn);
  return inTransaction(app.ctx, (ctx) => queueMail(ctx, { ...letter, kind, to: readAddress(to)!, expiresAt }));
}

/** Jobs that wait for another attempt become due. */
async function hurry(): Promise<void> {
  await sql`select graphile_worker.reschedule_jobs(array_agg(id), run_at => now()) from graphile_worker.jobs
            where task_identifier = 'platform.send_mail'`.execute(app.services.database.db);
}

const rowOf = async (id: string) =>
  (
    await sql<{
      sealed: string | null;
      attempts: number;
    }>`select sealed, attempts from platform_mails where id = ${id}`.execute(app.services.database.db)
  ).rows[0]!;
const jobCount = async () =>
  (
    await sql<{
      count: number;
    }>`select count(*)::int as count from graphile_worker.jobs where task_identifier = 'platform.send_mail'`.execute(
      app.services.database.db,
    )
  ).rows[0]!.count;

test('a mail goes out as written, signed in, and nothing of it is kept', async () => {
  const id = await queue('May.Lin@example.com');
  assert.equal(await findMailState(app.ctx, id), 'queued');
  const { sealed } = await rowOf(id);
  assert.ok(
    sealed &&
      !sealed.includes('example') &&
      !Buffer.from(sealed.slice(2), 'base64url').toString('latin1').includes('example'),
  );
  await settleMails(app);
  const mail = smtp.mails.at(-1)!;
  assert.deepEqual(mail.to, ['May.Lin@example.com']);
  assert.equal(mail.from, 'hello@fair.test');
  assert.equal(smtp.signedInAs, 'fair@fair.test:p@ss:word/1');
  assert.equal(mail.subject, letter.subject);
  assert.equal(mail.text.replace(/\r\n/g, '\n'), letter.text);
  assert.equal(mail.html.trim(), letter.html);
  assert.equal(mail.headers.get('auto-submitted'), 'auto-generated');
  assert.equal(await findMailState(app.ctx, id), 'sent');
  assert.deepEqual(await rowOf(id), { sealed: null, attempts: 1 });
  assert.equal(await jobCount(), 0);
});

test('a transaction that is rolled back sends nothing', async () => {
  const before = smtp.mails.length;
  const broken = inTransaction(app.ctx, async (ctx) => {
    const expiresAt = new Date(app.clock.now().getTime() + minute);
    await queueMail(ctx, { ...letter, kind: 'test.letter', to: readAddress('nobody@example.com')!, expiresAt });
    throw new Error('no');
  });
  await assert.rejects(broken, /no/);
  await settleMails(app);
  assert.equal(smtp.mails.length, before);
});

for (const mood of ['put_off', 'hang_up'] as const) {
  test(`a server that says ${mood} is tried again until it takes the mail`, async () => {
    const before = smtp.mails.length;
    smtp.mood = mood;
    const id = await queue(`${mood}@example.com`);
    await settleMails(app);
    assert.equal(await findMailState(app.ctx, id), 'delayed');
    smtp.mood = 'take';
    await hurry();
    await settleMails(app);
    assert.equal(await findMailState(app.ctx, id), 'sent');
    assert.equal(smtp.mails.length, before + 1);
    assert.equal((await rowOf(id)).attempts, 2);
  });
}

test('a server that is down is tried again; after the mail has lost its sense it is given up', async () => {
  await smtp.stop();
  const id = await queue('down@example.com');
  await settleMails(app);
  assert.equal(await findMailState(app.ctx, id), 'delayed');
  app.clock.advance(16 * minute);
  await smtp.start();
  const before = smtp.mails.length;
  await hurry();
  await settleMails(app);
  assert.equal(await findMailState(app.ctx, id), 'expired');
  assert.equal((await rowOf(id)).sealed, null);
  assert.equal(smtp.mails.length, before);
  assert.equal(await jobCount(), 0);
});

test('a mail whose receipt was lost is sent again under the same Message-ID', async () => {
  const before = smtp.mails.length;
  smtp.mood = 'take_silently';
  const id = await queue('lost@example.com');
  await settleMails(app);
  smtp.mood = 'take';
  await hurry();
  await settleMails(app);
  assert.equal(await findMailState(app.ctx, id), 'sent');
  const [first, second] = smtp.mails.slice(before);
  assert.ok(first && second);
  assert.equal(first.headers.get('message-id'), second.headers.get('message-id'));
  assert.equal(first.headers.get('message-id'), `<${id}@fair.test>`);
});

test('a password is not sent in the clear to another machine', async () => {
  smtp.signedInAs = undefined;
  // The same server under a name that is not this machine's own; it offers no STARTTLS.
  const smtpUrl = smtp.url.replace('127.0.0.1', '0.0.0.0');
  const mail = { ...letter, id: 'x', to: 'may@example.com' };
  const outcome = await sendBySmtp({ smtpUrl, mailFrom: 'hello@fair.test' }, mail);
  assert.ok(!outcome.ok && !outcome.isFinal, JSON.stringify(outcome));
  assert.match(outcome.code, /TLS/);
  assert.equal(smtp.signedInAs, undefined);
});

test('a job that runs again after its mail has gone sends nothing', async () => {
  const id = await queue('twice@example.com');
  await settleMails(app);
  const before = smtp.mails.length;
  await inTransaction(app.ctx, async (ctx) => ctx.enqueue(sendMailJob, { mailId: id }));
  await settleMails(app);
  assert.equal(smtp.mails.length, before);
});

test('a refused address is not tried again', async () => {
  smtp.mood = 'refuse';
  const id = await queue('gone@example.com');
  await settleMails(app);
  smtp.mood = 'take';
  assert.equal(await findMailState(app.ctx, id), 'refused');
  assert.equal((await rowOf(id)).sealed, null);
  assert.equal(await jobCount(), 0);
});

test('a mailbox gets 5 mails an hour and 10 a day, however it is written; parallel ones count', async () => {
  const all = await Promise.all(Array.from({ length: 8 }, (_, turn) => tryQueue(`Flo.od+${turn}@gmail.com`)));
  assert.equal(all.filter((one) => one.ok).length, 5);
  const refused = all.find((one) => !one.ok)!;
  assert.ok(!refused.ok && refused.retryAfterMs === 60 * minute);
  assert.ok((await tryQueue('other@gmail.com')).ok);
  app.clock.advance(61 * minute);
  const later = [];
  for (let turn = 0; turn < 6; turn++) later.push(await tryQueue('flood@googlemail.com'));
  assert.equal(later.filter((one) => one.ok).length, 5);
  app.clock.advance(61 * minute);
  const dayFull = await tryQueue('flood@gmail.com');
  assert.ok(!dayFull.ok && dayFull.retryAfterMs > 20 * 60 * minute);
  assert.ok((await tryQueue('flood@gmail.com', minute, 'test.warning')).ok, 'a flood of one kind silences no other');
  await settleMails(app);
});

test('what is left of mails is forgotten after a day', async () => {
  app.clock.advance(25 * 60 * minute);
  await inTransaction(app.ctx, forgetOldMails);
  const { rows } = await sql`select id from platform_mails`.execute(app.services.database.db);
  assert.deepEqual(rows, []);
});

test('no address, subject or word of a mail is in the log', () => {
  const log = app.logged.join('\n');
  assert.match(log, /platform\.mail_sent/);
  assert.match(log, /platform\.mail_delayed/);
  assert.match(log, /platform\.mail_refused/);
  for (const secret of ['@example.com', '@gmail.com', '验证码', 'p@ss', 'p%40ss'])
    assert.ok(!log.includes(secret), secret);
});

const addresses: [string, string | undefined, string?][] = [
  ['May.Lin@Example.com', 'May.Lin@example.com', 'may.lin@example.com'],
  ['  ｍａｙ＠ｅｘａｍｐｌｅ。ｃｏｍ ', 'may@example.com', 'may@example.com'],
  ['m.a.y+x@gmail.com', 'm.a.y+x@gmail.com', 'may@gmail.com'],
  ['may+stall@qq.com', 'may+stall@qq.com', 'may@qq.com'],
  ['may@例子.中国', 'may@xn--fsqu00a.xn--fiqs8s', 'may@xn--fsqu00a.xn--fiqs8s'],
  ['+may@x.io', '+may@x.io', '+may@x.io'],
  ['may', undefined],
  ['may@host', undefined],
  ['may@127.0.0.1', undefined],
  ['may@[127.0.0.1]', undefined],
  ['a b@example.com', undefined],
  ['may..lin@example.com', undefined],
  ['may@example.com\r\nBcc: x@example.com', undefined],
  ['may@example.com,x@example.com', undefined],
  ['"may"@example.com', undefined],
  [`${'x'.repeat(65)}@example.com`, undefined],
  ['', undefined],
];

test('addresses: as people type them, and never two in one', () => {
  for (const [typed, address, key] of addresses) {
    assert.deepEqual(readAddress(typed), address === undefined ? undefined : { address, key }, JSON.stringify(typed));
  }
});

test('HTML in a letter is text', () => {
  const { html, text } = writeLetter({
    language: 'zh-CN',
    heading: '<b>"灶边" & \'',
    lines: ['<img src=x>'],
    footer: [],
  });
  assert.ok(!html.includes('<b>') && !html.includes('<img') && html.includes('&lt;img src=x&gt;'));
  assert.ok(text.includes('<img src=x>'));
  assert.doesNotMatch(html, /https?:|<img|<a /);
});

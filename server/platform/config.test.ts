import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConfig, redactConfig } from './config.ts';

test('without variables everything has a default', () => {
  const read = readConfig({}, '/data');
  assert.ok(read.ok);
  assert.equal(read.config.dataDir, '/data');
  assert.deepEqual(read.config.roles, ['web', 'worker', 'carriers']);
});

test('all problems are reported together, secrets as •••', () => {
  const read = readConfig(
    {
      PORT: '99999',
      DATABASE_URL: 'mysql://u:hidden@h',
      SECRET_KEY: 'short',
      MIAOHUI_ROLE: 'web,cook',
      TRUSTED_PROXIES: 'x',
    },
    '/data',
  );
  assert.ok(!read.ok);
  assert.deepEqual(read.problems.map((problem) => problem.variable).sort(), [
    'DATABASE_URL',
    'MIAOHUI_ROLE',
    'PORT',
    'SECRET_KEY',
    'TRUSTED_PROXIES',
  ]);
  assert.ok(!JSON.stringify(read.problems).includes('hidden'));
});

test('a printed configuration holds no password and no key', () => {
  const key = Buffer.alloc(32, 7).toString('base64');
  const read = readConfig(
    { DATABASE_URL: 'postgres://fair:s3cret@db/fair', SECRET_KEY: key, METRICS_TOKEN: 'm'.repeat(16) },
    '/data',
  );
  assert.ok(read.ok);
  const printed = JSON.stringify(redactConfig(read.config));
  for (const secret of ['s3cret', key, 'mmmm']) assert.ok(!printed.includes(secret));
  assert.match(printed, /fair:•••@db/);
});

test('a public address loses its trailing slash; another scheme is refused', () => {
  const read = readConfig({ PUBLIC_URL: 'https://fair.example/' }, '/data');
  assert.ok(read.ok && read.config.publicUrl === 'https://fair.example');
  assert.ok(!readConfig({ PUBLIC_URL: 'ftp://fair.example' }, '/data').ok);
});

test('a mail server is scheme, user, host and port, and needs a sender; its password is never printed', () => {
  const from = '庙会 <hello@fair.example>';
  const read = readConfig({ SMTP_URL: 'smtps://fair:p%40ss@mail.example:465', MAIL_FROM: from }, '/data');
  assert.ok(read.ok);
  assert.equal(read.config.mailFrom, from);
  const printed = JSON.stringify(redactConfig(read.config));
  assert.ok(!printed.includes('p%40ss'));
  assert.match(printed, /fair:•••@mail\.example/);
  const refused: [Record<string, string>, string][] = [
    [{ SMTP_URL: 'https://mail.example', MAIL_FROM: from }, 'SMTP_URL'],
    [{ SMTP_URL: 'smtp://mail.example?tls.rejectUnauthorized=false', MAIL_FROM: from }, 'SMTP_URL'],
    [{ SMTP_URL: 'smtp://fair:hidden%@mail.example', MAIL_FROM: from }, 'SMTP_URL'],
    [{ SMTP_URL: 'smtp://mail.example' }, 'MAIL_FROM'],
    [{ SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'nobody' }, 'MAIL_FROM'],
    [{ SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'a@b.c\r\nBcc: <d@e.f>' }, 'MAIL_FROM'],
  ];
  for (const [env, variable] of refused) {
    const bad = readConfig(env, '/data');
    assert.ok(!bad.ok && bad.problems.map((problem) => problem.variable).join() === variable, JSON.stringify(env));
    assert.ok(!JSON.stringify(bad.problems).includes('hidden'));
  }
});

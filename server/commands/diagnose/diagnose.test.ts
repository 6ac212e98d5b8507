import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Diagnosis } from '../../../lib/analysis/index.ts';
import { locales, loadI18n } from '../../platform/i18n.ts';
import { UsageError } from '../usage.ts';
import { runDiagnose } from './diagnose.ts';
import { startProgress } from './progress.ts';

const i18n = await loadI18n();
const t = i18n.translator('en');
const cli = new URL('../../cli.ts', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'miaohui-diagnose-'));
after(() => rmSync(folder, { recursive: true }));

const at = (name: string) => join(folder, name);

function save(name: string, content: string | Uint8Array): string {
  writeFileSync(at(name), content);
  return at(name);
}

/** Runs the command as the command line would; what it prints is given back. */
async function run(path: string, options: Record<string, string | boolean> = {}): Promise<string> {
  const said: string[] = [];
  const given = { zone: 'Asia/Shanghai', lang: 'en', ...options } as Record<string, string>;
  const call = { options: given, positionals: [path], t, i18n };
  assert.equal(await runDiagnose(call, (line = '') => said.push(line)), 0);
  return said.join('\n');
}

const fails = (path: string, options: Record<string, string | boolean>, text: RegExp) =>
  assert.rejects(run(path, options), (error: Error) => error instanceof UsageError && text.test(error.message));

/** Six weeks of a small room, typed by rule: three people, a question without an answer, contacts in the words. */
function writeChat(): string {
  const lines: string[] = ['消息记录（此消息记录为文本格式，不支持重新导入）', '消息对象:灶边三群', ''];
  for (let day = 1; day <= 42; day += 1) {
    const date = new Date(Date.UTC(2026, 0, day)).toISOString().slice(0, 10);
    lines.push(
      `${date} 20:0${day % 9}:00 老谭头(10001234)`,
      `第 ${day} 天，砂锅粥先泡一刻钟，水开再下米 ${day} 勺`,
      '',
    );
    lines.push(
      `${date} 20:1${day % 9}:00 许三冬(wxid_xsd8848)`,
      `@老谭头 铁锅也这样吗？打我电话 138-0013-80${10 + day}`,
      '',
    );
    if (day % 3 === 0)
      lines.push(
        `${date} 20:2${day % 9}:00 Tova Lind(tova@mail.example)`,
        '看 https://github.com/tovalind 我试过，三冬说得对',
        '',
      );
  }
  lines.push('2026-02-12 08:00:00 系统消息(10000)', '阮小满(10005678)加入本群。', '');
  return lines.join('\n');
}

test('a file becomes a page and JSON; both say the same', async () => {
  const file = save('chat.txt', writeChat());
  const said = await run(file, { html: at('out.html'), json: at('out.json') });
  const diagnosis = JSON.parse(readFileSync(at('out.json'), 'utf8')) as Diagnosis;
  assert.equal(diagnosis.version, 1);
  assert.equal(diagnosis.source.format, 'qq-txt');
  assert.deepEqual([diagnosis.source.messages, diagnosis.source.authors, diagnosis.source.systemRows], [98, 3, 1]);
  assert.equal(diagnosis.groups[0]!.name, '灶边三群');
  const page = readFileSync(at('out.html'), 'utf8');
  assert.ok(page.includes('灶边三群') && page.includes('老谭头'));
  const [first] = diagnosis.groups[0]!.verdict;
  assert.ok(first && said.includes('灶边三群'), 'the verdict is said');
  assert.match(said, /Written: .*out\.html[\s\S]*Written: .*out\.json[\s\S]*real names/u);
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.includes('.part')),
    [],
  );
});

test('--pseudonyms: no original in the page, the JSON or the words printed', async () => {
  const file = save('secret.txt', writeChat());
  const said = await run(file, { html: at('hidden.html'), json: at('hidden.json'), pseudonyms: true, lang: 'zh-CN' });
  const originals = [
    '老谭头',
    '许三冬',
    '三冬',
    'Tova',
    'Lind',
    '阮小满',
    '10001234',
    '10005678',
    'wxid_',
    'xsd8848',
    'mail.example',
    'tovalind',
    '13800138',
    '138-0013',
    '灶边三群',
    'secret.txt',
  ];
  for (const text of [said, readFileSync(at('hidden.html'), 'utf8'), readFileSync(at('hidden.json'), 'utf8')])
    for (const original of originals)
      if (text !== said || original !== 'secret.txt') assert.ok(!text.includes(original), `shows ${original}`);
  assert.ok(readFileSync(at('hidden.html'), 'utf8').includes('砂锅粥先泡一刻钟'), 'what was said is still there');
});

test('what cannot be read is refused with its cure, in every language, and nothing is written', async () => {
  const cases: [string, string | Uint8Array, RegExp][] = [
    ['empty.txt', '', /is empty[\s\S]*Export it again/u],
    ['blank.txt', ' \n\n', /is empty/u],
    [
      'quiet.json',
      '{"name":"Kites","type":"private_group","id":1,"messages":[]}',
      /is empty[\s\S]*the right chat, and all dates/u,
    ],
    ['data.db', 'SQLite format 3\0', /looks like a database[\s\S]*Export it as text/u],
    ['photo.txt', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), /a picture/u],
    ['page.json', '<!doctype html><html><body>chat</body></html>', /web pages[\s\S]*machine-readable JSON/u],
    ['table.csv', 'item,price,count\nkite,3,4\n', /item, price, count[\s\S]*time, author and text/u],
    ['novel.txt', 'It was a dark and stormy night.\nThe end.\n', /no chat log of a known format/u],
  ];
  for (const [name, content, text] of cases) {
    const file = save(name, content);
    await fails(file, { html: at('never.html') }, text);
    for (const lang of locales) await assert.rejects(run(file, { html: at('never.html'), lang }), UsageError);
  }
  assert.ok(!readdirSync(folder).includes('never.html'));
});

test('wrong wishes are answered before anything is read', async () => {
  const file = save('wish.txt', writeChat());
  await fails(at('missing.txt'), {}, /was not found/u);
  await fails(file, { zone: 'Mars/Olympus' }, /no time zone/u);
  await fails(file, { lang: 'fr' }, /zh-CN/u);
  await fails(file, { now: 'soon' }, /no date/u);
  await fails(file, { html: file }, /can’t replace/u);
  await fails(file, { html: at('nowhere/out.html') }, /no folder/u);
  await fails(file, { html: folder }, /is a folder/u);
  await fails(file, { group: '没有的群', json: at('x.json') }, /It has: 灶边三群/u);
  if (process.getuid?.() !== 0) {
    mkdirSync(at('locked'));
    chmodSync(at('locked'), 0o500);
    await fails(file, { html: at('locked/out.html') }, /No permission/u);
  }
});

test('a folder with two formats and a stranger: both read, the stranger named', async () => {
  mkdirSync(at('mixed'));
  save('mixed/qq.txt', writeChat());
  save('mixed/wa.txt', '25/12/2025, 18:05 - Jo: hello\n25/12/2025, 18:06 - Li: hi\n');
  save('mixed/poem.txt', 'roses\nare red\n');
  save('mixed/quiet.json', '{"name":"Kites","type":"private_group","id":1,"messages":[]}');
  await run(at('mixed'), { json: at('mixed.json') });
  const { source, groups } = JSON.parse(readFileSync(at('mixed.json'), 'utf8')) as Diagnosis;
  assert.equal(source.format, 'qq-txt+telegram+whatsapp');
  assert.equal(groups.length, 2);
  assert.deepEqual(
    source.problems.map(({ code, file }) => [code, file]),
    [
      ['skipped_file', 'poem.txt'],
      ['skipped_file', 'quiet.json'],
    ],
  );
});

test('a file that was cut is read to where it breaks, and says so on the page', async () => {
  const whole = writeChat();
  const file = save('cut.txt', Buffer.from(`${whole}2026-02-12 09:0`));
  await run(file, { html: at('cut.html'), lang: 'zh-CN' });
  assert.ok(readFileSync(at('cut.html'), 'utf8').includes('没有导完整'));
});

test('a paste without a year gets one, and says so in the JSON and above everything on the page', async () => {
  const said = '小鹿 3月5日 10:12\n有人去爬山吗\n阿青 3月5日 10:15\n我去！\n小鹿 3月6日 08:20\n东门见\n';
  const results = { html: at('paste.html'), json: at('paste.json') };
  for (const [name, isGuessed] of [
    ['paste.txt', true],
    ['paste 2026-03-07.txt', false],
  ] as const) {
    await run(save(name, said), results);
    const { source } = JSON.parse(readFileSync(results.json, 'utf8')) as Diagnosis;
    assert.deepEqual(source.assumptions[0], { code: 'year_assumed', value: isGuessed ? '2000-01-01' : '2026-03-07' });
    assert.equal(source.from?.slice(0, 4), isGuessed ? '2000' : '2026');
    assert.equal(/class="alarm">[^<]*names no year/u.test(readFileSync(results.html, 'utf8')), isGuessed);
  }
});

test('without names for the results, a page beside the caller is made; `-` prints the JSON alone', async () => {
  const file = save('plain.txt', writeChat());
  const here = process.cwd();
  process.chdir(folder);
  try {
    await run(file);
    assert.ok(readdirSync(folder).includes('plain.diagnosis.html'));
    const said = await run(file, { json: '-' });
    assert.equal((JSON.parse(said) as Diagnosis).version, 1);
  } finally {
    process.chdir(here);
  }
});

test('neither a process nor a socket is opened: no database, no network', () => {
  const file = save('alone.txt', writeChat());
  const closed =
    "import net from 'node:net'; net.Socket.prototype.connect = () => { throw new Error('a socket was opened') };";
  // Node's own permissions refuse child processes, threads and writing anywhere else.
  const guard = ['--permission', '--allow-fs-read=*', `--allow-fs-write=${folder}`, '--allow-addons'];
  const args = [
    ...guard,
    '--import',
    `data:text/javascript,${closed}`,
    cli,
    'diagnose',
    file,
    '--html',
    at('alone.html'),
  ];
  const { status, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, LANG: 'en' },
  });
  assert.equal(status, 0, stderr);
  assert.ok(readFileSync(at('alone.html'), 'utf8').startsWith('<!doctype html>'));
});

test('the progress shows share, rate and time left, in one line on a terminal', () => {
  const written: string[] = [];
  let now = 0;
  const progress = startProgress(t, { isTTY: true, write: (text) => written.push(text), now: () => now });
  progress.expectBytes(1000);
  progress.countBytes(250);
  now = 10_000;
  progress.show({ stage: 'reading', rows: 5000, groups: 0, groupsDone: 0 });
  assert.equal(written[0], `\r\u001b[K${'█'.repeat(6)}${'░'.repeat(18)} Reading 25% · 500 messages/s · 30 s left`);
  now = 20_000;
  progress.show({ stage: 'analysing', rows: 0, groups: 4, groupsDone: 0 });
  now = 21_000;
  progress.show({ stage: 'analysing', rows: 1000, groups: 4, groupsDone: 1 });
  assert.match(written.at(-1)!, /Analysing 30%/u);
  progress.end();
  assert.equal(written.at(-1), '\r\u001b[K');
});

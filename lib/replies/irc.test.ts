/** Against hand-linked IRC: a small log typed here, and the public dev part where it is at hand. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { hideNames, readAnnotatedLog, readAnnotatedLogs, scoreLinks } from '../../bench/kit/annotated-irc.ts';
import { runLinker } from '../../bench/kit/linker-reports.ts';
import { createLinker, linkerNames } from './index.ts';

const archive = fileURLToPath(new URL('../../../shared/data/irc-disentanglement/train-dev.tar.xz', import.meta.url));
const lines = [
  '=== mia [~mia@example.org]  has joined #help',
  '[12:58] <mia> how do I mount a disk?',
  '[12:59] <tomas> mia: which one?',
  '[01:01]  * rosa waves',
  '[01:02] <mia> tomas: the big one',
].join('\n');
const annotation = '1 1 -\n1 2 -\n3 3 -\n2 4 -\n1 4 -\n0 0 -\n';

test('reads a log: lines are messages, the clock of twelve hours goes on, joins are system rows', () => {
  const { input, children, gold } = readAnnotatedLog('typed', lines, annotation);
  assert.deepEqual([input.count, input.names, children], [5, ['mia', 'tomas', 'rosa'], [0, 1, 2, 3, 4]]);
  assert.deepEqual(
    [...input.at].map((at) => at / 60_000),
    [0, 58, 59, 61, 62],
  );
  assert.deepEqual([input.isSystem(0), input.isSystem(3), input.text(3)], [true, false, 'waves']);
  assert.deepEqual(gold.get(4), [2, 1]);
});

test('scores pairs: a line with two parents counts twice in the gold, context lines not at all', () => {
  const log = readAnnotatedLog('typed', lines, annotation);
  const all = scoreLinks([{ log, parents: Int32Array.from([0, 1, 1, 3, 2]) }]);
  assert.deepEqual([all.gold, all.predicted, all.matched], [6, 5, 5]);
  assert.equal(all.f1, (2 * 100 * (500 / 6)) / (100 + 500 / 6));
  const none = scoreLinks([{ log, parents: Int32Array.from([-1, 0, 0, 0, 0]) }]);
  assert.equal(none.f1, 0);
  const region = readAnnotatedLog('typed', lines, '2 4 -\n');
  assert.deepEqual(scoreLinks([{ log: region, parents: Int32Array.from([9, 9, 9, 9, 2]) }]).f1, 100);
});

test('refuses an annotation of another log, and a text of another form', () => {
  assert.throws(() => readAnnotatedLog('typed', lines, '2 9 -\n'), /a line that is not there/);
  assert.throws(() => readAnnotatedLog('typed', 'something\nelse', '0 1 -\n'), /of the known form/);
});

test('a copy without names keeps everything else', () => {
  const log = hideNames(readAnnotatedLog('typed', lines, annotation), (message) => message === 4);
  assert.deepEqual([log.input.text(2), log.input.text(4)], ['which one?', 'tomas: the big one']);
});

test(
  'the public dev part: "previous" is exactly what the paper counts, the others reach their targets',
  { skip: existsSync(archive) ? false : 'irc-disentanglement is not at hand' },
  async (context) => {
    const folder = mkdtempSync(join(tmpdir(), 'miaohui-irc-'));
    context.after(() => rmSync(folder, { recursive: true, force: true }));
    execFileSync('tar', ['-xJf', archive, '-C', folder, '--wildcards', '*dev/*']);
    const logs = await readAnnotatedLogs(join(folder, 'dev'));
    const [previous, rule, logistic] = linkerNames.map((name) => runLinker(logs, (input) => createLinker(name, input)));
    assert.deepEqual([previous!.gold, previous!.predicted, previous!.matched], [2607, 2500, 771]);
    assert.ok(Math.abs(previous!.f1 - 30.2) <= 0.1, String(previous!.f1));
    assert.ok(rule!.f1 >= 60, String(rule!.f1));
    assert.ok(logistic!.f1 >= 70, String(logistic!.f1));
    assert.ok(logistic!.reliability.error() <= 0.05, String(logistic!.reliability.error()));
  },
);

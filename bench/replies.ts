/**
 * How well the linkers of lib/replies find who answers what, on hand-linked IRC: `--data FOLDER` of N.ascii.txt and
 * N.annotation.txt, else the dev part of ../shared/data. Also messages per second on one core, and memory.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createLinker, linkerNames } from '../lib/replies/index.ts';
import type { Linker, LinkerName, LinkInput } from '../lib/replies/index.ts';
import { createLogisticLinker } from '../lib/replies/logistic.ts';
import { weightCount } from '../lib/replies/weights.ts';
import { readAnnotatedLogs, scoreLinks } from './kit/annotated-irc.ts';
import type { AnnotatedLog } from './kit/annotated-irc.ts';
import { runBenchmark, say } from './kit/benchmark.ts';
import type { Outcome } from './kit/benchmark.ts';
import { measureSpeed } from './kit/link-speed.ts';
import { runLinker } from './kit/linker-reports.ts';
import type { LinkerReport } from './kit/linker-reports.ts';
import { makeRandom } from './kit/random.ts';

const least = { rule: 55.5, logistic: 61.5 };
const leastPerSecond = { rule: 60_000, logistic: 30_000 };
/** The public dev part, by its counts: there "previous" is known exactly, which shows that the scorer is right. */
const known = { gold: 2607, messages: 2500, previous: 30.2, within: 0.1 };
const archive = fileURLToPath(new URL('../../shared/data/irc-disentanglement/train-dev.tar.xz', import.meta.url));

const { values } = parseArgs({
  options: { data: { type: 'string' }, messages: { type: 'string', default: '200000' } },
});
let temporary: string | undefined;

function findFolder(): string {
  if (values.data !== undefined) return values.data;
  if (!existsSync(archive)) {
    console.error('Give --data FOLDER: a folder of N.ascii.txt and N.annotation.txt (irc-disentanglement).');
    process.exit(2);
  }
  temporary = mkdtempSync(join(tmpdir(), 'miaohui-replies-'));
  execFileSync('tar', ['-xJf', archive, '-C', temporary]);
  return join(temporary, 'dev');
}

function measureAll(logs: readonly AnnotatedLog[]): Outcome {
  const figures: Record<string, unknown> = {};
  let ok = true;
  for (const name of linkerNames) {
    const report = runLinker(logs, (input) => createLinker(name, input));
    const met = isGood(name, report);
    ok &&= met;
    figures[name] = describe(report);
    const { f1, precision, recall } = report;
    say(`${name}: F ${f1.toFixed(1)} (P ${precision.toFixed(1)}, R ${recall.toFixed(1)})${met ? '' : ' — MISSED'}`);
  }
  const speed = measureSpeed(logs, Number(values.messages));
  for (const name of ['rule', 'logistic'] as const) ok &&= speed.perSecond[name] >= leastPerSecond[name];
  say(`${speed.messages} messages in one talk: ${JSON.stringify(speed.perSecond)} per second, +${speed.memoryMb} MB`);
  return { ok, figures: { ...figures, speed } };
}

function isGood(name: LinkerName, { f1, gold, predicted }: LinkerReport): boolean {
  if (name !== 'previous') return f1 >= least[name];
  if (gold !== known.gold || predicted !== known.messages) return true;
  return Math.abs(f1 - known.previous) <= known.within;
}

function describe(report: LinkerReport): Record<string, unknown> {
  const { f1, precision, recall, gold, predicted, matched, reliability } = report;
  return {
    f1: round(f1, 2),
    ci95: resampleFiles(report),
    precision: round(precision, 2),
    recall: round(recall, 2),
    gold,
    predicted,
    matched,
    ece: round(reliability.error(), 4),
  };
}

/** 95% interval by drawing files anew: messages of one file are not independent. */
function resampleFiles({ results }: LinkerReport): [number, number] {
  const random = makeRandom(7);
  const draws = Array.from(
    { length: 1000 },
    () => scoreLinks(results.map(() => results[Math.floor(random() * results.length)]!)).f1,
  ).sort((a, b) => a - b);
  return [round(draws[24]!, 1), round(draws[974]!, 1)];
}

/** The learned linker with weights of the same size that mean nothing. */
function makeSpoilt(input: LinkInput): Linker {
  const random = makeRandom(11);
  return createLogisticLinker(
    input,
    Float32Array.from({ length: weightCount }, () => random() - 0.5),
  );
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

const logs = await readAnnotatedLogs(findFolder());
if (logs.length === 0) {
  console.error('There is no N.annotation.txt in this folder.');
  process.exit(2);
}

await runBenchmark({
  name: 'replies',
  about:
    `Reply links on ${logs.length} hand-linked logs: rule F ≥ ${least.rule}, logistic F ≥ ${least.logistic}; on the public ` +
    `dev part "previous" must be ${known.previous} ± ${known.within}. Speed ≥ ${leastPerSecond.rule} and ${leastPerSecond.logistic} messages/s.`,
  controlAbout: 'the learned linker with random weights',
  measure: () => Promise.resolve(measureAll(logs)),
  control: () => {
    const { f1 } = runLinker(logs, makeSpoilt);
    return Promise.resolve({ ok: f1 >= least.logistic, figures: { f1: round(f1, 2) } });
  },
  end: () => {
    if (temporary !== undefined) rmSync(temporary, { recursive: true, force: true });
    return Promise.resolve();
  },
});

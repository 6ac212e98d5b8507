/**
 * Reads every file of a folder and prints what was counted; without a folder, reads two endless chats for a minute and
 * watches the memory. For the controls the files are cut in half, and the messages of the endless chats are kept.
 */
import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { parseArgs } from 'node:util';
import { relative } from 'node:path';
import { HistoryError, makeSource, openHistory, type HistoryItem, type Source } from '../lib/history/index.ts';
import { runBenchmark, say, type Outcome } from './kit/benchmark.ts';
import { endlessJson, endlessText } from './kit/endless.ts';
import { listFiles, makeFileSource } from '../server/commands/diagnose/file-source.ts';
import { round } from './kit/statistics.ts';

const { values } = parseArgs({
  options: { data: { type: 'string' }, endless: { type: 'string' }, zone: { type: 'string' } },
});
const growthMb = 30;
const settleSeconds = 10;
const seconds = Number(values.endless ?? 60);

if (values.data === undefined) await runEndless();
else await runFolder(values.data);

/** What one file gave. */
interface Count {
  file: string;
  format?: string;
  messages: number;
  systemRows?: number;
  authors?: number;
  from?: string;
  to?: string;
  unknownLines?: number;
  truncated?: boolean;
  problems?: string[];
  assumptions?: string[];
  /** Why it could not be read. */
  error?: string;
  cure?: string;
}

function runFolder(folder: string): Promise<void> {
  return runBenchmark({
    name: 'history',
    about: `What the history readers count in each file of ${folder}; every file is read or refused with a reason.`,
    controlAbout: 'every file is cut in half; then the counts must differ.',
    measure: async () => {
      const started = performance.now();
      const files = await countFiles(folder, (path) => makeFileSource(path));
      files.forEach((file) => say(describeCount(file)));
      const messages = files.reduce((sum, file) => sum + file.messages, 0);
      const elapsed = (performance.now() - started) / 1000;
      say(`${files.length} files, ${messages} messages in ${round(elapsed)} s`);
      return { ok: files.every(isTold), figures: { messages, seconds: round(elapsed), files } };
    },
    control: async () => {
      const whole = await countFiles(folder, (path) => makeFileSource(path));
      const halves = await countFiles(folder, halve);
      const same = halves.filter((file, at) => file.messages > 0 && file.messages === whole[at]!.messages);
      return { ok: same.length === halves.length, figures: { filesWithSameCount: same.length } };
    },
  });
}

async function countFiles(folder: string, open: (path: string) => Source): Promise<Count[]> {
  const counts: Count[] = [];
  for (const path of await listFiles(folder)) counts.push(await countFile(relative(folder, path), open(path)));
  return counts;
}

async function countFile(file: string, source: Source): Promise<Count> {
  try {
    const history = await openHistory(source, values.zone === undefined ? {} : { zone: values.zone });
    for await (const batch of history.batches) void batch;
    const { report, format } = history;
    return {
      file,
      format,
      messages: report.messages,
      systemRows: report.systemRows,
      authors: [...report.authors.values()].filter(({ messages }) => messages > 0).length,
      ...(report.from === undefined ? {} : { from: new Date(report.from).toISOString() }),
      ...(report.to === undefined ? {} : { to: new Date(report.to).toISOString() }),
      unknownLines: report.unknownLines,
      truncated: report.truncated,
      problems: report.problems.map(({ code, count }) => `${code}×${count}`),
      assumptions: report.assumptions.map(({ code, value }) => (value === undefined ? code : `${code}=${value}`)),
    };
  } catch (error) {
    if (!(error instanceof HistoryError)) throw error;
    return { file, messages: 0, error: error.code, cure: error.cure };
  }
}

/** Something was read, or a reason and a cure were given. */
function isTold({ messages, systemRows = 0, unknownLines = 0, error }: Count): boolean {
  return error !== undefined || messages + systemRows + unknownLines > 0;
}

function describeCount(count: Count): string {
  if (count.error !== undefined) return `  ${count.file}: not read, ${count.error} (${count.cure})`;
  const { file, format, messages, systemRows, authors, unknownLines, from, to, problems = [] } = count;
  const notes = [...problems, ...(count.truncated ? ['cut'] : [])].join(' ');
  return `  ${file}: ${format}, ${messages} messages by ${authors}, ${systemRows} system rows, ${unknownLines} unknown, ${from} – ${to} ${notes}`;
}

function halve(path: string): Source {
  const whole = makeFileSource(path);
  return {
    name: whole.name,
    async *bytes() {
      yield* makeSource(whole.name, await whole.read(0, Math.floor(whole.size / 2))).bytes();
    },
  };
}

function runEndless(): Promise<void> {
  return runBenchmark({
    name: 'history',
    about: `Two endless chats are read for ${seconds} s; between second ${settleSeconds} and the end memory may grow by ${growthMb} MB.`,
    controlAbout: 'one message in fifty is kept.',
    measure: () => watchEndless(seconds, () => {}),
    control: () => {
      const kept: HistoryItem[] = [];
      return watchEndless(Math.min(seconds, 25), (items) => kept.push(...items.filter((_, at) => at % 50 === 0)));
    },
  });
}

/** The young part of the heap keeps its size, as in `miaohui diagnose`: else it grows by megabytes when other work holds its collection up. */
async function watchEndless(duration: number, take: (items: HistoryItem[]) => void): Promise<Outcome> {
  setFlagsFromString('--semi-space-growth-factor=1');
  const end = performance.now() + duration * 1000;
  const rss: number[] = [];
  const timer = setInterval(() => rss.push(process.memoryUsage.rss() / 2 ** 20), 1000);
  const counts = await Promise.all([endlessText(), endlessJson()].map((source) => readUntil(source, end, take)));
  clearInterval(timer);
  const settled = rss.slice(settleSeconds);
  const growth = Math.max(...settled) - settled[0]!;
  const messages = counts.reduce((sum, count) => sum + count, 0);
  say(
    `  ${messages} messages; memory at second ${settleSeconds}: ${round(settled[0]!)} MB, most afterwards ${round(Math.max(...settled))} MB`,
  );
  const ok = growth <= growthMb && messages > 0;
  return {
    ok,
    figures: {
      seconds: duration,
      messages,
      messagesPerSecond: Math.round(messages / duration),
      growthMb: round(growth),
    },
  };
}

async function readUntil(source: Source, end: number, take: (items: HistoryItem[]) => void): Promise<number> {
  const history = await openHistory(source);
  let count = 0;
  for await (const batch of history.batches) {
    count += batch.length;
    take(batch);
    // A real pipe gives the loop a breath now and then; so does this one, for the clock that watches the memory.
    if (count % 1000 < batch.length) await new Promise(setImmediate);
    if (performance.now() > end) break;
  }
  return count;
}

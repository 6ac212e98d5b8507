/**
 * One piece of work in a process of its own, so that its time and its memory are its own: `signals FILE` reads, counts and takes the
 * signals of every text; `parsed FILE` does so after parsing the file in one piece, for the control; `diagnose FILE` is the whole
 * diagnosis with its page. The last line is JSON.
 */
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { openHistory, type Source } from '../../lib/history/index.ts';
import { readSignals } from '../../lib/text/signals.ts';
import { makeFileSource } from '../../server/commands/diagnose/file-source.ts';

const [, , work, file] = process.argv;
const zone = 'Asia/Shanghai';

async function takeSignals(source: Source): Promise<number> {
  const history = await openHistory(source, { zone });
  const byAuthor = new Map<string, number>();
  const sums = { questions: 0, ads: 0, offence: 0 };
  for await (const batch of history.batches) {
    for (const item of batch) {
      if (item.type !== 'message') continue;
      byAuthor.set(item.author.name, (byAuthor.get(item.author.name) ?? 0) + 1);
      const signals = readSignals(item.text);
      if (signals.isQuestion) sums.questions += 1;
      sums.ads += signals.adLikeness;
      sums.offence += signals.offence;
    }
  }
  // Summed and counted, so that no work can be left out as useless.
  if (!Number.isFinite(sums.ads + sums.offence + sums.questions + byAuthor.size))
    throw new Error('signals are numbers');
  return history.report.messages;
}

/** The simple way: everything at once, kept to the end. */
async function takeParsed(path: string): Promise<number> {
  const { messages } = JSON.parse(readFileSync(path, 'utf8')) as { messages: unknown[] };
  const count = await takeSignals(makeFileSource(path));
  // Asked for after the work, so that all of them are still there.
  if (messages.length < count) throw new Error('the parsed file has fewer messages');
  return count;
}

async function diagnoseFile(path: string): Promise<number> {
  // What only this work needs is loaded by it.
  const { analyse } = await import('../../lib/analysis/index.ts');
  const { renderReport } = await import('../../lib/report/index.ts');
  const history = await openHistory(makeFileSource(path), { zone });
  const diagnosis = await analyse(history, { zone });
  const page = renderReport(diagnosis, { lang: 'zh-CN' });
  if (page.length < 10_000) throw new Error('the page is too short');
  return diagnosis.source.messages;
}

const started = performance.now();
const works: Record<string, (path: string) => Promise<number>> = {
  signals: (path) => takeSignals(makeFileSource(path)),
  parsed: takeParsed,
  diagnose: diagnoseFile,
};
const messages = await works[work!]!(file!);
const seconds = (performance.now() - started) / 1000;
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
console.log(
  JSON.stringify({
    messages,
    seconds,
    peakMb: maxRSS / 1024,
    cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
  }),
);

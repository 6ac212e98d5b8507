/**
 * A folder or an archive: the exports inside are read one after the other into one stream. What is no history is
 * listed in the report with its reason; nothing is left out in silence.
 */
import { HistoryError } from './errors.ts';
import type { History } from './history.ts';
import type { HistoryItem } from './model.ts';
import type { ReadOptions } from './reader.ts';
import { createReport, noteAssumption, noteProblem, noteUnknown } from './report.ts';
import type { FileOutcome, HistoryReport } from './report.ts';
import type { Archive, Source } from './sources.ts';

const MEDIA =
  /\.(?:jpe?g|png|gif|webp|heic|mp4|mov|3gp|mp3|m4a|opus|ogg|oga|wav|amr|silk|pdf|vcf|tgs|docx?|xlsx?|pptx?|zip|css|js|ico|svg)$/iu;
const HIDDEN = /(?:^|\/)(?:\.|__MACOSX\/|Thumbs\.db$|desktop\.ini$)/u;

interface OpenedFile {
  file: Source;
  history: History;
}

/** Opens everything readable inside. */
export async function openFolder(
  archive: Archive,
  openFile: (file: Source) => Promise<History>,
  _options: ReadOptions,
): Promise<History> {
  const entries = (await archive.list()).filter(({ name }) => !HIDDEN.test(name));
  const names = entries.map(({ name }) => name).sort(new Intl.Collator('en', { numeric: true }).compare);
  const outcomes: FileOutcome[] = [];
  const formats = new Set<string>();
  for (const name of names) {
    if (MEDIA.test(name)) continue;
    const outcome = await tryFile(openFile, nameInside(archive, name));
    outcomes.push(outcome);
    if (outcome.format !== undefined) formats.add(outcome.format);
  }
  if (formats.size === 0) throw new HistoryError('no_history_inside', { file: archive.name });
  const report = createReport([...formats].join('+'), '');
  report.files = outcomes;
  for (const { name, skipped } of outcomes)
    if (skipped !== undefined) noteProblem(report, 'skipped_file', { file: name, detail: skipped });
  return { format: report.format, report, batches: readAll(report, openFile, archive) };
}

/** The file under the archive's own name, which often holds the group's. */
function nameInside(archive: Archive, name: string): Source {
  return { ...archive.open(name), name: `${archive.name}/${name}` };
}

async function tryFile(openFile: (file: Source) => Promise<History>, file: Source): Promise<FileOutcome> {
  const name = file.name.slice(file.name.indexOf('/') + 1);
  try {
    const { format } = await openFile(file);
    return { name, format, messages: 0 };
  } catch (error) {
    if (!(error instanceof HistoryError) || error.code.startsWith('archive_')) throw error;
    return { name, messages: 0, skipped: error.data.detail ?? error.code };
  }
}

async function* readAll(
  report: HistoryReport,
  openFile: (file: Source) => Promise<History>,
  archive: Archive,
): AsyncGenerator<HistoryItem[]> {
  for (const outcome of report.files) {
    if (outcome.format === undefined) continue;
    const opened: OpenedFile = { file: nameInside(archive, outcome.name), history: undefined as never };
    opened.history = await openFile(opened.file);
    for await (const batch of opened.history.batches) {
      for (const item of batch) if (item.type === 'message') outcome.messages += 1;
      report.lastAt = Number.NEGATIVE_INFINITY;
      yield batch;
    }
    adoptReport(report, opened.history.report, outcome.name);
  }
}

/** Adds what one file's reading found to the report of the whole. */
export function adoptReport(report: HistoryReport, part: HistoryReport, file: string): void {
  report.encoding ||= part.encoding;
  for (const { code, value } of part.assumptions) noteAssumption(report, code, value);
  for (const { code, count, line, detail } of part.problems) {
    noteProblem(report, code, { file, line, detail });
    const noted = report.problems.find((one) => one.code === code && one.file === file);
    if (noted) noted.count += count - 1;
  }
  const unsampled = part.unknownLines - part.unknownSamples.length;
  for (const { line, excerpt } of part.unknownSamples) noteUnknown(report, line, excerpt);
  report.unknownLines += unsampled;
}

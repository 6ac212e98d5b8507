/**
 * A folder or an archive: the exports inside are read one after the other into one stream. What is no history is
 * listed in the report with its reason; nothing is left out in silence.
 */
import { HistoryError } from './errors.ts';
import type { History } from './history.ts';
import type { HistoryItem } from './model.ts';
import { unfoldZips } from './nested.ts';
import type { ReadOptions } from './reader.ts';
import { findSlackRoot, listSlackDays, readDay, readSlackLists } from './readers/slack.ts';
import { createReport, noteAssumption, noteProblem, noteUnknown } from './report.ts';
import type { FileOutcome, HistoryReport } from './report.ts';
import type { Archive, Source } from './sources.ts';

const MEDIA =
  /\.(?:jpe?g|png|gif|webp|heic|mp4|mov|3gp|mp3|m4a|opus|ogg|oga|wav|amr|silk|pdf|vcf|tgs|docx?|xlsx?|pptx?|css|js|ico|svg)$/iu;
const HIDDEN = /(?:^|\/)(?:\.|__MACOSX\/|Thumbs\.db$|desktop\.ini$)/u;
const SLACK_LISTS =
  /^(?:users|channels|groups|dms|mpims|integration_logs|canvases|file_conversations|huddle_transcripts)\.json$/u;

type OpenFile = (file: Source) => Promise<History>;

interface Folder {
  archive: Archive;
  openFile: OpenFile;
  options: ReadOptions;
  report: HistoryReport;
  /** Where a Slack export stands, when there is one. */
  slackRoot: string | undefined;
}

/** Opens everything readable inside. */
export async function openFolder(outer: Archive, openFile: OpenFile, options: ReadOptions): Promise<History> {
  const archive = await unfoldZips(outer);
  const collator = new Intl.Collator('en', { numeric: true });
  const entries = (await archive.list()).filter(({ name }) => !HIDDEN.test(name) && !MEDIA.test(name));
  const names = entries.map(({ name }) => name).sort(collator.compare);
  const slackRoot = findSlackRoot(names);
  const days = new Set(slackRoot === undefined ? [] : listSlackDays(names, slackRoot));
  const outcomes: FileOutcome[] = [];
  for (const name of names) {
    if (days.has(name)) outcomes.push({ name, format: 'slack', messages: 0 });
    else if (slackRoot === undefined || !SLACK_LISTS.test(name.slice(slackRoot.length)))
      outcomes.push(await tryFile(openFile, nameInside(archive, name)));
  }
  const formats = [...new Set(outcomes.map(({ format }) => format).filter((format) => format !== undefined))];
  if (formats.length === 0) throw new HistoryError('no_history_inside', { file: archive.name });
  const report = createReport(formats.join('+'), '');
  report.files = outcomes;
  for (const { name, skipped } of outcomes)
    if (skipped !== undefined) noteProblem(report, 'skipped_file', { file: name, detail: skipped });
  return { format: report.format, report, batches: readAll({ archive, openFile, options, report, slackRoot }) };
}

/** The file under the archive's own name, which often holds the group's. */
function nameInside(archive: Archive, name: string): Source {
  return { ...archive.open(name), name: `${archive.name}/${name}` };
}

async function tryFile(openFile: OpenFile, file: Source): Promise<FileOutcome> {
  const name = file.name.slice(file.name.indexOf('/') + 1);
  try {
    const { format } = await openFile(file);
    return { name, format, messages: 0 };
  } catch (error) {
    if (!(error instanceof HistoryError) || error.code.startsWith('archive_')) throw error;
    return { name, messages: 0, skipped: error.data.detail ?? error.code };
  }
}

async function* readAll(folder: Folder): AsyncGenerator<HistoryItem[]> {
  const { archive, report, slackRoot } = folder;
  const lists = slackRoot === undefined ? undefined : await readSlackLists(archive, slackRoot, report);
  for (const outcome of report.files) {
    if (outcome.format === undefined) continue;
    const source = nameInside(archive, outcome.name);
    const opened =
      outcome.format === 'slack' && lists
        ? openDay(source, (part) =>
            readDay({ source, encoding: 'utf-8', report: part, options: folder.options }, lists),
          )
        : await folder.openFile(source);
    report.lastAt = Number.NEGATIVE_INFINITY;
    let items = 0;
    const skip = (detail: string) => {
      outcome.skipped = detail;
      noteProblem(report, 'skipped_file', { file: outcome.name, detail });
    };
    try {
      for await (const batch of opened.batches) {
        for (const item of batch) if (item.type === 'message') outcome.messages += 1;
        items += batch.length;
        yield batch;
      }
    } catch (error) {
      // A table without a mapping beside a chat is no reason to lose the chat; alone it is the error to show.
      const alone = report.files.filter(({ format }) => format !== undefined).length === 1;
      if (!(error instanceof HistoryError) || alone) throw error;
      skip(error.code);
    }
    const { unknownLines, truncated } = opened.report;
    if (items + unknownLines === 0 && !truncated && outcome.skipped === undefined && outcome.format !== 'slack')
      skip('empty');
    adoptReport(report, opened.report, outcome.name);
  }
}

function openDay(source: Source, read: (report: HistoryReport) => AsyncGenerator<HistoryItem[]>): History {
  const report = createReport('slack', 'utf-8');
  return { format: 'slack', report, batches: read(report) };
}

/** Adds what one file's reading found to the report of the whole. */
function adoptReport(report: HistoryReport, part: HistoryReport, file: string): void {
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

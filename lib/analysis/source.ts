/** What the reading of the log left behind, in the words of the diagnosis. */
import type { HistoryReport } from '../history/index.ts';
import type { SourceSummary } from './diagnosis.ts';

/** Summarises the report of a finished reading. */
export function summariseSource(report: HistoryReport): SourceSummary {
  const moment = (at: number | undefined): string | null => (at === undefined ? null : new Date(at).toISOString());
  return {
    format: report.format,
    messages: report.messages,
    authors: [...report.authors.values()].filter(({ messages }) => messages > 0).length,
    from: moment(report.from),
    to: moment(report.to),
    unknownLines: report.unknownLines,
    systemRows: report.systemRows,
    assumptions: report.assumptions,
    problems: report.problems,
    truncated: report.truncated,
  };
}

import type { Diagnosis } from '../../../lib/analysis/index.ts';
import { describeVerdict, type ReportLanguage } from '../../../lib/report/index.ts';

const most = 5;

/** The five sentences of the first groups as plain text, for the terminal. */
export function describeVerdicts(diagnosis: Diagnosis, lang: ReportLanguage): string {
  const texts = diagnosis.groups.slice(0, most).map((group, at) => {
    const sentences = describeVerdict(diagnosis, at, lang).map((sentence) => `  ${sentence}`);
    return [group.name, ...sentences].filter((line) => line !== '').join('\n');
  });
  return texts.join('\n\n');
}

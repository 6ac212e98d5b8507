/** The public face of the report: a diagnosis as a page, and the same diagnosis under invented names. */
export { renderReport } from './page.ts';
export { describeVerdict } from './plain.ts';
export type { ReportOptions } from './page.ts';
export { createPseudonyms, hidePeople } from './pseudonyms.ts';
export type { Identity, Pseudonyms } from './pseudonyms.ts';
export { REPORT_LANGUAGES } from './words.ts';
export type { ReportLanguage } from './words.ts';

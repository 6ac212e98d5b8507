/** The public face of the history readers. */
export { eachItem, openHistory } from './history.ts';
export type { History } from './history.ts';
export { HistoryError } from './errors.ts';
export type { HistoryCure, HistoryErrorCode, HistoryErrorData } from './errors.ts';
export type * from './model.ts';
export type * from './report.ts';
export type { ColumnMapping, ReadOptions } from './reader.ts';
export { listPeople } from './people.ts';
export type { HistoryPeople, HistoryPerson, MergeSuggestion } from './people.ts';
export { makeSource } from './sources.ts';
export type { Archive, ArchiveEntry, RangeSource, Source } from './sources.ts';
export { unknownDay } from './readers/partial-dates.ts';
export { openZip } from './zip.ts';

/** The built-in PostgreSQL: started or adopted, watched, stopped; and examined for reports. */
export { startEmbedded } from './start.ts';
export type { Embedded } from './supervisor.ts';
export { EmbeddedError } from './errors.ts';
export type { EmbeddedErrorCode } from './errors.ts';
export { examineEmbedded } from './examination.ts';
export { findRunning } from './running.ts';
export { defaultDataDir } from './layout.ts';

/** The public face of `scripts`; later modules import nothing else of it. */
export { scriptsErrors } from './errors.ts';
export { countUse, createScript, getScript, listScripts, suggestScripts, type ScriptId } from './script.ts';
export type { Script, ScriptKind, ScriptWords } from './store.ts';
export { findUnfilled } from './variables.ts';

/** The public face of `duty`; later modules import nothing else of it. */
export { listAway, listOnDuty } from './roster.ts';
export { saveRoster, putDay, type RosterWish } from './planning.ts';
export { addLeave } from './leave.ts';
export { hasWrittenNote, writeNote } from './note.ts';

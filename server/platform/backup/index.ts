/** Backup and restore of a whole installation. */
export { BackupError, type BackupErrorCode } from './errors.ts';
export type { BackupEnd, BackupHead } from './format.ts';
export { restoreBackup, type Restored, type RestorePlace } from './read.ts';
export { writeBackup, type BackupProgress, type BackupSource } from './write.ts';

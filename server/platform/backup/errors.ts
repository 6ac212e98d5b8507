/** What can be wrong with a backup or with the place where it should go; texts under `commands:backup.errors`. */
export type BackupErrorCode =
  'file_exists' | 'not_a_backup' | 'cut_off' | 'damaged' | 'newer' | 'not_empty' | 'place_newer' | 'other_key';

/** A backup or restore that can't be done; nothing was changed. */
export class BackupError extends Error {
  readonly code: BackupErrorCode;
  /** For the sentence: paths, names of migrations, the damaged part. */
  readonly data: Record<string, string>;

  constructor(code: BackupErrorCode, data: Record<string, string> = {}, cause?: unknown) {
    super(`${code} ${JSON.stringify(data)}`, { cause });
    this.code = code;
    this.data = data;
  }
}

/** Why the embedded PostgreSQL cannot be used; the command line translates by this code. */
export type EmbeddedErrorCode =
  'held' | 'no_permission' | 'disk_full' | 'unsupported_platform' | 'version_mismatch' | 'start_failed';

/** A failure of the embedded PostgreSQL with a code, plain words and the facts behind it. */
export class EmbeddedError extends Error {
  readonly code: EmbeddedErrorCode;
  readonly data: Record<string, unknown>;

  constructor(code: EmbeddedErrorCode, message: string, data: Record<string, unknown> = {}) {
    super(message, 'cause' in data ? { cause: data.cause } : undefined);
    this.name = 'EmbeddedError';
    this.code = code;
    const { cause: _cause, ...facts } = data;
    this.data = facts;
  }
}

/** The errno or SQLSTATE of a thrown thing, if it has one. */
export function readErrorCode(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : undefined;
}

// errno of the file system and SQLSTATE of PostgreSQL for the two failures that a person can cure.
const FULL = new Set(['ENOSPC', 'EDQUOT', '53100']);
const FORBIDDEN = new Set(['EACCES', 'EPERM', 'EROFS', '42501', '28000']);

/** Turns a file system or PostgreSQL error into the matching EmbeddedError; `path` names the place that was meant. */
export function toEmbeddedError(error: unknown, path: string): EmbeddedError {
  if (error instanceof EmbeddedError) return error;
  const errno = readErrorCode(error);
  const where = (error as { path?: unknown }).path;
  const data = { path: typeof where === 'string' ? where : path, errno, cause: error };
  if (errno && FULL.has(errno)) return diskFull(data);
  if (errno && FORBIDDEN.has(errno)) return noPermission(data);
  const text = error instanceof Error ? error.message : String(error);
  return new EmbeddedError('start_failed', `PostgreSQL could not be started: ${text}`, {
    reason: 'unexpected',
    ...data,
  });
}

/** The disk that holds `data.path` is full. */
export function diskFull(data: { path: string } & Record<string, unknown>): EmbeddedError {
  return new EmbeddedError(
    'disk_full',
    `The disk that holds ${data.path} is full. Free some space and start again.`,
    data,
  );
}

/** This user, or the user that PostgreSQL runs as, may not use `data.path`. */
export function noPermission(data: { path: string; uid?: number } & Record<string, unknown>): EmbeddedError {
  const uid = data.uid ?? process.getuid?.();
  const text = `User ${uid} may not use ${data.path}. Give it access or choose another data directory.`;
  return new EmbeddedError('no_permission', text, { ...data, uid });
}

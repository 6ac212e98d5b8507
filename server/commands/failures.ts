import { NewerDatabase } from '../installation.ts';
import { BackupError } from '../platform/backup/index.ts';
import { AppError } from '../platform/errors.ts';
import { isConnectionLoss, sqlState } from '../platform/db/database.ts';
import { EmbeddedError } from '../platform/db/embedded/index.ts';
import type { TextKey, Translate } from '../platform/i18n.ts';
import { UsageError } from './command.ts';

/** One sentence for people that says what is wrong and what helps; for the unexpected, the error with its stack. */
export function explainFailure(error: unknown, t: Translate): string {
  if (error instanceof UsageError) return error.message;
  if (error instanceof EmbeddedError) {
    const text = t(`commands:embedded.${error.code}` as TextKey, error.data);
    const lines = Array.isArray(error.data.lines) ? `\n\n${error.data.lines.join('\n')}` : '';
    return text + lines;
  }
  if (error instanceof BackupError) return t(`commands:backup.errors.${error.code}`, error.data);
  if (error instanceof NewerDatabase) return t('commands:newer_database', { migrations: error.migrations.join(', ') });
  if (error instanceof AppError) return t(appErrorKey(error.code), error.data);
  const { code, port, address, path } = error as { code?: string; port?: number; address?: string; path?: string };
  if (path !== undefined && (code === 'ENOENT' || code === 'EACCES' || code === 'ENOSPC' || code === 'EISDIR')) {
    return t(`commands:file.${code}`, { path });
  }
  if (code === 'EADDRINUSE') return t('commands:port_in_use', { port });
  if (code === 'EADDRNOTAVAIL') return t('commands:host_unknown', { host: address });
  if (code === 'EACCES' && port !== undefined) return t('commands:port_forbidden', { port });
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' || code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') {
    return t('commands:unknown_option', { message: (error as Error).message });
  }
  if (isConnectionLoss(error) || sqlState(error)?.startsWith('28') || sqlState(error) === '3D000') {
    return t('commands:database_unreachable', { message: (error as Error).message });
  }
  return t('commands:unexpected', { stack: error instanceof Error ? (error.stack ?? error.message) : String(error) });
}

function appErrorKey(code: string): TextKey {
  const [module, ...rest] = code.split('.');
  return `${module}:errors.${rest.join('.')}` as TextKey;
}

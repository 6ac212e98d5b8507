import { HistoryError } from '../../../lib/history/index.ts';
import type { TextKey, Translate } from '../../platform/i18n.ts';
import { UsageError } from '../usage.ts';

const known = new Set(['ENOENT', 'EACCES', 'EPERM', 'ENOSPC', 'EISDIR', 'ENOTDIR', 'EMFILE', 'EROFS']);

/** What went wrong with the file, with its cure, as an error that is shown as it stands; anything else stays what it is. */
export function explainReading(error: unknown, { t, path }: { t: Translate; path: string }): unknown {
  if (error instanceof HistoryError) {
    const { file, line, detail, columns = [] } = error.data;
    const where = { file: file ?? path, line, columns: columns.slice(0, 30).join(', '), detail };
    const name = detail === undefined ? undefined : nameKind(t, detail);
    const kind = name === undefined ? '' : t('diagnose:kind', { kind: name });
    return new UsageError(
      `${t(`diagnose:errors.${error.code}` as TextKey, { ...where, kind })}\n${t(`diagnose:cures.${error.cure}` as TextKey, where)}`,
    );
  }
  const { code, path: place } = (error ?? {}) as NodeJS.ErrnoException;
  if (code === undefined || !known.has(code)) return error;
  return new UsageError(
    t(`diagnose:files.${code === 'EPERM' || code === 'EROFS' ? 'EACCES' : code}` as TextKey, { path: place ?? path }),
  );
}

/** What a binary file is, in words where there are some. */
function nameKind(t: Translate, detail: string): string | undefined {
  const kinds = ['sqlite', 'pdf', 'image', 'media', 'program', 'rar', '7z', 'office', 'zip'] as const;
  const found = kinds.find((kind) => kind === detail);
  return found && t(`diagnose:kinds.${found}`);
}

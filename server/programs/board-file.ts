/** A board as a file for a spreadsheet: UTF-8 with a mark, ids as text, and nothing that a spreadsheet would run as a formula. */
import type { Ctx } from '../platform/context.ts';
import { readBoard, type BoardLine, type BoardScope } from './board.ts';

/** Ranks are counted anew for every page, so these are larger than those of a screen. */
const pageSize = 5000;
/** A file of more lines than this opens in no spreadsheet comfortably; the rest is left out. */
const mostLines = 100_000;

/** The lines of a board that a filter leaves, as CSV. */
export async function writeBoardFile(
  ctx: Ctx,
  target: { communityId: string; programId: string },
  wish: { scope: BoardScope; groupId?: string | undefined; q?: string | undefined },
): Promise<string> {
  const lines: BoardLine[] = [];
  let cursor: string | undefined;
  do {
    const page = await readBoard(ctx, target, { ...wish, cursor, limit: pageSize });
    lines.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined && lines.length < mostLines);
  const yes = (on: boolean) => (on ? ctx.t('programs:file.yes') : '');
  const columns = ['rank', 'name', 'days', 'streak', 'longest', 'last_day', 'today', 'hidden', 'id'] as const;
  const rows = lines.map((line) => [
    String(line.rank),
    line.name,
    String(line.days),
    String(line.streak),
    String(line.longest),
    line.lastDay ?? '',
    yes(line.doneToday),
    yes(line.hidden),
    line.identityId,
  ]);
  const head = columns.map((column) => ctx.t(`programs:file.${column}`));
  return `\uFEFF${[head, ...rows].map((row) => row.map(writeCell).join(',')).join('\r\n')}\r\n`;
}

/** One cell; a text that a spreadsheet would calculate is kept a text by a mark before it. */
export function writeCell(text: string): string {
  const safe = /^[=+\-@＝＋－＠\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

import { platformErrors } from '../platform/errors.ts';
import { decodeCursor, encodeCursor } from '../platform/http/cursor.ts';
import { isId } from '../platform/ids.ts';
import type { Position } from './store/read.ts';

/** A point in the order of display as an opaque text. */
export function toCursor(position: Position): string {
  return encodeCursor([position.at.toISOString(), position.id]);
}

/** Reads a point back; throws `platform.bad_cursor`. */
export function fromCursor(cursor: string): Position {
  const [at, id] = decodeCursor(cursor, 2);
  const position = { at: new Date(String(at)), id: String(id) };
  if (Number.isNaN(position.at.getTime()) || !isId(position.id)) throw platformErrors.bad_cursor();
  return position;
}

/** What reading a table can end with, and how much of one is read at most. */

/** Why a file can't be read as a table. */
export type TableProblem =
  /** Neither text nor a spreadsheet. */
  | 'not_a_table'
  /** The format of spreadsheets before 2007, or a workbook with a password: neither can be told from the other. */
  | 'old_or_locked'
  /** Cut off or damaged. */
  | 'broken'
  | 'too_many_rows'
  | 'too_many_columns'
  /** More text than a table of this size can hold; also what a zip bomb ends with. */
  | 'too_much_text'
  | 'empty';

/** A file that can't be read, with the reason. */
export class UnreadableTable extends Error {
  readonly problem: TableProblem;
  constructor(problem: TableProblem) {
    super(`table: ${problem}`);
    this.problem = problem;
  }
}

/** How much is read before a file is refused. */
export interface TableLimits {
  rows: number;
  columns: number;
  /** Characters of one cell; what is longer is cut. */
  cell: number;
  /** Bytes of any part once it is unpacked, and characters of all cells that are held. */
  unpacked: number;
}

/** Enough for the members of a large community, little enough for a small server. */
export const usualLimits: TableLimits = { rows: 20_000, columns: 100, cell: 2000, unpacked: 64 * 1024 * 1024 };

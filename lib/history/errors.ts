/** Why a history could not be read at all. The words belong to the caller; these are the keys. */
export type HistoryErrorCode =
  | 'empty'
  | 'binary'
  | 'html_export'
  | 'unknown_format'
  | 'mapping_needed'
  | 'mapping_wrong'
  | 'archive_broken'
  | 'archive_encrypted'
  | 'archive_method'
  | 'gzip_broken'
  | 'no_history_inside'
  | 'zone_unknown';

/** What the person in front of the screen can do about it. */
export type HistoryCure =
  | 'export_again'
  | 'export_as_json'
  | 'export_as_text'
  | 'choose_columns'
  | 'unpack_first'
  | 'choose_format'
  | 'choose_chat'
  | 'choose_zone';

const CURES: Record<HistoryErrorCode, HistoryCure> = {
  empty: 'export_again',
  binary: 'export_as_text',
  html_export: 'export_as_json',
  unknown_format: 'choose_format',
  mapping_needed: 'choose_columns',
  mapping_wrong: 'choose_columns',
  archive_broken: 'export_again',
  archive_encrypted: 'unpack_first',
  archive_method: 'unpack_first',
  gzip_broken: 'export_again',
  no_history_inside: 'choose_format',
  zone_unknown: 'choose_zone',
};

export interface HistoryErrorData {
  file?: string;
  line?: number;
  /** A short word that makes the code more exact, such as `sqlite` for `binary`; never text from the chat. */
  detail?: string;
  columns?: string[];
}

/** A history that cannot be read, with the place and the cure as coded values. */
export class HistoryError extends Error {
  readonly code: HistoryErrorCode;
  readonly cure: HistoryCure;
  readonly data: HistoryErrorData;

  constructor(code: HistoryErrorCode, data: HistoryErrorData = {}) {
    super(`history.${code}`);
    this.name = 'HistoryError';
    this.code = code;
    // A chat of a known format in which nobody spoke was exported well, but the wrong one or too little of it.
    this.cure = code === 'empty' && data.detail === 'chat' ? 'choose_chat' : CURES[code];
    this.data = data;
  }
}

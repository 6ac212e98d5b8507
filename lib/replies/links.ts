/** What the linkers take and give: columns instead of objects, so that a million messages fit into little memory. */

/** The talk of one group, oldest message first; columns have `count` entries. */
export interface LinkInput {
  count: number;
  /** Milliseconds; only differences matter. */
  at: Float64Array;
  /** Index into `names`; -1 when nobody is the author. */
  author: Int32Array;
  text(message: number): string;
  /** What the authors are called; several may have the same name. */
  names: readonly string[];
  /** The message that is quoted by the export itself, or -1. */
  explicitParent: Int32Array;
  /** Authors whom the platform itself marks as mentioned. Names inside texts are found by the linkers. */
  mentions(message: number): readonly number[];
  /** Joins, renames and other rows that nobody said: they answer nothing and are answered by nothing. */
  isSystem(message: number): boolean;
}

/** Where an edge comes from, in the order of `ReplyEdges.source`. */
export const edgeSources = ['explicit', 'mention', 'rule', 'model', 'previous'] as const;
export type EdgeSource = (typeof edgeSources)[number];

/** Who answers what: columns of equal length, ordered by child; a parent is always earlier than its child. */
export interface ReplyEdges {
  child: Int32Array;
  parent: Int32Array;
  /** How likely the edge is right, 0 to 1. */
  p: Float32Array;
  /** Index into `edgeSources`. */
  source: Uint8Array;
}

export const linkerNames = ['previous', 'rule', 'logistic'] as const;
export type LinkerName = (typeof linkerNames)[number];

/** What a linker says about one message; the object is used again for the next one. */
export interface Decision {
  /** Number of the parent, or the message itself when it starts a conversation. */
  parent: number;
  p: number;
  source: EdgeSource;
}

/** Decides about the messages of one talk, one after the other, never looking ahead. */
export interface Linker {
  readonly name: LinkerName;
  /** `known` is a parent that must be taken (a quote), or -1. */
  link(message: number, known: number): Decision;
  /** The talk has ended: what was needed for it serves the next one. */
  release?(): void;
}

/** Keeps every message that a diagnosis points at, once, under an id that no two messages share. */
import type { EvidenceMessage } from './diagnosis.ts';
import { personId } from './tally.ts';
import { MESSAGE_KINDS } from './talk.ts';
import type { Talk } from './talk.ts';

/** Texts longer than this are cut in the evidence. */
const LONGEST = 600;

export interface EvidenceBook {
  /** The id of a row of the whole talk; the message is kept from now on. */
  cite(row: number): string;
  /** All cited messages, oldest first. */
  list(): EvidenceMessage[];
}

/** Opens the book of one talk. */
export function openEvidence(talk: Talk): EvidenceBook {
  const idOf = new Map<number, string>();
  const taken = new Set<string>();
  return {
    cite(row) {
      const known = idOf.get(row);
      if (known !== undefined) return known;
      const own = talk.id(row);
      const id = taken.has(own) ? `${own}#${row + 1}` : own;
      taken.add(id);
      idOf.set(row, id);
      return id;
    },
    list: () => [...idOf].sort(([one], [other]) => one - other).map(([row, id]) => describeRow(talk, row, id)),
  };
}

function describeRow(talk: Talk, row: number, id: string): EvidenceMessage {
  const text = talk.text(row);
  const message: EvidenceMessage = {
    id,
    at: new Date(talk.at[row]!).toISOString(),
    author: personId(talk.author[row]!),
    text: text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text,
    kind: MESSAGE_KINDS[talk.kindOf[row]!] ?? 'other',
  };
  const line = talk.line[row]!;
  if (line > 0) message.line = line;
  return message;
}

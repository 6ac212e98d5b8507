/**
 * The texts that were decided about lately, as hashes: how often nearly the same was decided, by how many people and how. The oldest
 * are forgotten first; no text is kept.
 */
import { foldText } from './normalise.ts';
import { revealFolded } from './disguise.ts';
import { nearDistance, simHash } from './simhash.ts';

/** What was decided about nearly the same text. */
export interface DecidedText {
  /** How far the logit of the text moves: people who decided, not decisions. */
  shift: number;
  /** What a final decision says, null when there was none. */
  final: boolean | null;
}

/** A memory as it is stored: one row for each text. */
export interface TextMemoryFile {
  rows: [high: number, low: number, times: number, voices: number[], final: -1 | 0 | 1][];
}

interface Row {
  high: number;
  low: number;
  times: number;
  /** Hashed moderators with their last word: positive for unwelcome. */
  voices: number[];
  final: boolean | null;
}

/** A bounded memory. */
export interface TextMemory {
  find(text: string): DecidedText | undefined;
  /** Notes a decision and gives the row. */
  note(text: string, change: (row: Row) => void): Row;
  store(): TextMemoryFile;
}

const most = 2048;
const mostVoices = 4;
const shiftEach = 1.2;
const shiftMost = 3.6;

/** Opens a memory, empty or as it was stored. */
export function openTextMemory(file?: TextMemoryFile): TextMemory {
  const rows: Row[] = (file?.rows ?? []).map(([high, low, times, voices, final]) => {
    return { high, low, times, voices: [...voices], final: final === 0 ? null : final === 1 };
  });
  // Every message is looked for here, so the hashes lie side by side.
  const highs = new Int32Array(most + 1);
  const lows = new Int32Array(most + 1);
  for (const [at, { high, low }] of rows.entries()) [highs[at], lows[at]] = [high, low];
  const find = (high: number, low: number) => {
    // The newest first: what was decided last counts.
    for (let at = rows.length - 1; at >= 0; at--) {
      const bits = countBits(highs[at]! ^ high);
      if (bits <= nearDistance && bits + countBits(lows[at]! ^ low) <= nearDistance) return at;
    }
    return -1;
  };
  const remove = (at: number): Row => {
    highs.copyWithin(at, at + 1, rows.length);
    lows.copyWithin(at, at + 1, rows.length);
    return rows.splice(at, 1)[0]!;
  };
  const append = (row: Row) => {
    [highs[rows.length], lows[rows.length]] = [row.high, row.low];
    rows.push(row);
    if (rows.length > most) remove(0);
  };
  return {
    find(text) {
      const { high, low } = hashSaid(text);
      const row = rows[find(high, low)];
      return row && { shift: shiftOf(row), final: row.final };
    },
    note(text, change) {
      const { high, low } = hashSaid(text);
      const at = find(high, low);
      const row = at >= 0 ? remove(at) : { high, low, times: 0, voices: [], final: null };
      change(row);
      append(row);
      return row;
    },
    store: () => ({
      rows: rows.map(({ high, low, times, voices, final }) => [
        high,
        low,
        times,
        voices,
        final === null ? 0 : final ? 1 : -1,
      ]),
    }),
  };
}

/** Notes a decision about a text and tells how often nearly the same was decided, this time included. */
export function countText(
  memory: TextMemory,
  {
    text,
    isUnwelcome,
    moderatorId,
    isFinal,
  }: { text: string; isUnwelcome: boolean; moderatorId: string; isFinal: boolean },
): number {
  return memory.note(text, (row) => {
    row.times++;
    const voice = hashName(moderatorId);
    row.voices = [...row.voices.filter((each) => Math.abs(each) !== voice), isUnwelcome ? voice : -voice].slice(
      -mostVoices,
    );
    if (isFinal) row.final = isUnwelcome;
  }).times;
}

function shiftOf({ voices }: Row): number {
  const shift = voices.reduce((sum, voice) => sum + Math.sign(voice) * shiftEach, 0);
  return Math.max(-shiftMost, Math.min(shiftMost, shift));
}

function hashSaid(text: string): { high: number; low: number } {
  return simHash(revealFolded(foldText(text)).text);
}

function hashName(name: string): number {
  let hash = 7;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  return (hash >>> 1) + 1;
}

function countBits(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

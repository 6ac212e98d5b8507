/**
 * How Chinese characters sound, without tones and with the sounds that people mix up taken for one (zh/z, ch/c, sh/s, ang/an, eng/en,
 * ing/in): 信, 心, 芯 and 星 have the same reading. Also cuts Latin letters into such syllables.
 */
import { createRequire } from 'node:module';

interface Readings {
  byUnit: Uint16Array;
  /** The place of the exact syllable of each unit in `syllables`, 0 for none. */
  exact: Uint16Array;
  syllables: string[];
  bySyllable: Map<string, number>;
  /** The tree of all syllables: where each node leads with each letter, 0 for nowhere. */
  steps: Uint16Array;
  isSyllable: Uint8Array;
}

const firstHan = 0x4e00;
const firstLetter = 97;
const alphabet = 26;
const mostLetters = 40;

let readings: Readings | undefined;

/** The number of the reading of a unit, 0 when it has none. */
export function readingOf(unit: number): number {
  return (readings ??= openReadings()).byUnit[unit - firstHan] ?? 0;
}

/** The usual syllable of a unit in Latin letters without its tone, empty when it has none. */
export function syllableOf(unit: number): string {
  const { exact, syllables } = (readings ??= openReadings());
  return syllables[exact[unit - firstHan] ?? 0]!;
}

/** The number of the reading of a syllable in Latin letters, 0 when there is none. */
export function readingOfSyllable(syllable: string): number {
  return (readings ??= openReadings()).bySyllable.get(syllable) ?? 0;
}

// How few syllables the letters up to each place make, and where the last of them begins; used again and again.
const none = 255;
const fewest = new Uint8Array(mostLetters + 1);
const begins = new Uint8Array(mostLetters + 1);

/** Cuts letters into syllables, fewest first; undefined when something is left over. */
export function cutSyllables(letters: string): string[] | undefined {
  const { steps, isSyllable } = (readings ??= openReadings());
  const length = letters.length;
  if (length > mostLetters) return undefined;
  fewest.fill(none, 0, length + 1);
  fewest[0] = 0;
  for (let from = 0; from < length; from++) {
    if (fewest[from] === none) continue;
    const syllables = fewest[from]! + 1;
    let node = 0;
    for (let at = from; at < length; at++) {
      const letter = letters.charCodeAt(at) - firstLetter;
      node = letter >= 0 && letter < alphabet ? steps[node * alphabet + letter]! : 0;
      if (node === 0) break;
      if (!isSyllable[node] || syllables >= fewest[at + 1]!) continue;
      fewest[at + 1] = syllables;
      begins[at + 1] = from;
    }
  }
  if (fewest[length] === none) return undefined;
  const cut: string[] = [];
  for (let end = length; end > 0; end = begins[end]!) cut.push(letters.slice(begins[end], end));
  return cut.reverse();
}

function openReadings(): Readings {
  const { readings: lists } = createRequire(import.meta.url)('./readings.json') as { readings: Record<string, string> };
  const byUnit = new Uint16Array(0x5200);
  const exact = new Uint16Array(0x5200);
  const syllables = [''];
  const bySyllable = new Map<string, number>();
  const numbers = new Map<string, number>();
  for (const [syllable, chars] of Object.entries(lists)) {
    const blurred = syllable.replace(/^([zcs])h/, '$1').replace(/(?<=[aei])ng$/, 'n');
    const number = numbers.get(blurred) ?? numbers.size + 1;
    numbers.set(blurred, number);
    // Single letters are no syllables to a reader, and neither are sighs.
    if (syllable.length > 1 && /[aeiouv]/.test(syllable)) bySyllable.set(syllable, number);
    syllables.push(syllable);
    for (let at = 0; at < chars.length; at++) {
      byUnit[chars.charCodeAt(at) - firstHan] = number;
      exact[chars.charCodeAt(at) - firstHan] = syllables.length - 1;
    }
  }
  return { byUnit, exact, syllables, bySyllable, ...growTree([...bySyllable.keys()]) };
}

function growTree(syllables: readonly string[]): Pick<Readings, 'steps' | 'isSyllable'> {
  const most = 1 + syllables.join('').length;
  const steps = new Uint16Array(most * alphabet);
  const isSyllable = new Uint8Array(most);
  let nodes = 1;
  for (const syllable of syllables) {
    let node = 0;
    for (let at = 0; at < syllable.length; at++)
      node = steps[node * alphabet + syllable.charCodeAt(at) - firstLetter] ||= nodes++;
    isSyllable[node] = 1;
  }
  return { steps, isSyllable };
}

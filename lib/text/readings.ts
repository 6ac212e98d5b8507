/**
 * How Chinese characters sound, without tones and with the sounds that people mix up taken for one (zh/z, ch/c, sh/s, ang/an, eng/en,
 * ing/in): 信, 心, 芯 and 星 have the same reading. Also cuts Latin letters into such syllables.
 */
import { createRequire } from 'node:module';

interface Readings {
  byUnit: Uint16Array;
  bySyllable: Map<string, number>;
}

const firstHan = 0x4e00;
const longestSyllable = 6;
const mostLetters = 40;

let readings: Readings | undefined;

/** The number of the reading of a unit, 0 when it has none. */
export function readingOf(unit: number): number {
  return (readings ??= openReadings()).byUnit[unit - firstHan] ?? 0;
}

/** The number of the reading of a syllable in Latin letters, 0 when there is none. */
export function readingOfSyllable(syllable: string): number {
  return (readings ??= openReadings()).bySyllable.get(syllable) ?? 0;
}

/** Cuts letters into syllables, fewest first; undefined when something is left over. */
export function cutSyllables(letters: string): string[] | undefined {
  const { bySyllable } = (readings ??= openReadings());
  const length = letters.length;
  if (length > mostLetters) return undefined;
  // How few syllables the letters up to each place make, and where the last of them begins.
  const fewest = new Uint8Array(length + 1).fill(255);
  const begins = new Uint8Array(length + 1);
  fewest[0] = 0;
  for (let end = 1; end <= length; end++) {
    for (let from = Math.max(0, end - longestSyllable); from < end; from++) {
      if (fewest[from]! + 1 >= fewest[end]! || !bySyllable.has(letters.slice(from, end))) continue;
      fewest[end] = fewest[from]! + 1;
      begins[end] = from;
    }
  }
  if (fewest[length] === 255) return undefined;
  const cut: string[] = [];
  for (let end = length; end > 0; end = begins[end]!) cut.push(letters.slice(begins[end], end));
  return cut.reverse();
}

function openReadings(): Readings {
  const { readings: lists } = createRequire(import.meta.url)('./readings.json') as { readings: Record<string, string> };
  const byUnit = new Uint16Array(0x5200);
  const bySyllable = new Map<string, number>();
  const numbers = new Map<string, number>();
  for (const [syllable, chars] of Object.entries(lists)) {
    const blurred = syllable.replace(/^([zcs])h/, '$1').replace(/(?<=[aei])ng$/, 'n');
    const number = numbers.get(blurred) ?? numbers.size + 1;
    numbers.set(blurred, number);
    // Single letters are no syllables to a reader, and neither are sighs.
    if (syllable.length > 1 && /[aeiouv]/.test(syllable)) bySyllable.set(syllable, number);
    for (let at = 0; at < chars.length; at++) byUnit[chars.charCodeAt(at) - firstHan] = number;
  }
  return { byUnit, bySyllable };
}

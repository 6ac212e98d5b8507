/**
 * Quarrels (metrics.md §5.4): ten-minute windows with offensive words, two people alternating, contradiction and haste. Weights are
 * hand-written; at most one alarm per week is kept, for precision matters more than catching all.
 */
import { logistic } from '../stats/regression.ts';
import type { HeatedMoment } from './diagnosis.ts';
import { readDisagreement } from './disagreement.ts';
import type { Frame } from './frame.ts';
import { give } from './results.ts';
import type { Results } from './results.ts';
import { personId } from './tally.ts';

/** Hand-written weights of the heat of a window. */
export const HEAT_WEIGHTS = { base: -6, offence: 6, alternation: 1.2, disagreement: 2, rate: 0.6 } as const;

const WINDOW = 10 * 60_000;
const FEWEST = 4;
/** From this heat on a moment is shown. */
const SHOWN = 0.5;
const WEEK = 7 * 24 * 3_600_000;

interface Window {
  from: number;
  to: number;
  heat: number;
  people: [number, number] | null;
  parts: Record<string, number>;
}

/** `risk.heat` of the last 28 days and the most heated moments. */
export function measureHeat(
  frame: Frame,
  nameRow: (row: number) => string,
): { results: Results; heated: HeatedMoment[] } {
  const windows = listWindows(frame);
  const hottest = windows.reduce((most, one) => Math.max(most, one.heat), 0);
  const picked: Window[] = [];
  for (const one of windows.filter(({ heat }) => heat >= SHOWN).sort((left, right) => right.heat - left.heat)) {
    const at = frame.recent.at[one.from]!;
    if (picked.every(({ from }) => Math.abs(frame.recent.at[from]! - at) >= WEEK)) picked.push(one);
  }
  const n = frame.recent.count - frame.rowFrom(28);
  return {
    results: { 'risk.heat': give(frame, 'risk.heat', { value: hottest, n, parts: { moments: picked.length } }) },
    heated: picked.map((one) => ({
      at: new Date(frame.recent.at[one.from]!).toISOString(),
      heat: one.heat,
      people: one.people ? one.people.map(personId) : [],
      messages: hottestRows(frame, one).map(nameRow),
      parts: one.parts,
      provisional: true,
    })),
  };
}

function listWindows(frame: Frame): Window[] {
  const { recent, reading } = frame;
  const begin = frame.rowFrom(28);
  const usual = usualWindow(frame, begin);
  const windows: Window[] = [];
  let to = begin;
  let offence = 0;
  for (let from = begin; from < recent.count; from += 1) {
    while (to < recent.count && recent.at[to]! - recent.at[from]! <= WINDOW) offence += reading.offence[to++]!;
    const size = to - from;
    if (size >= FEWEST) {
      // Only windows that could be shown are looked at closely: this bounds the work.
      const mean = offence / size;
      if (mean >= 0.25 || (mean >= 0.1 && size >= 8 && from % 4 === 0))
        windows.push(weighWindow(frame, { from, to, mean, usual }));
    }
    offence -= reading.offence[from]!;
  }
  return windows;
}

/** Messages in an average ten minutes with any talk. */
function usualWindow({ recent }: Frame, begin: number): number {
  let slots = 0;
  let last = -1;
  for (let row = begin; row < recent.count; row += 1) {
    const slot = Math.floor(recent.at[row]! / WINDOW);
    if (slot !== last) slots += 1;
    last = slot;
  }
  return slots === 0 ? 1 : (recent.count - begin) / slots;
}

interface Candidate {
  from: number;
  to: number;
  mean: number;
  usual: number;
}

function weighWindow(frame: Frame, { from, to, mean, usual }: Candidate): Window {
  const { recent } = frame;
  const last = Math.min(to, from + 200);
  const turns = new Map<string, number>();
  let contradicting = 0;
  for (let row = from + 1; row < last; row += 1) {
    const [one, other] = [recent.author[row - 1]!, recent.author[row]!];
    if (one === other) continue;
    const pair = one < other ? `${one} ${other}` : `${other} ${one}`;
    turns.set(pair, (turns.get(pair) ?? 0) + 1);
    if (readDisagreement(recent.text(row)) > 0) contradicting += 1;
  }
  const [pair, alternations] = [...turns].sort(([, one], [, other]) => other - one)[0] ?? ['', 0];
  const disagreement = contradicting / Math.max(1, last - from - 1);
  const rate = (to - from) / usual;
  const w = HEAT_WEIGHTS;
  const z =
    w.base +
    w.offence * mean +
    w.alternation * Math.min(2, alternations / 6) +
    w.disagreement * disagreement +
    w.rate * Math.max(0, Math.log(rate));
  const people = alternations >= 2 ? (pair.split(' ').map(Number) as [number, number]) : null;
  return { from, to, heat: logistic(z), people, parts: { offence: mean, alternations, disagreement, rate } };
}

function hottestRows({ reading }: Frame, { from, to }: Window): number[] {
  const rows = Array.from({ length: to - from }, (_, at) => from + at);
  rows.sort((one, other) => reading.offence[other]! - reading.offence[one]!);
  return rows.slice(0, 4).sort((one, other) => one - other);
}

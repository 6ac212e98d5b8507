import type { Ladder } from './store/ladder.ts';
import type { Change } from './store/standing.ts';

/** A change with the names of ladder and levels; a level that is gone is shown by its number. */
export function showChange(ladders: readonly Ladder[], change: Change) {
  const ladder = ladders.find(({ id }) => id === change.ladderId);
  const nameOf = (number: number) => ladder?.levels.find((level) => level.number === number)?.name ?? String(number);
  const { id, fromLevel, toLevel, up, cause, why, at, by, tell } = change;
  const names = { ladder: ladder?.name ?? '', from: nameOf(fromLevel), to: nameOf(toLevel) };
  return { id, ...names, up, cause, why, at, by, told: tell === 'told' };
}

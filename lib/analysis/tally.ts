/** Sums per person over a range of rows. */
import type { Talk } from './talk.ts';

/** What each person adds up to over the rows from `from` on: messages, or the given weight per row. */
export function tallyPeople(talk: Talk, from: number, weight?: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(talk.people.length);
  for (let row = from; row < talk.count; row += 1) sums[talk.author[row]!]! += weight ? weight[row]! : 1;
  return sums;
}

/** The positive entries alone. */
export function keepPositive(sums: Float64Array): Float64Array {
  return sums.filter((one) => one > 0);
}

/** Indexes of the largest positive entries, largest first; equal ones in the order of their numbers. */
export function rankPeople(sums: ArrayLike<number>, most = Number.POSITIVE_INFINITY): number[] {
  const order: number[] = [];
  for (let person = 0; person < sums.length; person += 1) if (sums[person]! > 0) order.push(person);
  order.sort((one, other) => sums[other]! - sums[one]! || one - other);
  return order.slice(0, most);
}

/** The id of a person within a diagnosis. */
export function personId(person: number): string {
  return `p${person + 1}`;
}

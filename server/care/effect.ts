/** What contact has done, pure: the return rate of those contacted by lot against those held back, with an interval. */
import { wilsonInterval } from '../../lib/stats/index.ts';

/** So many contacts and holds have to be measured before they say anything. */
export const enough = { contacts: 200, held: 50 } as const;

/** People of one arm whose 28 days are over. */
export interface Arm {
  people: number;
  returned: number;
}

/** The difference of return rates; `few` = too little to say anything. */
export interface Effect {
  contacted: Arm;
  held: Arm;
  difference: number | null;
  interval: [number, number] | null;
  few: boolean;
}

/** Newcombe's interval (1998, method 10) of the difference of two shares, from Wilson's of each. */
export function measureEffect(contacted: Arm, held: Arm): Effect {
  const few = contacted.people < enough.contacts || held.people < enough.held;
  const of = wilsonInterval(contacted.returned, contacted.people);
  const without = wilsonInterval(held.returned, held.people);
  if (!of || !without) return { contacted, held, difference: null, interval: null, few };
  const [p, q] = [contacted.returned / contacted.people, held.returned / held.people];
  const low = p - q - Math.hypot(p - of[0], without[1] - q);
  const high = p - q + Math.hypot(of[1] - p, q - without[0]);
  return { contacted, held, difference: p - q, interval: [low, high], few };
}

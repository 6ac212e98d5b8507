/**
 * How centred a group would look if people met by nothing but how much they speak: whoever says ten times as much meets more others,
 * and that alone is no star. A tie between two stands with 1 − exp(−λ·aᵢ·aⱼ); λ is chosen so that there are as many ties as in truth.
 */

/** People of nearly the same activity are counted together, so that thousands cost as little as dozens. */
interface Class {
  activity: number;
  people: number;
}

const STEPS_PER_DOUBLING = 4;
/** Normal quantile of one case in a hundred. */
const Z99 = 2.326;

/** The centralization that mixing by activity stays below in about 99 of 100 cases. */
export function mixedCentralization(activity: ArrayLike<number>, ties: number): number {
  const n = activity.length;
  const classes = gather(activity);
  const rate = fitRate(classes, Math.min(ties, (n * (n - 1)) / 2 - 1e-6));
  let most = 0;
  for (const one of classes) {
    const { mean, variance } = degreeOf(one, classes, rate);
    most = Math.max(most, mean + Z99 * Math.sqrt(variance));
  }
  most = Math.min(n - 1, Math.ceil(most));
  return Math.max(0, (n * most - 2 * ties) / ((n - 1) * (n - 2)));
}

function gather(activity: ArrayLike<number>): Class[] {
  const byStep = new Map<number, Class>();
  for (let i = 0; i < activity.length; i++) {
    // Who only came in by a mention has said nothing, and still has a tie.
    const own = Math.max(0.5, activity[i]!);
    const step = Math.round(Math.log2(own) * STEPS_PER_DOUBLING);
    const found = byStep.get(step);
    if (found) found.people++;
    else byStep.set(step, { activity: 2 ** (step / STEPS_PER_DOUBLING), people: 1 });
  }
  return [...byStep.values()];
}

function degreeOf(one: Class, classes: readonly Class[], rate: number): { mean: number; variance: number } {
  let mean = 0;
  let variance = 0;
  for (const other of classes) {
    const p = 1 - Math.exp(-rate * one.activity * other.activity);
    const others = other.people - (other === one ? 1 : 0);
    mean += others * p;
    variance += others * p * (1 - p);
  }
  return { mean, variance };
}

function fitRate(classes: readonly Class[], ties: number): number {
  const expected = (rate: number): number =>
    classes.reduce((sum, one) => sum + one.people * degreeOf(one, classes, rate).mean, 0) / 2;
  let low = 0;
  let high = 1e-9;
  while (expected(high) < ties && high < 1e9) high *= 2;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (expected(middle) < ties) low = middle;
    else high = middle;
  }
  return high;
}

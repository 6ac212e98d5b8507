/** How honest probabilities are: what was promised against what came true, in ten steps of probability. */

/** One step of probability. */
export interface ReliabilityStep {
  n: number;
  /** Mean promised probability and share that came true. */
  promised: number;
  came: number;
}

/** Collects pairs of probability and outcome. */
export class Reliability {
  readonly #n = new Float64Array(10);
  readonly #promised = new Float64Array(10);
  readonly #came = new Float64Array(10);

  add(p: number, came: boolean): void {
    const step = Math.min(9, Math.floor(p * 10));
    this.#n[step]!++;
    this.#promised[step]! += p;
    if (came) this.#came[step]!++;
  }

  /** Expected calibration error: mean distance between promise and outcome, weighted by how often each step occurs. */
  error(): number {
    let distance = 0;
    let n = 0;
    for (let step = 0; step < 10; step++) {
      distance += Math.abs(this.#promised[step]! - this.#came[step]!);
      n += this.#n[step]!;
    }
    return n ? distance / n : 0;
  }

  /** The steps in which something was promised. */
  steps(): ReliabilityStep[] {
    return Array.from(this.#n, (n, step) => ({
      n,
      promised: this.#promised[step]! / n,
      came: this.#came[step]! / n,
    })).filter(({ n }) => n > 0);
  }
}

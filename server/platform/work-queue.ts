/** Work that is heavy on memory or processor, done a little at a time. */
export interface WorkQueue {
  /** Runs `work` when its turn comes; undefined at once when too many wait already. */
  run<Result>(weight: number, work: () => Promise<Result>): Promise<Result> | undefined;
  readonly waiting: number;
}

/** A queue that runs work up to a total weight of `capacity` at once, in order, and lets at most `mostWaiting` wait. */
export function createWorkQueue(options: { capacity: number; mostWaiting: number }): WorkQueue {
  const line: { weight: number; start: () => void }[] = [];
  let running = 0;
  const next = () => {
    // Strictly in order, so that heavy work is not overtaken for ever.
    while (line[0] && (running === 0 || running + line[0].weight <= options.capacity)) {
      const { weight, start } = line.shift()!;
      running += weight;
      start();
    }
  };
  return {
    get waiting() {
      return line.length;
    },
    run: (weight, work) => {
      if (line.length >= options.mostWaiting) return undefined;
      const turn = new Promise<void>((resolve) => line.push({ weight, start: resolve }));
      next();
      return turn.then(work).finally(() => {
        running -= weight;
        next();
      });
    },
  };
}

/** A fixed amount of something (bytes of uploads in flight) that is taken and given back. */
export interface Budget {
  /** Takes `amount`; gives the function that returns it, undefined when not enough is left. */
  take(amount: number): (() => void) | undefined;
}

/** A budget of `total`. */
export function createBudget(total: number): Budget {
  let left = total;
  return {
    take: (amount) => {
      if (amount > left) return undefined;
      left -= amount;
      let held = true;
      return () => {
        if (held) left += amount;
        held = false;
      };
    },
  };
}

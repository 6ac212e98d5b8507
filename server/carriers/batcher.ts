/**
 * Gathers single pieces of work into batches, one batch at a time for each key: what arrives while a batch is being
 * committed forms the next one. Under load the cost of a commit is shared; without load nobody waits.
 */

/** Work that is done in batches. */
export interface Batcher<Item, Result> {
  /** Resolves when the item's batch is done; undefined at once when too many wait. */
  add(key: string, item: Item): Promise<Result> | undefined;
  /** How many items wait under the key. */
  waiting(key: string): number;
}

interface Entry<Item, Result> {
  item: Item;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
}

interface Lane<Item, Result> {
  entries: Entry<Item, Result>[];
  running: boolean;
}

/** Makes a batcher; `run` answers each item in order, or throws for the whole batch. */
export function createBatcher<Item, Result>(options: {
  run: (key: string, items: Item[]) => Promise<Result[]>;
  largest?: number;
  mostWaiting?: number;
}): Batcher<Item, Result> {
  const { run, largest = 500, mostWaiting = 5000 } = options;
  const lanes = new Map<string, Lane<Item, Result>>();

  const runLane = async (key: string, lane: Lane<Item, Result>) => {
    while (lane.entries.length > 0) {
      const batch = lane.entries.splice(0, largest);
      try {
        const results = await run(
          key,
          batch.map((entry) => entry.item),
        );
        batch.forEach((entry, at) => entry.resolve(results[at]!));
      } catch (error) {
        batch.forEach((entry) => entry.reject(error));
      }
    }
    lanes.delete(key);
  };

  return {
    waiting: (key) => lanes.get(key)?.entries.length ?? 0,
    add: (key, item) => {
      const lane = lanes.get(key) ?? { entries: [], running: false };
      if (lane.entries.length >= mostWaiting) return undefined;
      lanes.set(key, lane);
      const done = new Promise<Result>((resolve, reject) => lane.entries.push({ item, resolve, reject }));
      if (!lane.running) {
        lane.running = true;
        // At the end of this turn, so that requests that arrived together share the first batch too.
        setImmediate(() => void runLane(key, lane));
      }
      return done;
    },
  };
}

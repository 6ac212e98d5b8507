import { isInTransaction, type Ctx, type Services } from './context.ts';

/**
 * Values that nearly never change and are asked for with every post, kept in this process for a moment. Who changes one
 * calls `drop`; another process sees the change after `keepMs` at the latest. Only for what may be old for that long.
 */
export interface Recent<Value> {
  /** The value of the key. What a transaction reads is not kept: it may be its own, and given up. */
  get(ctx: Ctx, key: string): Promise<Value>;
  /** Forgets the value, now and again after the transaction of `ctx` has committed. */
  drop(ctx: Ctx, key: string): void;
}

const usualMs = 2000;
const most = 10_000;

/** Makes a store of recent values; each app of a process has its own values in it. */
export function createRecent<Value>(
  read: (ctx: Ctx, key: string) => Promise<Value>,
  { keepMs = usualMs }: { keepMs?: number } = {},
): Recent<Value> {
  const stores = new WeakMap<Services, Map<string, { value: Promise<Value>; until: number }>>();
  const storeOf = (services: Services) => {
    const store = stores.get(services) ?? new Map<string, { value: Promise<Value>; until: number }>();
    stores.set(services, store);
    return store;
  };
  return {
    get: (ctx, key) => {
      const store = storeOf(ctx.services);
      const found = store.get(key);
      if (found && found.until > performance.now()) return found.value;
      if (isInTransaction(ctx)) return read(ctx, key);
      // Everything in it is older than a moment or soon will be; so the whole may go.
      if (store.size >= most) store.clear();
      const kept = { value: read(ctx, key), until: performance.now() + keepMs };
      store.set(key, kept);
      kept.value.catch(() => store.get(key) === kept && store.delete(key));
      return kept.value;
    },
    drop: (ctx, key) => {
      const forget = () => void storeOf(ctx.services).delete(key);
      forget();
      ctx.afterCommit(forget);
    },
  };
}

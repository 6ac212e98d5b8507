/**
 * A slot is a named, typed list that an earlier module declares and later modules fill in their `module.ts`. The owner
 * uses the values in module order and never learns who gave them.
 */
export interface Slot<Value> {
  readonly name: string;
  /** Never set; carries the type of the values. */
  readonly valueType?: Value;
}

/** One module's contribution to a slot. */
export interface Filling {
  readonly slot: Slot<unknown>;
  readonly value: unknown;
}

/** Declares a slot; `name` is `module.slotName`. Its contract (transaction, batch, order, failure) stands in its docstring. */
export function defineSlot<Value>(name: string): Slot<Value> {
  return { name };
}

/** Fills a slot with one value: `fills: [fill(mayJoin, privacyStep)]`. */
export function fill<Value>(slot: Slot<Value>, value: Value): Filling {
  return { slot: slot as Slot<unknown>, value };
}

/** All values of a slot, in module order. */
export type SlotReader = <Value>(slot: Slot<Value>) => readonly Value[];

/** Gathers the fillings of all modules once, at start. */
export function readSlots(fillings: readonly Filling[]): SlotReader {
  const bySlot = new Map<Slot<unknown>, unknown[]>();
  for (const { slot, value } of fillings) bySlot.set(slot, [...(bySlot.get(slot) ?? []), value]);
  return <Value>(slot: Slot<Value>) => (bySlot.get(slot as Slot<unknown>) ?? []) as Value[];
}

// A segment while it is put together: which conditions are whole, how a new one begins, how it stands in the address.
import type { Condition, ConditionGroup, Draft, KnownFact } from '../../../data/segments.ts';

/** A segment that asks nothing yet. */
export const emptyDraft: Draft = { join: 'all', items: [] };

/** Whether an item is a group of conditions. */
export function isGroup(item: Condition | ConditionGroup): item is ConditionGroup {
  return 'items' in item;
}

/** A new condition about a fact, with what is asked most. */
export function beginCondition(fact: KnownFact): Condition {
  const [op] = fact.ops;
  const days = fact.windows?.includes(28) ? 28 : fact.windows?.[0];
  return {
    fact: fact.key,
    op: op!,
    ...(days === undefined ? {} : { days }),
    ...(fact.kind === 'day' ? { number: 28 } : fact.kind === 'number' ? { number: 1 } : {}),
  };
}

/** The same fact asked in another way: what belongs to the way before is dropped. */
export function askOtherwise(condition: Condition, op: string): Condition {
  const { fact, days, not, number, options, text } = condition;
  const kept = { fact, op, ...(days === undefined ? {} : { days }), ...(not ? { not } : {}) };
  if (needs.number.has(op)) return { ...kept, number: number ?? 1, ...(op === 'between' ? { to: number ?? 1 } : {}) };
  if (needs.options.has(op)) return { ...kept, ...(options ? { options } : {}) };
  return needs.text.has(op) && text ? { ...kept, text } : kept;
}

/** Which ways of asking need which values. */
export const needs = {
  number: new Set(['at_least', 'at_most', 'between', 'within', 'before']),
  options: new Set(['one_of', 'all_of', 'in_now', 'in_ever']),
  text: new Set(['contains', 'equals']),
};

/** Whether a condition can be asked. */
export function isWhole({ op, number, to, from, until, options, text }: Condition): boolean {
  if (needs.number.has(op)) return number !== undefined && (op !== 'between' || (to !== undefined && to >= number));
  if (needs.options.has(op)) return (options?.length ?? 0) > 0;
  if (needs.text.has(op)) return (text ?? '').trim() !== '';
  if (op === 'dates') return from !== undefined || until !== undefined;
  return true;
}

/** What of a draft can be asked now; undefined when nothing can. */
export function wholeOf(draft: Draft): Draft | undefined {
  const items = draft.items.flatMap((item): Draft['items'] => {
    if (!isGroup(item)) return isWhole(item) ? [item] : [];
    const inner = item.items.filter(isWhole);
    return inner.length > 0 ? [{ ...item, items: inner }] : [];
  });
  return items.length > 0 ? { ...draft, items } : undefined;
}

/** Whether everything in a draft can be asked, so that saving it saves what is seen. */
export function isComplete(draft: Draft): boolean {
  const all = draft.items.flatMap((item) => (isGroup(item) ? item.items : [item]));
  return all.length > 0 && all.every(isWhole) && draft.items.every((item) => !isGroup(item) || item.items.length > 0);
}

/** A draft as it stands in the address. */
export function writeDraft(draft: Draft): string | undefined {
  return draft.items.length > 0 ? JSON.stringify(draft) : undefined;
}

/** Reads a draft from the address; what can't be read is as good as nothing. */
export function readDraft(text: string | undefined): Draft | undefined {
  if (text === undefined) return undefined;
  try {
    const draft = JSON.parse(text) as Draft;
    return Array.isArray(draft.items) ? draft : undefined;
  } catch {
    return undefined;
  }
}

/** A segment of who has one tag, for the door behind a tag. */
export function draftOfTag(tagId: string): Draft {
  return { join: 'all', items: [{ fact: 'profiles.tags', op: 'one_of', options: [tagId] }] };
}

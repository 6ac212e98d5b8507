// A ladder while it is put together: how it begins, how one that exists is opened, the rule for staying made of the rule for coming in.
import type { DraftLevel, Ladder, LadderDraft } from '../../../data/levels.ts';
import type { Condition, Draft as Rule } from '../../../data/segments.ts';
import { isComplete, isGroup } from '../segments/draft.ts';

let made = 0;

/** A level without rules. */
export function beginLevel(name = ''): DraftLevel {
  return { key: `new ${++made}`, number: null, name, entry: null, staying: null, price: null, privileges: [] };
}

/** A new ladder: a start, and a second level for who speaks. */
export function beginLadder(names: readonly [string, string], isFirst: boolean): LadderDraft {
  const entry: Rule = { join: 'all', items: [{ fact: 'people.messages', op: 'at_least', days: 28, number: 5 }] };
  return {
    name: '',
    main: isFirst,
    policy: { keepDays: 14, graceDays: 7, stepDays: 0 },
    levels: [beginLevel(names[0]), { ...beginLevel(names[1]), entry, staying: easierOf(entry) }],
  };
}

/** A ladder that exists, opened for a change. */
export function openLadder({ name, main, policy, levels }: Ladder): LadderDraft {
  return {
    name,
    main,
    policy,
    levels: levels.map(({ number, name: level, entry, staying, price, privileges }) => ({
      key: String(number),
      number,
      name: level,
      entry: entry as Rule | null,
      staying: staying as Rule | null,
      price: price ?? null,
      privileges: privileges ?? [],
    })),
  };
}

/** Nine tenths of what is asked for: whoever sways around a number does not go up and down with it. */
export function easierOf(rule: Rule): Rule {
  const easier = (one: Condition): Condition =>
    one.op === 'at_least' && !one.not && one.number !== undefined
      ? { ...one, number: Math.floor(one.number * 0.9) }
      : one;
  return {
    ...rule,
    items: rule.items.map((item) => (isGroup(item) ? { ...item, items: item.items.map(easier) } : easier(item))),
  };
}

/** Whether everything is said that has to be. */
export function isWholeLadder({ name, levels }: LadderDraft): boolean {
  const isRule = (rule: Rule | null) => rule === null || isComplete(rule);
  return (
    name.trim() !== '' &&
    levels.every(
      (level) =>
        level.name.trim() !== '' &&
        isRule(level.entry) &&
        isRule(level.staying) &&
        level.privileges.every((one) => one.name.trim() !== '' && (one.kind !== 'words' || one.text.trim() !== '')),
    )
  );
}

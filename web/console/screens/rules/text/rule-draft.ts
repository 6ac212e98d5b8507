// The rules while they are being written: what differs from a version that is in force, what each check guards, and the five
// principles that a new community starts from.
import type { Check, RuleDraft, RuleItem } from '../../../data/rules.ts';
import type { Say } from '../../../text.ts';

/** Parts of a rule besides its name. */
export const ruleParts = ['welcome', 'unwelcome', 'consequence', 'reward', 'reason'] as const;

/** One of them. */
export type RulePart = (typeof ruleParts)[number];

/** A rule that is being written; one without a key is new. */
export type DraftItem = RuleDraft['items'][number];

/** Rules that people really keep are few. */
export const mostRules = 12;

/** A rule with nothing in it. */
export const newRule: DraftItem = {
  name: '',
  welcome: '',
  unwelcome: '',
  consequence: '',
  reward: '',
  reason: '',
  watchedBy: [],
};

/** What changed from one version to the next; the order alone counts as a change too. */
export interface RuleChanges {
  added: string[];
  changed: string[];
  removed: string[];
  isMoved: boolean;
  isToneChanged: boolean;
}

/** Compares a version with what came before; rules are the same by their key. */
export function compareRules(
  before: { tone: string; items: readonly DraftItem[] },
  after: { tone: string; items: readonly DraftItem[] },
): RuleChanges {
  const old = new Map(before.items.flatMap((item) => (item.key ? [[item.key, item] as const] : [])));
  const kept = after.items.filter(({ key }) => key !== undefined && old.has(key));
  const keptKeys = new Set(kept.map(({ key }) => key));
  const order = before.items.flatMap(({ key }) => (keptKeys.has(key) ? [key] : []));
  return {
    added: after.items.filter((item) => !kept.includes(item)).map(({ name }) => name),
    changed: kept.filter((item) => !isSame(old.get(item.key!)!, item)).map(({ name }) => name),
    removed: before.items.filter(({ key }) => !keptKeys.has(key)).map(({ name }) => name),
    isMoved: order.some((key, at) => kept[at]!.key !== key),
    isToneChanged: before.tone !== after.tone,
  };
}

/** Whether anything at all changed. */
export function isChanged({ added, changed, removed, isMoved, isToneChanged }: RuleChanges): boolean {
  return added.length + changed.length + removed.length > 0 || isMoved || isToneChanged;
}

function isSame(one: DraftItem, other: DraftItem): boolean {
  return (
    one.name === other.name &&
    ruleParts.every((part) => one[part] === other[part]) &&
    [...one.watchedBy].sort().join() === [...other.watchedBy].sort().join()
  );
}

/** Lets a check guard a rule, or none; it guards one at most, because what it finds is explained with one rule. */
export function setGuard(items: readonly DraftItem[], at: number, check: Check): DraftItem[] {
  return items.map((item, index) => {
    const without = item.watchedBy.filter((one) => one !== check);
    const isOn = index === at && without.length === item.watchedBy.length;
    return { ...item, watchedBy: isOn ? [...without, check] : without };
  });
}

/** Swaps a rule with its neighbour. */
export function moveRule(items: readonly DraftItem[], from: number, by: 1 | -1): DraftItem[] {
  const moved = [...items];
  const [item] = moved.splice(from, 1);
  moved.splice(from + by, 0, item!);
  return moved;
}

/** What keeps the rules from being published; undefined when nothing does. */
export function findFault(items: readonly DraftItem[]): 'noRules' | 'noName' | 'sameName' | undefined {
  if (items.length === 0) return 'noRules';
  const names = items.map(({ name }) => name.trim());
  if (names.includes('')) return 'noName';
  return new Set(names).size < names.length ? 'sameName' : undefined;
}

/** What is sent: without spaces at the ends. */
export function tidyRules({ tone, items }: RuleDraft): RuleDraft {
  return {
    tone: tone.trim(),
    items: items.map((item) => ({
      ...item,
      name: item.name.trim(),
      ...(Object.fromEntries(ruleParts.map((part) => [part, item[part].trim()])) as Record<RulePart, string>),
    })),
  };
}

const principles = ['hello', 'reply', 'sell', 'respect', 'leave'] as const;
const guards: Partial<Record<(typeof principles)[number], RuleItem['watchedBy']>> = {
  sell: ['terms', 'links', 'repeats', 'ads'],
};

/** Five principles to start from, in the reader's language. */
export function startingRules(t: Say): RuleDraft {
  return {
    tone: t('rules.start.tone'),
    items: principles.map((principle) => ({
      ...newRule,
      name: t(`rules.start.${principle}.name`),
      welcome: t(`rules.start.${principle}.welcome`),
      unwelcome: t(`rules.start.${principle}.unwelcome`),
      consequence: t(`rules.start.${principle}.consequence`),
      reason: t(`rules.start.${principle}.reason`),
      watchedBy: guards[principle] ?? [],
    })),
  };
}

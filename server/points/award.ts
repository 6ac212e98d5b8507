/**
 * The one way to earn points: an award is paid once for its key, within the caps of the day, by one entry in the ledger. Counters of the
 * day are held while they are compared, so a rush at the same moment gets no more than the cap.
 */
import { getZone } from '../communities/index.ts';
import { openAccounts, reverse, transferMany, type ReversalResult, type Transfer } from '../ledger/index.ts';
import { localDay } from '../platform/clock.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { getPointsSettings, listRules, type EarningRule } from './settings.ts';
import {
  addToDays,
  clearAward,
  deleteAwards,
  insertAwards,
  selectAwards,
  updateEntries,
  type DayCount,
} from './store/award.ts';

/** Something that earned points. */
export interface Award {
  /** Of the slot `earningKinds`. */
  kind: string;
  /** Unique in the community for ever: names the occasion, and is the key of the entry. */
  key: string;
  /** The kind of the entry, `module.noun_verbed`. */
  entryKind: string;
  identityId: string;
  /** Where the module says the figure; else the rule's. */
  amount?: number;
  /** When it was earned: the cap of that day counts. */
  at?: Date;
  memo: string;
  /** The other one of the occasion, for rules that count pairs. */
  otherId?: string;
}

/** What became of an award. */
export type Awarded =
  | { ok: true; entryId: string; amount: number; replayed: boolean }
  | { ok: false; reason: 'off' | 'cap' | 'pair' | 'closed' };

/** Takes an award back with its entry: it was earned no more. The caps of its day stay used. */
export async function takeAwardBack(
  ctx: Ctx,
  { communityId, entryId, memo }: { communityId: string; entryId: string; memo?: string },
): Promise<ReversalResult> {
  return inTransaction(ctx, async (inner) => {
    await clearAward(inner, communityId, entryId);
    return reverse(inner, { communityId, entryId, ...(memo === undefined ? {} : { memo }) });
  });
}

interface Planned extends Award {
  rule: EarningRule;
  points: number;
  day: string;
}

/** Pays awards of one community, a result for each, in the caller's transaction or its own. Value moves: call it late. */
export async function awardPoints(ctx: Ctx, communityId: string, awards: readonly Award[]): Promise<Awarded[]> {
  if (awards.length === 0) return [];
  return inTransaction(ctx, async (inner) => {
    const rules = await listRules(inner, communityId);
    const zone = await getZone(inner, communityId);
    const results = new Map<string, Awarded>();
    const planned = awards.flatMap((award): Planned[] => {
      const rule = rules.get(award.kind);
      if (!rule) throw new Error(`nobody has declared the earning kind ${award.kind}`);
      const points = award.amount ?? rule.amount ?? 0;
      if (!rule.on || points === 0) {
        results.set(award.key, { ok: false, reason: 'off' });
        return [];
      }
      return [{ ...award, rule, points, day: localDay(award.at ?? inner.now(), zone) }];
    });
    for (const [key, result] of await payPlanned(inner, communityId, planned)) results.set(key, result);
    return awards.map(({ key }): Awarded => results.get(key) ?? { ok: false, reason: 'closed' });
  });
}

async function payPlanned(ctx: Ctx, communityId: string, planned: readonly Planned[]): Promise<Map<string, Awarded>> {
  const results = new Map<string, Awarded>();
  if (planned.length === 0) return results;
  const rows = planned.map(({ points: amount, ...one }) => ({ ...one, amount, at: one.at ?? ctx.now() }));
  const fresh = await insertAwards(ctx, communityId, rows);
  const keys = planned.map((one) => one.key);
  for (const [key, { entryId, amount }] of await selectAwards(ctx, communityId, keys))
    if (!fresh.has(key) && entryId) results.set(key, { ok: true, entryId, amount, replayed: true });
  const mine = planned.filter(({ key }) => fresh.has(key));
  const refused = await countWithinCaps(ctx, communityId, mine);
  for (const [key, reason] of refused) results.set(key, { ok: false, reason });
  const paid = await pay(
    ctx,
    communityId,
    mine.filter(({ key }) => !refused.has(key)),
  );
  for (const [key, result] of paid) results.set(key, result);
  const unpaid = mine.map(({ key }) => key).filter((key) => !results.get(key)?.ok);
  await deleteAwards(ctx, communityId, unpaid);
  return results;
}

/** Counts awards in; those beyond a cap are counted out again and refused. */
async function countWithinCaps(
  ctx: Ctx,
  communityId: string,
  awards: readonly Planned[],
): Promise<Map<string, 'cap' | 'pair'>> {
  const { perDay } = await getPointsSettings(ctx, communityId);
  const wanted = awards.map((award) => ({ award, counts: countsOf(award, perDay) }));
  const sums = new Map<string, DayCount>();
  for (const { count } of wanted.flatMap(({ counts }) => counts)) {
    const known = sums.get(nameOf(count));
    sums.set(nameOf(count), { ...count, points: count.points + (known?.points ?? 0) });
  }
  const now = await addToDays(ctx, communityId, [...sums.values()]);
  const before = new Map(now.map((count) => [nameOf(count), count.points - sums.get(nameOf(count))!.points]));
  const refused = new Map<string, 'cap' | 'pair'>();
  const back: DayCount[] = [];
  for (const { award, counts } of wanted) {
    const over = counts.find(({ count, cap }) => cap !== null && before.get(nameOf(count))! + count.points > cap);
    if (over) {
      refused.set(award.key, over.reason);
      back.push(...counts.map(({ count }) => ({ ...count, points: -count.points })));
    } else for (const { count } of counts) before.set(nameOf(count), before.get(nameOf(count))! + count.points);
  }
  // The same counter once in a statement.
  for (const count of back) await addToDays(ctx, communityId, [count]);
  return refused;
}

interface CappedCount {
  count: DayCount;
  cap: number | null;
  reason: 'cap' | 'pair';
}

function countsOf({ identityId, otherId, day, kind, points, rule }: Planned, perDay: number | null): CappedCount[] {
  const counts: CappedCount[] = [
    { count: { identityId, day, kind, points }, cap: rule.perDay, reason: 'cap' },
    { count: { identityId, day, kind: '', points }, cap: perDay, reason: 'cap' },
  ];
  if (otherId !== undefined && rule.pairPerDay !== undefined) {
    // Whoever of the two earns: they share one counter.
    const [first, second] = [identityId, otherId].toSorted() as [string, string];
    const count = { identityId: first, day, kind: `${kind} ${second}`, points: 1 };
    counts.push({ count, cap: rule.pairPerDay, reason: 'pair' });
  }
  return counts;
}

function nameOf({ identityId, day, kind }: DayCount): string {
  return `${identityId} ${day} ${kind}`;
}

async function pay(ctx: Ctx, communityId: string, awards: readonly Planned[]): Promise<Map<string, Awarded>> {
  if (awards.length === 0) return new Map();
  const names = awards.map(({ identityId: id }) => ({ owner: { kind: 'identity' as const, id }, unit: 'points' }));
  const issuer = { owner: { kind: 'issuer' as const, id: communityId }, unit: 'points' };
  const [source, ...accounts] = await openAccounts(ctx, { communityId, names: [issuer, ...names] });
  const transfers = awards.map(({ key, entryKind: kind, points, memo }, at): Transfer => ({
    communityId,
    key,
    kind,
    legs: [
      { account: source!.id, amount: -points },
      { account: accounts[at]!.id, amount: points },
    ],
    memo,
  }));
  const done = await transferMany(ctx, transfers);
  const entries = awards.flatMap(({ key }, at) => {
    const result = done[at]!;
    return result.ok ? [{ key, entryId: result.entryId }] : [];
  });
  await updateEntries(ctx, communityId, entries);
  return new Map(
    awards.map(({ key, points: amount }, at): [string, Awarded] => {
      const result = done[at]!;
      if (!result.ok) return [key, { ok: false, reason: 'closed' }];
      return [key, { ok: true, entryId: result.entryId, amount, replayed: result.replayed }];
    }),
  );
}

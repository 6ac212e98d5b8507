/**
 * What a member sees: the ladders that the community has chosen, the own level, what it gives, and what is missing to the next one. What
 * the team keeps to itself about people (tags, own fields, trust) is never named: such a condition is "something the team decides".
 */
import { listPersonsOf } from '../people/index.ts';
import type { Ctx } from '../platform/context.ts';
import {
  classifyPeople,
  conditionsOf,
  explainRule,
  makeRight,
  openClassification,
  readNumbersOf,
  type Condition,
  type Definition,
} from '../profiles/index.ts';
import type { Level, Privilege } from './definition.ts';
import { presentDay } from './evaluation.ts';
import { readStanding, settle } from './standing.ts';
import { selectLadders, type Ladder } from './store/ladder.ts';
import { selectStandings } from './store/standing.ts';

/** Facts that a member may read of themselves: what they did, for how long they are here, what they have. */
const open = [
  /^people\.(messages|active_days|replies|joined|last_spoke|groups)$/,
  /^ledger\.points$/,
  /^(points|programs)\./,
];

/** One condition on the way up. */
export interface Missing {
  words: string;
  met: boolean;
  /** What stands and what is asked for, when that is a number. */
  have: number | null;
  need: number | null;
}

/** A ladder as its members see it. */
export interface OwnLevel {
  ladderId: string;
  name: string;
  main: boolean;
  /** From the first up. */
  levels: { number: number; name: string; privileges: Privilege[]; price: Level['price'] }[];
  level: number;
  since: string | null;
  paidUntil: string | null;
  /** The rule for staying is not met; unless that changes, the level changes on this day or later. */
  slips: { on: string } | null;
  /** The way to the next level; `any` = one of the conditions is enough. */
  next: { number: number; name: string; join: 'all' | 'any'; missing: Missing[] } | null;
}

/** The own levels of an account's person, on all ladders. */
export async function readOwnLevels(ctx: Ctx, communityId: string, identityId: string): Promise<OwnLevel[]> {
  const [person] = await listPersonsOf(ctx, communityId, [identityId]);
  const ladders = await selectLadders(ctx, communityId);
  if (!person || ladders.length === 0) return [];
  await makeRight(ctx, communityId, [person.personId]);
  const today = await presentDay(ctx, communityId);
  const own: OwnLevel[] = [];
  for (const ladder of ladders) {
    const rows = await selectStandings(ctx, { communityId, ladderId: ladder.id }, person.identityIds);
    const standing = settle(readStanding(ladder, rows), today);
    const dueOn = rows.find(({ belowSince }) => belowSince !== null)?.dueOn ?? null;
    own.push({
      ladderId: ladder.id,
      name: ladder.name,
      main: ladder.main,
      levels: ladder.levels.map(({ number, name, privileges, price }) => ({ number, name, privileges, price })),
      level: ladder.levels[standing.at]!.number,
      since: standing.lock ? null : (rows[0]?.since ?? null),
      paidUntil: standing.paid?.until ?? null,
      slips: dueOn && !standing.lock && standing.rule.at === standing.at ? { on: dueOn } : null,
      next: await describeNext(ctx, ladder, { at: standing.at, personId: person.personId }),
    });
  }
  return own;
}

async function describeNext(
  ctx: Ctx,
  ladder: Ladder,
  { at, personId }: { at: number; personId: string },
): Promise<OwnLevel['next']> {
  const next = ladder.levels[at + 1];
  if (!next) return null;
  const { number, name, entry } = next;
  if (!entry) return { number, name, join: 'all', missing: [] };
  return {
    number,
    name,
    join: entry.join,
    missing: await describeMissing(ctx, ladder.communityId, { entry, personId }),
  };
}

/** Items of the rule in plain words; a group of conditions is one line. */
async function describeMissing(
  ctx: Ctx,
  communityId: string,
  { entry, personId }: { entry: Definition; personId: string },
): Promise<Missing[]> {
  const items = entry.items.map((item): Definition => ('items' in item ? item : { join: 'all', items: [item] }));
  const asked = await openClassification(ctx, communityId, items);
  const [row] = await classifyPeople(ctx, asked, { personIds: [personId] });
  const numbers = await readNumbersOf(ctx, communityId, personId);
  const missing: Missing[] = [];
  for (const [at, item] of items.entries()) {
    const conditions = conditionsOf(item);
    const isOpen = conditions.every(({ fact }) => open.some((one) => one.test(fact)));
    const { phrases } = await explainRule(ctx, communityId, item);
    const words = isOpen ? phrases.join(ctx.t(`profiles:join.${item.join}`)) : ctx.t('levels:member.team_decides');
    const count = isOpen && conditions.length === 1 ? countOf(conditions[0]!, numbers) : { have: null, need: null };
    missing.push({ words, met: row !== undefined && ((row.fits >>> at) & 1) === 1, ...count });
  }
  return missing;
}

function countOf({ fact, op, days, number, not }: Condition, numbers: ReadonlyMap<string, number>) {
  if (op !== 'at_least' || not || number === undefined) return { have: null, need: null };
  return { have: numbers.get(days === undefined ? fact : `${fact}.${days}`) ?? 0, need: number };
}

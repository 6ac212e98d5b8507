/**
 * Who stands where: questions of all levels are asked of people in one pass over the rows of profiles, answers are compared with what is
 * written down, and only what differs is written. The same for everybody at night, for those of whom something has changed, and for one.
 */
import { getZone } from '../communities/index.ts';
import { listAccountsOf } from '../people/index.ts';
import { actorKey } from '../platform/auth/actor.ts';
import { localDay } from '../platform/clock.ts';
import type { Ctx } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import {
  classifyPeople,
  explainRule,
  openClassification,
  putFact,
  type Classified,
  type Definition,
} from '../profiles/index.ts';
import { decide, type Answers } from './decision.ts';
import type { Level } from './definition.ts';
import { levelsChanged } from './events.ts';
import { levelFact } from './facts.ts';
import { readStanding, settle, type Standing } from './standing.ts';
import {
  insertChanges,
  selectStandings,
  upsertStandings,
  type Change,
  type ChangeCause,
  type StandingRow,
} from './store/standing.ts';
import type { Ladder } from './store/ladder.ts';

/** A ladder made ready to be asked of many people. */
export interface OpenLadder {
  ladder: Ladder;
  today: string;
  ask: Awaited<ReturnType<typeof openClassification>>;
  /** Which bit answers for a level's rules; undefined = there is no rule. */
  bits: { entry: number | undefined; staying: number | undefined }[];
}

/** Why and how loudly people are looked at. */
export interface Occasion {
  cause: ChangeCause;
  /** Members hear of it. */
  tells: boolean;
  /** In place of the rule in words, e.g. an operator's reason. */
  why?: string;
}

/** Who is in a group at all; nobody else is moved. */
const present: Definition = {
  join: 'all',
  items: [{ fact: 'people.groups', op: 'at_least', number: 1, not: false }],
};

/** Makes a ladder ready. */
export async function openLadder(ctx: Ctx, ladder: Ladder): Promise<OpenLadder> {
  const definitions: Definition[] = [present];
  const place = (definition: Definition | null) => (definition ? definitions.push(definition) - 1 : undefined);
  const bits = ladder.levels.map(({ entry, staying }) => ({ entry: place(entry), staying: place(staying) }));
  const ask = await openClassification(ctx, ladder.communityId, definitions);
  return { ladder, today: ask.today, ask, bits };
}

/** The next people in the order of their ids, with the answers of each; who is in no group is left out of `people`. */
export async function askPage(
  ctx: Ctx,
  open: OpenLadder,
  among: Parameters<typeof classifyPeople>[2],
): Promise<{ people: Asked[]; last: string | null; count: number }> {
  const rows = await classifyPeople(ctx, open.ask, among);
  const here = rows.filter(({ fits }) => fits % 2 === 1);
  const people = await withAccounts(ctx, open, here);
  return { people, last: rows.at(-1)?.personId ?? null, count: rows.length };
}

/** One person with the answers to all rules and where they stand. */
export interface Asked extends Classified {
  identityIds: readonly string[];
  answers: Answers;
  standing: Standing;
}

async function withAccounts(ctx: Ctx, open: OpenLadder, rows: readonly Classified[]): Promise<Asked[]> {
  const { communityId, id: ladderId } = open.ladder;
  const personIds = rows.map(({ personId }) => personId);
  const accounts = await listAccountsOf(ctx, communityId, personIds);
  const idsOf = new Map(accounts.map(({ personId, identityIds }) => [personId, identityIds]));
  const all = accounts.flatMap(({ identityIds }) => identityIds);
  const written = new Map<string, StandingRow>(
    (await selectStandings(ctx, { communityId, ladderId }, all)).map((row) => [row.identityId, row]),
  );
  return rows.map((row) => {
    const identityIds = idsOf.get(row.personId) ?? [row.identityId];
    const mine = identityIds.flatMap((id) => written.get(id) ?? []);
    return { ...row, identityIds, answers: answersOf(open, row.fits), standing: readStanding(open.ladder, mine) };
  });
}

function answersOf({ bits }: OpenLadder, fits: number): Answers {
  const says = (bit: number | undefined) => bit !== undefined && ((fits >>> bit) & 1) === 1;
  return {
    entry: bits.map(({ entry }, at) => at === 0 || says(entry)),
    // Without a rule for staying a level is kept.
    staying: bits.map(({ staying }, at) => at === 0 || staying === undefined || says(staying)),
  };
}

/** A person whose row is another one now. */
export interface Moved {
  asked: Asked;
  next: Standing;
}

/** What becomes of people by the rules, locks and payments; who stays as they are is left out. */
export function decideAll(open: OpenLadder, people: readonly Asked[], placing: boolean): Moved[] {
  const { ladder, today } = open;
  return people.flatMap((asked): Moved[] => {
    const { standing, answers } = asked;
    const first = placing || standing.orphaned;
    const rule = decide(standing.rule, answers, { policy: ladder.policy, today, placing: first });
    const next = settle({ ...standing, rule: { ...rule }, ruleDueOn: rule.dueOn }, today);
    return isSame(standing, next) ? [] : [{ asked, next }];
  });
}

function isSame(before: Standing, after: Standing): boolean {
  return (
    !before.orphaned &&
    before.at === after.at &&
    before.rule.at === after.rule.at &&
    before.rule.belowSince === after.rule.belowSince &&
    before.dueOn === after.dueOn &&
    before.lock?.at === after.lock?.at &&
    before.paid?.at === after.paid?.at
  );
}

/** Writes what differs, with its history, facts and event. Call inside a transaction that holds the ladder. */
export async function writeMoves(
  ctx: Ctx,
  open: OpenLadder,
  { moves, occasion }: { moves: readonly Moved[]; occasion: Occasion },
): Promise<number> {
  const { ladder } = open;
  const { communityId, id: ladderId } = ladder;
  await upsertStandings(
    ctx,
    { communityId, ladderId },
    moves.flatMap((moved) => rowsOf(ladder, moved)),
  );
  const steps = moves.filter(({ asked, next }) => asked.standing.at !== next.at);
  await insertChanges(ctx, communityId, await describeChanges(ctx, ladder, { steps, occasion }));
  const heard = occasion.cause === 'placed' ? [] : steps;
  for (let from = 0; from < heard.length; from += 1000) {
    const people = heard.slice(from, from + 1000).map(({ asked, next }) => ({
      identityId: asked.identityId,
      from: ladder.levels[asked.standing.at]!.number,
      to: ladder.levels[next.at]!.number,
    }));
    ctx.emit(levelsChanged, communityId, { ladderId, people });
  }
  if (ladder.main)
    await putLevels(
      ctx,
      ladder,
      steps.map(({ asked, next }) => ({ ...asked, at: next.at })),
    );
  return steps.length;
}

/** Notes the levels of people among their facts. */
export async function putLevels(
  ctx: Ctx,
  { communityId, levels }: Ladder,
  people: readonly { personId: string; identityId: string; at: number }[],
): Promise<void> {
  const values = people.map(({ personId, identityId, at }) => ({ personId, identityId, value: levels[at]!.number }));
  await putFact(ctx, communityId, { fact: levelFact, values });
}

function rowsOf({ levels }: Ladder, { asked, next }: Moved): StandingRow[] {
  const row = {
    level: levels[next.at]!.number,
    since: next.since!,
    ruleLevel: levels[next.rule.at]!.number,
    ruleSince: next.rule.since ?? next.since!,
    belowSince: next.rule.belowSince,
    lockLevel: next.lock ? levels[next.lock.at]!.number : null,
    lockUntil: next.lock?.until ?? null,
    lockReason: next.lock?.reason ?? null,
    lockBy: next.lock?.by ?? null,
    paidLevel: next.paid ? levels[next.paid.at]!.number : null,
    paidUntil: next.paid?.until ?? null,
    dueOn: next.dueOn,
  };
  // A person's accounts all know it, so that nothing is lost when they are parted again.
  const ids = asked.standing.identityIds.length > 0 ? asked.standing.identityIds : [asked.identityId];
  return ids.map((identityId) => ({ identityId, ...row }));
}

async function describeChanges(
  ctx: Ctx,
  ladder: Ladder,
  { steps, occasion }: { steps: readonly Moved[]; occasion: Occasion },
): Promise<Change[]> {
  const whys = new Map<string, string>();
  const whyOf = async (level: Level, up: boolean) => {
    const key = `${level.number} ${up}`;
    if (!whys.has(key)) whys.set(key, await explainStep(ctx, ladder.communityId, { level, up }));
    return whys.get(key)!;
  };
  const changes: Change[] = [];
  for (const { asked, next } of steps) {
    const from = asked.standing.at;
    const up = next.at > from;
    const cause = occasion.cause === 'rules' ? causeOf(asked.standing, next) : occasion.cause;
    changes.push({
      id: newId(ctx.now()),
      ladderId: ladder.id,
      identityId: asked.identityId,
      fromLevel: ladder.levels[from]!.number,
      toLevel: ladder.levels[next.at]!.number,
      up,
      cause,
      why: occasion.why ?? (await whyOf(ladder.levels[up ? next.at : from]!, up)),
      at: ctx.now(),
      by: actorKey(ctx.actor),
      tell: occasion.tells ? 'due' : 'silent',
    });
  }
  return changes;
}

/** A lock or a payment that has run out is what moves somebody whose rules say the same as before. */
function causeOf(before: Standing, after: Standing): ChangeCause {
  if (before.lock && !after.lock) return 'unlocked';
  return before.paid && !after.paid && after.at < before.at ? 'expired' : 'rules';
}

/** The rule behind a step in words: for a way up that of coming in, for a way down that of staying. */
export async function explainStep(
  ctx: Ctx,
  communityId: string,
  { level, up }: { level: Level; up: boolean },
): Promise<string> {
  const rule = up ? level.entry : level.staying;
  if (!rule) return '';
  const { sentence } = await explainRule(ctx, communityId, rule);
  return ctx.t(up ? 'levels:why.meets' : 'levels:why.misses', { level: level.name, rule: sentence });
}

/** The present day of a community. */
export async function presentDay(ctx: Ctx, communityId: string): Promise<string> {
  return localDay(ctx.now(), await getZone(ctx, communityId));
}

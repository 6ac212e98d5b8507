/** One person in one program as the team sees it, and filling in a day for somebody: it takes no card and earns no points. */
import { getZone } from '../communities/index.ts';
import { getIdentity } from '../people/index.ts';
import { recordAudit } from '../platform/audit/audit.ts';
import { localDay } from '../platform/clock.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import { countClaims, lockPerson } from './count.ts';
import { monthEnds, monthOf, readDay } from './day.ts';
import { programErrors } from './errors.ts';
import { getProgram, stateOf, type Program } from './program.ts';
import { selectSums } from './store/board.ts';
import { selectClaims, selectCounted, selectStandings } from './store/count.ts';
import { selectDaysOfOne, selectLastPlace, type LogRow } from './store/overview.ts';
import { noStanding, streakOf } from './streak.ts';

/** One person in one program of a community. */
export interface PersonPlace {
  communityId: string;
  programId: string;
  identityId: string;
}

/** Somebody's days in a program. */
export interface PersonDays {
  identityId: string;
  personId: string | null;
  name: string;
  pictureId: string | null;
  streak: number;
  longest: number;
  days: number;
  points: number;
  cards: { left: number; perMonth: number };
  month: string;
  dates: LogRow[];
  /** Days of the month that the team could fill in. */
  missed: string[];
}

/** Somebody's days of a month, this one when none is named. */
export async function readPersonDays(ctx: Ctx, place: PersonPlace, wanted?: string): Promise<PersonDays> {
  const { communityId, programId, identityId } = place;
  const program = await getProgram(ctx, communityId, programId);
  const identity = await getIdentity(ctx, communityId, identityId);
  const zone = await getZone(ctx, communityId);
  const today = readDay(ctx.now(), zone, program.definition.window).day;
  const month = wanted ?? monthOf(today);
  const standing = (await selectStandings(ctx, place)).get(programId) ?? noStanding;
  const thisMonth = monthEnds(monthOf(localDay(ctx.now(), zone)));
  const sum = (await selectSums(ctx, place, thisMonth)).get(programId);
  const dates = await selectDaysOfOne(ctx, place, monthEnds(month));
  const { cardsPerMonth } = program.definition.makeUp;
  const mayFill = (await selectLastPlace(ctx, place)) !== undefined;
  return {
    identityId,
    personId: identity.personId,
    name: identity.name,
    pictureId: identity.pictureId,
    streak: streakOf(standing, today, program.pauses),
    longest: standing.longest,
    days: standing.days,
    points: sum?.points ?? 0,
    cards: { left: Math.max(0, cardsPerMonth - (sum?.cards ?? 0)), perMonth: cardsPerMonth },
    month,
    dates,
    missed: mayFill ? listMissedOf(program, { month, today, known: dates.map(({ day }) => day) }) : [],
  };
}

/** The days of a month before today on which the program ran and nothing counts. */
function listMissedOf(program: Program, facts: { month: string; today: string; known: readonly string[] }): string[] {
  const last = Number(monthEnds(facts.month).to.slice(-2));
  const known = new Set(facts.known);
  return Array.from({ length: last }, (_, at) => `${facts.month}-${String(at + 1).padStart(2, '0')}`).filter(
    (day) => day < facts.today && stateOf(program, day) === 'running' && !known.has(day),
  );
}

/** Fills in a missed day for somebody who has checked in before; it keeps the streak and stands in the audit log. */
export async function grantDay(ctx: Ctx, place: PersonPlace, day: string): Promise<void> {
  await inTransaction(ctx, async (inner) => {
    const { communityId, programId, identityId } = place;
    const program = await getProgram(inner, communityId, programId);
    await getIdentity(inner, communityId, identityId);
    const groupId = await selectLastPlace(inner, place);
    if (groupId === undefined) throw platformErrors.not_found();
    const zone = await getZone(inner, communityId);
    await lockPerson(inner, communityId, place);
    const key = { programId, identityId, day };
    if ((await selectCounted(inner, communityId, [key])).length > 0) throw programErrors.day_counts_already({ day });
    const today = readDay(inner.now(), zone, program.definition.window).day;
    if (day >= today || stateOf(program, day) !== 'running') throw programErrors.cannot_fill_day({ day });
    const at = inner.now();
    const claim = {
      ...key,
      id: newId(at),
      kind: 'make_up',
      groupId,
      at,
      usedOn: localDay(at, zone),
      granted: true,
    } as const;
    await countClaims(inner, communityId, { programs: [program], add: [claim], recalled: [] });
    await audit(inner, place, { action: 'programs.grant_day', day });
  });
}

/** Takes back a day that the team has filled in. */
export async function revokeDay(ctx: Ctx, place: PersonPlace, day: string): Promise<void> {
  await inTransaction(ctx, async (inner) => {
    const { communityId, programId, identityId } = place;
    const program = await getProgram(inner, communityId, programId);
    await lockPerson(inner, communityId, place);
    const claims = await selectClaims(inner, communityId, [{ programId, identityId, day }]);
    const takenBack = claims.filter((claim) => claim.granted);
    if (takenBack.length === 0) throw programErrors.not_filled_by_team({ day });
    await countClaims(inner, communityId, { programs: [program], add: [], recalled: [], takenBack });
    await audit(inner, place, { action: 'programs.revoke_day', day });
  });
}

async function audit(ctx: Ctx, place: PersonPlace, { action, day }: { action: string; day: string }): Promise<void> {
  const { communityId, programId, identityId } = place;
  const target = { kind: 'identity', id: identityId };
  await recordAudit(ctx, { communityId, action, target, detail: { programId, day } });
}

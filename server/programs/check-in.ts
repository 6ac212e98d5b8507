/** What a member does with a thumb: checks in by the button, fills a missed day with a card, hides from boards. */
import { getZone } from '../communities/index.ts';
import type { CurrentMembership } from '../people/index.ts';
import { localDay, shiftDay } from '../platform/clock.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { countClaims, lockPerson } from './count.ts';
import { monthEnds, monthOf, readDay } from './day.ts';
import { programErrors } from './errors.ts';
import { memberCheckedIn } from './events.ts';
import { stateOf, type Program } from './program.ts';
import { findPlayed, listMissed } from './standing.ts';
import { selectSums, writeHidden } from './store/board.ts';
import { selectCounted } from './store/count.ts';
import type { Claim, How } from './tally.ts';

/** What came of a check-in: `fresh` is false when the day counted already. */
export interface CheckedIn {
  fresh: boolean;
  day: string;
  /** Points that this check-in has brought. */
  points: number;
}

/** Checks in for today by the button; a second time on the same day, or after the word, changes nothing. */
export async function checkIn(ctx: Ctx, me: CurrentMembership, programId: string): Promise<CheckedIn> {
  return inTransaction(ctx, async (inner) => {
    const program = await findPlayed(inner, me, programId);
    const { window } = program.definition;
    const moment = readDay(inner.now(), await getZone(inner, me.communityId), window);
    checkRuns(program, moment.day);
    const { communityId, identityId } = me;
    const key = { programId, identityId, day: moment.day };
    await lockPerson(inner, communityId, key);
    const [known] = await selectCounted(inner, communityId, [key]);
    if (known) return { fresh: false, day: moment.day, points: 0 };
    if (moment.state === 'early') throw programErrors.window_not_open({ from: window.from });
    if (moment.state === 'late') throw programErrors.window_over({ to: window.to });
    const [day] = await count(inner, me, { program, kind: 'button', day: moment.day });
    inner.emit(memberCheckedIn, communityId, { groupId: me.groupId, identityId, day: moment.day });
    return { fresh: true, day: moment.day, points: day?.points ?? 0 };
  });
}

/** Fills a missed day with a card of this month. It keeps the streak and earns no points. */
export async function useMakeUpCard(
  ctx: Ctx,
  me: CurrentMembership,
  wish: { programId: string; day: string },
): Promise<void> {
  await inTransaction(ctx, async (inner) => {
    const program = await findPlayed(inner, me, wish.programId);
    const { communityId, identityId } = me;
    const zone = await getZone(inner, communityId);
    const today = readDay(inner.now(), zone, program.definition.window).day;
    const key = { programId: program.id, identityId, day: wish.day };
    await lockPerson(inner, communityId, key);
    const [known] = await selectCounted(inner, communityId, [key]);
    if (known) throw programErrors.day_counts_already({ day: wish.day });
    const usedOn = localDay(inner.now(), zone);
    const sum = (await selectSums(inner, me, monthEnds(monthOf(usedOn)))).get(program.id);
    checkReach(program, { day: wish.day, today, joinedOn: localDay(me.membership.joinedAt, zone), sum });
    const { cardsPerMonth } = program.definition.makeUp;
    if ((sum?.cards ?? 0) >= cardsPerMonth) throw programErrors.no_cards_left({ cards: cardsPerMonth });
    await count(inner, me, { program, kind: 'make_up', day: wish.day, usedOn });
  });
}

/** Hides the member from the boards of the community, or shows them again. */
export async function setHidden(ctx: Ctx, me: CurrentMembership, hidden: boolean): Promise<void> {
  await writeHidden(ctx, me, hidden);
}

function checkRuns(program: Program, day: string): void {
  const state = stateOf(program, day);
  if (state === 'upcoming') throw programErrors.not_started({ startsOn: program.startsOn });
  if (state === 'ended') throw programErrors.ended({ endsOn: program.endsOn });
  if (state === 'paused') throw programErrors.paused();
}

/** Says which side of a card's reach a day lies on. */
function checkReach(
  program: Program,
  facts: { day: string; today: string; joinedOn: string; sum: { firstDay: string } | undefined },
): void {
  const { day, today, joinedOn, sum } = facts;
  const { withinDays } = program.definition.makeUp;
  const firstDay = sum && sum.firstDay < joinedOn ? sum.firstDay : joinedOn;
  if (listMissed(program, { today, firstDay, known: [] }).includes(day)) return;
  if (day >= today || stateOf(program, day) !== 'running') throw programErrors.bad_day({ day });
  if (day < shiftDay(today, -withinDays)) throw programErrors.card_too_late({ days: withinDays });
  throw programErrors.card_too_early({ day: firstDay });
}

async function count(
  ctx: Ctx,
  me: CurrentMembership,
  what: { program: Program; kind: How; day: string; usedOn?: string },
) {
  const { program, kind, day, usedOn = null } = what;
  const { groupId, identityId, communityId } = me;
  const at = ctx.now();
  const claim: Claim = {
    programId: program.id,
    id: newId(at),
    kind,
    identityId,
    groupId,
    day,
    at,
    usedOn,
    granted: false,
  };
  return countClaims(ctx, communityId, { programs: [program], add: [claim], recalled: [] });
}

/**
 * Going through people: everybody page by page (at night, and when rules have changed), and those of whom something has changed. Every
 * page is a transaction that holds the ladder and notes how far it has come, so a break loses nothing and two nodes do not meet.
 */
import { z } from 'zod';
import { getZone } from '../communities/index.ts';
import { listPersonsOf } from '../people/index.ts';
import { localDay } from '../platform/clock.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { defineJob } from '../platform/jobs/job.ts';
import { makeAllRight } from '../profiles/index.ts';
import { askPage, decideAll, openLadder, presentDay, putLevels, writeMoves, type Occasion } from './evaluation.ts';
import { selectAllLadders, selectLadder, selectLadders, startPass, updatePass, type Ladder } from './store/ladder.ts';
import { clearDue, selectDue, selectMarkedCommunities, takeMarks } from './store/standing.ts';

/** So many people in one transaction: some hundred milliseconds. */
const pageSize = 5000;
/** So many of whom something has changed in one transaction. */
const touchedAtOnce = 1000;
/** From this hour on it is night no more. */
const nightHour = 3;

/** Goes on with a pass until it is done; false when there is none. */
export async function runPass(ctx: Ctx, ladder: Pick<Ladder, 'communityId' | 'id'>): Promise<boolean> {
  await makeAllRight(ctx, ladder.communityId, 'all');
  let looked = false;
  while (await inTransaction(ctx, (inner) => passPage(inner, ladder))) looked = true;
  return looked;
}

async function passPage(ctx: Ctx, { communityId, id }: Pick<Ladder, 'communityId' | 'id'>): Promise<boolean> {
  const ladder = await selectLadder(ctx, communityId, { id, lock: true });
  if (!ladder?.passCause) return false;
  const open = await openLadder(ctx, ladder);
  const { people, last, count } = await askPage(ctx, open, { after: ladder.passAfter, limit: pageSize });
  const placing = ladder.passCause === 'placed';
  const moves = decideAll(open, people, placing);
  const occasion: Occasion = { cause: ladder.passCause, tells: ladder.passTells && !placing };
  await writeMoves(ctx, open, { moves, occasion });
  // For those who begin on the first level there is no row, but segments find them.
  if (ladder.main && ladder.passCause !== 'rules') {
    const moved = new Map(moves.map(({ asked, next }) => [asked.personId, next.at]));
    const everybody = people.map((asked) => ({ ...asked, at: moved.get(asked.personId) ?? asked.standing.at }));
    await putLevels(ctx, ladder, everybody);
  }
  await updatePass(ctx, ladder, { after: count < pageSize ? null : last, today: open.today });
  return true;
}

/** Looks at some people on all ladders; gives how many stand on another level now. Call inside a transaction. */
export async function evaluatePeople(ctx: Ctx, communityId: string, personIds: readonly string[]): Promise<number> {
  let moved = 0;
  for (const { id } of (await selectLadders(ctx, communityId)).toSorted((one, other) => (one.id < other.id ? -1 : 1))) {
    const ladder = await selectLadder(ctx, communityId, { id, lock: true });
    // Who is not placed yet is going to be.
    if (!ladder || ladder.passCause === 'placed') continue;
    const open = await openLadder(ctx, ladder);
    const { people } = await askPage(ctx, open, { personIds });
    const moves = decideAll(open, people, false);
    moved += await writeMoves(ctx, open, { moves, occasion: { cause: 'rules', tells: true } });
  }
  return moved;
}

/** Looks at those of whom something has changed, one batch; false when nobody was left. */
export async function evaluateTouched(ctx: Ctx, communityId: string): Promise<boolean> {
  return inTransaction(ctx, async (inner) => {
    const today = await presentDay(inner, communityId);
    const marked = await takeMarks(inner, communityId, touchedAtOnce);
    const due = await selectDue(inner, communityId, { today, limit: touchedAtOnce });
    if (marked.length + due.length === 0) return false;
    const people = await listPersonsOf(inner, communityId, [...new Set([...marked, ...due])]);
    await evaluatePeople(
      inner,
      communityId,
      people.map(({ personId }) => personId),
    );
    // Who stays away from all groups is not moved; coming back leaves a mark.
    await clearDue(inner, communityId, { identityIds: due, today });
    return true;
  });
}

/** Every minute: people of whom something has changed, and passes that wait. */
export const evaluateLevels = defineJob({
  name: 'levels.evaluate_touched',
  payload: z.object({}),
  cron: '* * * * *',
  run: async (ctx) => {
    for (const ladder of await selectAllLadders(ctx)) {
      if (ladder.passCause === null) {
        if (!(await isNightOver(ctx, ladder))) continue;
        await startPass(ctx, ladder.communityId, ladder.id);
      }
      await runPass(ctx, ladder);
    }
    for (const communityId of await selectMarkedCommunities(ctx)) {
      while (await evaluateTouched(ctx, communityId)) {
        // Batch after batch.
      }
    }
  },
});

/** At once, when an operator has changed a ladder. */
export const evaluateLadder = defineJob({
  name: 'levels.evaluate_ladder',
  payload: z.object({ communityId: z.uuid(), ladderId: z.uuid() }),
  run: async (ctx, { communityId, ladderId: id }) => void (await runPass(ctx, { communityId, id })),
});

/** Whether this day's pass should have begun: rules may ask for how long ago something was, which changes by itself at midnight. */
async function isNightOver(ctx: Ctx, { communityId, passedOn }: Ladder): Promise<boolean> {
  const zone = await getZone(ctx, communityId);
  const today = localDay(ctx.now(), zone);
  if (passedOn !== null && passedOn >= today) return false;
  return localDay(new Date(ctx.now().getTime() - nightHour * 3_600_000), zone) === today;
}

/**
 * Telling people, in private words of the group's voice and never at night: who has come up what it gives, who has gone down what brings
 * it back, whose paid level ends when. Several steps in a row are told once, and a way down and up again not at all.
 */
import { z } from 'zod';
import { getZone } from '../communities/index.ts';
import { abilitiesOf, act } from '../carriers/index.ts';
import { getGroup } from '../groups/index.ts';
import { listMemberships, listPeopleByIds, listPersonsOf } from '../people/index.ts';
import { localDay, shiftDay } from '../platform/clock.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { defineJob } from '../platform/jobs/job.ts';
import { quietUntil, usualQuiet } from '../platform/quiet.ts';
import type { Privilege } from './definition.ts';
import { selectLadders, type Ladder } from './store/ladder.ts';
import { selectEndingCommunities, takeEnding, updateReminded } from './store/payment.ts';
import { selectUntoldCommunities, takeUntold, updateTold, type Change } from './store/standing.ts';

const atOnce = 200;
/** Nobody is congratulated on last week. */
const freshMs = 3 * 86_400_000;
/** A paid level that ends is told so many days before. */
const remindDays = 7;

/** Every minute, by day: tells those whose level has changed. */
export const tellLevels = defineJob({
  name: 'levels.tell_changes',
  payload: z.object({}),
  cron: '* * * * *',
  run: async (ctx) => {
    for (const communityId of await selectUntoldCommunities(ctx)) {
      if (await isQuiet(ctx, communityId)) continue;
      while (await inTransaction(ctx, (inner) => tellBatch(inner, communityId))) {
        // Batch after batch.
      }
    }
  },
});

/** Every hour, by day: reminds those whose paid level ends within a week. */
export const remindPayers = defineJob({
  name: 'levels.remind_payers',
  payload: z.object({}),
  cron: '7 * * * *',
  run: async (ctx) => {
    const horizon = shiftDay(localDay(ctx.now(), 'UTC'), remindDays + 1);
    for (const communityId of await selectEndingCommunities(ctx, horizon)) {
      if (!(await isQuiet(ctx, communityId))) await inTransaction(ctx, (inner) => remindBatch(inner, communityId));
    }
  },
});

async function isQuiet(ctx: Ctx, communityId: string): Promise<boolean> {
  return quietUntil(usualQuiet, await getZone(ctx, communityId), ctx.now()) !== null;
}

async function tellBatch(ctx: Ctx, communityId: string): Promise<boolean> {
  const changes = await takeUntold(ctx, communityId, atOnce);
  const ladders = new Map((await selectLadders(ctx, communityId)).map((ladder) => [ladder.id, ladder]));
  const told: string[] = [];
  for (const mine of Map.groupBy(changes, (one) => `${one.ladderId} ${one.identityId}`).values()) {
    const text = sayChange(ctx, ladders.get(mine[0]!.ladderId), mine);
    if (text && (await tell(ctx, communityId, { identityId: mine[0]!.identityId, text })))
      told.push(...mine.map(({ id }) => id));
  }
  const silent = changes.map(({ id }) => id).filter((id) => !told.includes(id));
  await updateTold(ctx, communityId, { ids: told, tell: 'told' });
  await updateTold(ctx, communityId, { ids: silent, tell: 'silent' });
  return changes.length === atOnce;
}

/** The words for one or several steps of one person; null = there is nothing to say any more. */
function sayChange(ctx: Ctx, ladder: Ladder | undefined, mine: readonly Change[]): string | null {
  const [first, last] = [mine[0]!, mine.at(-1)!];
  if (!ladder || ctx.now().getTime() - last.at.getTime() > freshMs) return null;
  const find = (number: number) => ladder.levels.findIndex((level) => level.number === number);
  const [from, to] = [find(first.fromLevel), find(last.toLevel)];
  if (from === to || to < 0) return null;
  const level = ladder.levels[to]!;
  const gives = level.privileges.map((one) => sayPrivilege(ctx, one)).join(ctx.t('levels:tell.join'));
  const words = { ladder: ladder.name, level: level.name, gives };
  if (to > from) return ctx.t(gives ? 'levels:tell.up_gives' : 'levels:tell.up', words);
  return ctx.t(last.cause === 'expired' ? 'levels:tell.expired' : 'levels:tell.down', words);
}

/** A privilege in a few words. */
export function sayPrivilege(ctx: Ctx, one: Privilege): string {
  const { kind, name } = one;
  if (kind === 'words') return ctx.t('levels:gives.words', { name, text: one.text });
  if (kind === 'discount') return ctx.t('levels:gives.discount', { name, percent: one.percent });
  if (kind === 'early_access') return ctx.t('levels:gives.early_access', { name, hours: one.hours });
  return ctx.t('levels:gives.free_seats', { name, seats: one.seats });
}

async function remindBatch(ctx: Ctx, communityId: string): Promise<void> {
  const today = localDay(ctx.now(), await getZone(ctx, communityId));
  const ending = await takeEnding(ctx, communityId, { from: today, until: shiftDay(today, remindDays), limit: atOnce });
  const ladders = new Map((await selectLadders(ctx, communityId)).map((ladder) => [ladder.id, ladder]));
  for (const { ladderId, identityId, level: number, untilOn } of ending) {
    const ladder = ladders.get(ladderId);
    const level = ladder?.levels.find((one) => one.number === number);
    const words = { ladder: ladder?.name, level: level?.name, until: untilOn };
    if (level) await tell(ctx, communityId, { identityId, text: ctx.t('levels:tell.ends', words) });
  }
  await updateReminded(
    ctx,
    communityId,
    ending.map(({ id }) => id),
  );
}

/** A private word in a group where the program itself can say it; nobody's day is filled with tasks to congratulate. */
async function tell(
  ctx: Ctx,
  communityId: string,
  { identityId, text }: { identityId: string; text: string },
): Promise<boolean> {
  const [person] = await listPersonsOf(ctx, communityId, [identityId]);
  if (!person) return false;
  const [line] = await listPeopleByIds(ctx, communityId, [person.personId]);
  for (const { groupId } of line?.stays ?? []) {
    const { sendPrivate } = await abilitiesOf(ctx, await getGroup(ctx, communityId, groupId));
    const [stay] = await listMemberships(ctx, { communityId, groupId, identityIds: person.identityIds });
    if (!stay || sendPrivate === 'human' || sendPrivate === 'unsupported') continue;
    return (await act(ctx, { communityId, groupId, op: 'sendPrivate', identityId: stay.identityId, text })).ok;
  }
  return false;
}

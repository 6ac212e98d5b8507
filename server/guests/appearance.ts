/**
 * When a guest is with the community, and what came of it: joins, people who spoke, messages and questions of the group on that day and
 * the two after it, beside the same weekdays of the four weeks before. It is what happened, not what the guest has caused.
 */
import { getZone } from '../communities/index.ts';
import { countAsked } from '../desk/index.ts';
import { findGroup, listGroupDays } from '../groups/index.ts';
import { localDay, shiftDay } from '../platform/clock.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import { guestsErrors } from './errors.ts';
import { audit, lockGuest, note } from './guest.ts';
import { recountAppearances, updateStage, type GuestId } from './store/guests.ts';
import { saveAppearance, type Appearance, type AppearanceWords } from './store/history.ts';

/** The day itself and the two after it. */
const windowDays = 3;
/** So many weeks before are the usual. */
const weeksBefore = 4;

/** Keeps an appearance, planned, held or called off; who has come the first time is a guest from now on. */
export async function keepAppearance(
  ctx: Ctx,
  id: GuestId & { appearanceId: string | null },
  words: AppearanceWords,
): Promise<Appearance> {
  return inTransaction(ctx, async (inner) => {
    const { communityId, appearanceId } = id;
    const guest = await lockGuest(inner, id);
    const today = localDay(inner.now(), await getZone(inner, communityId));
    if (words.state === 'held' && words.day > today) throw guestsErrors.day_to_come();
    if (words.groupId !== null && !(await findGroup(inner, { communityId, groupId: words.groupId })))
      throw guestsErrors.unknown_group();
    const row = { ...words, id: appearanceId ?? newId(inner.now()), isNew: appearanceId === null };
    const kept = await saveAppearance(inner, id, row);
    if (!kept) throw platformErrors.not_found();
    await recountAppearances(inner, id);
    if (words.state === 'held' && ['known', 'talked', 'agreed'].includes(guest.stage)) {
      await updateStage(inner, id, 'came');
      await note(inner, guest, { kind: 'stage', fromStage: guest.stage, toStage: 'came', words: words.topic });
    }
    await audit(inner, 'keep_appearance', guest, { state: words.state, day: words.day });
    return kept;
  });
}

/** Figures of a window. */
export interface Figures {
  joins: number;
  speakers: number;
  messages: number;
  questions: number;
}

/** What happened around an appearance. */
export interface Outcome {
  /** The last day that is counted. */
  until: string;
  /** Whether all days have passed. */
  isOver: boolean;
  counted: Figures;
  /** The mean of the same weekdays before; null when the group had no such days yet. */
  usual: Figures | null;
  /** How many of such windows there were. */
  windows: number;
}

/** What happened around an appearance that was held in a group. */
export async function readOutcome(
  ctx: Ctx,
  communityId: string,
  { day, groupId }: { day: string; groupId: string },
): Promise<Outcome> {
  const zone = await getZone(ctx, communityId);
  const until = shiftDay(day, windowDays - 1);
  const range = { communityId, groupId, from: shiftDay(day, -7 * weeksBefore), to: until };
  const days = await listGroupDays(ctx, range);
  const asked = await countAsked(ctx, { ...range, zone });
  const group = await findGroup(ctx, { communityId, groupId });
  const bornOn = group ? localDay(group.createdAt, zone) : day;
  const firstOn = days.reduce((first, one) => (one.day < first ? one.day : first), bornOn);
  const sum = (from: string): Figures => {
    const to = shiftDay(from, windowDays - 1);
    const isIn = (one: { day: string }) => one.day >= from && one.day <= to;
    const figures = { joins: 0, speakers: 0, messages: 0, questions: 0 };
    for (const { joins, speakers, messages } of days.filter(isIn)) {
      figures.joins += joins;
      figures.speakers += speakers;
      figures.messages += messages;
    }
    for (const { count } of asked.filter(isIn)) figures.questions += count;
    return figures;
  };
  const before = Array.from({ length: weeksBefore }, (_, week) => shiftDay(day, -7 * (week + 1)))
    .filter((from) => from >= firstOn)
    .map(sum);
  return {
    until,
    isOver: localDay(ctx.now(), zone) > until,
    counted: sum(day),
    usual: before.length === 0 ? null : meanOf(before),
    windows: before.length,
  };
}

function meanOf(windows: readonly Figures[]): Figures {
  const mean = (of: keyof Figures) =>
    Math.round((10 * windows.reduce((all, one) => all + one[of], 0)) / windows.length) / 10;
  return { joins: mean('joins'), speakers: mean('speakers'), messages: mean('messages'), questions: mean('questions') };
}

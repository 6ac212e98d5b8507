/**
 * Watches talk for quarrels and costs calm groups no statement: angry words are noted in the process while they come in, and only when
 * several of two people meet within ten minutes the last messages are read and weighed. A restart forgets what was noted; the next angry
 * words bring the whole window back from the store. Nothing follows here but an event.
 */
import {
  alarmHeat,
  angryFrom,
  heatWindow,
  measureWindow,
  readTemper,
  usualPace,
  type Felt,
  type Temper,
} from '../../lib/quarrels/index.ts';
import { listLatest, type MessageFacts, type PostGate } from '../messages/index.ts';
import type { Ctx, Services } from '../platform/context.ts';
import { quarrelHeated } from './events.ts';

interface Mark {
  by: string;
  at: number;
}

interface Watch {
  marks: Mark[];
  /** Something angry was said since the talk was last read. */
  isFresh: boolean;
  told: { at: number; heat: number };
  /** How the texts of the talk sounded when it was last read; most of them are read again. */
  tempers: ReadonlyMap<string, Temper>;
}

const fewestMarks = 3;
/** So much of the talk is read: the window, and what the group is used to. */
const stretch = 200;
const mostGroups = 5000;
const mostMarks = 50;
/** The same quarrel is told again when it has grown by so much, or after so long. */
const grownBy = 0.05;
const tellAgainMs = 30_000;

const watches = new WeakMap<Services, Map<string, Watch>>();

function watchesOf({ services }: Ctx): Map<string, Watch> {
  const kept = watches.get(services) ?? new Map<string, Watch>();
  watches.set(services, kept);
  return kept;
}

/** What somebody has said, as far as its sound goes. */
export interface Uttered {
  by: string;
  at: Date;
  text: string;
}

/** Notes the angry ones of what was said in a group; calm groups leave nothing behind. */
export function noteTempers(ctx: Ctx, groupId: string, uttered: readonly Uttered[]): void {
  for (const { by, at, text } of uttered) {
    if (text === '' || readTemper(text).anger < angryFrom) continue;
    const kept = watchesOf(ctx);
    if (!kept.has(groupId) && kept.size >= mostGroups) kept.clear();
    const watch = kept.get(groupId) ?? { marks: [], isFresh: true, told: { at: 0, heat: 0 }, tempers: new Map() };
    const since = at.getTime() - heatWindow;
    watch.marks = [...watch.marks.filter((mark) => mark.at > since).slice(-mostMarks), { by, at: at.getTime() }];
    watch.isFresh = true;
    kept.set(groupId, watch);
  }
}

/** Hears what members of the built-in group say on its way; stops nothing. */
export const quarrelGate: PostGate = {
  name: 'rules.quarrels',
  consider: async (ctx, { group, drafts }) => {
    noteTempers(
      ctx,
      group.id,
      drafts.map(({ author, at, text }) => ({ by: author.identityId, at, text })),
    );
    return drafts.map(() => ({ ok: true }));
  },
};

/** Reads and weighs the talk of a group where several angry words have met, and tells of a quarrel. Calm groups cost nothing. */
export async function watchTalk(ctx: Ctx, place: { communityId: string; groupId: string }): Promise<void> {
  const watch = watchesOf(ctx).get(place.groupId);
  if (!watch?.isFresh || !isWarm(watch.marks)) return;
  watch.isFresh = false;
  const talk = (await listLatest(ctx, place, stretch)).filter(isSpoken);
  const last = talk.at(-1);
  if (!last) return;
  watch.tempers = new Map(talk.map(({ text }) => [text, watch.tempers.get(text) ?? readTemper(text)]));
  const felt = talk.map((one): Felt => ({ ...watch.tempers.get(one.text)!, by: one.authorId, at: one.at.getTime() }));
  const now = last.at.getTime();
  const times = felt.map(({ at }) => at);
  const { heat, people, angry, messages, from, to } = measureWindow(felt, usualPace(times, now));
  if (heat < alarmHeat || !people) return;
  if (watch.told.at > now - tellAgainMs && heat < watch.told.heat + grownBy) return;
  watch.told = { at: now, heat };
  const theirs = talk.slice(from, to + 1).filter(({ authorId }) => people.includes(authorId));
  ctx.emit(quarrelHeated, place.communityId, {
    groupId: place.groupId,
    heat,
    people,
    angry,
    messages,
    messageIds: theirs.map(({ id }) => id).slice(-mostMarks),
    startedAt: theirs[0]!.at.toISOString(),
    lastAt: theirs.at(-1)!.at.toISOString(),
  });
}

function isWarm(marks: readonly Mark[]): boolean {
  return marks.length >= fewestMarks && new Set(marks.map(({ by }) => by)).size > 1;
}

function isSpoken({ text, kind, recalledAt, operatorId }: MessageFacts): boolean {
  return text !== '' && kind !== 'system' && recalledAt === null && operatorId === null;
}

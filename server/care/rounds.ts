/**
 * Name-card rounds: a group is told, its people answer by their name, a button or any word, and afterwards the team looks at who has
 * not, one by one. Nobody is chosen for removal by the program.
 */
import { z } from 'zod';
import { getZone } from '../communities/index.ts';
import { addressOf, createLink, getGroup, getLink, type Group } from '../groups/index.ts';
import { errorOfUnsent, listReadTimes, send } from '../messages/index.ts';
import {
  listIdentities,
  listLastDays,
  listMemberIds,
  listMemberships,
  mayContact,
  readIdCursor,
} from '../people/index.ts';
import { recordAudit } from '../platform/audit/audit.ts';
import { actorKey } from '../platform/auth/actor.ts';
import { localDay } from '../platform/clock.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { toPage } from '../platform/http/cursor.ts';
import { newId } from '../platform/ids.ts';
import { defineJob } from '../platform/jobs/job.ts';
import { careErrors } from './errors.ts';
import { selectKept } from './store/kept.ts';
import {
  countPeopleOf,
  insertPeople,
  noteReads,
  selectWaitingIds,
  stopPlanned,
  type RoundCounts,
  type RoundPerson,
} from './store/round-people.ts';
import {
  insertReminders,
  insertRound,
  moveRound,
  noteAnnouncement,
  selectEnded,
  selectReminders,
  selectRound,
  selectRounds,
  type Reminder,
  type Round,
  type RoundId,
} from './store/rounds.ts';
import { fillText, type RoundFacts, type RoundTexts } from './words.ts';

const dayMs = 86_400_000;
/** Who has come in so lately is not silent, but new. */
const newDays = 28;
const chunk = 500;

/** What a steward wants to begin. */
export interface NewRound {
  groupId: string;
  format: string;
  texts: RoundTexts;
  /** How long answers are collected. */
  days: number;
  /** Days after the beginning on which those who have not answered are reminded. */
  remindAfter: readonly number[];
  /** At most so many are removed on one day. */
  perDay: number;
}

/** Somebody of a group as a round would see them. */
type Candidate = Pick<RoundPerson, 'identityId' | 'joinedAt' | 'name' | 'lastOn' | 'readAt' | 'spared'>;

/** How many a round in this group would ask, and whom it would leave alone. */
export async function previewRound(ctx: Ctx, place: { communityId: string; groupId: string }) {
  await getGroup(ctx, place.communityId, place.groupId);
  const people = await listCandidates(ctx, place);
  const spared = { team: 0, kept: 0, new: 0, uncontacted: 0 };
  for (const { spared: reason } of people) if (reason) spared[reason]++;
  return { people: people.length, asked: people.filter((one) => one.spared === null).length, spared };
}

/** Begins a round: notes who is there, and tells the group. */
export async function startRound(ctx: Ctx, communityId: string, wish: NewRound): Promise<Round> {
  const { groupId, format, texts, days, perDay } = wish;
  if (wish.remindAfter.some((day) => day >= days)) throw careErrors.bad_reminder({ days });
  return inTransaction(ctx, async (inner) => {
    const group = await getGroup(inner, communityId, groupId);
    if (group.lifecycle === 'dissolved') throw careErrors.group_gone();
    const people = await listCandidates(inner, { communityId, groupId });
    if (people.every((one) => one.spared !== null)) throw careErrors.nobody_to_ask();
    const startedAt = inner.now();
    const link = await createLink(inner, { communityId, groupId }, { channel: inner.t('care:round.way_back') });
    const round = await insertRound(inner, {
      communityId,
      id: newId(startedAt),
      groupId,
      format,
      texts,
      perDay,
      startedAt,
      startedBy: actorKey(inner.actor),
      endsAt: new Date(startedAt.getTime() + days * dayMs),
      linkId: link.id,
    });
    if (!round) throw careErrors.round_open();
    const id = { communityId, roundId: round.id };
    for (let from = 0; from < people.length; from += chunk)
      await insertPeople(inner, { ...id, groupId }, people.slice(from, from + chunk));
    const dueAts = wish.remindAfter.map((day) => new Date(startedAt.getTime() + day * dayMs));
    await insertReminders(inner, id, dueAts);
    await announce(inner, group, round);
    await audit(inner, round, { action: 'care.start_round', people: people.length });
    return (await selectRound(inner, id))!;
  });
}

async function announce(ctx: Ctx, group: Group, round: Round): Promise<void> {
  const { communityId, groupId, id: roundId, texts } = round;
  const text = fillText(texts.announcement, await factsOf(ctx, group, round));
  const sent = await send(ctx, {
    communityId,
    groupId,
    clientId: roundId,
    kind: 'announcement',
    text,
    promotion: false,
  });
  if (!sent.ok) throw errorOfUnsent(sent);
  await noteAnnouncement(ctx, { communityId, roundId }, { messageId: sent.message.id, taskId: sent.taskId });
}

/** What stands in the place of variables in the texts of a round. */
export async function factsOf(ctx: Ctx, group: Pick<Group, 'name'>, round: Round): Promise<RoundFacts> {
  const { communityId, format, endsAt, linkId } = round;
  const day = localDay(endsAt, await getZone(ctx, communityId));
  const [, month, date] = day.split('-').map(Number) as [number, number, number];
  const link = linkId === null ? '' : addressOf(ctx, await getLink(ctx, { communityId, linkId }));
  return { group: group.name, format, until: ctx.t('care:round.day', { month, date }), link };
}

/** Everybody in a group with what is known of their last signs, and why some are not asked. */
async function listCandidates(ctx: Ctx, place: { communityId: string; groupId: string }): Promise<Candidate[]> {
  const ids = await listMemberIds(ctx, place);
  const candidates: Candidate[] = [];
  for (let from = 0; from < ids.length; from += chunk)
    candidates.push(...(await readCandidates(ctx, place, ids.slice(from, from + chunk))));
  return candidates;
}

async function readCandidates(
  ctx: Ctx,
  place: { communityId: string; groupId: string },
  identityIds: string[],
): Promise<Candidate[]> {
  const { communityId } = place;
  const members = new Map((await listIdentities(ctx, communityId, identityIds)).map((one) => [one.id, one]));
  const lastDays = await listLastDays(ctx, { ...place, identityIds });
  const reads = await listReadTimes(ctx, place, identityIds);
  const kept = await selectKept(ctx, communityId, identityIds);
  const open = await mayContact(ctx, communityId, { identityIds, reason: 'care' });
  const newSince = ctx.now().getTime() - newDays * dayMs;
  return (await listMemberships(ctx, { ...place, identityIds })).map(({ identityId, joinedAt, role }) => ({
    identityId,
    joinedAt,
    name: members.get(identityId)?.name ?? '',
    lastOn: lastDays.get(identityId) ?? null,
    readAt: reads.get(identityId) ?? null,
    spared:
      role !== 'member' || members.get(identityId)?.kind !== 'member'
        ? 'team'
        : kept.has(identityId)
          ? 'kept'
          : joinedAt.getTime() > newSince
            ? 'new'
            : open.has(identityId)
              ? null
              : 'uncontacted',
  }));
}

/** One round; throws `platform.not_found`. */
export async function getRound(ctx: Ctx, id: RoundId, lock = false): Promise<Round> {
  const round = await selectRound(ctx, id, lock);
  if (!round) throw platformErrors.not_found();
  return round;
}

/** Ends the collecting before its time. */
export async function endRound(ctx: Ctx, id: RoundId): Promise<void> {
  await inTransaction(ctx, async (inner) => {
    const round = await getRound(inner, id, true);
    if (round.state !== 'collecting') throw careErrors.round_over();
    await finishCollecting(inner, round);
  });
}

/** Brings the marks of reading up to date, so that who reads along is not taken for silent. */
async function finishCollecting(ctx: Ctx, round: Round): Promise<void> {
  const id = { communityId: round.communityId, roundId: round.id };
  const waiting = await selectWaitingIds(ctx, id);
  for (let from = 0; from < waiting.length; from += chunk)
    await noteReads(ctx, id, await listReadTimes(ctx, round, waiting.slice(from, from + chunk)));
  await moveRound(ctx, id, { state: 'deciding', by: actorKey(ctx.actor) });
  await audit(ctx, round, { action: 'care.end_round' });
}

/** Every minute: ends what is due. */
export const endRounds = defineJob({
  name: 'care.end_rounds',
  payload: z.object({}),
  cron: '* * * * *',
  run: async (ctx) => {
    for (const id of await selectEnded(ctx, 50))
      await inTransaction(ctx, async (inner) => {
        const round = await selectRound(inner, id, true);
        if (round?.state === 'collecting') await finishCollecting(inner, round);
      });
  },
});

/** Closes a round for good; what was planned and is not done will not be done. */
export async function closeRound(ctx: Ctx, id: RoundId): Promise<void> {
  await inTransaction(ctx, async (inner) => {
    const round = await getRound(inner, id, true);
    if (round.state === 'closed') return;
    await stopPlanned(inner, id);
    await moveRound(inner, id, { state: 'closed', by: actorKey(inner.actor) });
    await audit(inner, round, { action: 'care.close_round' });
  });
}

/** A round with its figures and reminders. */
export interface RoundView {
  round: Round;
  counts: RoundCounts;
  reminders: Reminder[];
}

const nobody: RoundCounts = {
  people: 0,
  asked: 0,
  answered: 0,
  byName: 0,
  byButton: 0,
  byWord: 0,
  spared: 0,
  silent: 0,
  reading: 0,
  left: 0,
  undecided: 0,
  keep: 0,
  talk: 0,
  remove: 0,
  planned: 0,
  handed: 0,
  removed: 0,
  saved: 0,
  undone: 0,
};

/** Rounds with their figures. */
export async function viewRounds(ctx: Ctx, communityId: string, rounds: readonly Round[]): Promise<RoundView[]> {
  const ids = rounds.map(({ id }) => id);
  const counts = await countPeopleOf(ctx, communityId, ids);
  const reminders = Map.groupBy(await selectReminders(ctx, communityId, ids), ({ roundId }) => roundId);
  return rounds.map((round) => ({
    round,
    counts: counts.get(round.id) ?? nobody,
    reminders: reminders.get(round.id) ?? [],
  }));
}

/** A page of the rounds of a community, newest first. */
export async function listRounds(
  ctx: Ctx,
  communityId: string,
  page: { cursor?: string | undefined; limit: number },
): Promise<{ items: RoundView[]; nextCursor: string | null }> {
  const before = readIdCursor(page.cursor);
  const rows = toPage(await selectRounds(ctx, communityId, { before, limit: page.limit + 1 }), page.limit, ({ id }) => [
    id,
  ]);
  return { items: await viewRounds(ctx, communityId, rows.items), nextCursor: rows.nextCursor };
}

/** Notes in the log what was done with a round. */
export async function audit(
  ctx: Ctx,
  { communityId, id, groupId }: Round,
  { action, ...detail }: { action: string; [more: string]: unknown },
): Promise<void> {
  await recordAudit(ctx, { communityId, action, target: { kind: 'round', id }, detail: { groupId, ...detail } });
}

/**
 * Removals at a measured pace: at most so many a day in a group, in daytime, each one written down with a kind word and a way back,
 * all of them stopped at once by a button, each of them taken back. Whoever gives a sign of life before their turn stays.
 */
import { z } from 'zod';
import { act } from '../carriers/index.ts';
import { getZone } from '../communities/index.ts';
import { findGroupById, getGroup, getLink, type Group } from '../groups/index.ts';
import { listReadTimes } from '../messages/index.ts';
import {
  currentIdentityId,
  findIdentity,
  findMembership,
  restoreMembership,
  type Membership,
} from '../people/index.ts';
import { recordAudit } from '../platform/audit/audit.ts';
import { actorKey } from '../platform/auth/actor.ts';
import { localDay, shiftDay, startOfLocalDay } from '../platform/clock.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { defineJob } from '../platform/jobs/job.ts';
import { subscribe } from '../platform/bus/event.ts';
import { cancelTask, createTask, taskSkipped, type TaskKind } from '../team/index.ts';
import { careErrors } from './errors.ts';
import { planMoments } from './pace.ts';
import { audit, factsOf, getRound } from './rounds.ts';
import {
  countRemoved,
  lockPeople,
  lockToRemove,
  planRemovals,
  selectDueRemovals,
  selectHandedTask,
  selectLastRemoval,
  setRemoval,
  stopPlanned,
  type KeptStay,
  type RoundPerson,
} from './store/round-people.ts';
import { selectRound, type Round, type RoundId } from './store/rounds.ts';
import { fillText } from './words.ts';

/** Asking somebody back where only a human can let them in. */
export const inviteBackTask: TaskKind = { kind: 'care.invite_back' };

/** Plans a moment for everybody about whom it is decided; gives how many, and when the last one goes. */
export async function startRemovals(ctx: Ctx, id: RoundId): Promise<{ planned: number; lastAt: Date }> {
  return inTransaction(ctx, async (inner) => {
    const round = await getRound(inner, id, true);
    if (round.state !== 'deciding') throw careErrors.round_over();
    const people = await lockToRemove(inner, id);
    if (people.length === 0) throw careErrors.nobody_to_remove();
    const moments = planMoments(people.length, await paceOf(inner, round));
    await planRemovals(
      inner,
      id,
      people.map(({ identityId }, at) => ({ identityId, removeAt: moments[at]! })),
    );
    await audit(inner, round, { action: 'care.start_removals', people: people.length, perDay: round.perDay });
    return { planned: people.length, lastAt: moments.at(-1)! };
  });
}

async function paceOf(ctx: Ctx, round: Round) {
  const zone = await getZone(ctx, round.communityId);
  const now = ctx.now();
  return {
    now,
    zone,
    perDay: round.perDay,
    usedToday: await countToday(ctx, round, zone),
    seed: `${round.id} ${now.getTime()}`,
  };
}

async function countToday(ctx: Ctx, { communityId, groupId }: Round, zone: string): Promise<number> {
  const today = localDay(ctx.now(), zone);
  const span = { from: startOfLocalDay(today, zone), to: startOfLocalDay(shiftDay(today, 1), zone) };
  return countRemoved(ctx, { communityId, groupId }, span);
}

/** Stops everything that is planned, at once; gives how many stay for now. */
export async function stopRemovals(ctx: Ctx, id: RoundId): Promise<number> {
  return inTransaction(ctx, async (inner) => {
    const round = await getRound(inner, id, true);
    const stopped = await stopPlanned(inner, id);
    await audit(inner, round, { action: 'care.stop_removals', people: stopped });
    return stopped;
  });
}

/** Every minute: removes who is due. One that fails holds no other back. */
export const removeDue = defineJob({
  name: 'care.remove_due',
  payload: z.object({}),
  cron: '* * * * *',
  run: async (ctx) => {
    for (const due of await selectDueRemovals(ctx, 50)) {
      try {
        await inTransaction(ctx, (inner) => removeOne(inner, due));
      } catch (error) {
        ctx.log.error('care.remove_failed', { roundId: due.roundId, identityId: due.identityId, error });
      }
    }
  },
});

/** The round is locked first: stopping it waits for one that is under way and is sure of all others. */
async function removeOne(ctx: Ctx, due: RoundId & { identityId: string }): Promise<void> {
  const round = await selectRound(ctx, due, true);
  const [person] = await lockPeople(ctx, due, [due.identityId]);
  if (!round || person?.removal !== 'planned' || person.removeAt! > ctx.now()) return;
  const stay = await findMembership(ctx, person);
  if (!stay || (await showsLife(ctx, person, stay))) return setRemoval(ctx, person, { removal: 'spared' });
  const pace = await paceOf(ctx, round);
  // A machine that was off for days does not catch up in one go.
  if (pace.usedToday >= round.perDay)
    return setRemoval(ctx, person, { removal: 'planned', removeAt: planMoments(1, pace)[0]! });
  await carryOut(ctx, round, { person, stay });
}

/** Any sign since the decision: a word, the button, reading along, or a place in the team. */
async function showsLife(ctx: Ctx, person: RoundPerson, stay: Membership): Promise<boolean> {
  if (person.answeredAt !== null || stay.role !== 'member') return true;
  const readAt = (await listReadTimes(ctx, person, [person.identityId])).get(person.identityId);
  return readAt !== undefined && readAt >= person.decidedAt!;
}

async function carryOut(
  ctx: Ctx,
  round: Round,
  { person, stay }: { person: RoundPerson; stay: Membership },
): Promise<void> {
  const { communityId, groupId } = round;
  const { identityId } = person;
  const group = await getGroup(ctx, communityId, groupId);
  // On the built-in group their own page says it too (`findFarewell`); elsewhere it is the words of the human who does it.
  const reason = await writeFarewell(ctx, group, round);
  const gone = await act(ctx, { communityId, groupId, op: 'kick', identityId, reason });
  if (!gone.ok) return setRemoval(ctx, person, { removal: 'spared' });
  const isHanded = gone.how === 'human';
  await setRemoval(ctx, person, {
    removal: isHanded ? 'handed' : 'removed',
    stay: stayOf(stay),
    taskId: isHanded ? gone.taskId : null,
  });
  await auditOne(ctx, 'care.remove_member', person);
}

async function writeFarewell(ctx: Ctx, group: Pick<Group, 'name'>, round: Round): Promise<string> {
  return [...fillText(round.texts.farewell, await factsOf(ctx, group, round))].slice(0, 1000).join('');
}

/** What a browser reads whose member was removed in a round and looks for the group: the same kind word, with the way back. */
export async function findMyFarewell(ctx: Ctx, groupId: string): Promise<{ text: string; code: string | null } | null> {
  const group = await findGroupById(ctx, groupId);
  if (!group) return null;
  const { communityId } = group;
  // Strangers get the same answer as everybody who was not removed.
  const identityId = await currentIdentityId(ctx, communityId).catch(() => null);
  if (identityId === null) return null;
  const who = { communityId, groupId, identityId };
  const removal = await selectLastRemoval(ctx, who);
  if (!removal || (await findMembership(ctx, who))) return null;
  const round = await getRound(ctx, removal);
  const { linkId } = round;
  const code = linkId === null ? null : (await getLink(ctx, { communityId, linkId })).code;
  return { text: await writeFarewell(ctx, group, round), code };
}

function stayOf({ role, source, linkId, code, inviterId }: Membership): KeptStay {
  return { role, source, linkId, code, inviterId };
}

/** Takes one removal back: in again as before, told so, and never again planned by itself. */
export async function undoRemoval(ctx: Ctx, which: RoundId & { identityId: string }): Promise<void> {
  await inTransaction(ctx, async (inner) => {
    await getRound(inner, which, true);
    const [person] = await lockPeople(inner, which, [which.identityId]);
    if (!person) throw platformErrors.not_found();
    if (person.removal === 'undone') return;
    if (person.removal !== 'removed' && person.removal !== 'handed') throw careErrors.not_removed();
    await setRemoval(inner, person, { removal: 'undone', undoneBy: actorKey(inner.actor) });
    await letInAgain(inner, person);
    await auditOne(inner, 'care.undo_removal', person);
  });
}

async function letInAgain(ctx: Ctx, person: RoundPerson): Promise<void> {
  const { communityId, groupId, identityId, taskId, removal } = person;
  const group = await getGroup(ctx, communityId, groupId);
  const task = taskId === null || removal !== 'handed' ? null : await cancelTask(ctx, { communityId, taskId });
  if (task?.state === 'cancelled' || group.lifecycle === 'dissolved') return;
  if (group.carrier !== 'web') return inviteByHand(ctx, group, person);
  if (person.stay) await restoreMembership(ctx, { communityId, groupId, identityId, ...person.stay });
  const text = ctx.t('care:round.welcome_back', { group: group.name });
  await act(ctx, { communityId, groupId, op: 'sendPrivate', identityId, text });
}

async function inviteByHand(ctx: Ctx, group: Group, { communityId, roundId, identityId }: RoundPerson): Promise<void> {
  const person = (await findIdentity(ctx, communityId, identityId))?.name ?? '';
  const values = { group: group.name, person };
  await createTask(ctx, {
    communityId,
    groupId: group.id,
    kind: inviteBackTask.kind,
    title: ctx.t('care:invite_back.title', values),
    text: ctx.t('care:invite_back.text', values),
    steps: ctx.t('care:invite_back.steps', values).split('\n'),
    dueAt: new Date(ctx.now().getTime() + 86_400_000),
    payload: { roundId, identityId },
    key: `care.invite_back ${roundId} ${identityId} ${ctx.now().getTime()}`,
    about: [identityId],
  });
}

/** A human who skips the removal has decided that nobody goes. */
export const noteSkipped = subscribe('care.note_skipped', taskSkipped, async (ctx, events) => {
  for (const { communityId, payload } of events) {
    const person = await selectHandedTask(ctx, communityId!, payload.taskId);
    if (person) await setRemoval(ctx, person, { removal: 'stopped' });
  }
});

async function auditOne(
  ctx: Ctx,
  action: string,
  { communityId, identityId, groupId, roundId }: RoundPerson,
): Promise<void> {
  const target = { kind: 'identity', id: identityId };
  await recordAudit(ctx, { communityId, action, target, detail: { groupId, roundId } });
}

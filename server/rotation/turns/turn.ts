/**
 * Groups that are led in turns: the plan, whose turn it is, and the hand-over. A few days before a turn ends whoever leads has a task with
 * what is open; doing it begins the next turn. Nothing passes by itself: a turn goes on until somebody hands over.
 */
import { getZone } from '../../communities/index.ts';
import { listAway } from '../../duty/index.ts';
import { getGroup, listGroupNames } from '../../groups/index.ts';
import { recordAudit } from '../../platform/audit/audit.ts';
import { actorKey } from '../../platform/auth/actor.ts';
import { checkPermission } from '../../platform/auth/grants.ts';
import { findUsers } from '../../platform/auth/index.ts';
import { localDay, shiftDay, startOfLocalDay } from '../../platform/clock.ts';
import { inTransaction, type Ctx } from '../../platform/context.ts';
import { platformErrors } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import {
  cancelTask,
  checkAssignee,
  completeTask,
  createTask,
  listTeam,
  userOf,
  type TaskKind,
} from '../../team/index.ts';
import { rotationErrors } from '../errors.ts';
import * as store from '../store.ts';
import { readHandOver } from './checklist.ts';
import { findNextLeader, type Leader } from './order.ts';

const wholeTeam = 1000;
/** So long before the last day whoever leads is asked to hand over. */
export const noticeDays = 3;

/** A group of a community. */
export interface Place {
  communityId: string;
  groupId: string;
}

/** The hand-over of a group: done = the next turn begins; skipped = the turn goes on once more. */
export const handOverTask: TaskKind = {
  kind: 'rotation.hand_over',
  onDone: async (ctx, { communityId, groupId, payload }) => {
    const turn = await findTurn(ctx, { communityId, groupId: groupId! });
    if (turn?.id === payload.turnId) await passOn(ctx, communityId, turn!);
  },
  onSkipped: async (ctx, { communityId, groupId, payload }) => {
    const place = { communityId, groupId: groupId! };
    const [turn, [plan]] = [await findTurn(ctx, place), await store.selectPlans(ctx, communityId, place.groupId)];
    if (turn?.id !== payload.turnId || !plan) return;
    const today = await readToday(ctx, communityId);
    await store.endTurn(ctx, communityId, { id: turn!.id, today, facts: null });
    await beginTurn(ctx, place, { plan, leader: turn!, today });
  },
};

/** Who leads a group in which order, for how many weeks each; the first turn begins at once. */
export async function savePlan(
  ctx: Ctx,
  place: Place,
  wish: { version: number; userIds: readonly string[]; weeks: number },
): Promise<void> {
  await inTransaction(ctx, async (inner) => {
    const { communityId, groupId } = place;
    await getGroup(inner, communityId, groupId);
    await store.lockPlan(inner, place);
    const [before] = await store.selectPlans(inner, communityId, groupId);
    if ((before?.version ?? 0) !== wish.version) throw rotationErrors.changed_meanwhile();
    const userIds = [...new Set(wish.userIds)];
    for (const userId of userIds) await checkAssignee(inner, communityId, userId);
    const plan = { groupId, userIds, weeks: wish.weeks, version: wish.version + 1 };
    await store.putPlan(inner, place, { ...plan, by: actorKey(inner.actor) });
    await audit(inner, place, 'rotation.save_plan');
    const today = await readToday(inner, communityId);
    const turn = await findTurn(inner, place);
    if (turn && userIds.includes(turn.insteadOf ?? turn.userId)) {
      const lastDay = lastDayOf(turn.firstDay, plan.weeks);
      return store.setLastDay(inner, communityId, { id: turn.id, lastDay: lastDay < today ? today : lastDay });
    }
    if (turn) await closeTurn(inner, communityId, { turn, today });
    const leader = await findNext(inner, communityId, { plan, behind: null, today });
    if (!leader) throw rotationErrors.nobody_there();
    await beginTurn(inner, place, { plan, leader, today });
  });
}

/** The group is led in turns no longer; what was stays as history. */
export async function removePlan(ctx: Ctx, place: Place): Promise<void> {
  await inTransaction(ctx, async (inner) => {
    await store.lockPlan(inner, place);
    if (!(await store.deletePlan(inner, place))) throw platformErrors.not_found();
    const turn = await findTurn(inner, place);
    const today = await readToday(inner, place.communityId);
    if (turn) await closeTurn(inner, place.communityId, { turn, today });
    await audit(inner, place, 'rotation.remove_plan');
  });
}

/** Whoever leads, or whoever manages it, hands over now; the task of it is done by that. */
export async function handOver(ctx: Ctx, place: Place): Promise<void> {
  await inTransaction(ctx, async (inner) => {
    const { communityId } = place;
    await store.lockPlan(inner, place);
    const turn = await findTurn(inner, place);
    if (!turn) throw rotationErrors.no_turn();
    const isTheirs = userOf(inner.actor) === turn.userId;
    if (!isTheirs && (await checkPermission(inner, 'rotation.manage', communityId)) !== 'granted')
      throw platformErrors.not_allowed();
    await audit(inner, place, 'rotation.hand_over');
    if (turn.taskId) {
      await completeTask(inner, { communityId, taskId: turn.taskId });
      // A task that was settled otherwise before begins no turn.
      if ((await findTurn(inner, place))?.id !== turn.id) return;
    }
    await passOn(inner, communityId, turn);
  });
}

/** Makes the tasks of the turns of a community that end soon, each once. */
export async function askToHandOver(ctx: Ctx, communityId: string): Promise<void> {
  const zone = await getZone(ctx, communityId);
  const today = localDay(ctx.now(), zone);
  const turns = await store.selectPresentTurns(ctx, communityId);
  const ending = turns.filter(({ taskId, lastDay }) => taskId === null && lastDay <= shiftDay(today, noticeDays));
  const team = await readTeam(ctx, communityId);
  const names = await listGroupNames(
    ctx,
    communityId,
    ending.map(({ groupId }) => groupId),
  );
  for (const turn of ending) {
    const [plan] = await store.selectPlans(ctx, communityId, turn.groupId);
    const next =
      plan && (await findNext(ctx, communityId, { plan, behind: turn.insteadOf ?? turn.userId, today: turn.lastDay }));
    const [user] = next ? await findUsers(ctx, [next.userId]) : [];
    const words = { group: names.get(turn.groupId) ?? '', name: user?.name ?? ctx.t('rotation:hand_over.nobody') };
    const facts = await readHandOver(ctx, communityId, { turn, today });
    const task = await createTask(ctx, {
      communityId,
      groupId: turn.groupId,
      kind: handOverTask.kind,
      title: ctx.t('rotation:hand_over.title', words),
      text: ctx.t('rotation:hand_over.text', { ...words, ...facts }),
      steps: ctx.t('rotation:hand_over.steps', words).split('\n'),
      dueAt: startOfLocalDay(shiftDay(turn.lastDay, 1), zone),
      assigneeId: team.has(turn.userId) ? turn.userId : null,
      payload: { turnId: turn.id },
      key: `${handOverTask.kind} ${turn.id}`,
    });
    await store.setTurnTask(ctx, communityId, { id: turn.id, taskId: task.id });
  }
}

/** Who would lead next, as things stand today. */
export async function findNext(
  ctx: Ctx,
  communityId: string,
  { plan, behind, today }: { plan: store.Plan; behind: string | null; today: string },
): Promise<Leader | null> {
  const away = await listAway(ctx, communityId, today);
  return findNextLeader(plan.userIds, behind, { team: await readTeam(ctx, communityId), away });
}

/** Who of the team may do tasks. */
export async function readTeam(ctx: Ctx, communityId: string): Promise<Set<string>> {
  const { items } = await listTeam(ctx, communityId, { limit: wholeTeam });
  const able = items.filter(({ roles }) => ctx.services.permissions.allows(roles, 'tasks.do'));
  return new Set(able.map(({ userId }) => userId));
}

/** The present day of a community. */
export async function readToday(ctx: Ctx, communityId: string): Promise<string> {
  return localDay(ctx.now(), await getZone(ctx, communityId));
}

async function findTurn(ctx: Ctx, { communityId, groupId }: Place): Promise<store.Turn | undefined> {
  return (await store.selectPresentTurns(ctx, communityId, groupId))[0];
}

/** Ends a turn with what it leaves, and begins the next one. */
async function passOn(ctx: Ctx, communityId: string, turn: store.Turn): Promise<void> {
  const place = { communityId, groupId: turn.groupId };
  const [plan] = await store.selectPlans(ctx, communityId, turn.groupId);
  if (!plan) throw rotationErrors.no_turn();
  const today = await readToday(ctx, communityId);
  const leader = await findNext(ctx, communityId, { plan, behind: turn.insteadOf ?? turn.userId, today });
  if (!leader) throw rotationErrors.nobody_there();
  const facts = await readHandOver(ctx, communityId, { turn, today });
  await store.endTurn(ctx, communityId, { id: turn.id, today, facts });
  await beginTurn(ctx, place, { plan, leader, today });
}

async function closeTurn(ctx: Ctx, communityId: string, { turn, today }: { turn: store.Turn; today: string }) {
  await store.endTurn(ctx, communityId, { id: turn.id, today, facts: null });
  if (turn.taskId) await cancelTask(ctx, { communityId, taskId: turn.taskId });
}

async function beginTurn(
  ctx: Ctx,
  { communityId, groupId }: Place,
  { plan, leader: { userId, insteadOf }, today }: { plan: store.Plan; leader: Leader; today: string },
): Promise<void> {
  const lastDay = lastDayOf(today, plan.weeks);
  await store.insertTurn(ctx, communityId, {
    id: newId(ctx.now()),
    groupId,
    userId,
    insteadOf,
    firstDay: today,
    lastDay,
  });
}

function lastDayOf(firstDay: string, weeks: number): string {
  return shiftDay(firstDay, weeks * 7 - 1);
}

async function audit(ctx: Ctx, { communityId, groupId }: Place, action: string): Promise<void> {
  await recordAudit(ctx, { communityId, action, target: { kind: 'group', id: groupId } });
}

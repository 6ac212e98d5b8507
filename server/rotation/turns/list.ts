/** Who leads which group, who is next, and how it was. */
import { listGroupNames } from '../../groups/index.ts';
import { findUsers } from '../../platform/auth/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { platformErrors } from '../../platform/errors.ts';
import { listAway } from '../../duty/index.ts';
import * as store from '../store.ts';
import { readHandOver } from './checklist.ts';
import { findNextLeader, type Leader } from './order.ts';
import { readTeam, readToday, type Place } from './turn.ts';

const mostPast = 20;

/** A group that is led in turns. */
export interface Led {
  plan: store.Plan;
  name: string;
  turn: store.Turn | null;
  /** Its last day is over, and nobody has handed over. */
  late: boolean;
  next: Leader | null;
}

/** Somebody whom the page names. */
export interface Named {
  userId: string;
  name: string;
  onTeam: boolean;
}

/** All groups that are led in turns: late ones first, then by the end of the turn. */
export async function listLed(ctx: Ctx, communityId: string): Promise<{ groups: Led[]; operators: Named[] }> {
  const plans = await store.selectPlans(ctx, communityId);
  const groups = await showPlans(ctx, communityId, plans);
  const operators = await nameAll(ctx, communityId, groups.flatMap(peopleOf));
  groups.sort((one, other) => (one.turn?.lastDay ?? '').localeCompare(other.turn?.lastDay ?? ''));
  return { groups, operators };
}

/** One group with what a hand-over would take along now, and the turns before. */
export async function getLed(ctx: Ctx, { communityId, groupId }: Place) {
  const [group] = await showPlans(ctx, communityId, await store.selectPlans(ctx, communityId, groupId));
  if (!group) throw platformErrors.not_found();
  const past = await store.selectPastTurns(ctx, { communityId, groupId }, mostPast);
  const today = await readToday(ctx, communityId);
  const facts = group.turn && (await readHandOver(ctx, communityId, { turn: group.turn, today }));
  const people = [...peopleOf(group), ...past.flatMap(peopleOfTurn)];
  return { group, past, facts, operators: await nameAll(ctx, communityId, people) };
}

async function showPlans(ctx: Ctx, communityId: string, plans: readonly store.Plan[]): Promise<Led[]> {
  const today = await readToday(ctx, communityId);
  const turns = new Map((await store.selectPresentTurns(ctx, communityId)).map((turn) => [turn.groupId, turn]));
  const names = await listGroupNames(
    ctx,
    communityId,
    plans.map(({ groupId }) => groupId),
  );
  const presence = { team: await readTeam(ctx, communityId), away: await listAway(ctx, communityId) };
  return plans.map((plan) => {
    const turn = turns.get(plan.groupId) ?? null;
    const next = findNextLeader(plan.userIds, turn ? (turn.insteadOf ?? turn.userId) : null, presence);
    return { plan, name: names.get(plan.groupId) ?? '', turn, late: turn !== null && turn.lastDay < today, next };
  });
}

function peopleOf({ plan, turn, next }: Led): string[] {
  return [...plan.userIds, ...(turn ? peopleOfTurn(turn) : []), ...(next ? [next.userId] : [])];
}

function peopleOfTurn({ userId, insteadOf }: store.Turn): string[] {
  return insteadOf === null ? [userId] : [userId, insteadOf];
}

async function nameAll(ctx: Ctx, communityId: string, userIds: readonly string[]): Promise<Named[]> {
  const ids = [...new Set(userIds)];
  const team = await readTeam(ctx, communityId);
  const names = new Map((await findUsers(ctx, ids)).map(({ id, name }) => [id, name]));
  return ids.map((userId) => ({
    userId,
    name: names.get(userId) ?? ctx.t('team:unknown_member'),
    onTeam: team.has(userId),
  }));
}

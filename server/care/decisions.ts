/** What the team decides about those who have not answered, one by one: keep, talk to them, or remove. */
import { getGroup } from '../groups/index.ts';
import { listIdentities, mayContact } from '../people/index.ts';
import { actorKey } from '../platform/auth/actor.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { cancelTask, createTask, type TaskKind } from '../team/index.ts';
import { careErrors } from './errors.ts';
import { audit, getRound } from './rounds.ts';
import { keepDecision, keepTask, lockPeople, type RoundPerson } from './store/round-people.ts';
import type { Round, RoundId } from './store/rounds.ts';

/** A talk with somebody who has gone silent. */
export const talkTask: TaskKind = { kind: 'care.talk' };

const talkDays = 3;

/** What is decided about whom. */
export interface Decision {
  identityIds: readonly string[];
  decision: RoundPerson['decision'];
}

/** Keeps a decision; null takes one back. Who has answered, is spared or has left is not decided about. */
export async function decide(ctx: Ctx, id: RoundId, wish: Decision): Promise<void> {
  await inTransaction(ctx, async (inner) => {
    const round = await getRound(inner, id, true);
    if (round.state === 'collecting') throw careErrors.round_running();
    if (round.state === 'closed') throw careErrors.round_over();
    const people = await lockPeople(inner, id, wish.identityIds);
    if (people.length < wish.identityIds.length) throw platformErrors.not_found();
    for (const one of people) checkOpen(one);
    for (const { taskId } of people)
      if (taskId !== null) await cancelTask(inner, { communityId: id.communityId, taskId });
    await keepDecision(inner, id, { ...wish, by: actorKey(inner.actor) });
    if (wish.decision === 'talk') await makeTalks(inner, round, wish.identityIds);
    await audit(inner, round, { action: 'care.decide', decision: wish.decision, people: wish.identityIds.length });
  });
}

function checkOpen({ spared, answeredAt, leftAt, removal }: RoundPerson): void {
  const isOpen = spared === null && answeredAt === null && leftAt === null;
  if (!isOpen || removal === 'planned' || removal === 'handed') throw careErrors.not_to_decide();
}

async function makeTalks(ctx: Ctx, round: Round, identityIds: readonly string[]): Promise<void> {
  const { communityId, groupId, id: roundId } = round;
  const group = await getGroup(ctx, communityId, groupId);
  const names = new Map((await listIdentities(ctx, communityId, identityIds)).map(({ id, name }) => [id, name]));
  const open = await mayContact(ctx, communityId, { identityIds, reason: 'care' });
  for (const identityId of identityIds) {
    // Switched contact off since the round began.
    if (!open.has(identityId)) throw careErrors.not_to_decide();
    const person = names.get(identityId) ?? '';
    const task = await createTask(ctx, {
      communityId,
      groupId,
      kind: talkTask.kind,
      title: ctx.t('care:talk.title', { person, group: group.name }),
      text: ctx.t('care:talk.text', { person, group: group.name }),
      steps: ctx.t('care:talk.steps').split('\n'),
      dueAt: new Date(ctx.now().getTime() + talkDays * 86_400_000),
      payload: { roundId, identityId },
      key: `care.talk ${roundId} ${identityId} ${ctx.now().getTime()}`,
      about: [identityId],
    });
    await keepTask(ctx, { communityId, roundId, identityId }, task.id);
  }
}

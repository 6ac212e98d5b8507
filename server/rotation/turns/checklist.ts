/** What a hand-over has to take along, ticked by the facts: nobody has to remember what the program knows. */
import { countQuestionsByGroup } from '../../desk/index.ts';
import { hasWrittenNote } from '../../duty/index.ts';
import { countExpectedGuests } from '../../guests/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { countCases } from '../../rules/index.ts';
import { listTasks } from '../../team/index.ts';
import type { HandedOver, Turn } from '../store.ts';

const mostTasks = 100;

/** What is open in a group at this moment, and whether whoever leads has left a note in their turn. */
export async function readHandOver(
  ctx: Ctx,
  communityId: string,
  { turn: { groupId, userId, firstDay }, today }: { turn: Turn; today: string },
): Promise<HandedOver> {
  const questions = (await countQuestionsByGroup(ctx, communityId)).find((one) => one.groupId === groupId)?.open ?? 0;
  const cases = (await countCases(ctx, communityId)).groups.find((one) => one.groupId === groupId);
  const filter = { state: 'open', assigneeId: userId, groupId } as const;
  const tasks = (await listTasks(ctx, communityId, { filter, limit: mostTasks })).items;
  return {
    questions,
    cases: (cases?.waiting ?? 0) + (cases?.appealed ?? 0),
    // The hand-over itself is the one that is being done.
    tasks: tasks.filter(({ kind }) => kind !== 'rotation.hand_over').length,
    guests: await countExpectedGuests(ctx, { communityId, groupId }, today),
    note: await hasWrittenNote(ctx, communityId, { by: userId, since: new Date(`${firstDay}T00:00:00Z`) }),
  };
}

import type { z } from 'zod';
import type { Ctx } from '../../platform/context.ts';
import type { RoundPersonView } from '../round-people.ts';
import { getRound, viewRounds, type RoundView } from '../rounds.ts';
import type { RoundId } from '../store/rounds.ts';
import type { roundPersonShape, roundShape } from './shapes.ts';

/** A round as the team sees it. */
export function showRound({ round, counts, reminders }: RoundView): z.input<typeof roundShape> {
  return { ...round, counts, reminders: reminders.map(({ dueAt, sentAt, told }) => ({ dueAt, sentAt, told })) };
}

/** Somebody of a round as the team sees them. */
export function showPerson({ person, identity, fits }: RoundPersonView): z.input<typeof roundPersonShape> {
  const { personId, name, pictureId } = identity;
  return { ...person, personId, name, pictureId, fits };
}

/** One round as it stands now. */
export async function answerRound(ctx: Ctx, id: RoundId): Promise<z.input<typeof roundShape>> {
  return showRound((await viewRounds(ctx, id.communityId, [await getRound(ctx, id)]))[0]!);
}

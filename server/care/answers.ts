/** Signs of life in a round: a word in the group, another name or face, the button. Whoever gives one is not removed. */
import { listMessages, messagesReceived } from '../messages/index.ts';
import { currentMembership, identityChanged, listIdentities, listMemberships, memberLeft } from '../people/index.ts';
import { subscribe } from '../platform/bus/event.ts';
import type { Ctx } from '../platform/context.ts';
import { inTransaction } from '../platform/context.ts';
import { careErrors } from './errors.ts';
import { noteAnswers, noteLeft, selectPersonOfRound, selectRenamed, type RoundPerson } from './store/round-people.ts';
import { selectOpenRounds, type Round } from './store/rounds.ts';

const chunk = 1000;

/** Any word that was said since the round began. */
export const noteWords = subscribe('care.note_words', messagesReceived, async (ctx, events) => {
  for (const round of await roundsOf(ctx, events)) {
    const here = events.filter((event) => event.payload.groupId === round.groupId);
    const ids = here.flatMap((event) => event.payload.messageIds);
    for (let from = 0; from < ids.length; from += chunk) {
      const said = await listMessages(ctx, round, ids.slice(from, from + chunk));
      const since = said.filter(({ at }) => at >= round.startedAt);
      await answer(ctx, round, { identityIds: [...new Set(since.map(({ authorId }) => authorId))], how: 'word' });
    }
  }
});

/** Another name than when the round began; that something else has changed about an account is no sign of its owner. */
export const noteNames = subscribe('care.note_names', identityChanged, async (ctx, events) => {
  for (const round of await roundsOf(ctx, events)) {
    const identityIds = events
      .filter(({ communityId }) => communityId === round.communityId)
      .flatMap(({ payload }) => payload.identityIds);
    const id = { communityId: round.communityId, roundId: round.id };
    const names = new Map(
      (await listIdentities(ctx, round.communityId, [...new Set(identityIds)])).map((one) => [one.id, one.name]),
    );
    await answer(ctx, round, { identityIds: await selectRenamed(ctx, id, names), how: 'name' });
  }
});

/** Who has left is asked no more. */
export const noteLeavers = subscribe('care.note_leavers', memberLeft, async (ctx, events) => {
  for (const round of await roundsOf(ctx, events)) {
    const { communityId, id, groupId } = round;
    const gone = events
      .filter((event) => event.payload.groupId === groupId)
      .flatMap(({ payload }) => payload.members.map(({ identityId }) => identityId));
    if (gone.length === 0) continue;
    // The newest state counts: who was let in again meanwhile has not left.
    const inside = new Set(
      (await listMemberships(ctx, { communityId, groupId, identityIds: gone })).map(({ identityId }) => identityId),
    );
    await noteLeft(
      ctx,
      { communityId, roundIds: [id] },
      gone.filter((identityId) => !inside.has(identityId)),
    );
  }
});

async function roundsOf(ctx: Ctx, events: readonly { communityId: string | null }[]): Promise<Round[]> {
  return selectOpenRounds(ctx, [...new Set(events.flatMap(({ communityId }) => communityId ?? []))]);
}

async function answer(
  ctx: Ctx,
  round: Round,
  { identityIds, how }: { identityIds: readonly string[]; how: NonNullable<RoundPerson['answeredHow']> },
): Promise<void> {
  if (identityIds.length === 0) return;
  await noteAnswers(ctx, { communityId: round.communityId, roundId: round.id }, { identityIds, how, at: ctx.now() });
}

/** What a member sees of the round of their group; null when none is open, or when nobody asks them. */
export interface MyRound {
  format: string;
  endsAt: Date;
  answeredAt: Date | null;
}

/** The round of a group for the member who asks. */
export async function findMyRound(ctx: Ctx, groupId: string): Promise<MyRound | null> {
  const mine = await myPlace(ctx, groupId);
  if (!mine) return null;
  return { format: mine.round.format, endsAt: mine.round.endsAt, answeredAt: mine.person.answeredAt };
}

/** The button: I am still here. */
export async function sayHere(ctx: Ctx, groupId: string): Promise<MyRound> {
  return inTransaction(ctx, async (inner) => {
    const mine = await myPlace(inner, groupId);
    if (!mine) throw careErrors.round_over();
    const { round, person } = mine;
    await answer(inner, round, { identityIds: [person.identityId], how: 'button' });
    return { format: round.format, endsAt: round.endsAt, answeredAt: person.answeredAt ?? inner.now() };
  });
}

async function myPlace(ctx: Ctx, groupId: string): Promise<{ round: Round; person: RoundPerson } | null> {
  const { identityId, communityId } = await currentMembership(ctx, groupId);
  const rounds = await selectOpenRounds(ctx, [communityId]);
  const round = rounds.find((one) => one.groupId === groupId);
  if (!round) return null;
  const person = await selectPersonOfRound(ctx, { communityId, roundId: round.id, identityId });
  return !person || person.spared !== null ? null : { round, person };
}

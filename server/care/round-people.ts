/** The people of a round as the steward sees them: evidence, never a score. */
import { limitsOf } from '../carriers/index.ts';
import { getGroup } from '../groups/index.ts';
import { listIdentities, type Identity } from '../people/index.ts';
import type { Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { decodeCursor, isMoment, toPage } from '../platform/http/cursor.ts';
import { isId } from '../platform/ids.ts';
import { getRound } from './rounds.ts';
import { selectPeople, type RoundPerson, type View } from './store/round-people.ts';
import type { RoundId } from './store/rounds.ts';
import { fitsFormat } from './words.ts';

/** Somebody of a round, with their name. */
export interface RoundPersonView {
  person: RoundPerson;
  identity: Identity;
  fits: boolean;
}

/** A page of one part of a round. */
export async function listRoundPeople(
  ctx: Ctx,
  id: RoundId,
  page: { view: View; cursor?: string | undefined; limit: number },
): Promise<{ items: RoundPersonView[]; nextCursor: string | null }> {
  const round = await getRound(ctx, id);
  const after = page.cursor === undefined ? null : readMark(page.cursor);
  const rows = await selectPeople(
    ctx,
    { ...id, startedAt: round.startedAt },
    { view: page.view, after, limit: page.limit + 1 },
  );
  const { items, nextCursor } = toPage(rows, page.limit, (row) => [row.sortAt.toISOString(), row.identityId]);
  const identities = new Map(
    (
      await listIdentities(
        ctx,
        id.communityId,
        items.map(({ identityId }) => identityId),
      )
    ).map((one) => [one.id, one]),
  );
  return {
    items: items.flatMap((person) => {
      const identity = identities.get(person.identityId);
      return identity ? [{ person, identity, fits: fitsFormat(identity.name, round.format) }] : [];
    }),
    nextCursor,
  };
}

/** Whether the platform of a round's group tells who reads; without that nobody can be called silent. */
export async function knowsReaders(ctx: Ctx, place: { communityId: string; groupId: string }): Promise<boolean> {
  return limitsOf(await getGroup(ctx, place.communityId, place.groupId)).reads;
}

function readMark(cursor: string): { at: string; identityId: string } {
  const [at, identityId] = decodeCursor(cursor, 2);
  if (!isMoment(at) || typeof identityId !== 'string' || !isId(identityId)) throw platformErrors.bad_cursor();
  return { at, identityId };
}

/** Newcomers and what became of them: who was welcomed, who waits for the morning, who was gone before. */
import { listIdentities } from '../people/index.ts';
import type { Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { decodeCursor, isMoment, toPage } from '../platform/http/cursor.ts';
import { isId } from '../platform/ids.ts';
import { selectArrivals, type ArrivalRow } from './store/welcome.ts';

/** A newcomer as the team sees them. */
export interface ArrivalLine extends ArrivalRow {
  name: string;
  pictureId: string | null;
  personId: string | null;
}

/** A page of newcomers, the latest first. */
export async function listArrivals(
  ctx: Ctx,
  communityId: string,
  wish: { groupId?: string | undefined; cursor?: string | undefined; limit: number },
): Promise<{ items: ArrivalLine[]; nextCursor: string | null }> {
  const which = { communityId, groupId: wish.groupId ?? null, identityIds: null, until: null };
  const after = wish.cursor === undefined ? null : readPlace(wish.cursor);
  const rows = await selectArrivals(ctx, which, { after, limit: wish.limit + 1 });
  const page = toPage(rows, wish.limit, (row) => [row.at.toISOString(), row.membershipId]);
  const ids = page.items.map((row) => row.identityId);
  const people = new Map((await listIdentities(ctx, communityId, ids)).map((one) => [one.id, one]));
  const items = page.items.flatMap((row): ArrivalLine[] => {
    const person = people.get(row.identityId);
    if (!person) return [];
    const { name, pictureId, personId } = person;
    return [{ ...row, name, pictureId, personId }];
  });
  return { items, nextCursor: page.nextCursor };
}

function readPlace(cursor: string): { at: string; membershipId: string } {
  const [at, membershipId] = decodeCursor(cursor, 2).map(String) as [string, string];
  if (!isMoment(at) || !isId(membershipId)) throw platformErrors.bad_cursor();
  return { at, membershipId };
}

/** Persons as operators see them: the list, one person with accounts and stays, the members of a group. */
import type { Ctx } from '../platform/context.ts';
import { checkPermission } from '../platform/auth/grants.ts';
import { platformErrors } from '../platform/errors.ts';
import { decodeCursor, isMoment, toPage } from '../platform/http/cursor.ts';
import { isId } from '../platform/ids.ts';
import { maskCard, readCard, type Card } from './card.ts';
import { foldName } from './name.ts';
import { selectAcknowledgements, selectApplicationsOf, type Application } from './store/entrance.ts';
import { selectIdentitiesOfPerson, type Identity } from './store/identity.ts';
import { selectMembers, selectMembershipsOf, type Member, type Membership } from './store/membership.ts';
import { selectPerson } from './store/person.ts';

/** A page of something. */
export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** Which page, as asked. */
export interface PageWish {
  cursor?: string | undefined;
  limit: number;
}

/** Reads a cursor that holds one id, null when there is no cursor. */
export function readIdCursor(cursor: string | undefined): string | null {
  if (cursor === undefined) return null;
  const [id] = decodeCursor(cursor, 1);
  if (typeof id !== 'string' || !isId(id)) throw platformErrors.bad_cursor();
  return id;
}

/** One person with all that the team may see. */
export interface PersonDetail {
  personId: string;
  createdAt: Date;
  identities: Identity[];
  memberships: Membership[];
  applications: Application[];
  acknowledgements: { identityId: string; version: number; at: Date }[];
  /** Lines for the team only are null without the permission `people.private`. */
  card: Card;
}

/** One person; throws `platform.not_found`. */
export async function getPersonDetail(ctx: Ctx, communityId: string, personId: string): Promise<PersonDetail> {
  const person = await selectPerson(ctx, communityId, personId);
  if (!person) throw platformErrors.not_found();
  const identities = await selectIdentitiesOfPerson(ctx, communityId, personId);
  const identityIds = identities.map((identity) => identity.id);
  const whole = (await checkPermission(ctx, 'people.private', communityId)) === 'granted';
  const card = readCard(person.card);
  return {
    personId,
    createdAt: person.createdAt,
    identities,
    memberships: await selectMembershipsOf(ctx, communityId, identityIds),
    applications: await selectApplicationsOf(ctx, communityId, identityIds),
    acknowledgements: await selectAcknowledgements(ctx, communityId, identityIds),
    card: whole ? card : maskCard(card),
  };
}

/** A page of the members of a group: team first, then by the time of joining. */
export async function listMembers(
  ctx: Ctx,
  group: { communityId: string; groupId: string; q?: string | undefined },
  wish: PageWish,
): Promise<Page<Member>> {
  const nameKey = group.q ? foldName(group.q) : null;
  if (nameKey === '') return { items: [], nextCursor: null };
  const rows = await selectMembers(
    ctx,
    { ...group, nameKey },
    { after: readMemberCursor(wish.cursor), limit: wish.limit },
  );
  return toPage(rows, wish.limit, (row) => [row.rank, row.joinedAt.toISOString(), row.membershipId]);
}

function readMemberCursor(cursor: string | undefined) {
  if (cursor === undefined) return null;
  const [rank, joinedAt, id] = decodeCursor(cursor, 3);
  const good =
    typeof rank === 'number' && Number.isInteger(rank) && typeof joinedAt === 'string' && typeof id === 'string';
  if (!good || !isId(id) || !isMoment(joinedAt) || Math.abs(rank) > 9) throw platformErrors.bad_cursor();
  return { rank, joinedAt, id };
}

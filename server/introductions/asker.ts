/** Who asks: a member of the community who is in a group now. Whoever has left finds nobody and is not found. */
import { currentIdentityId, listFaces, listPersonsOf, type Card } from '../people/index.ts';
import type { Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';

/** A member who looks for others. */
export interface Asker {
  communityId: string;
  /** The account of this browser. */
  identityId: string;
  personId: string;
  /** All accounts. */
  identityIds: string[];
  groupIds: string[];
  card: Card;
}

/** The member who sends the request; throws `platform.not_found` for who is in no group. */
export async function currentAsker(ctx: Ctx, communityId: string): Promise<Asker> {
  return askerOf(ctx, communityId, await currentIdentityId(ctx, communityId));
}

/** Somebody as one who looks for others; throws `platform.not_found` for who is in no group. */
export async function askerOf(ctx: Ctx, communityId: string, identityId: string): Promise<Asker> {
  const [person] = await listPersonsOf(ctx, communityId, [identityId]);
  const [face] = person ? await listFaces(ctx, communityId, [person.personId]) : [];
  if (!face || face.groupIds.length === 0) throw platformErrors.not_found();
  const { personId, groupIds, card } = face;
  return { communityId, identityId, personId, identityIds: face.identities.map(({ id }) => id), groupIds, card };
}

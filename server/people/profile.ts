/** A member's own face in a community: name, picture, card and privacy switches; and what others see of it. */
import type { z } from 'zod';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import {
  changeCard,
  maskCard,
  privacyShape,
  readCard,
  type Card,
  type cardInput,
  type Privacy,
  type privacyInput,
} from './card.ts';
import { peopleErrors } from './errors.ts';
import { identityChanged } from './events.ts';
import { checkMemberName, getIdentity, type Identity } from './identity.ts';
import { checkOwnPicture } from './picture.ts';
import { updateIdentity } from './store/identity.ts';
import { selectOpenMembership, type MemberRole } from './store/membership.ts';
import { selectPerson, updatePerson } from './store/person.ts';

/** One's own face. */
export interface Profile {
  identity: Identity;
  card: Card;
  privacy: Privacy;
}

/** Reads a member's own face; throws when the identity has no person behind it. */
export async function getProfile(ctx: Ctx, communityId: string, identityId: string): Promise<Profile> {
  const identity = await getIdentity(ctx, communityId, identityId);
  const person = identity.personId === null ? undefined : await selectPerson(ctx, communityId, identity.personId);
  if (!person) throw platformErrors.not_found();
  return { identity, card: readCard(person.card), privacy: privacyShape.parse(person.privacy) };
}

/** What a member may change about themselves; absent fields stay. */
export interface ProfileChange {
  name?: string | undefined;
  pictureId?: string | null | undefined;
  card?: z.output<typeof cardInput> | undefined;
  privacy?: z.output<typeof privacyInput> | undefined;
}

/** Changes name, picture, card or switches. */
export async function changeProfile(
  ctx: Ctx,
  who: { communityId: string; identityId: string },
  change: ProfileChange,
): Promise<Profile> {
  const { communityId, identityId } = who;
  return inTransaction(ctx, async (inner) => {
    const before = await getProfile(inner, communityId, identityId);
    if (change.name !== undefined || change.pictureId !== undefined) await changeFace(inner, before.identity, change);
    if (change.card || change.privacy) {
      const card = changeCard(before.card, change.card ?? {});
      const privacy = { ...before.privacy, ...change.privacy };
      await updatePerson(inner, { communityId, id: before.identity.personId! }, { card, privacy });
      inner.emit(identityChanged, communityId, { identityIds: [identityId] });
    }
    return getProfile(inner, communityId, identityId);
  });
}

async function changeFace(ctx: Ctx, identity: Identity, change: ProfileChange): Promise<void> {
  const { communityId, id } = identity;
  const checked = await checkMemberName(ctx, communityId, { name: change.name ?? identity.name, self: id });
  if (!checked.ok) throw peopleErrors.bad_name({ problem: ctx.t(`people:name.${checked.problem}`) });
  const pictureId = change.pictureId === undefined ? identity.pictureId : change.pictureId;
  if (change.pictureId) await checkOwnPicture(ctx, { communityId, identityId: id }, change.pictureId);
  await updateIdentity(ctx, { communityId, id }, { name: checked.name, key: checked.key, pictureId });
  ctx.emit(identityChanged, communityId, { identityIds: [id] });
}

/** Puts the card that came with joining on the person. */
export async function introduceMember(ctx: Ctx, identity: Identity, card: z.output<typeof cardInput>): Promise<void> {
  await changeProfile(ctx, { communityId: identity.communityId, identityId: identity.id }, { card });
}

/** A group mate's face: what they show to everybody in the group. Throws when they are not in it. */
export async function getGroupMate(
  ctx: Ctx,
  place: { communityId: string; groupId: string; identityId: string },
): Promise<{ identity: Identity; role: MemberRole; joinedAt: Date; card: Card }> {
  const stay = await selectOpenMembership(ctx, place);
  if (!stay) throw platformErrors.not_found();
  const identity = await getIdentity(ctx, place.communityId, place.identityId);
  const person = identity.personId === null ? undefined : await selectPerson(ctx, place.communityId, identity.personId);
  return { identity, role: stay.role, joinedAt: stay.joinedAt, card: maskCard(readCard(person?.card ?? {})) };
}

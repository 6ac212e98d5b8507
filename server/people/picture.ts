/** Pictures of people: a member's own, set by themselves; and who may look at them. */
import { getCommunity } from '../communities/index.ts';
import type { Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { deletePictures, getPicture, listPictureIdsOf, type MayReadFile } from '../platform/files/index.ts';
import { deviceOf } from './access.ts';
import { selectBinding } from './store/device.ts';
import { hasFace } from './store/identity.ts';
import { hasOpenStay } from './store/membership.ts';

/** Makes sure that a member takes only a picture of their own for their face; throws `platform.not_found`. */
export async function checkOwnPicture(
  ctx: Ctx,
  who: { communityId: string; identityId: string },
  pictureId: string,
): Promise<void> {
  const picture = await getPicture(ctx, pictureId);
  const own = picture?.communityId === who.communityId && picture.uploader.id === who.identityId;
  if (!own) throw platformErrors.not_found();
}

/**
 * Pictures that this module answers for: one's own, the community's official face (everybody may see it, the join page
 * shows it), and the faces of people, for whoever is in a group of the community.
 */
export const mayReadFace: MayReadFile = async (ctx, picture) => {
  const { communityId } = picture;
  const { official } = await getCommunity(ctx, communityId);
  if (official.pictureId === picture.id) return true;
  const deviceId = deviceOf(ctx);
  const binding = deviceId === null ? undefined : await selectBinding(ctx, communityId, deviceId);
  if (!binding) return false;
  if (picture.uploader.kind === 'identity' && picture.uploader.id === binding.identityId) return true;
  return (await hasFace(ctx, communityId, picture.id)) && hasOpenStay(ctx, communityId, binding.identityId);
};

/** Whether somebody in the community wears the picture as their face. */
export async function isFace(ctx: Ctx, communityId: string, pictureId: string): Promise<boolean> {
  return hasFace(ctx, communityId, pictureId);
}

/** Forgets pictures that identities uploaded, at most about `budget`; gives how many there were. */
export async function erasePictures(
  ctx: Ctx,
  who: { communityId: string; identityIds: readonly string[] },
  budget: number,
): Promise<number> {
  const ids: string[] = [];
  for (const id of who.identityIds) {
    const uploader = { kind: 'identity' as const, id };
    ids.push(...(await listPictureIdsOf(ctx, { communityId: who.communityId, uploader, limit: budget })));
  }
  if (ids.length > 0) await deletePictures(ctx, ids);
  return ids.length;
}

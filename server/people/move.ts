/**
 * Bringing an identity to another browser: by the member's own one-time link (10 minutes), or, when the phone is lost,
 * by a link that a steward makes (30 minutes) and that signs the lost phone out.
 */
import { z } from 'zod';
import { recordAudit } from '../platform/audit/audit.ts';
import type { Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { hashSecret, newId, newSecret } from '../platform/ids.ts';
import { defineJob } from '../platform/jobs/job.ts';
import { bindDevice, giveDevice, releaseDevices, type Visitor } from './device.ts';
import { peopleErrors } from './errors.ts';
import { getIdentity, webCarrier } from './identity.ts';
import { recheckGroupsOf } from './live.ts';
import { deleteOldMoves, insertMove, lockDevice, lockMove, selectBinding, useMove, type Move } from './store/device.ts';
import { selectIdentitiesOfPerson } from './store/identity.ts';

const minutes = { move: 10, restore: 30 } as const;

/** A link to open on the other phone. */
export interface MoveLink {
  url: string;
  expiresAt: Date;
}

/** Makes the link; an earlier one of the same identity stops working. */
export async function createMoveLink(
  ctx: Ctx,
  who: { communityId: string; identityId: string },
  kind: Move['kind'] = 'move',
): Promise<MoveLink> {
  const code = newSecret(18);
  const expiresAt = new Date(ctx.now().getTime() + minutes[kind] * 60_000);
  await insertMove(ctx, { ...who, id: newId(ctx.now()), kind, expiresAt, codeHash: hashSecret(code) });
  return { url: `${ctx.publicUrl}/m/move/${code}`, expiresAt };
}

/** A steward's link for a person who lost the phone. */
export async function createRestoreLink(ctx: Ctx, communityId: string, personId: string): Promise<MoveLink> {
  const identities = await selectIdentitiesOfPerson(ctx, communityId, personId);
  if (identities.length === 0) throw platformErrors.not_found();
  const identity = identities.find((one) => one.carrier === webCarrier);
  if (!identity) throw peopleErrors.no_phone_identity();
  const link = await createMoveLink(ctx, { communityId, identityId: identity.id }, 'restore');
  await recordAudit(ctx, {
    communityId,
    action: 'people.create_restore_link',
    target: { kind: 'person', id: personId },
  });
  return link;
}

/**
 * Uses a link on the visitor's browser. A browser that already carries somebody else in this community is asked first
 * (`people.device_taken`, the link stays good); `replace` says yes.
 */
export async function useMoveLink(
  ctx: Ctx,
  use: { code: string; replace: boolean; visitor: Visitor },
): Promise<{ communityId: string; identityId: string; cookie: string | null }> {
  const move = await lockMove(ctx, hashSecret(use.code));
  if (!move) throw peopleErrors.link_unknown();
  if (move.usedAt) throw peopleErrors.link_used();
  if (move.expiresAt <= ctx.now()) throw peopleErrors.link_expired();
  const { communityId, identityId } = move;
  const identity = await getIdentity(ctx, communityId, identityId);
  if (identity.kind === 'tombstone') throw peopleErrors.link_unknown();
  const { visitor } = use;
  const given = visitor.deviceId === null ? await giveDevice(ctx, visitor, use.code) : null;
  const deviceId = given?.deviceId ?? visitor.deviceId!;
  await lockDevice(ctx, deviceId);
  const carried = await selectBinding(ctx, communityId, deviceId);
  if (carried && carried.identityId !== identityId) {
    if (!use.replace) throw peopleErrors.device_taken();
    await recheckGroupsOf(ctx, { communityId, identityIds: [carried.identityId], deviceIds: [deviceId] });
  }
  await bindDevice(ctx, { communityId, deviceId, identityId, label: visitor.label, boundHow: move.kind });
  if (move.kind === 'restore') {
    await releaseDevices(ctx, { communityId, identityIds: [identityId], deviceId: null, exceptId: deviceId });
  }
  await useMove(ctx, move);
  const target = { kind: 'identity', id: identityId };
  await recordAudit(ctx, { communityId, action: 'people.use_move_link', target, detail: { kind: move.kind } });
  return { communityId, identityId, cookie: given?.cookie ?? null };
}

/** Nightly: one-time links that ended a day ago are deleted; until then a reused one is told from an unknown one. */
export const forgetMoveLinks = defineJob({
  name: 'people.forget_move_links',
  payload: z.object({}),
  cron: '50 19 * * *',
  run: (ctx) => deleteOldMoves(ctx, new Date(ctx.now().getTime() - 86_400_000)),
});

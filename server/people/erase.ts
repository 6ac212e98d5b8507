/**
 * "Forget me". At once: the name is gone everywhere, stays end, devices are signed out, a receipt is kept. Then, chunk by
 * chunk in a job that can be cut off anywhere, everything the person wrote moves to a fresh random tombstone.
 */
import { recordAudit } from '../platform/audit/audit.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { forgetAnswersWith } from '../platform/http/idempotency.ts';
import { hashSecret, newId, newSecret } from '../platform/ids.ts';
import { defineJob } from '../platform/jobs/job.ts';
import { z } from 'zod';
import { releaseDevices } from './device.ts';
import { personErased } from './events.ts';
import { getIdentity } from './identity.ts';
import { endMemberships } from './membership.ts';
import { erasePictures } from './picture.ts';
import { personErase, type PersonEraser } from './slots.ts';
import { deleteArchiveLinks } from './store/archive.ts';
import {
  advanceErasure,
  blankIdentities,
  deleteIdentities,
  finishErasure,
  insertErasure,
  lockErasure,
  repointDays,
  repointRows,
  selectErasureByReceipt,
  type Erasure,
} from './store/erasure.ts';
import { insertIdentity, selectIdentitiesOfPerson } from './store/identity.ts';
import { deleteMergesOf } from './store/merge.ts';
import { deletePersons } from './store/person.ts';

const chunk = 500;

/** Starts to forget the person behind an identity; the receipt's code is shown once. Call inside a transaction. */
export async function erasePerson(
  ctx: Ctx,
  who: { communityId: string; identityId: string },
  requestedBy: Erasure['requestedBy'],
): Promise<{ receipt: string; requestedAt: Date }> {
  const { communityId } = who;
  const { personId } = await getIdentity(ctx, communityId, who.identityId);
  if (personId === null) throw platformErrors.not_found();
  const identityIds = (await selectIdentitiesOfPerson(ctx, communityId, personId)).map((identity) => identity.id);
  const tombstone = await createTombstone(ctx, communityId);
  await endMemberships(ctx, { communityId, groupId: null, identityIds }, { how: 'erased' });
  await releaseDevices(ctx, { communityId, identityIds, deviceId: null });
  await blankIdentities(ctx, { communityId, ids: identityIds }, tombstone.name);
  await deletePersons(ctx, communityId, [personId]);
  await deleteArchiveLinks(ctx, communityId, personId);
  await deleteMergesOf(ctx, communityId, { personId, identityIds });
  const id = newId(ctx.now());
  const receipt = newSecret(18);
  const receiptHash = hashSecret(receipt);
  await insertErasure(ctx, { id, communityId, identityIds, tombstoneId: tombstone.id, requestedBy, receiptHash });
  ctx.enqueue(erasePersonJob, { communityId, erasureId: id });
  await recordAudit(ctx, { communityId, action: 'people.erase_person', target: { kind: 'erasure', id } });
  return { receipt, requestedAt: ctx.now() };
}

async function createTombstone(ctx: Ctx, communityId: string): Promise<{ id: string; name: string }> {
  const id = newId(ctx.now());
  const name = ctx.t('people:tombstone');
  const identity = {
    id,
    communityId,
    personId: null,
    carrier: 'tombstone',
    externalId: id,
    pictureId: null,
    name,
    key: '',
  };
  await insertIdentity(ctx, { ...identity, kind: 'tombstone' });
  return { id, name };
}

/** Forgets the rest, chunk by chunk; each chunk is a transaction that also notes how far it came. */
export const erasePersonJob = defineJob({
  name: 'people.erase_person',
  payload: z.object({ communityId: z.uuid(), erasureId: z.uuid() }),
  run: async (ctx, { communityId, erasureId }) => {
    while (!(await eraseChunk(ctx, communityId, erasureId))) {
      // Each turn is a chunk; the row says where the next one goes on.
    }
  },
});

/** Does one chunk; true when everything is done. */
export async function eraseChunk(ctx: Ctx, communityId: string, erasureId: string): Promise<boolean> {
  return inTransaction(ctx, async (inner) => {
    const erasure = await lockErasure(inner, communityId, erasureId);
    if (!erasure || erasure.doneAt) return true;
    const next = [...inner.slots(personErase), ownRows].find((eraser) => !erasure.finished.includes(eraser.name));
    if (!next) {
      await forgetAnswersWith(inner, erasure.identityIds);
      await deleteIdentities(inner, communityId, erasure.identityIds);
      await finishErasure(inner, erasure);
      inner.emit(personErased, communityId, { erasureId, tombstoneId: erasure.tombstoneId });
      return true;
    }
    const { done, rows = 0 } = await next.erase(inner, erasure, chunk);
    await advanceErasure(inner, erasure, { name: next.name, rows, done });
    return false;
  });
}

/** What this module itself keeps; last, so that others can still ask for stays and days. */
const ownRows: PersonEraser = {
  name: 'people',
  erase: async (ctx, who, budget) => {
    const erasure = { ...who, identityIds: [...who.identityIds] };
    const days = await repointDays(ctx, erasure, budget);
    if (days === budget) return { done: false, rows: days };
    const pictures = await erasePictures(ctx, who, budget);
    if (pictures > 0) return { done: false, rows: days + pictures };
    return { done: true, rows: days + (await repointRows(ctx, erasure)) };
  },
};

/** What has become of a request to be forgotten. */
export interface Receipt {
  requestedAt: Date;
  doneAt: Date | null;
  counts: Record<string, number>;
}

/** Reads a receipt; whoever holds its code may. */
export async function getReceipt(ctx: Ctx, receipt: string): Promise<Receipt> {
  const erasure = await selectErasureByReceipt(ctx, hashSecret(receipt));
  if (!erasure) throw platformErrors.not_found();
  const { requestedAt, doneAt, counts } = erasure;
  return { requestedAt, doneAt, counts };
}

/** Who is kept for good: key people and people on leave, whom no name-card round asks until the team takes it back. */
import { z } from 'zod';
import { listIdentities, type Identity } from '../people/index.ts';
import { recordAudit } from '../platform/audit/audit.ts';
import { actorKey } from '../platform/auth/actor.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { decodeCursor, isMoment, toPage } from '../platform/http/cursor.ts';
import { deleteKept, selectKeptPage, upsertKept, type Kept } from './store/kept.ts';

/** Keeps somebody whatever later rounds find. */
export async function keepAlways(
  ctx: Ctx,
  who: { communityId: string; identityId: string },
  note: string,
): Promise<void> {
  await inTransaction(ctx, async (inner) => {
    const [identity] = await listIdentities(inner, who.communityId, [who.identityId]);
    if (identity?.kind !== 'member') throw platformErrors.not_found();
    await upsertKept(inner, { ...who, note, by: actorKey(inner.actor) });
    await auditKept(inner, 'care.keep_always', who);
  });
}

/** Lets later rounds ask somebody again. */
export async function keepNoLonger(ctx: Ctx, who: { communityId: string; identityId: string }): Promise<void> {
  await inTransaction(ctx, async (inner) => {
    if (await deleteKept(inner, who)) await auditKept(inner, 'care.keep_no_longer', who);
  });
}

/** A page of those who are kept, the latest first, with the account of each; undefined when it is known no more. */
export async function listKept(
  ctx: Ctx,
  communityId: string,
  page: { cursor?: string | undefined; limit: number },
): Promise<{ items: (Kept & { identity: Identity | undefined })[]; nextCursor: string | null }> {
  const before = readPlace(page.cursor);
  const rows = await selectKeptPage(ctx, communityId, { before, limit: page.limit + 1 });
  const { items, nextCursor } = toPage(rows, page.limit, ({ at, identityId }) => [at.toISOString(), identityId]);
  const ids = items.map(({ identityId }) => identityId);
  const known = new Map((await listIdentities(ctx, communityId, ids)).map((one) => [one.id, one]));
  return { items: items.map((one) => ({ ...one, identity: known.get(one.identityId) })), nextCursor };
}

function readPlace(cursor: string | undefined): { at: string; identityId: string } | null {
  if (cursor === undefined) return null;
  const [at, id] = decodeCursor(cursor, 2);
  const identityId = z.uuid().safeParse(id);
  if (!isMoment(at) || !identityId.success) throw platformErrors.bad_cursor();
  return { at, identityId: identityId.data };
}

async function auditKept(
  ctx: Ctx,
  action: string,
  { communityId, identityId }: Record<'communityId' | 'identityId', string>,
): Promise<void> {
  await recordAudit(ctx, { communityId, action, target: { kind: 'identity', id: identityId } });
}

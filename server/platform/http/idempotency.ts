import { sql } from 'kysely';
import type { Ctx } from '../context.ts';
import { actorKey } from '../auth/actor.ts';
import { platformErrors } from '../errors.ts';

/** A stored answer to a write that came with an `Idempotency-Key`. */
export interface StoredAnswer {
  status: number;
  body: string | null;
}

/**
 * Claims the key inside the transaction of the write. A repeat waits on the primary key until the first one is decided:
 * committed → its stored answer is returned; rolled back → the repeat becomes the first. The same key with another
 * request is refused.
 */
export async function claimKey(
  ctx: Ctx,
  claim: { key: string; requestHash: string },
): Promise<StoredAnswer | undefined> {
  const subject = actorKey(ctx.actor);
  const { rows: fresh } = await sql`
    insert into platform_idempotency (subject, key, request_hash, created_at)
    values (${subject}, ${claim.key}, ${claim.requestHash}, ${ctx.now()})
    on conflict do nothing returning key`.execute(ctx.db);
  if (fresh.length > 0) return undefined;
  const { rows } = await sql<{ requestHash: string; status: number; body: string | null }>`
    select request_hash as "requestHash", status, body from platform_idempotency
    where subject = ${subject} and key = ${claim.key}`.execute(ctx.db);
  const found = rows[0];
  // Gone between the two statements: the nightly clean-up took it. The caller may simply try again.
  if (!found) throw platformErrors.conflict();
  if (found.requestHash !== claim.requestHash) throw platformErrors.idempotency_key_reused();
  return { status: found.status, body: found.body };
}

/** Stores the answer beside the claimed key, in the same transaction. */
export async function keepAnswer(ctx: Ctx, key: string, answer: StoredAnswer): Promise<void> {
  await sql`
    update platform_idempotency set status = ${answer.status}, body = ${answer.body}
    where subject = ${actorKey(ctx.actor)} and key = ${key}`.execute(ctx.db);
}

/** Forgets stored answers in which one of the ids stands, e.g. messages of somebody who is being forgotten; gives how many. */
export async function forgetAnswersWith(ctx: Ctx, ids: readonly string[]): Promise<number> {
  const patterns = ids.map((id) => `%${id}%`);
  const { rows } = await sql`
    delete from platform_idempotency where body like any(${patterns}::text[]) returning key`.execute(ctx.db);
  return rows.length;
}

/** Forgets keys older than two days; called every night. */
export async function forgetOldKeys(ctx: Ctx): Promise<void> {
  await sql`delete from platform_idempotency where created_at < ${ctx.now()}::timestamptz - interval '2 days'`.execute(
    ctx.db,
  );
}

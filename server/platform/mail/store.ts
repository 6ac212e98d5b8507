import { sql } from 'kysely';
import type { Ctx } from '../context.ts';

/** How far a mail has come. */
export type MailState = 'queued' | 'delayed' | 'sent' | 'refused' | 'expired';

/** A mail on its way; `sealed` is null once that is over. */
export interface MailRow {
  id: string;
  kind: string;
  sealed: string | null;
  state: MailState;
  attempts: number;
  expiresAt: Date;
}

/** Waits until no other transaction writes to this mailbox, so that the limit counts all. */
export async function lockRecipient(ctx: Ctx, recipientHash: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`platform.mail:${recipientHash}`}, 0))`.execute(ctx.db);
}

/** When the mails of a kind to a mailbox since a moment were queued, newest first. */
export async function selectMoments(
  ctx: Ctx,
  { recipientHash, kind }: { recipientHash: string; kind: string },
  since: Date,
): Promise<Date[]> {
  const { rows } = await sql<{ at: Date }>`
    select created_at as at from platform_mails
    where recipient_hash = ${recipientHash} and kind = ${kind} and created_at > ${since} order by created_at desc`.execute(
    ctx.db,
  );
  return rows.map((row) => row.at);
}

/** Keeps a mail that is to be sent. */
export async function insertMail(
  ctx: Ctx,
  mail: { id: string; kind: string; recipientHash: string; sealed: string; expiresAt: Date },
): Promise<void> {
  await sql`
    insert into platform_mails (id, kind, recipient_hash, sealed, state, created_at, expires_at)
    values (${mail.id}, ${mail.kind}, ${mail.recipientHash}, ${mail.sealed}, 'queued', ${ctx.now()}, ${mail.expiresAt})`.execute(
    ctx.db,
  );
}

/** One mail. */
export async function selectMail(ctx: Ctx, id: string): Promise<MailRow | undefined> {
  const { rows } = await sql<MailRow>`
    select id, kind, sealed, state, attempts, expires_at as "expiresAt" from platform_mails where id = ${id}`.execute(
    ctx.db,
  );
  return rows[0];
}

/** Notes an attempt that did not succeed; the mail stays in the queue. */
export async function markDelayed(ctx: Ctx, id: string, failure: string): Promise<void> {
  await sql`
    update platform_mails set state = 'delayed', failure = ${failure}, attempts = attempts + 1
    where id = ${id} and sealed is not null`.execute(ctx.db);
}

/** Ends a mail; address and words are forgotten with it. */
export async function settleMail(
  ctx: Ctx,
  id: string,
  end: { state: 'sent' | 'refused' | 'expired'; failure: string | null },
): Promise<void> {
  await sql`
    update platform_mails
    set state = ${end.state}, failure = ${end.failure}, sealed = null, settled_at = ${ctx.now()}, attempts = attempts + 1
    where id = ${id} and sealed is not null`.execute(ctx.db);
}

/** Deletes mails older than a moment. */
export async function deleteOldMails(ctx: Ctx, before: Date): Promise<void> {
  await sql`delete from platform_mails where created_at < ${before}`.execute(ctx.db);
}

import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';

/** A browser that is proving an e-mail address in one community. */
export interface EmailProof {
  communityId: string;
  deviceId: string;
  emailHash: string;
  codeHash: string;
  tries: number;
  mailId: string;
  sentAt: Date;
  expiresAt: Date;
  provenAt: Date | null;
  /** Codes asked for since `windowAt`. */
  sends: number;
  windowAt: Date;
}

/** The proof that a device is working on, or has just finished. */
export async function selectEmailProof(
  ctx: Ctx,
  communityId: string,
  deviceId: string,
): Promise<EmailProof | undefined> {
  const { rows } = await sql<EmailProof>`
    select community_id as "communityId", device_id as "deviceId", email_hash as "emailHash", code_hash as "codeHash",
      tries, mail_id as "mailId", sent_at as "sentAt", expires_at as "expiresAt", proven_at as "provenAt", sends,
      window_at as "windowAt"
    from people_email_proofs where community_id = ${communityId} and device_id = ${deviceId}`.execute(ctx.db);
  return rows[0];
}

/** Keeps a new code; the device's earlier one stops working. */
export async function upsertEmailProof(ctx: Ctx, proof: Omit<EmailProof, 'tries' | 'provenAt'>): Promise<void> {
  await sql`
    insert into people_email_proofs
      (community_id, device_id, email_hash, code_hash, mail_id, sent_at, expires_at, sends, window_at)
    values (${proof.communityId}, ${proof.deviceId}, ${proof.emailHash}, ${proof.codeHash}, ${proof.mailId},
            ${proof.sentAt}, ${proof.expiresAt}, ${proof.sends}, ${proof.windowAt})
    on conflict (community_id, device_id) do update
      set email_hash = excluded.email_hash, code_hash = excluded.code_hash, tries = 0, mail_id = excluded.mail_id,
          sent_at = excluded.sent_at, expires_at = excluded.expires_at, proven_at = null, sends = excluded.sends,
          window_at = excluded.window_at`.execute(ctx.db);
}

/** Counts one try of a code, and notes the proof when it was right; never more tries than `most`. */
export async function countEmailTry(
  ctx: Ctx,
  proof: Pick<EmailProof, 'communityId' | 'deviceId' | 'mailId'>,
  attempt: { isRight: boolean; most: number },
): Promise<void> {
  await sql`
    update people_email_proofs
    set tries = tries + 1, proven_at = case when ${attempt.isRight}::boolean then ${ctx.now()}::timestamptz end
    where community_id = ${proof.communityId} and device_id = ${proof.deviceId} and mail_id = ${proof.mailId}
      and proven_at is null and tries < ${attempt.most}`.execute(ctx.db);
}

/** Forgets the proof of a device. */
export async function deleteEmailProof(ctx: Ctx, communityId: string, deviceId: string): Promise<void> {
  await sql`
    delete from people_email_proofs where community_id = ${communityId} and device_id = ${deviceId}`.execute(ctx.db);
}

/** Forgets proofs whose last code was sent before a moment. */
export async function deleteOldEmailProofs(ctx: Ctx, before: Date): Promise<void> {
  await sql`delete from people_email_proofs where sent_at < ${before}`.execute(ctx.db);
}

/** Notes that an identity has proven an address, and lets the bans of the identity know it. */
export async function insertEmail(
  ctx: Ctx,
  email: { communityId: string; identityId: string; emailHash: string },
): Promise<void> {
  const { communityId, identityId, emailHash } = email;
  await sql`
    insert into people_emails (community_id, identity_id, email_hash, proven_at)
    values (${communityId}, ${identityId}, ${emailHash}, ${ctx.now()}) on conflict do nothing`.execute(ctx.db);
  await sql`
    insert into people_ban_emails (community_id, ban_id, email_hash)
    select community_id, id, ${emailHash} from people_bans
    where community_id = ${communityId} and identity_id = ${identityId} and lifted_at is null
    on conflict do nothing`.execute(ctx.db);
}

/** When identities have proven an address; the hash itself says nothing to anybody. */
export async function selectEmailProven(
  ctx: Ctx,
  communityId: string,
  identityIds: readonly string[],
): Promise<{ identityId: string; provenAt: Date }[]> {
  const { rows } = await sql<{ identityId: string; provenAt: Date }>`
    select identity_id as "identityId", proven_at as "provenAt" from people_emails
    where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[]) order by proven_at`.execute(
    ctx.db,
  );
  return rows;
}

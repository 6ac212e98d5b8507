/**
 * Mails go out through a job that is queued in the caller's transaction: no commit, no mail. Until then the row holds
 * them encrypted; afterwards only a keyed hash of the mailbox stays for a day, for the limit on each recipient.
 */
import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { Ctx } from '../context.ts';
import { platformErrors } from '../errors.ts';
import { newId } from '../ids.ts';
import { defineJob } from '../jobs/job.ts';
import type { MailAddress } from './address.ts';
import { sendBySmtp, type Mail } from './smtp.ts';
import {
  deleteOldMails,
  insertMail,
  lockRecipient,
  markDelayed,
  selectMail,
  selectMoments,
  settleMail,
  type MailState,
} from './store.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/**
 * How many mails of a kind a mailbox gets from this installation, whoever asks for them: nobody's inbox may be flooded by us. Each
 * kind counts for itself, or a stranger who asks for links and codes could silence the mails that warn of them.
 */
const limits = [
  { most: 5, within: 60 * minute },
  { most: 10, within: day },
] as const;

/** Two mails at a time, so that a mail server that hangs never keeps the other jobs waiting. */
const lanes = 2;

/** Queues a mail in this transaction, unless the mailbox has had enough of its kind. It is given up when it can't go before `expiresAt`. */
export async function queueMail(
  ctx: Ctx,
  mail: Omit<Mail, 'to'> & { kind: string; to: MailAddress; expiresAt: Date },
): Promise<{ ok: true; mailId: string } | { ok: false; retryAfterMs: number }> {
  const recipientHash = createHmac('sha256', ctx.services.secrets.derive('platform.mail_recipient'))
    .update(mail.to.key)
    .digest('base64url');
  await lockRecipient(ctx, recipientHash);
  const retryAfterMs = await findWait(ctx, recipientHash, mail.kind);
  if (retryAfterMs > 0) return { ok: false, retryAfterMs };
  const id = newId(ctx.now());
  const { subject, text, html, kind, expiresAt } = mail;
  const sealed = ctx.services.secrets.seal(JSON.stringify({ to: mail.to.address, subject, text, html }), sealOf(id));
  await insertMail(ctx, { id, kind, recipientHash, sealed, expiresAt });
  ctx.enqueue(sendMailJob, { mailId: id }, { queue: `mail-${parseInt(id.slice(-1), 16) % lanes}` });
  return { ok: true, mailId: id };
}

async function findWait(ctx: Ctx, recipientHash: string, kind: string): Promise<number> {
  const now = ctx.now().getTime();
  const moments = await selectMoments(ctx, { recipientHash, kind }, new Date(now - day));
  const waits = limits.map(({ most, within }) => {
    // The mail that must grow old before there is room for one more.
    const blocking = moments[most - 1];
    return blocking === undefined ? 0 : blocking.getTime() + within - now;
  });
  return Math.max(0, ...waits);
}

const sealOf = (id: string) => `platform_mails:${id}`;

/** Sends one mail. A crash after the server took it and before that was noted sends it again, with the same Message-ID. */
export const sendMailJob = defineJob({
  name: 'platform.send_mail',
  payload: z.object({ mailId: z.uuid() }),
  run: async (ctx, { mailId }) => {
    const mail = await selectMail(ctx, mailId);
    if (!mail || mail.sealed === null) return;
    const facts = { mail: mailId, kind: mail.kind, attempt: mail.attempts + 1 };
    if (mail.expiresAt <= ctx.now()) {
      await settleMail(ctx, mailId, { state: 'expired', failure: null });
      ctx.log.warn('platform.mail_expired', facts);
      return;
    }
    const words = JSON.parse(ctx.services.secrets.open(mail.sealed, sealOf(mailId))) as Mail;
    const outcome = await sendBySmtp(ctx.services.config, { ...words, id: mailId });
    if (outcome.ok) {
      await settleMail(ctx, mailId, { state: 'sent', failure: null });
      ctx.log.info('platform.mail_sent', facts);
    } else if (outcome.isFinal) {
      await settleMail(ctx, mailId, { state: 'refused', failure: outcome.code });
      ctx.log.warn('platform.mail_refused', { ...facts, reason: outcome.code });
    } else {
      await markDelayed(ctx, mailId, outcome.code);
      ctx.log.warn('platform.mail_delayed', { ...facts, reason: outcome.code });
      throw platformErrors.mail_not_accepted({ reason: outcome.code });
    }
  },
});

/** How far a mail has come; undefined when it is older than a day. */
export async function findMailState(ctx: Ctx, mailId: string): Promise<MailState | undefined> {
  return (await selectMail(ctx, mailId))?.state;
}

/** Forgets mails of the day before yesterday, whatever became of them. */
export async function forgetOldMails(ctx: Ctx): Promise<void> {
  await deleteOldMails(ctx, new Date(ctx.now().getTime() - day));
}

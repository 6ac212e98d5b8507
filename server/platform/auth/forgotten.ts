/**
 * A forgotten password, by mail. Whoever asks gets the same answer in the same time whether the address has an account or not:
 * the request only queues a job, and the job looks. The link is the installation's own, never the request's host.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { recordAudit } from '../audit/audit.ts';
import { inTransaction, type Ctx } from '../context.ts';
import type { RateLimit } from '../http/rate-limit.ts';
import { hashSecret, newSecret } from '../ids.ts';
import { defineJob } from '../jobs/job.ts';
import { isMailReady, queueMail, readAddress, writeLetter } from '../mail/index.ts';
import { takeAttempt } from './attempts.ts';
import { authErrors } from './errors.ts';
import { insertLink } from './session-store.ts';
import { selectUserByEmail, type User } from './user-store.ts';

const hour = 60 * 60 * 1000;
/** A mail lies about in an inbox, so its link ends sooner than one that is handed over. */
const linkMs = hour;
const noticeMs = 24 * hour;

/** For one address, asked by whomever: nobody's inbox is filled, and nobody is kept from asking again later. */
const perAddress: RateLimit = { name: 'auth.forgotten', per: 'address', burst: 3, perMinute: 0.1 };
const seal = 'auth.mail_password_link';

/** Whether this installation can mail links at all. */
export function canMailPasswords({ services: { config } }: Ctx): boolean {
  return isMailReady(config) && config.publicUrl !== undefined;
}

/** Asks for a link by mail; throws `auth.mail_not_set_up` for everybody, `auth.too_many_attempts` for any address. */
export function requestPasswordMail(ctx: Ctx, email: string): void {
  if (!canMailPasswords(ctx)) throw authErrors.mail_not_set_up();
  takeAttempt(ctx, createHash('sha256').update(email).digest('base64url'), perAddress);
  ctx.enqueue(mailPasswordLink, { sealed: ctx.services.secrets.seal(email, seal), locale: ctx.locale });
}

/** Mails a link to choose a password, if there is such an account and its mailbox has not had enough of us. */
export const mailPasswordLink = defineJob({
  name: 'auth.mail_password_link',
  payload: z.object({ sealed: z.string(), locale: z.enum(['zh-CN', 'zh-TW', 'en']) }),
  run: async (ctx, { sealed, locale }) => {
    const email = ctx.services.secrets.open(sealed, seal);
    const user = await selectUserByEmail(ctx.db, email);
    const { publicUrl } = ctx.services.config;
    if (!user || publicUrl === undefined) return;
    await inTransaction(ctx, async (inner) => {
      const t = inner.services.i18n.translator(locale);
      const token = newSecret(24);
      const at = inner.now();
      const expiresAt = new Date(at.getTime() + linkMs);
      const words = writeLetter({
        language: locale,
        heading: t('auth:forgotten.heading', { name: user.name }),
        lines: [t('auth:forgotten.what'), t('auth:forgotten.how')],
        link: `${publicUrl}/password?token=${token}`,
        footer: [t('auth:forgotten.not_you')],
      });
      const mail = { subject: t('auth:forgotten.subject'), ...words, kind: 'auth.password_link', expiresAt };
      if (!(await mailTo(inner, user, mail))) return;
      // Earlier links stay good until they end, or whoever knows an address could spoil the link in its owner's hands.
      await insertLink(inner.db, {
        kind: 'password',
        userId: user.id,
        secretHash: hashSecret(token),
        at,
        expiresAt,
      });
      const target = { kind: 'user', id: user.id };
      await recordAudit(inner, { communityId: null, action: 'auth.mail_password_link', target });
    });
  },
});

/** Tells the owner of an account that its password is another one now; run it in the transaction of the change. */
export async function mailPasswordChanged(ctx: Ctx, user: User): Promise<void> {
  if (!isMailReady(ctx.services.config)) return;
  const { t } = ctx;
  const { publicUrl } = ctx.services.config;
  const words = writeLetter({
    language: ctx.locale,
    heading: t('auth:changed.heading', { name: user.name }),
    lines: [t('auth:changed.what'), t('auth:changed.not_you')],
    ...(publicUrl === undefined ? {} : { link: `${publicUrl}/forgotten` }),
    footer: [t('auth:changed.no_answer')],
  });
  const expiresAt = new Date(ctx.now().getTime() + noticeMs);
  await mailTo(ctx, user, { subject: t('auth:changed.subject'), ...words, kind: 'auth.password_changed', expiresAt });
}

async function mailTo(
  ctx: Ctx,
  user: User,
  mail: { subject: string; text: string; html: string; kind: string; expiresAt: Date },
): Promise<boolean> {
  const to = readAddress(user.email);
  const queued = to ? await queueMail(ctx, { ...mail, to }) : undefined;
  if (!queued?.ok) ctx.log.warn('auth.mail_not_queued', { user: user.id, kind: mail.kind });
  return queued?.ok === true;
}

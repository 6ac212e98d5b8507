/**
 * Proof of an e-mail address at the door: a code is sent to it, the visitor types it in. Only a keyed hash of the
 * address is kept, so that a ban holds for whoever comes back with another phone; nobody can be written to afterwards.
 */
import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { getCommunity } from '../communities/index.ts';
import type { Group } from '../groups/index.ts';
import type { Ctx } from '../platform/context.ts';
import { defineJob } from '../platform/jobs/job.ts';
import {
  findMailState,
  isMailReady,
  queueMail,
  readAddress,
  writeLetter,
  type MailAddress,
} from '../platform/mail/index.ts';
import { getSettings } from '../platform/settings.ts';
import { giveDevice, type Visitor } from './device.ts';
import { peopleErrors } from './errors.ts';
import { findEntrance } from './invite.ts';
import { peopleSettings } from './settings.ts';
import { lockDevice, selectBinding } from './store/device.ts';
import {
  countEmailTry,
  deleteEmailProof,
  deleteOldEmailProofs,
  insertEmail,
  selectEmailProof,
  selectEmailProven,
  upsertEmailProof,
  type EmailProof,
} from './store/email.ts';

const minute = 60_000;
const codeMinutes = 15;

/** Wrong codes until a new one must be asked for. */
export const mostTries = 5;

/** Codes for one device within an hour; the mailbox and the network address have limits of their own. */
const mostSends = 5;
const sendWindow = 60 * minute;

/** Asking again for the same address within this time sends nothing: the first mail is still on its way. */
const pause = minute;

/** How long a typed code opens the door, while the visitor finishes the other steps. */
const provenFor = 60 * minute;

/** Whether the community asks newcomers for an address. */
export async function asksForEmail(ctx: Ctx, communityId: string): Promise<boolean> {
  return (await getSettings(ctx, peopleSettings, communityId)).emailProof === 'required';
}

/** What came of asking for a code. */
export interface SentCode {
  expiresAt: Date;
  /** From when on asking again sends another mail. */
  resendAt: Date;
  /** For a visitor who had no device yet. */
  cookie: string | null;
}

/**
 * Sends a code to an address. Bans play no part here: the answer is the same for every address, only its owner learns
 * more. Call inside a transaction; the mail leaves after it.
 */
export async function sendEmailCode(
  ctx: Ctx,
  wish: { code: string; email: string; visitor: Visitor },
): Promise<SentCode> {
  const address = readAddress(wish.email);
  if (!address) throw peopleErrors.bad_email();
  const entrance = await findEntrance(ctx, wish.code);
  if (!entrance.ok) throw peopleErrors.door_closed();
  const { group } = entrance;
  const { communityId } = group;
  if (!(await asksForEmail(ctx, communityId))) throw peopleErrors.email_not_asked();
  if (!isMailReady(ctx.services.config)) throw peopleErrors.mail_not_set_up();
  const given = wish.visitor.deviceId === null ? await giveDevice(ctx, wish.visitor, wish.code) : null;
  const deviceId = given?.deviceId ?? wish.visitor.deviceId!;
  await lockDevice(ctx, deviceId);
  const binding = await selectBinding(ctx, communityId, deviceId);
  if (binding && (await hasProvenEmail(ctx, communityId, binding.identityId))) throw peopleErrors.email_not_asked();
  const emailHash = hashEmail(ctx, communityId, address);
  const before = await selectEmailProof(ctx, communityId, deviceId);
  const isRepeat = before?.emailHash === emailHash && (await isStillGood(ctx, before));
  const proof = before && isRepeat ? before : await sendAnother(ctx, { group, deviceId, address, before });
  return {
    expiresAt: proof.expiresAt,
    resendAt: resendMoment(proof),
    cookie: given?.cookie ?? null,
  };
}

/** Whether asking again would only repeat what is under way: the proof is finished, or its mail was queued a moment ago. */
async function isStillGood(ctx: Ctx, proof: EmailProof): Promise<boolean> {
  if (proof.provenAt !== null) return isProven(ctx, proof);
  if (resendMoment(proof) <= ctx.now() || proof.tries >= mostTries) return false;
  return (await findMailState(ctx, proof.mailId)) !== 'refused';
}

async function sendAnother(
  ctx: Ctx,
  wish: { group: Group; deviceId: string; address: MailAddress; before: EmailProof | undefined },
): Promise<Pick<EmailProof, 'expiresAt' | 'sentAt'>> {
  const { group, deviceId, address, before } = wish;
  const { communityId } = group;
  const sentAt = ctx.now();
  const windowEnd = before ? before.windowAt.getTime() + sendWindow : 0;
  const isSameWindow = windowEnd > sentAt.getTime();
  const sends = isSameWindow ? before!.sends + 1 : 1;
  if (sends > mostSends) throw tooManyCodes(windowEnd - sentAt.getTime());
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const expiresAt = new Date(sentAt.getTime() + codeMinutes * minute);
  const letter = await writeCodeLetter(ctx, group, code);
  const queued = await queueMail(ctx, { ...letter, kind: 'people.email_proof', to: address, expiresAt });
  if (!queued.ok) throw tooManyCodes(queued.retryAfterMs);
  const { mailId } = queued;
  await upsertEmailProof(ctx, {
    communityId,
    deviceId,
    emailHash: hashEmail(ctx, communityId, address),
    codeHash: hashCode(ctx, { communityId, deviceId, mailId }, code),
    mailId,
    sentAt,
    expiresAt,
    sends,
    windowAt: isSameWindow ? before!.windowAt : sentAt,
  });
  return { sentAt, expiresAt };
}

async function writeCodeLetter(
  ctx: Ctx,
  group: Group,
  code: string,
): Promise<{ subject: string; text: string; html: string }> {
  const { t } = ctx;
  const { name: community } = await getCommunity(ctx, group.communityId);
  const values = { community, group: group.name, minutes: codeMinutes };
  // Never the address of the request: whoever asks could put a link of their own into somebody's inbox.
  const { publicUrl: address } = ctx.services.config;
  const words = writeLetter({
    language: ctx.locale,
    heading: t('people:email.letter.heading', values),
    lines: [t('people:email.letter.why', values), t('people:email.letter.code', values)],
    code,
    footer: [
      t('people:email.letter.kept', values),
      t('people:email.letter.not_you', values),
      ...(address === undefined ? [] : [t('people:email.letter.sent_by', { address })]),
    ],
  });
  return { subject: t('people:email.letter.subject', values), ...words };
}

/** Tries the code that a visitor typed; the gate then finds the proof finished, or one try fewer left. */
export async function tryEmailCode(
  ctx: Ctx,
  place: { communityId: string; deviceId: string | null },
  answer: unknown,
): Promise<void> {
  const given = (answer as z.output<typeof emailAnswer> | undefined)?.code;
  if (given === undefined || place.deviceId === null) return;
  const proof = await selectEmailProof(ctx, place.communityId, place.deviceId);
  const digits = given.normalize('NFKC').replace(/[\s-]/g, '');
  if (!proof || proof.provenAt || proof.expiresAt <= ctx.now() || !/^\d{6}$/.test(digits)) return;
  const isRight = timingSafeEqual(Buffer.from(hashCode(ctx, proof, digits)), Buffer.from(proof.codeHash));
  await countEmailTry(ctx, proof, { isRight, most: mostTries });
}

/** Notes the address that this device has proven for the identity that comes in with it. */
export async function keepProvenEmail(
  ctx: Ctx,
  who: { communityId: string; deviceId: string; identityId: string },
): Promise<void> {
  const proof = await selectEmailProof(ctx, who.communityId, who.deviceId);
  if (!isProven(ctx, proof)) return;
  const { communityId, identityId } = who;
  await insertEmail(ctx, { communityId, identityId, emailHash: proof.emailHash });
  await deleteEmailProof(ctx, communityId, who.deviceId);
}

/** Answer of the e-mail step: the code from the mail. */
export const emailAnswer = z.strictObject({ code: z.string().max(20) });

/** Whether an identity has proven an address in its community. */
export async function hasProvenEmail(ctx: Ctx, communityId: string, identityId: string): Promise<boolean> {
  return (await selectEmailProven(ctx, communityId, [identityId])).length > 0;
}

/** Whether the proof is finished and still opens the door. */
export function isProven(ctx: Ctx, proof: EmailProof | undefined): proof is EmailProof {
  return proof?.provenAt != null && proof.provenAt.getTime() + provenFor > ctx.now().getTime();
}

/** From when on a device may have another code for the same address. */
export function resendMoment(proof: Pick<EmailProof, 'sentAt'>): Date {
  return new Date(proof.sentAt.getTime() + pause);
}

/** Nightly: proofs that nobody finished are forgotten a day after their last code. */
export const forgetEmailProofs = defineJob({
  name: 'people.forget_email_proofs',
  payload: z.object({}),
  cron: '55 19 * * *',
  run: (ctx) => deleteOldEmailProofs(ctx, new Date(ctx.now().getTime() - 24 * 60 * minute)),
});

/** Keyed and different in every community: it can't be computed without our key, nor compared between communities. */
function hashEmail(ctx: Ctx, communityId: string, address: MailAddress): string {
  return hmac(ctx, 'people.email', [communityId, address.key]);
}

function hashCode(ctx: Ctx, proof: Pick<EmailProof, 'communityId' | 'deviceId' | 'mailId'>, code: string): string {
  return hmac(ctx, 'people.email_code', [proof.communityId, proof.deviceId, proof.mailId, code]);
}

function hmac(ctx: Ctx, purpose: string, parts: readonly string[]): string {
  return createHmac('sha256', ctx.services.secrets.derive(purpose)).update(JSON.stringify(parts)).digest('base64url');
}

function tooManyCodes(retryAfterMs: number) {
  return peopleErrors.too_many_codes({ retryAfterMs, minutes: Math.ceil(retryAfterMs / minute) });
}

import { recordAudit } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import { newCode } from '../ids.ts';
import { takeAttempt } from './attempts.ts';
import { engineSecret } from './cookies.ts';
import { authErrors } from './errors.ts';
import { checkPassword } from './passwords.ts';
import { deleteOtherSessions } from './session-store.ts';
import {
  lockTwoFactor,
  putTwoFactorDraft,
  turnTwoFactorOff,
  turnTwoFactorOn,
  updateBackupCodes,
  type User,
} from './user-store.ts';
import { getUser } from './users.ts';

/**
 * The second factor of an operator: switched on, off and renewed here, in one transaction with its audit line; asked
 * for by better-auth at sign-in. Secrets and backup codes are in better-auth's own encrypted form.
 */

/** What the owner sees exactly once. */
export interface TwoFactorSecrets {
  /** `otpauth://…`, for the QR code. */
  uri: string;
  /** The same secret to type by hand. */
  secret: string;
  backupCodes: string[];
}

const backupCodeCount = 10;

/** Starts switching it on; nothing changes at sign-in until a first code has been confirmed. */
export async function startTwoFactor(ctx: Ctx, input: { userId: string; password: string }): Promise<TwoFactorSecrets> {
  await checkPassword(ctx, input.userId, input.password);
  const user = await getUser(ctx, input.userId);
  if (user.twoFactorEnabled) throw authErrors.two_factor_on();
  const { createOTP } = await import('@better-auth/utils/otp');
  const { generateRandomString } = await import('better-auth/crypto');
  const secret = generateRandomString(32);
  const { backupCodes, sealed } = await makeBackupCodes(ctx);
  await putTwoFactorDraft(ctx.db, {
    userId: user.id,
    secret: await encrypt(ctx, secret),
    backupCodes: sealed,
    at: ctx.now(),
  });
  const uri = createOTP(secret, { digits: 6, period: 30 }).url('庙会 Miaohui', user.email);
  return { uri, secret: new URL(uri).searchParams.get('secret')!, backupCodes };
}

/** Confirms that the app shows the right codes: from now on signing in asks for one. Other browsers are signed out. */
export async function confirmTwoFactor(
  ctx: Ctx,
  input: { userId: string; sessionId: string | undefined; code: string },
): Promise<void> {
  takeAttempt(ctx, input.userId);
  const stored = await lockTwoFactor(ctx.db, input.userId);
  if (!stored) throw authErrors.two_factor_off();
  if (stored.verified) throw authErrors.two_factor_on();
  const { symmetricDecrypt } = await import('better-auth/crypto');
  const { createOTP } = await import('@better-auth/utils/otp');
  const secret = await symmetricDecrypt({ key: engineSecret(ctx.services), data: stored.secret });
  if (!(await createOTP(secret, { digits: 6, period: 30 }).verify(input.code))) throw authErrors.wrong_code();
  await turnTwoFactorOn(ctx.db, { userId: input.userId, at: ctx.now() });
  await deleteOtherSessions(ctx.db, input.userId, input.sessionId ?? null);
  await recordAudit(ctx, { communityId: null, action: 'auth.turn_two_factor_on' });
}

/** Switches it off. */
export async function stopTwoFactor(ctx: Ctx, input: { userId: string; password: string }): Promise<void> {
  await checkPassword(ctx, input.userId, input.password);
  if (!(await lockTwoFactor(ctx.db, input.userId))) throw authErrors.two_factor_off();
  await turnTwoFactorOff(ctx.db, { userId: input.userId, at: ctx.now() });
  await recordAudit(ctx, { communityId: null, action: 'auth.turn_two_factor_off' });
}

/** Gives new backup codes; the old ones stop working. */
export async function renewBackupCodes(ctx: Ctx, input: { userId: string; password: string }): Promise<string[]> {
  await checkPassword(ctx, input.userId, input.password);
  const stored = await lockTwoFactor(ctx.db, input.userId);
  if (!stored?.verified) throw authErrors.two_factor_off();
  const { backupCodes, sealed } = await makeBackupCodes(ctx);
  await updateBackupCodes(ctx.db, { userId: input.userId, backupCodes: sealed });
  await recordAudit(ctx, { communityId: null, action: 'auth.renew_backup_codes' });
  return backupCodes;
}

/** For the command line, when both phone and backup codes are lost. Run it in a transaction. */
export async function resetTwoFactor(ctx: Ctx, user: Pick<User, 'id'>): Promise<void> {
  await turnTwoFactorOff(ctx.db, { userId: user.id, at: ctx.now() });
  await deleteOtherSessions(ctx.db, user.id, null);
  await recordAudit(ctx, {
    communityId: null,
    action: 'auth.reset_two_factor',
    target: { kind: 'user', id: user.id },
  });
}

/** Ten codes of 49 bits, in letters and digits that can't be mistaken: `ABCDE-FGHJK`. */
async function makeBackupCodes(ctx: Ctx): Promise<{ backupCodes: string[]; sealed: string }> {
  const backupCodes = Array.from({ length: backupCodeCount }, () => `${newCode(5)}-${newCode(5)}`);
  return { backupCodes, sealed: await encrypt(ctx, JSON.stringify(backupCodes)) };
}

async function encrypt(ctx: Ctx, data: string): Promise<string> {
  const { symmetricEncrypt } = await import('better-auth/crypto');
  return symmetricEncrypt({ key: engineSecret(ctx.services), data });
}

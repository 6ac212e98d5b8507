import type { Ctx } from '../context.ts';
import { takeAttempt } from './attempts.ts';
import { authErrors } from './errors.ts';
import { selectPasswordHash } from './user-store.ts';

/** Hashes a password as better-auth does (scrypt, own salt), without loading all of it. */
export async function hashPassword(password: string): Promise<string> {
  const hashing = await import('@better-auth/utils/password');
  return hashing.hashPassword(password);
}

/** Asks a signed-in user for the password once more; throws `auth.wrong_current_password`, or after many tries asks to wait. */
export async function checkPassword(ctx: Ctx, userId: string, password: string): Promise<void> {
  takeAttempt(ctx, userId);
  const hash = await selectPasswordHash(ctx.db, userId);
  const { verifyPassword } = await import('@better-auth/utils/password');
  if (hash === undefined || !(await verifyPassword(hash, password))) throw authErrors.wrong_current_password();
}

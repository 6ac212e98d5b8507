import { z } from 'zod';
import { recordAudit } from '../audit/audit.ts';
import { actAs, type Ctx } from '../context.ts';
import { authErrors } from './errors.ts';
import { mailPasswordChanged } from './forgotten.ts';
import { checkPassword, hashPassword } from './passwords.ts';
import { deleteChallenges, deleteOtherSessions } from './session-store.ts';
import { openSession } from './sign-in.ts';
import {
  insertUser,
  putPassword,
  selectAllUsers,
  selectUserByEmail,
  selectUsers,
  updateUserName,
  type User,
} from './user-store.ts';

export type { User } from './user-store.ts';

/** An e-mail address as it is kept: small letters, no space around. */
export const emailSchema = z.string().trim().toLowerCase().max(254).pipe(z.email());

/** The name that others see. */
export const userNameSchema = z.string().trim().min(1).max(60);

/** A password to be chosen. Any characters; length is what counts. */
export const newPasswordSchema = z.string().min(10).max(256);

/** Makes a user, for the moment perhaps without a password; throws `auth.email_taken`. Run it in a transaction. */
export async function createUser(
  ctx: Ctx,
  input: { email: string; name: string; password?: string | undefined },
): Promise<User> {
  const passwordHash =
    input.password === undefined ? null : await hashPassword(newPasswordSchema.parse(input.password));
  const user = await insertUser(ctx.db, {
    email: emailSchema.parse(input.email),
    name: userNameSchema.parse(input.name),
    passwordHash,
    at: ctx.now(),
  });
  if (!user) throw authErrors.email_taken();
  const maker = ctx.actor.kind === 'anonymous' ? asUser(ctx, user) : ctx;
  await recordAudit(maker, { communityId: null, action: 'auth.create_user', target: { kind: 'user', id: user.id } });
  return user;
}

/** Makes a user who accepts an invitation, and signs them in; `cookie` goes into `Set-Cookie`. */
export async function registerOperator(
  ctx: Ctx,
  input: { name: string; email: string; password: string; userAgent?: string | null },
): Promise<{ user: User; cookie: string }> {
  const user = await createUser(ctx, input);
  return { user, cookie: await openSession(ctx, user.id, input.userAgent ?? null) };
}

/** Everybody who may sign in, oldest first. */
export async function listUsers(ctx: Ctx): Promise<User[]> {
  return selectAllUsers(ctx.db);
}

/** The users with these ids, e.g. to show names. */
export async function findUsers(ctx: Ctx, ids: readonly string[]): Promise<User[]> {
  return selectUsers(ctx.db, [...new Set(ids)]);
}

/** The user of an e-mail address. */
export async function findUserByEmail(ctx: Ctx, email: string): Promise<User | undefined> {
  return selectUserByEmail(ctx.db, email.trim().toLowerCase());
}

/** One user; throws `auth.user_unknown`. */
export async function getUser(ctx: Ctx, userId: string): Promise<User> {
  const [user] = await selectUsers(ctx.db, [userId]);
  if (!user) throw authErrors.user_unknown();
  return user;
}

/** Changes one's own name. */
export async function renameUser(ctx: Ctx, userId: string, name: string): Promise<void> {
  await updateUserName(ctx.db, { userId, name: userNameSchema.parse(name), at: ctx.now() });
}

/** Sets a password and ends all sessions of the user but `keepSession`, half-opened ones too. Run it in a transaction. */
export async function setPassword(
  ctx: Ctx,
  change: { userId: string; password: string; keepSession?: string | undefined },
): Promise<void> {
  const hash = await hashPassword(newPasswordSchema.parse(change.password));
  await putPassword(ctx.db, { userId: change.userId, hash, at: ctx.now() });
  await deleteOtherSessions(ctx.db, change.userId, change.keepSession ?? null);
  await deleteChallenges(ctx.db, change.userId);
  ctx.afterCommit(() => ctx.services.live.recheckAll());
  await recordAudit(ctx, {
    communityId: null,
    action: 'auth.set_password',
    target: { kind: 'user', id: change.userId },
  });
}

/** Changes one's own password; the other browsers are signed out, and the account is told by mail. */
export async function changePassword(
  ctx: Ctx,
  change: { userId: string; sessionId: string | undefined; currentPassword: string; newPassword: string },
): Promise<void> {
  await checkPassword(ctx, change.userId, change.currentPassword);
  if (change.currentPassword === change.newPassword) throw authErrors.same_password();
  await setPassword(ctx, { userId: change.userId, password: change.newPassword, keepSession: change.sessionId });
  await mailPasswordChanged(ctx, await getUser(ctx, change.userId));
}

/** The same context in the name of a user who has just proved who they are. */
export function asUser(ctx: Ctx, user: Pick<User, 'id' | 'name'>): Ctx {
  return actAs(ctx, { kind: 'operator', userId: user.id, name: user.name });
}

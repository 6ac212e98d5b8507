import { recordAudit } from '../audit/audit.ts';
import { createContext, inTransaction, type Ctx, type Services } from '../context.ts';
import { hashSecret, newSecret } from '../ids.ts';
import { setGrant } from './grants.ts';
import { hashPassword } from './passwords.ts';
import { authErrors } from './errors.ts';
import { mailPasswordChanged } from './forgotten.ts';
import { installationRole } from './permissions.ts';
import { deleteLinks, insertLink, lockSetup, selectLink, takeLink, type LinkKey } from './session-store.ts';
import { openSession } from './sign-in.ts';
import { hasUsers, insertUser, type User } from './user-store.ts';
import { asUser, emailSchema, getUser, newPasswordSchema, setPassword, userNameSchema } from './users.ts';

/**
 * Links that work once: the first set-up of the installation and choosing a password. Only the hash of the secret is
 * kept, so who reads the database can't use them.
 */

const hour = 60 * 60 * 1000;
const setupHours = 24;
const passwordLinkHours = 72;

/**
 * While nobody can sign in yet: a new token for the set-up page (`/setup?token=…`), shown where the program was started.
 * Earlier ones stay good until they end, because several nodes may start at once. Undefined once there is a user.
 */
export async function ensureSetupToken(services: Services): Promise<string | undefined> {
  const caller = {
    actor: { kind: 'system', name: 'setup' },
    requestId: 'start',
    locale: 'zh-CN',
    publicUrl: '',
  } as const;
  return inTransaction(createContext(services, caller), async (ctx) => {
    if (await hasUsers(ctx.db)) return undefined;
    return makeLink(ctx, { kind: 'setup', userId: null, hours: setupHours });
  });
}

/** Whether the installation still waits for its first user. */
export async function isSetupOpen(ctx: Ctx): Promise<boolean> {
  return !(await hasUsers(ctx.db));
}

/** Makes the first user, who runs the installation, and signs them in. Of two who try at once, one gets it. */
export async function setUp(
  ctx: Ctx,
  input: { token: string; name: string; email: string; password: string; userAgent: string | null },
): Promise<{ user: User; cookie: string }> {
  const key: LinkKey = { kind: 'setup', secretHash: hashSecret(input.token) };
  if (!(await isSetupOpen(ctx))) throw authErrors.setup_closed();
  if (!(await selectLink(ctx.db, key, ctx.now()))) throw authErrors.setup_link_wrong();
  const passwordHash = await hashPassword(newPasswordSchema.parse(input.password));
  await lockSetup(ctx.db);
  if (!(await isSetupOpen(ctx))) throw authErrors.setup_closed();
  if (!(await takeLink(ctx.db, key, ctx.now()))) throw authErrors.setup_link_wrong();
  await deleteLinks(ctx.db, 'setup', null);
  const name = userNameSchema.parse(input.name);
  const user = await insertUser(ctx.db, { name, email: emailSchema.parse(input.email), passwordHash, at: ctx.now() });
  if (!user) throw authErrors.setup_closed();
  const first = asUser(ctx, user);
  await recordAudit(first, { communityId: null, action: 'auth.set_up', target: { kind: 'user', id: user.id } });
  await setGrant(first, { userId: user.id, communityId: null, role: installationRole });
  return { user, cookie: await openSession(first, user.id, input.userAgent) };
}

/** A link with which the user chooses a (new) password within three days; earlier ones stop working. */
export async function createPasswordLink(ctx: Ctx, userId: string): Promise<string> {
  return inTransaction(ctx, async (inner) => {
    await deleteLinks(inner.db, 'password', userId);
    const token = await makeLink(inner, { kind: 'password', userId, hours: passwordLinkHours });
    await recordAudit(inner, {
      communityId: null,
      action: 'auth.make_password_link',
      target: { kind: 'user', id: userId },
    });
    return `${inner.publicUrl}/password?token=${token}`;
  });
}

/** Whose link it is, to greet them; throws `auth.link_wrong`. */
export async function findPasswordLink(ctx: Ctx, token: string): Promise<User> {
  const link = await selectLink(ctx.db, { kind: 'password', secretHash: hashSecret(token) }, ctx.now());
  if (!link?.userId) throw authErrors.link_wrong();
  return getUser(ctx, link.userId);
}

/** Chooses the password of a link. All browsers are signed out, other links end, the account is told by mail; a second factor stays on. */
export async function usePasswordLink(ctx: Ctx, input: { token: string; password: string }): Promise<void> {
  const link = await takeLink(ctx.db, { kind: 'password', secretHash: hashSecret(input.token) }, ctx.now());
  if (!link?.userId) throw authErrors.link_wrong();
  const user = await getUser(ctx, link.userId);
  await deleteLinks(ctx.db, 'password', user.id);
  await setPassword(asUser(ctx, user), { userId: user.id, password: input.password });
  await mailPasswordChanged(asUser(ctx, user), user);
}

async function makeLink(
  ctx: Ctx,
  link: { kind: LinkKey['kind']; userId: string | null; hours: number },
): Promise<string> {
  const token = newSecret(24);
  const at = ctx.now();
  const expiresAt = new Date(at.getTime() + link.hours * hour);
  await insertLink(ctx.db, { kind: link.kind, userId: link.userId, secretHash: hashSecret(token), at, expiresAt });
  return token;
}

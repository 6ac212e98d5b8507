import { z } from 'zod';
import { inTransaction } from '../context.ts';
import { anyOperator, signedInOperator } from '../http/access.ts';
import type { RateLimit } from '../http/rate-limit.ts';
import { defineRoute } from '../http/route.ts';
import { describeMe, listSessions, revokeOtherSessions, revokeSession, signedIn } from './account.ts';
import { confirmTwoFactor, renewBackupCodes, startTwoFactor, stopTwoFactor } from './two-factor.ts';
import { changePassword, newPasswordSchema, renameUser, userNameSchema } from './users.ts';

const proofLimit: RateLimit = { name: 'auth.proof', per: 'actor', burst: 10, perMinute: 4 };

const meShape = z.object({
  user: z.object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    twoFactorEnabled: z.boolean(),
    createdAt: z.string(),
  }),
  via: z.enum(['session', 'token']),
  installer: z.boolean(),
  installationPermissions: z.array(z.string()),
  communities: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      role: z.string(),
      roles: z.array(z.string()),
      permissions: z.array(z.string()),
      twoFactorDue: z.string().nullable(),
    }),
  ),
});

const sessionShape = z.object({
  id: z.string(),
  userAgent: z.string().nullable(),
  createdAt: z.string(),
  usedAt: z.string(),
  current: z.boolean(),
});

const passwordBody = z.strictObject({ password: z.string().min(1).max(256) });
const codeBody = z.strictObject({
  code: z
    .string()
    .transform((text) => text.replace(/\s/g, ''))
    .pipe(z.string().regex(/^\d{6}$/)),
});

/**
 * Routes of one's own account. A token may read who it is; everything else needs the browser. Those with a password in
 * the question or a secret in the answer open their own transaction, because an idempotency key would keep a fast hash
 * of the one and the text of the other.
 */
export const accountRoutes = [
  defineRoute({
    name: 'auth.get_me',
    method: 'get',
    path: '/api/me',
    summary: 'Who am I, and what may I do where',
    access: anyOperator,
    response: meShape,
    handle: async (ctx) => {
      const me = await describeMe(ctx);
      return {
        ...me,
        installationPermissions: [...me.installationPermissions],
        user: { ...me.user, createdAt: me.user.createdAt.toISOString() },
        communities: me.communities.map((line) => ({
          ...line,
          roles: [...line.roles],
          permissions: [...line.permissions],
          twoFactorDue: line.twoFactorDue?.toISOString() ?? null,
        })),
      };
    },
  }),
  defineRoute({
    name: 'auth.rename_me',
    method: 'patch',
    path: '/api/me',
    summary: 'Change my name',
    access: signedInOperator,
    body: z.strictObject({ name: userNameSchema }),
    handle: (ctx, { body }) => renameUser(ctx, signedIn(ctx).userId, body.name),
  }),
  defineRoute({
    name: 'auth.change_password',
    method: 'post',
    path: '/api/me/password',
    summary: 'Change my password; my other browsers are signed out',
    access: signedInOperator,
    limit: proofLimit,
    body: z.strictObject({ currentPassword: z.string().min(1).max(256), newPassword: newPasswordSchema }),
    transaction: false,
    handle: (ctx, { body }) => inTransaction(ctx, (inner) => changePassword(inner, { ...signedIn(inner), ...body })),
  }),
  defineRoute({
    name: 'auth.list_sessions',
    method: 'get',
    path: '/api/me/sessions',
    summary: 'The browsers in which I am signed in',
    access: signedInOperator,
    response: z.object({ items: z.array(sessionShape), nextCursor: z.null() }),
    handle: async (ctx) => {
      const items = await listSessions(ctx);
      const shown = items.map((line) => ({
        ...line,
        createdAt: line.createdAt.toISOString(),
        usedAt: line.usedAt.toISOString(),
      }));
      return { items: shown, nextCursor: null };
    },
  }),
  defineRoute({
    name: 'auth.revoke_session',
    method: 'delete',
    path: '/api/me/sessions/{sessionId}',
    summary: 'Sign one of my browsers out',
    access: signedInOperator,
    params: z.object({ sessionId: z.uuid() }),
    handle: (ctx, { params }) => revokeSession(ctx, params.sessionId),
  }),
  defineRoute({
    name: 'auth.revoke_other_sessions',
    method: 'delete',
    path: '/api/me/sessions',
    summary: 'Sign all my other browsers out',
    access: signedInOperator,
    response: z.object({ revoked: z.number() }),
    handle: async (ctx) => ({ revoked: await revokeOtherSessions(ctx) }),
  }),
  defineRoute({
    name: 'auth.start_two_factor',
    method: 'post',
    path: '/api/me/two-factor',
    summary:
      'Start switching the second factor on: the secret for the authenticator app and the backup codes, shown once',
    access: signedInOperator,
    limit: proofLimit,
    body: passwordBody,
    response: z.object({ uri: z.string(), secret: z.string(), backupCodes: z.array(z.string()) }),
    transaction: false,
    handle: (ctx, { body }) =>
      inTransaction(ctx, (inner) => startTwoFactor(inner, { userId: signedIn(ctx).userId, password: body.password })),
  }),
  defineRoute({
    name: 'auth.confirm_two_factor',
    method: 'post',
    path: '/api/me/two-factor/confirm',
    summary: 'Switch the second factor on with a first code; my other browsers are signed out',
    access: signedInOperator,
    limit: proofLimit,
    body: codeBody,
    handle: (ctx, { body }) => confirmTwoFactor(ctx, { ...signedIn(ctx), code: body.code }),
  }),
  defineRoute({
    name: 'auth.stop_two_factor',
    method: 'post',
    path: '/api/me/two-factor/stop',
    summary: 'Switch the second factor off',
    access: signedInOperator,
    limit: proofLimit,
    body: passwordBody,
    transaction: false,
    handle: (ctx, { body }) =>
      inTransaction(ctx, (inner) => stopTwoFactor(inner, { userId: signedIn(ctx).userId, password: body.password })),
  }),
  defineRoute({
    name: 'auth.renew_backup_codes',
    method: 'post',
    path: '/api/me/two-factor/backup-codes',
    summary: 'New backup codes, shown once; the old ones stop working',
    access: signedInOperator,
    limit: proofLimit,
    body: passwordBody,
    response: z.object({ backupCodes: z.array(z.string()) }),
    transaction: false,
    handle: async (ctx, { body }) => ({
      backupCodes: await inTransaction(ctx, (inner) =>
        renewBackupCodes(inner, { userId: signedIn(ctx).userId, password: body.password }),
      ),
    }),
  }),
];

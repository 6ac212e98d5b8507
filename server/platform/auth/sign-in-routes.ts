import { z } from 'zod';
import { anyone } from '../http/access.ts';
import type { RateLimit } from '../http/rate-limit.ts';
import { defineRoute } from '../http/route.ts';
import { canMailPasswords, requestPasswordMail } from './forgotten.ts';
import { findPasswordLink, isSetupOpen, setUp, usePasswordLink } from './links.ts';
import { signIn, signOut, verifySecondFactor } from './sign-in.ts';
import { emailSchema, newPasswordSchema, userNameSchema } from './users.ts';

const signInLimit: RateLimit = { name: 'auth.sign_in', per: 'address', burst: 30, perMinute: 15 };
const forgottenLimit: RateLimit = { name: 'auth.forgotten_from', per: 'address', burst: 6, perMinute: 1 };
const linkLimit: RateLimit = { name: 'auth.link', per: 'address', burst: 10, perMinute: 5 };

const signInState = z.object({ state: z.enum(['signed_in', 'two_factor_needed']) });
const linkToken = z.string().min(1).max(100);
/** What was typed at sign-in is only compared, so it has no rules of its own. */
const typedPassword = z.string().min(1).max(256);

/** Asks for a code of the authenticator app (or a backup code), spaces forgiven. */
const totpCode = z
  .string()
  .transform((text) => text.replace(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6}$/));
const backupCode = z
  .string()
  .max(40)
  .transform((text) => text.toUpperCase().replace(/[^A-Z0-9]/g, ''))
  .pipe(z.string().length(10))
  .transform((text) => `${text.slice(0, 5)}-${text.slice(5)}`);

/** Routes for those who are not signed in yet. */
export const signInRoutes = [
  defineRoute({
    name: 'auth.sign_in',
    method: 'post',
    path: '/api/auth/sign-in/email',
    summary: 'Sign in with e-mail and password; sets the session cookie unless a code is still needed',
    access: anyone,
    limit: signInLimit,
    body: z.strictObject({ email: emailSchema, password: typedPassword }),
    response: signInState,
    transaction: false,
    handle: (ctx, { body, request, reply }) => signIn(ctx, body, { request: request.headers, reply }),
  }),
  defineRoute({
    name: 'auth.verify_totp',
    method: 'post',
    path: '/api/auth/two-factor/verify-totp',
    summary: 'Second step of signing in: the code of the authenticator app',
    access: anyone,
    limit: signInLimit,
    body: z.strictObject({ code: totpCode }),
    response: signInState,
    transaction: false,
    handle: (ctx, { body, request, reply }) =>
      verifySecondFactor(ctx, { method: 'totp', code: body.code }, { request: request.headers, reply }),
  }),
  defineRoute({
    name: 'auth.verify_backup_code',
    method: 'post',
    path: '/api/auth/two-factor/verify-backup-code',
    summary: 'Second step of signing in without the phone: a backup code, which is then used up',
    access: anyone,
    limit: signInLimit,
    body: z.strictObject({ code: backupCode }),
    response: signInState,
    transaction: false,
    handle: (ctx, { body, request, reply }) =>
      verifySecondFactor(ctx, { method: 'backup_code', code: body.code }, { request: request.headers, reply }),
  }),
  defineRoute({
    name: 'auth.sign_out',
    method: 'post',
    path: '/api/auth/sign-out',
    summary: 'Sign out in this browser; harmless when nobody is signed in',
    access: anyone,
    body: z.strictObject({}),
    handle: (ctx, { reply }) => signOut(ctx, reply),
  }),
  defineRoute({
    name: 'auth.get_setup',
    method: 'get',
    path: '/api/setup',
    summary: 'Whether the installation still waits for its first user',
    access: anyone,
    response: z.object({ open: z.boolean() }),
    handle: async (ctx) => ({ open: await isSetupOpen(ctx) }),
  }),
  defineRoute({
    name: 'auth.set_up',
    method: 'post',
    path: '/api/setup',
    summary: 'Make the first user with the link printed at start, and sign in',
    access: anyone,
    limit: linkLimit,
    body: z.strictObject({ token: linkToken, name: userNameSchema, email: emailSchema, password: newPasswordSchema }),
    status: 201,
    response: z.object({ userId: z.string() }),
    handle: async (ctx, { body, request, reply }) => {
      const { user, cookie } = await setUp(ctx, { ...body, userAgent: request.headers.get('user-agent') });
      reply.append('set-cookie', cookie);
      return { userId: user.id };
    },
  }),
  defineRoute({
    name: 'auth.get_password_mail',
    method: 'get',
    path: '/api/password-mails',
    summary: 'Whether a forgotten password can be helped by mail here',
    access: anyone,
    response: z.object({ possible: z.boolean() }),
    handle: (ctx) => Promise.resolve({ possible: canMailPasswords(ctx) }),
  }),
  defineRoute({
    name: 'auth.request_password_mail',
    method: 'post',
    path: '/api/password-mails',
    summary: 'Mail a link to choose a password; the answer is the same whether the address has an account or not',
    access: anyone,
    limit: forgottenLimit,
    body: z.strictObject({ email: emailSchema }),
    status: 202,
    response: z.object({}),
    handle: (ctx, { body }) => {
      requestPasswordMail(ctx, body.email);
      return Promise.resolve({});
    },
  }),
  defineRoute({
    name: 'auth.get_password_link',
    method: 'get',
    path: '/api/password-links/{token}',
    summary: 'Whose password link it is',
    access: anyone,
    limit: linkLimit,
    params: z.object({ token: linkToken }),
    response: z.object({ name: z.string(), email: z.string() }),
    handle: (ctx, { params }) => findPasswordLink(ctx, params.token),
  }),
  defineRoute({
    name: 'auth.use_password_link',
    method: 'post',
    path: '/api/password-links/{token}',
    summary: 'Choose the password with a link; signs all browsers of the user out',
    access: anyone,
    limit: linkLimit,
    params: z.object({ token: linkToken }),
    body: z.strictObject({ password: newPasswordSchema }),
    handle: (ctx, { params, body }) => usePasswordLink(ctx, { token: params.token, password: body.password }),
  }),
];

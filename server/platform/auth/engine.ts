import type { Services } from '../context.ts';
import { newId } from '../ids.ts';
import { cookieDays, engineSecret, sessionCookie } from './cookies.ts';
import { sessionEnd } from './session-store.ts';

/**
 * better-auth, which decides whether a password, a code or a backup code is right and keeps count of wrong ones. It is
 * loaded at the first sign-in, because it takes some 30 MB, and none of its own HTTP endpoints are mounted: the routes
 * of `sign-in-routes.ts` call it, so that input, limits, errors and documents are like everywhere else.
 */
export type Engine = Awaited<ReturnType<typeof buildEngine>>;

const engines = new WeakMap<Services, Map<boolean, Promise<Engine>>>();

/** The engine whose cookies are for https (or not); made once for each process and kind. */
export function getEngine(services: Services, secure: boolean): Promise<Engine> {
  const kinds = engines.get(services) ?? new Map<boolean, Promise<Engine>>();
  engines.set(services, kinds);
  const found = kinds.get(secure);
  if (found) return found;
  const made = buildEngine(services, secure);
  kinds.set(secure, made);
  // A failed load (e.g. no memory left) must not stay for ever.
  made.catch(() => kinds.delete(secure));
  return made;
}

async function buildEngine(services: Services, secure: boolean) {
  const { betterAuth } = await import('better-auth');
  const { twoFactor } = await import('better-auth/plugins/two-factor');
  return betterAuth({
    ...tableNames,
    appName: 'Miaohui',
    // Only shapes cookies; where we are reached is decided by the request and may change at any time.
    baseURL: `${secure ? 'https' : 'http'}://miaohui.internal`,
    secret: engineSecret(services),
    database: { db: services.database.db, type: 'postgres', transaction: true },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 256 },
    session: { ...tableNames.session, expiresIn: cookieDays * 24 * 60 * 60, disableSessionRefresh: true },
    databaseHooks: sessionHooks(services),
    plugins: [
      twoFactor({
        issuer: '庙会 Miaohui',
        twoFactorCookieMaxAge: 10 * 60,
        schema: { user: { fields: { twoFactorEnabled: 'two_factor_enabled' } }, twoFactor: tableNames.twoFactor },
      }),
    ],
    // Limits and origins are checked for every route by the platform, with the installation's clock.
    rateLimit: { enabled: false },
    advanced: {
      useSecureCookies: secure,
      cookiePrefix: 'mh',
      cookies: { session_token: { name: sessionCookie }, two_factor: { name: 'mh_two_factor' } },
      disableCSRFCheck: true,
      disableOriginCheck: true,
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => newId(services.clock.now()), validateSchema: false },
    },
    // Its messages may quote input; what matters is told by the thrown codes.
    logger: { disabled: true },
    telemetry: { enabled: false },
  });
}

/** Times of sessions come from our clock: they roll by `session-store.ts`, better-auth only makes them. */
function sessionHooks(services: Services) {
  return {
    session: {
      create: {
        before: async (session: { userAgent?: string | null }) => {
          const at = services.clock.now();
          const userAgent = session.userAgent?.slice(0, 300) ?? null;
          return { data: { userAgent, ipAddress: null, createdAt: at, updatedAt: at, expiresAt: sessionEnd(at) } };
        },
      },
    },
  };
}

/** better-auth's models on our tables. */
export const tableNames = {
  user: {
    modelName: 'platform_users',
    fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
  },
  session: {
    modelName: 'platform_user_sessions',
    fields: {
      userId: 'user_id',
      expiresAt: 'expires_at',
      createdAt: 'created_at',
      updatedAt: 'updated_at',
      ipAddress: 'ip_address',
      userAgent: 'user_agent',
    },
  },
  account: {
    modelName: 'platform_user_accounts',
    fields: {
      userId: 'user_id',
      accountId: 'account_id',
      providerId: 'provider_id',
      accessToken: 'access_token',
      refreshToken: 'refresh_token',
      idToken: 'id_token',
      accessTokenExpiresAt: 'access_token_expires_at',
      refreshTokenExpiresAt: 'refresh_token_expires_at',
      createdAt: 'created_at',
      updatedAt: 'updated_at',
    },
  },
  verification: {
    modelName: 'platform_user_verifications',
    fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
  },
  twoFactor: {
    modelName: 'platform_user_two_factor',
    fields: {
      userId: 'user_id',
      backupCodes: 'backup_codes',
      failedVerificationCount: 'failed_verification_count',
      lockedUntil: 'locked_until',
    },
  },
} as const;

import { createContext } from '../context.ts';
import { hashSecret } from '../ids.ts';
import type { ActorSource } from './actor-source.ts';
import { engineSecret, openSigned, readCookie, sessionCookieName } from './cookies.ts';
import { deviceCookieName, findDevice } from './devices.ts';
import { authErrors } from './errors.ts';
import { renewSession, selectSession, touchDevice } from './session-store.ts';
import { selectToken, touchToken } from './token-store.ts';

/**
 * The three ways to learn who sends a request. Each is one indexed query at most; what they note in passing (last use) is
 * written seldom, so that reading stays reading.
 */

const hour = 60 * 60 * 1000;

/** An operator's session cookie. An ended session is as good as none: the page asks to sign in. */
export const operatorSessionSource: ActorSource = {
  name: 'operator session',
  via: 'cookie',
  read: async (services, headers) => {
    const signed = readCookie(headers, sessionCookieName(true)) ?? readCookie(headers, sessionCookieName(false));
    const token = openSigned(signed, engineSecret(services));
    if (token === undefined) return undefined;
    const now = services.clock.now();
    const { db } = services.database;
    const session = await selectSession(db, token, now);
    if (!session) return undefined;
    if (now.getTime() - session.usedAt.getTime() > hour) await renewSession(db, session.id, now);
    const device = await deviceSource.read(services, headers);
    const deviceId = device?.kind === 'device' ? { deviceId: device.deviceId } : {};
    return { kind: 'operator', userId: session.userId, name: session.name, sessionId: session.id, ...deviceId };
  },
};

/** `Authorization: Bearer mh_…`. A wrong token is refused, never taken for an anonymous caller. */
export const apiTokenSource: ActorSource = {
  name: 'API token',
  via: 'header',
  read: async (services, headers) => {
    const secret = /^Bearer\s+(\S+)\s*$/i.exec(headers.get('authorization') ?? '')?.[1];
    if (secret === undefined) return undefined;
    const now = services.clock.now();
    const { db } = services.database;
    const token = await selectToken(db, hashSecret(secret));
    if (!token) throw authErrors.token_wrong();
    if (token.revokedAt) throw authErrors.token_revoked();
    if (token.expiresAt && token.expiresAt <= now) throw authErrors.token_expired();
    if (!token.usedAt || now.getTime() - token.usedAt.getTime() > hour / 60) await touchToken(db, token.id, now);
    const { id: tokenId, userId, name, communityId, scopes } = token;
    return { kind: 'token', tokenId, userId, name, communityId, scopes };
  },
};

/** A member's browser. A revoked one is a stranger again. */
export const deviceSource: ActorSource = {
  name: 'device',
  via: 'cookie',
  read: async (services, headers) => {
    const secret = readCookie(headers, deviceCookieName);
    if (!secret) return undefined;
    const actor = { kind: 'anonymous' } as const;
    const ctx = createContext(services, {
      actor,
      requestId: 'auth',
      locale: 'zh-CN',
      publicUrl: '',
      log: services.log,
    });
    const device = await findDevice(ctx, secret);
    if (!device) return undefined;
    const now = ctx.now();
    if (now.getTime() - device.seenAt.getTime() > hour / 6) {
      device.seenAt = now;
      await touchDevice(ctx.db, device.id, now);
    }
    return { kind: 'device', deviceId: device.id };
  },
};

/** All sources, in the order in which they are asked. */
export const allSources: readonly ActorSource[] = [apiTokenSource, operatorSessionSource, deviceSource];

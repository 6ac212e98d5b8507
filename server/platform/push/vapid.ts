import { createPrivateKey, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';

/** The key pair by which push services know this installation (VAPID, RFC 8292). */
export interface VapidKeys {
  /** Uncompressed point, base64url; browsers get it when they subscribe. */
  publicKey: string;
  /** PKCS #8, base64url; kept sealed. */
  privateKey: string;
}

/** Makes a new pair. */
export function makeVapidKeys(): VapidKeys {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  // The last 65 bytes of the SPKI form are the point itself.
  const point = publicKey.export({ type: 'spki', format: 'der' }).subarray(-65);
  return {
    publicKey: point.toString('base64url'),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64url'),
  };
}

/** The `Authorization` header for one push service: a signed statement that the push comes from us, good for some hours. */
export function signVapid(keys: VapidKeys, claim: { endpoint: string; subject: string; now: Date }): string {
  const head = encode({ typ: 'JWT', alg: 'ES256' });
  const body = encode({
    aud: new URL(claim.endpoint).origin,
    exp: Math.floor(claim.now.getTime() / 1000) + 12 * 3600,
    sub: claim.subject,
  });
  const key: KeyObject = createPrivateKey({
    key: Buffer.from(keys.privateKey, 'base64url'),
    type: 'pkcs8',
    format: 'der',
  });
  const signature = createSign('sha256').update(`${head}.${body}`).sign({ key, dsaEncoding: 'ieee-p1363' });
  return `vapid t=${head}.${body}.${signature.toString('base64url')}, k=${keys.publicKey}`;
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

import { createCipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';

/** Where a browser wants its pushes, as `PushSubscription.toJSON()` gives it. */
export interface PushTarget {
  endpoint: string;
  /** The browser's public key, uncompressed P-256, base64url. */
  p256dh: string;
  /** The browser's secret of 16 bytes, base64url. */
  auth: string;
}

/** Longest plain text: push services take 4096 bytes, of which head and seal need 103. */
export const longestPush = 3993;

const recordSize = 4096;

/**
 * Encrypts a text for one browser, so that the push service in between reads nothing: `aes128gcm` (RFC 8188) with keys of
 * RFC 8291. `chance` fixes what is random; only tests give it.
 */
export function encryptPush(
  text: Buffer,
  target: Pick<PushTarget, 'p256dh' | 'auth'>,
  chance: { salt: Buffer; privateKey?: Buffer } = { salt: randomBytes(16) },
): Buffer {
  if (text.byteLength > longestPush) throw new Error(`a push of ${text.byteLength} bytes`);
  const theirs = Buffer.from(target.p256dh, 'base64url');
  const own = createECDH('prime256v1');
  if (chance.privateKey) own.setPrivateKey(chance.privateKey);
  else own.generateKeys();
  const ours = own.getPublicKey();
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), theirs, ours]);
  const shared = derive(Buffer.from(target.auth, 'base64url'), own.computeSecret(theirs), { info, bytes: 32 });
  const key = derive(chance.salt, shared, { info: Buffer.from('Content-Encoding: aes128gcm\0'), bytes: 16 });
  const nonce = derive(chance.salt, shared, { info: Buffer.from('Content-Encoding: nonce\0'), bytes: 12 });
  const cipher = createCipheriv('aes-128-gcm', key, nonce);
  // 2 = the last record; there is only one.
  const sealed = Buffer.concat([
    cipher.update(text),
    cipher.update(Buffer.from([2])),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
  const head = Buffer.alloc(21);
  chance.salt.copy(head);
  head.writeUInt32BE(recordSize, 16);
  head.writeUInt8(ours.byteLength, 20);
  return Buffer.concat([head, ours, sealed]);
}

function derive(salt: Buffer, secret: Buffer, want: { info: Buffer; bytes: number }): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, want.info, want.bytes));
}

/** Whether a browser's keys are what they must be: a point of P-256 and 16 bytes. */
export function areKeysGood(target: Pick<PushTarget, 'p256dh' | 'auth'>): boolean {
  if (Buffer.from(target.auth, 'base64url').byteLength !== 16) return false;
  try {
    const own = createECDH('prime256v1');
    own.generateKeys();
    own.computeSecret(Buffer.from(target.p256dh, 'base64url'));
    return true;
  } catch {
    return false;
  }
}

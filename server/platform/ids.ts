import { createHash, randomFillSync, randomInt } from 'node:crypto';

/** Randomness for the next ids and secrets: asking the system for a few bytes costs as much as for some thousand. */
const stock = Buffer.alloc(4096);
let left = 0;

/** Random bytes that are given out once. */
function takeRandom(count: number): Buffer {
  if (count > stock.length) throw new Error(`at most ${stock.length} random bytes at once`);
  if (left < count) {
    randomFillSync(stock);
    left = stock.length;
  }
  const place = stock.subarray(left - count, left);
  left -= count;
  const bytes = Buffer.from(place);
  place.fill(0);
  return bytes;
}

/** A new UUID version 7 (RFC 9562): 48 bits of Unix milliseconds, then randomness, so that ids sort by creation. */
export function newId(at: Date = new Date()): string {
  const bytes = takeRandom(16);
  bytes.writeUIntBE(at.getTime(), 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** When an id of `newId` was made. */
export function readIdTime(id: string): Date {
  return new Date(parseInt(id.slice(0, 8) + id.slice(9, 13), 16));
}

/** Whether a text is a UUID in canonical form. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);
}

/** A random secret for links and cookies: `bytes` × 8 bits, base64url. */
export function newSecret(bytes = 24): string {
  return takeRandom(bytes).toString('base64url');
}

/** What the database keeps of a secret: SHA-256, hex. Secrets are random, so no salt or slow hash is needed. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A short random code people can read aloud: no 0/O, 1/I/L or U; 4.9 bits a character. */
export function newCode(length = 8): string {
  return Array.from({ length }, () => codeAlphabet[randomInt(codeAlphabet.length)]).join('');
}

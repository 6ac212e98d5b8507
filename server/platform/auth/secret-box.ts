import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { chmod, link, mkdir, readFile, rename, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Encrypts secrets that must be kept (platform tokens, SMTP passwords) and derives keys for other purposes. */
export interface SecretBox {
  /** AES-256-GCM; `context` is authenticated, so that a value can't be moved to another row. */
  seal(text: string, context: string): string;
  /** Throws when the text was changed, moved, or sealed under another key. */
  open(sealed: string, context: string): string;
  /** A 32-byte key of its own for one purpose (HKDF-SHA256). */
  derive(purpose: string): Buffer;
}

/** Makes a box from a 32-byte master key. */
export function createSecretBox(master: Buffer): SecretBox {
  if (master.length !== 32) throw new Error('the secret key must have 32 bytes');
  // There are a few purposes, and every request needs one of them.
  const derived = new Map<string, Buffer>();
  const derive = (purpose: string) => {
    const made = derived.get(purpose) ?? Buffer.from(hkdfSync('sha256', master, 'miaohui', purpose, 32));
    derived.set(purpose, made);
    return made;
  };
  const key = derive('secret-box');
  return {
    derive,
    seal: (text, context) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return `1.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`;
    },
    open: (sealed, context) => {
      if (!sealed.startsWith('1.')) throw new Error('unknown sealed form');
      const bytes = Buffer.from(sealed.slice(2), 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAAD(Buffer.from(context));
      decipher.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
    },
  };
}

/** Replaces the key in the data directory, whole or not at all; for a restore. */
export async function writeMasterKey(options: { dataDir: string }, key: Buffer): Promise<void> {
  await mkdir(options.dataDir, { recursive: true });
  const draft = join(options.dataDir, `secret.key.${process.pid}`);
  await writeFile(draft, `${key.toString('base64')}\n`, { mode: 0o600 });
  await rename(draft, join(options.dataDir, 'secret.key'));
}

/**
 * The master key: from SECRET_KEY, else from `secret.key` in the data directory, which is made at the first start with
 * mode 600. Two processes that start at once agree on one file, because a hard link never replaces an existing name.
 */
export async function readMasterKey(options: { secretKey: string | undefined; dataDir: string }): Promise<Buffer> {
  if (options.secretKey) return Buffer.from(options.secretKey, 'base64');
  const path = join(options.dataDir, 'secret.key');
  const found = await readFile(path, 'utf8').catch(() => undefined);
  if (found !== undefined) return Buffer.from(found.trim(), 'base64');
  await mkdir(options.dataDir, { recursive: true });
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  await writeFile(draft, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
  await chmod(draft, 0o600);
  await link(draft, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await unlink(draft);
  return Buffer.from((await readFile(path, 'utf8')).trim(), 'base64');
}

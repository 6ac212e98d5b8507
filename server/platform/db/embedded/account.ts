import { stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { EmbeddedError, readErrorCode } from './errors.ts';

/** The user that PostgreSQL runs as; without uid it is the user of this process. */
export interface Account {
  uid?: number;
  gid?: number;
}

// PostgreSQL refuses root. macOS brings an account for it; its `nobody` is not 65534.
const UNPRIVILEGED = process.platform === 'darwin' ? { uid: 216, gid: 216 } : { uid: 65534, gid: 65534 };

/** Chooses the user for PostgreSQL: ourselves, or for root the owner of an existing cluster, or nobody. */
export async function chooseAccount(cluster: string): Promise<Account> {
  if (process.getuid?.() !== 0) return {};
  try {
    const { uid, gid } = await stat(cluster);
    return uid === 0 ? UNPRIVILEGED : { uid, gid };
  } catch (error) {
    if (readErrorCode(error) === 'ENOENT') return UNPRIVILEGED;
    throw error;
  }
}

/** The operating system's name of this process's user, which PostgreSQL checks on the socket (peer). */
export function getUserName(): string {
  try {
    return userInfo().username;
  } catch (cause) {
    const uid = process.getuid?.();
    const text = `User ${uid} has no entry in the system's user list; PostgreSQL needs one.`;
    throw new EmbeddedError('start_failed', text, { reason: 'unknown_user', uid, cause });
  }
}

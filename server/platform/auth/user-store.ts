import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { newId } from '../ids.ts';

/** All SQL on operators, their password and their second factor. The tables are shared with better-auth (engine.ts). */

/** A person who may sign in. */
export interface User {
  id: string;
  name: string;
  email: string;
  twoFactorEnabled: boolean;
  createdAt: Date;
}

/** The second factor as it is stored: both texts encrypted by better-auth. */
export interface StoredTwoFactor {
  secret: string;
  backupCodes: string;
  verified: boolean;
}

const userColumns = sql`id, name, email, two_factor_enabled as "twoFactorEnabled", created_at as "createdAt"`;

/** Inserts a user with (or without) a password; undefined when the address is taken. */
export async function insertUser(
  db: Db,
  user: { name: string; email: string; passwordHash: string | null; at: Date },
): Promise<User | undefined> {
  const { rows } = await sql<User>`
    insert into platform_users (id, name, email, created_at, updated_at)
    values (${newId(user.at)}, ${user.name}, ${user.email}, ${user.at}, ${user.at})
    on conflict (email) do nothing returning ${userColumns}`.execute(db);
  const made = rows[0];
  if (made && user.passwordHash !== null)
    await putPassword(db, { userId: made.id, hash: user.passwordHash, at: user.at });
  return made;
}

/** One user by e-mail, which must already be in small letters. */
export async function selectUserByEmail(db: Db, email: string): Promise<User | undefined> {
  const { rows } = await sql<User>`select ${userColumns} from platform_users where email = ${email}`.execute(db);
  return rows[0];
}

/** The users with these ids, in no particular order. */
export async function selectUsers(db: Db, ids: readonly string[]): Promise<User[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<User>`select ${userColumns} from platform_users where id = any(${ids}::uuid[])`.execute(
    db,
  );
  return rows;
}

/** Every user, oldest first. */
export async function selectAllUsers(db: Db): Promise<User[]> {
  const { rows } = await sql<User>`select ${userColumns} from platform_users order by created_at, id`.execute(db);
  return rows;
}

/** Whether anybody can sign in at all. */
export async function hasUsers(db: Db): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select exists (select from platform_users) as found`.execute(db);
  return rows[0]!.found;
}

/** Changes the name that others see. */
export async function updateUserName(db: Db, change: { userId: string; name: string; at: Date }): Promise<void> {
  await sql`update platform_users set name = ${change.name}, updated_at = ${change.at} where id = ${change.userId}`.execute(
    db,
  );
}

/** The stored password hash, undefined when the user has none yet. */
export async function selectPasswordHash(db: Db, userId: string): Promise<string | undefined> {
  const { rows } = await sql<{ password: string | null }>`
    select password from platform_user_accounts
    where user_id = ${userId} and provider_id = 'credential' and account_id = ${userId}`.execute(db);
  return rows[0]?.password ?? undefined;
}

/** Sets the password hash. */
export async function putPassword(db: Db, change: { userId: string; hash: string; at: Date }): Promise<void> {
  await sql`
    insert into platform_user_accounts (id, user_id, provider_id, account_id, password, created_at, updated_at)
    values (${newId(change.at)}, ${change.userId}, 'credential', ${change.userId}, ${change.hash}, ${change.at}, ${change.at})
    on conflict (user_id, provider_id, account_id) do update
      set password = excluded.password, updated_at = excluded.updated_at`.execute(db);
}

/** The user's second factor, locked until the end of the transaction. */
export async function lockTwoFactor(db: Db, userId: string): Promise<StoredTwoFactor | undefined> {
  const { rows } = await sql<StoredTwoFactor>`
    select secret, backup_codes as "backupCodes", verified from platform_user_two_factor
    where user_id = ${userId} for update`.execute(db);
  return rows[0];
}

/** Keeps a new secret that still has to be confirmed with a first code. */
export async function putTwoFactorDraft(
  db: Db,
  draft: { userId: string; secret: string; backupCodes: string; at: Date },
): Promise<void> {
  await sql`
    insert into platform_user_two_factor (id, user_id, secret, backup_codes, verified)
    values (${newId(draft.at)}, ${draft.userId}, ${draft.secret}, ${draft.backupCodes}, false)
    on conflict (user_id) do update set secret = excluded.secret, backup_codes = excluded.backup_codes, verified = false,
      failed_verification_count = 0, locked_until = null`.execute(db);
}

/** From now on signing in asks for a code. */
export async function turnTwoFactorOn(db: Db, change: { userId: string; at: Date }): Promise<void> {
  await sql`update platform_user_two_factor set verified = true where user_id = ${change.userId}`.execute(db);
  await sql`update platform_users set two_factor_enabled = true, updated_at = ${change.at} where id = ${change.userId}`.execute(
    db,
  );
}

/** Forgets the second factor. */
export async function turnTwoFactorOff(db: Db, change: { userId: string; at: Date }): Promise<void> {
  await sql`delete from platform_user_two_factor where user_id = ${change.userId}`.execute(db);
  await sql`update platform_users set two_factor_enabled = false, updated_at = ${change.at} where id = ${change.userId}`.execute(
    db,
  );
}

/** Replaces the backup codes. */
export async function updateBackupCodes(db: Db, change: { userId: string; backupCodes: string }): Promise<void> {
  await sql`
    update platform_user_two_factor set backup_codes = ${change.backupCodes} where user_id = ${change.userId}`.execute(
    db,
  );
}

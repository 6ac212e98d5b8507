import { sql } from 'kysely';
import { prepared } from '../db/prepared.ts';
import type { Db } from '../db/database.ts';
import { newId } from '../ids.ts';

/** All SQL on what a browser carries: operators' sessions, members' devices, and links that work once. */

/** Sessions live this long after their last use. */
export const sessionDays = 30;

/** A session as the request path needs it. */
export interface FoundSession {
  id: string;
  userId: string;
  name: string;
  usedAt: Date;
}

/** A session as its owner sees it. */
export interface SessionLine {
  id: string;
  userAgent: string | null;
  createdAt: Date;
  usedAt: Date;
}

/** When a session that is used at `at` ends. */
export function sessionEnd(at: Date): Date {
  return new Date(at.getTime() + sessionDays * 24 * 60 * 60 * 1000);
}

/** Inserts a session. */
export async function insertSession(
  db: Db,
  session: { userId: string; token: string; userAgent: string | null; at: Date },
): Promise<string> {
  const id = newId(session.at);
  await sql`
    insert into platform_user_sessions (id, user_id, token, user_agent, created_at, updated_at, expires_at)
    values (${id}, ${session.userId}, ${session.token}, ${session.userAgent}, ${session.at}, ${session.at},
            ${sessionEnd(session.at)})`.execute(db);
  return id;
}

/** The living session of a token, by one look into a unique index. */
export async function selectSession(db: Db, token: string, now: Date): Promise<FoundSession | undefined> {
  const { rows } = await sql<FoundSession>`${prepared}
    select session.id, session.user_id as "userId", person.name, session.updated_at as "usedAt"
    from platform_user_sessions session join platform_users person on person.id = session.user_id
    where session.token = ${token} and session.expires_at > ${now}`.execute(db);
  return rows[0];
}

/** Notes that a session was used and moves its end. */
export async function renewSession(db: Db, id: string, now: Date): Promise<void> {
  await sql`
    update platform_user_sessions set updated_at = ${now}, expires_at = ${sessionEnd(now)} where id = ${id}`.execute(
    db,
  );
}

/** The living sessions of a user, last used first. */
export async function selectSessionsOf(db: Db, userId: string, now: Date): Promise<SessionLine[]> {
  const { rows } = await sql<SessionLine>`
    select id, user_agent as "userAgent", created_at as "createdAt", updated_at as "usedAt"
    from platform_user_sessions where user_id = ${userId} and expires_at > ${now}
    order by updated_at desc, id desc limit 200`.execute(db);
  return rows;
}

/** Ends one session of a user; false when there is none such. */
export async function deleteSession(db: Db, session: { userId: string; id: string }): Promise<boolean> {
  const { rows } = await sql`
    delete from platform_user_sessions where id = ${session.id} and user_id = ${session.userId} returning id`.execute(
    db,
  );
  return rows.length > 0;
}

/** Ends all sessions of a user but one; how many. */
export async function deleteOtherSessions(db: Db, userId: string, keep: string | null): Promise<number> {
  const { rows } = await sql`
    delete from platform_user_sessions where user_id = ${userId} and id is distinct from ${keep}::uuid returning id`.execute(
    db,
  );
  return rows.length;
}

/** Ends what a user has begun but not finished with the second factor: it was begun with a password that holds no more. */
export async function deleteChallenges(db: Db, userId: string): Promise<void> {
  await sql`delete from platform_user_verifications where value = ${userId}`.execute(db);
}

/** Inserts a device. */
export async function insertDevice(db: Db, device: { secretHash: string; at: Date }): Promise<string> {
  const id = newId(device.at);
  await sql`
    insert into platform_devices (id, secret_hash, created_at, seen_at)
    values (${id}, ${device.secretHash}, ${device.at}, ${device.at})`.execute(db);
  return id;
}

/** The device of a secret, unless revoked. */
export async function selectDevice(db: Db, secretHash: string): Promise<{ id: string; seenAt: Date } | undefined> {
  const { rows } = await sql<{ id: string; seenAt: Date }>`${prepared}
    select id, seen_at as "seenAt" from platform_devices
    where secret_hash = ${secretHash} and revoked_at is null`.execute(db);
  return rows[0];
}

/** Notes that a device was seen. */
export async function touchDevice(db: Db, id: string, at: Date): Promise<void> {
  await sql`update platform_devices set seen_at = ${at} where id = ${id}`.execute(db);
}

/** Makes a device's secret worthless; gives its hash when it still was good. */
export async function markDeviceRevoked(db: Db, id: string, at: Date): Promise<string | undefined> {
  const { rows } = await sql<{ secretHash: string }>`
    update platform_devices set revoked_at = ${at} where id = ${id} and revoked_at is null
    returning secret_hash as "secretHash"`.execute(db);
  return rows[0]?.secretHash;
}

/** A link that works once. */
export interface LinkKey {
  kind: 'setup' | 'password';
  secretHash: string;
}

/** Inserts a link. */
export async function insertLink(
  db: Db,
  link: LinkKey & { userId: string | null; at: Date; expiresAt: Date },
): Promise<void> {
  await sql`
    insert into platform_user_links (id, kind, user_id, secret_hash, created_at, expires_at)
    values (${newId(link.at)}, ${link.kind}, ${link.userId}, ${link.secretHash}, ${link.at}, ${link.expiresAt})`.execute(
    db,
  );
}

/** The link, if it is still good. */
export async function selectLink(db: Db, link: LinkKey, now: Date): Promise<{ userId: string | null } | undefined> {
  const { rows } = await sql<{ userId: string | null }>`
    select user_id as "userId" from platform_user_links
    where secret_hash = ${link.secretHash} and kind = ${link.kind} and expires_at > ${now}`.execute(db);
  return rows[0];
}

/** Uses a link up: of two that try at once, one gets it. */
export async function takeLink(db: Db, link: LinkKey, now: Date): Promise<{ userId: string | null } | undefined> {
  const { rows } = await sql<{ userId: string | null }>`
    delete from platform_user_links
    where secret_hash = ${link.secretHash} and kind = ${link.kind} and expires_at > ${now}
    returning user_id as "userId"`.execute(db);
  return rows[0];
}

/** Takes back all links of a kind, of one user (or the set-up links). */
export async function deleteLinks(db: Db, kind: LinkKey['kind'], userId: string | null): Promise<void> {
  await sql`
    delete from platform_user_links where kind = ${kind} and user_id is not distinct from ${userId}::uuid`.execute(db);
}

/** Lets one set-up go on at a time, over all nodes, until the end of the transaction. */
export async function lockSetup(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('miaohui.setup'))`.execute(db);
}

/** Deletes what has ended on its own: sessions, links, sign-in challenges. */
export async function deleteExpired(db: Db, now: Date): Promise<void> {
  await sql`delete from platform_user_sessions where expires_at <= ${now}`.execute(db);
  await sql`delete from platform_user_links where expires_at <= ${now}`.execute(db);
  await sql`delete from platform_user_verifications where expires_at <= ${now}`.execute(db);
}

import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { newId } from '../ids.ts';

/** All SQL on API tokens. */

/** A token as the request path needs it. */
export interface FoundToken {
  id: string;
  userId: string;
  name: string;
  communityId: string | null;
  scopes: string[];
  expiresAt: Date | null;
  usedAt: Date | null;
  revokedAt: Date | null;
}

/** A token as the console lists it. */
export interface TokenLine {
  id: string;
  name: string;
  start: string;
  scopes: string[];
  createdAt: Date;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
  createdBy: { id: string; name: string };
}

/** What a new token is made of. */
export interface NewToken {
  communityId: string | null;
  userId: string;
  name: string;
  scopes: readonly string[];
  secretHash: string;
  start: string;
  expiresAt: Date | null;
  at: Date;
}

const lineColumns = sql`
  token.id, token.name, token.secret_start as start, token.scopes, token.created_at as "createdAt",
  token.expires_at as "expiresAt", token.last_used_at as "lastUsedAt",
  jsonb_build_object('id', person.id, 'name', person.name) as "createdBy"`;

/** Inserts a token. */
export async function insertToken(db: Db, token: NewToken): Promise<TokenLine> {
  const { rows } = await sql<TokenLine>`
    with token as (
      insert into platform_tokens
        (id, community_id, user_id, name, scopes, secret_hash, secret_start, created_at, expires_at)
      values (${newId(token.at)}, ${token.communityId}, ${token.userId}, ${token.name}, ${token.scopes}::text[],
              ${token.secretHash}, ${token.start}, ${token.at}, ${token.expiresAt})
      returning *)
    select ${lineColumns} from token join platform_users person on person.id = token.user_id`.execute(db);
  return rows[0]!;
}

/** The token of a secret, good or not, by one look into a unique index. */
export async function selectToken(db: Db, secretHash: string): Promise<FoundToken | undefined> {
  const { rows } = await sql<FoundToken>`
    select id, user_id as "userId", name, community_id as "communityId", scopes, expires_at as "expiresAt",
           last_used_at as "usedAt", revoked_at as "revokedAt"
    from platform_tokens where secret_hash = ${secretHash}`.execute(db);
  return rows[0];
}

/** Notes that a token was used. */
export async function touchToken(db: Db, id: string, at: Date): Promise<void> {
  await sql`update platform_tokens set last_used_at = ${at} where id = ${id}`.execute(db);
}

/** A page of a community's tokens that were not revoked, newest first. */
export async function selectTokens(
  db: Db,
  page: { communityId: string; before: string | null; limit: number },
): Promise<TokenLine[]> {
  const { rows } = await sql<TokenLine>`
    select ${lineColumns} from platform_tokens token join platform_users person on person.id = token.user_id
    where token.community_id = ${page.communityId} and token.revoked_at is null
      and (${page.before}::uuid is null or token.id < ${page.before}::uuid)
    order by token.id desc limit ${page.limit}`.execute(db);
  return rows;
}

/** Revokes a token of a community; its name when it still was good. */
export async function markTokenRevoked(
  db: Db,
  token: { communityId: string; id: string; at: Date },
): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`
    update platform_tokens set revoked_at = ${token.at}
    where id = ${token.id} and community_id = ${token.communityId} and revoked_at is null returning name`.execute(db);
  return rows[0]?.name;
}

/** The names of tokens, revoked ones too. */
export async function selectTokenNames(db: Db, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from platform_tokens where id = any(${ids}::uuid[])`.execute(db);
  return rows;
}

import { sql } from 'kysely';
import type { Ctx } from '../context.ts';

/** All SQL on `platform_files`. */

/** Who brought a picture: a member's identity, or an operator (user). */
export interface Uploader {
  kind: 'identity' | 'operator';
  id: string;
}

/** One use of a stored picture in one community. */
export interface Picture {
  id: string;
  communityId: string;
  uploader: Uploader;
  /** Of the full size. */
  width: number;
  height: number;
  bytes: number;
  createdAt: Date;
}

/** A picture with where its content lies. */
export interface StoredPicture extends Picture {
  sha256: string;
  thumbBytes: number;
}

interface Row extends Omit<StoredPicture, 'uploader'> {
  uploaderKind: Uploader['kind'];
  uploaderId: string;
}

const columns = sql`id, community_id as "communityId", uploader_kind as "uploaderKind", uploader_id as "uploaderId", sha256,
  width, height, bytes, thumb_bytes as "thumbBytes", created_at as "createdAt"`;

/** Inserts a picture. */
export async function insertPicture(ctx: Ctx, picture: StoredPicture): Promise<void> {
  await sql`
    insert into platform_files
      (community_id, id, uploader_kind, uploader_id, sha256, width, height, bytes, thumb_bytes, created_at)
    values (${picture.communityId}, ${picture.id}, ${picture.uploader.kind}, ${picture.uploader.id}, ${picture.sha256},
            ${picture.width}, ${picture.height}, ${picture.bytes}, ${picture.thumbBytes}, ${picture.createdAt})`.execute(
    ctx.db,
  );
}

/** Pictures by id, in no order; unknown ids are left out. */
export async function selectPictures(ctx: Ctx, ids: readonly string[]): Promise<StoredPicture[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Row>`select ${columns} from platform_files where id = any(${ids}::uuid[])`.execute(ctx.db);
  return rows.map(toPicture);
}

/** Ids of an uploader's pictures after `after`, in order, for erasure in steps. */
export async function selectPictureIdsOf(
  ctx: Ctx,
  who: { communityId: string; uploader: Uploader; after: string | null; limit: number },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from platform_files
    where community_id = ${who.communityId} and uploader_kind = ${who.uploader.kind} and uploader_id = ${who.uploader.id}
      and (${who.after}::uuid is null or id > ${who.after}::uuid)
    order by id limit ${who.limit}`.execute(ctx.db);
  return rows.map((row) => row.id);
}

/** Deletes rows; gives the contents that they used. */
export async function deletePictureRows(ctx: Ctx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ sha256: string }>`
    delete from platform_files where id = any(${ids}::uuid[]) returning sha256`.execute(ctx.db);
  return [...new Set(rows.map((row) => row.sha256))];
}

/** Those of the contents that no row uses. */
export async function selectUnused(ctx: Ctx, contents: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ sha256: string }>`
    select distinct sha256 from platform_files where sha256 = any(${contents}::text[])`.execute(ctx.db);
  const used = new Set(rows.map((row) => row.sha256));
  return contents.filter((sha256) => !used.has(sha256));
}

/** Until the transaction ends, nobody else writes or removes this content. */
export async function lockContent(ctx: Ctx, sha256: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`files:${sha256}`}, 0))`.execute(ctx.db);
}

function toPicture({ uploaderKind, uploaderId, ...row }: Row): StoredPicture {
  return { ...row, uploader: { kind: uploaderKind, id: uploaderId } };
}

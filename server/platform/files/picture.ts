import { inTransaction, type Ctx } from '../context.ts';
import { platformErrors } from '../errors.ts';
import { newId } from '../ids.ts';
import { decodeGrey, encodePicture, type EncodedPicture, type GreyPixels } from './encode.ts';
import { hashContent, readContent, writeContent, type PictureSize } from './folder.ts';
import { removeContents } from './jobs.ts';
import { lookAtPicture } from './slots.ts';
import {
  deletePictureRows,
  insertPicture,
  lockContent,
  selectPictureIdsOf,
  selectPictures,
  type Picture,
  type Uploader,
} from './store.ts';

/** What a new picture is called and how large it is. */
export type NewPicture = Pick<Picture, 'id' | 'width' | 'height' | 'bytes'>;

/** In which community a picture is stored, and who brought it. */
export interface PicturePlace {
  communityId: string;
  uploader: Uploader;
}

/**
 * Checks, re-encodes and stores a picture. Call it outside a transaction: decoding may have to wait for its turn.
 * Throws `platform.picture_unreadable`, `platform.picture_too_large` or `platform.too_many_requests`.
 */
export async function storePicture(ctx: Ctx, input: PicturePlace & { bytes: Uint8Array }): Promise<NewPicture> {
  const encoded = await encodePicture(input.bytes);
  return inTransaction(ctx, (inner) => recordPicture(inner, input, encoded));
}

/** Stores what `encodePicture` has made, in the caller's transaction: first the files, then the row. */
export async function recordPicture(ctx: Ctx, place: PicturePlace, encoded: EncodedPicture): Promise<NewPicture> {
  const { communityId, uploader } = place;
  const { width, height } = encoded;
  const sha256 = hashContent(encoded.full);
  const createdAt = ctx.now();
  const id = newId(createdAt);
  const bytes = encoded.full.byteLength;
  const thumbBytes = encoded.thumb.byteLength;
  // Held until the row is committed, so that removing the same content waits and then sees the row.
  await lockContent(ctx, sha256);
  await writeContent(ctx.services.config, sha256, encoded);
  await insertPicture(ctx, { id, communityId, uploader, sha256, width, height, bytes, thumbBytes, createdAt });
  const { pixels } = encoded;
  ctx.afterCommit(() => {
    for (const watcher of ctx.slots(lookAtPicture)) watcher.look(ctx, { id, communityId }, pixels);
  });
  return { id, width, height, bytes };
}

/** One picture, undefined when there is none. Whoever refers to it checks that its community is theirs. */
export async function getPicture(ctx: Ctx, id: string): Promise<Picture | undefined> {
  const [found] = await selectPictures(ctx, [id]);
  return found;
}

/** Throws `platform.picture_unknown` unless the picture (null = none) belongs to the community. */
export async function checkPictureOf(ctx: Ctx, communityId: string, id: string | null): Promise<void> {
  if (id !== null && (await getPicture(ctx, id))?.communityId !== communityId) throw platformErrors.picture_unknown();
}

/** Pictures by id, for lists; unknown ids are left out. */
export async function findPictures(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Picture>> {
  const found = await selectPictures(ctx, [...new Set(ids)]);
  return new Map(found.map((picture) => [picture.id, picture]));
}

/** Ids of what an uploader brought into a community, in order and in steps, for erasure. */
export async function listPictureIdsOf(
  ctx: Ctx,
  who: { communityId: string; uploader: Uploader; after?: string | null; limit?: number },
): Promise<string[]> {
  return selectPictureIdsOf(ctx, { limit: 500, after: null, ...who });
}

/** A stored size as a stream with its length; undefined when the picture is unknown or its file is lost. */
export async function openPicture(
  ctx: Ctx,
  id: string,
  size: PictureSize,
): Promise<{ stream: ReadableStream<Uint8Array>; bytes: number; sha256: string } | undefined> {
  const [found] = await selectPictures(ctx, [id]);
  if (!found) return undefined;
  const content = await readContent(ctx.services.config, found.sha256, size);
  if (!content) ctx.log.error('files.content_missing', { picture: id, size });
  return content && { ...content, sha256: found.sha256 };
}

/** The pixels of a picture that came in earlier; undefined when it is unknown or can't be read. */
export async function readPixels(ctx: Ctx, id: string): Promise<GreyPixels | undefined> {
  const content = await openPicture(ctx, id, 'full');
  return content && decodeGrey(new Uint8Array(await new Response(content.stream).arrayBuffer()));
}

/** Names of the contents of pictures: two with one name show the same. */
export async function listContentNames(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
  return new Map((await selectPictures(ctx, ids)).map(({ id, sha256 }) => [id, sha256]));
}

/** Forgets pictures; their files go after commit, unless another row uses the same content. */
export async function deletePictures(ctx: Ctx, ids: readonly string[]): Promise<void> {
  await inTransaction(ctx, async (inner) => {
    const contents = await deletePictureRows(inner, ids);
    if (contents.length > 0) inner.enqueue(removeContents, { contents });
  });
}

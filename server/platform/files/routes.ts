import { z } from 'zod';
import type { Ctx } from '../context.ts';
import { platformErrors } from '../errors.ts';
import { can } from '../http/access.ts';
import { defineRoute } from '../http/route.ts';
import { readerOfFile } from './access.ts';
import { pictureLimits } from './encode.ts';
import { openPicture } from './picture.ts';
import type { Uploader } from './store.ts';
import { receivePicture } from './upload.ts';

/** Shape of a picture that was just stored. */
export const newPictureShape = z.object({
  id: z.string(),
  width: z.number(),
  height: z.number(),
  bytes: z.number(),
});

/** Routes of pictures. Members upload through routes of later modules. */
export const routes = [
  defineRoute({
    name: 'files.upload_picture',
    method: 'post',
    path: '/api/communities/{communityId}/pictures',
    summary:
      'Upload a picture (JPEG, PNG, WebP, GIF, AVIF; at most 12 MB and 50 megapixels); it is re-encoded without metadata',
    access: can('files.upload'),
    limit: { name: 'files.upload', per: 'actor', burst: 30, perMinute: 30 },
    params: z.object({ communityId: z.uuid() }),
    body: 'binary',
    maxBodyBytes: pictureLimits.bytes,
    response: newPictureShape,
    status: 201,
    transaction: false,
    handle: (ctx, { params, request }) =>
      receivePicture(ctx, request, { communityId: params.communityId, uploader: uploaderOf(ctx) }),
  }),
  defineRoute({
    name: 'files.get_file',
    method: 'get',
    path: '/api/files/{fileId}',
    summary: 'A picture, full or as a thumbnail; never changes, so it may be kept',
    access: readerOfFile,
    params: z.object({ fileId: z.uuid() }),
    query: z.strictObject({ size: z.enum(['full', 'thumb']).default('full') }),
    response: 'binary',
    handle: async (ctx, { params, query, request }) => {
      const content = await openPicture(ctx, params.fileId, query.size);
      if (!content) throw platformErrors.not_found();
      const etag = `"${content.sha256.slice(0, 32)}-${query.size}"`;
      const headers = {
        'cache-control': 'private, max-age=31536000, immutable',
        'content-disposition': `inline; filename="${params.fileId}.webp"`,
        'content-type': 'image/webp',
        'x-content-type-options': 'nosniff',
        etag,
      };
      if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
      return new Response(content.stream, { headers: { ...headers, 'content-length': String(content.bytes) } });
    },
  }),
];

function uploaderOf({ actor }: Ctx): Uploader {
  if (actor.kind !== 'operator' && actor.kind !== 'token') throw platformErrors.not_signed_in();
  return { kind: 'operator', id: actor.userId };
}

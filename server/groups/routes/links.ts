import { z } from 'zod';
import { can } from '../../platform/http/access.ts';
import { pageOf, pageQuery } from '../../platform/http/cursor.ts';
import { defineRoute } from '../../platform/http/route.ts';
import type { Ctx } from '../../platform/context.ts';
import { singleLine } from '../../communities/index.ts';
import { addressOf, changeLink, createLink, getLink, listLinks, revokeLink, stateOf, type JoinLink } from '../links.ts';
import { drawQrPng, drawQrSvg, qrSize } from '../qr.ts';

const groupParams = z.strictObject({ communityId: z.uuid(), groupId: z.uuid() });
const linkParams = z.strictObject({ communityId: z.uuid(), linkId: z.uuid() });
const sizeQuery = z.strictObject({
  size: z.coerce.number().int().min(qrSize.least).max(qrSize.most).default(qrSize.usual),
});

const channel = singleLine(40);
const limits = {
  expiresAt: z.iso.datetime({ offset: true }).nullable().optional(),
  maxUses: z.int().min(1).max(1_000_000).nullable().optional(),
};

const linkShape = z.object({
  id: z.string(),
  groupId: z.string(),
  code: z.string(),
  url: z.string().describe('The address that the QR code holds, under the present public URL.'),
  channel: z.string(),
  state: z.enum(['open', 'expired', 'used_up', 'revoked']),
  expiresAt: z.string().nullable(),
  maxUses: z.number().nullable(),
  uses: z.number(),
  revokedAt: z.string().nullable(),
  createdAt: z.string(),
});

function show(ctx: Ctx, link: JoinLink): z.input<typeof linkShape> {
  const { communityId: _community, ...facts } = link;
  return {
    ...facts,
    url: addressOf(ctx, link),
    state: stateOf(link, ctx.now()),
    expiresAt: link.expiresAt?.toISOString() ?? null,
    revokedAt: link.revokedAt?.toISOString() ?? null,
    createdAt: link.createdAt.toISOString(),
  };
}

function readLimits(body: { expiresAt?: string | null | undefined; maxUses?: number | null | undefined }) {
  const { expiresAt, maxUses } = body;
  return { expiresAt: typeof expiresAt === 'string' ? new Date(expiresAt) : expiresAt, maxUses };
}

/** The pictures change with the public URL, so they are never kept by a cache. */
function picture(body: BodyInit, type: string, address: string): Response {
  return new Response(body, {
    headers: { 'content-type': type, 'cache-control': 'no-store', 'miaohui-encoded-address': address },
  });
}

/** Join links of a group, and their QR codes. */
export const linkRoutes = [
  defineRoute({
    name: 'groups.list_links',
    method: 'get',
    path: '/api/communities/{communityId}/groups/{groupId}/links',
    summary: 'Ways into a group, dead ones included, oldest first',
    access: can('groups.read'),
    params: groupParams,
    query: pageQuery,
    response: pageOf(linkShape),
    handle: async (ctx, { params: target, query }) => {
      const page = await listLinks(ctx, target, query);
      return { ...page, items: page.items.map((link) => show(ctx, link)) };
    },
  }),
  defineRoute({
    name: 'groups.create_link',
    method: 'post',
    path: '/api/communities/{communityId}/groups/{groupId}/links',
    summary: 'Make a join link; its channel becomes the source of those who come through it',
    access: can('groups.manage'),
    params: groupParams,
    body: z.strictObject({ channel, ...limits }),
    status: 201,
    response: linkShape,
    handle: async (ctx, { params: target, body }) =>
      show(ctx, await createLink(ctx, target, { channel: body.channel, ...readLimits(body) })),
  }),
  defineRoute({
    name: 'groups.change_link',
    method: 'patch',
    path: '/api/communities/{communityId}/links/{linkId}',
    summary: 'Change channel, expiry or number of uses; null takes a limit away',
    access: can('groups.manage'),
    params: linkParams,
    body: z.strictObject({ channel: channel.optional(), ...limits }),
    response: linkShape,
    handle: async (ctx, { params: target, body }) =>
      show(ctx, await changeLink(ctx, target, { channel: body.channel, ...readLimits(body) })),
  }),
  defineRoute({
    name: 'groups.revoke_link',
    method: 'delete',
    path: '/api/communities/{communityId}/links/{linkId}',
    summary: 'Revoke a join link for ever',
    access: can('groups.manage'),
    params: linkParams,
    handle: (ctx, { params: target }) => revokeLink(ctx, target),
  }),
  defineRoute({
    name: 'groups.draw_qr_png',
    method: 'get',
    path: '/api/communities/{communityId}/links/{linkId}/qr.png',
    summary: 'The QR code of a link as PNG; the header Miaohui-Encoded-Address says what is in it',
    access: can('groups.read'),
    params: linkParams,
    query: sizeQuery,
    response: 'binary',
    handle: async (ctx, { params: target, query }) => {
      const address = addressOf(ctx, await getLink(ctx, target));
      return picture(new Uint8Array(await drawQrPng(address, query.size)), 'image/png', address);
    },
  }),
  defineRoute({
    name: 'groups.draw_qr_svg',
    method: 'get',
    path: '/api/communities/{communityId}/links/{linkId}/qr.svg',
    summary: 'The QR code of a link as SVG; its title says what is in it',
    access: can('groups.read'),
    params: linkParams,
    query: sizeQuery,
    response: 'binary',
    handle: async (ctx, { params: target, query }) => {
      const address = addressOf(ctx, await getLink(ctx, target));
      return picture(await drawQrSvg(address, query.size), 'image/svg+xml', address);
    },
  }),
];

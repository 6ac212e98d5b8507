import { z } from 'zod';

import { can, signedInOperator, type Access } from '../http/access.ts';
import { pageOf, pageQuery } from '../http/cursor.ts';
import { defineRoute } from '../http/route.ts';
import { createToken, listScopes, listTokens, revokeToken } from './tokens.ts';
import type { TokenLine } from './token-store.ts';

/** The permission, and a browser: a token never makes or revokes tokens. Strangers learn nothing, whoever they are. */
const managesTokens: Access = {
  name: 'permission tokens.manage, signed-in operator',
  check: async (ctx, params) => {
    await can('tokens.manage').check(ctx, params);
    await signedInOperator.check(ctx, params);
  },
};

const communityParams = z.object({ communityId: z.uuid() });

const tokenShape = z.object({
  id: z.string(),
  name: z.string(),
  start: z.string(),
  scopes: z.array(z.string()),
  createdAt: z.string(),
  expiresAt: z.string().nullable(),
  lastUsedAt: z.string().nullable(),
  createdBy: z.object({ id: z.string(), name: z.string() }),
});

function show(line: TokenLine): z.input<typeof tokenShape> {
  return {
    ...line,
    createdAt: line.createdAt.toISOString(),
    expiresAt: line.expiresAt?.toISOString() ?? null,
    lastUsedAt: line.lastUsedAt?.toISOString() ?? null,
  };
}

/** Routes of API tokens. */
export const tokenRoutes = [
  defineRoute({
    name: 'auth.list_tokens',
    method: 'get',
    path: '/api/communities/{communityId}/tokens',
    summary: 'The API tokens of the community',
    access: managesTokens,
    params: communityParams,
    query: pageQuery,
    response: pageOf(tokenShape),
    handle: async (ctx, { params, query }) => {
      const page = await listTokens(ctx, params.communityId, query);
      return { items: page.items.map(show), nextCursor: page.nextCursor };
    },
  }),
  defineRoute({
    name: 'auth.list_scopes',
    method: 'get',
    path: '/api/communities/{communityId}/tokens/scopes',
    summary: 'The scopes that I may give to a token here',
    access: managesTokens,
    params: communityParams,
    response: z.object({ items: z.array(z.string()), nextCursor: z.null() }),
    handle: async (ctx, { params }) => ({ items: await listScopes(ctx, params.communityId), nextCursor: null }),
  }),
  defineRoute({
    name: 'auth.create_token',
    method: 'post',
    path: '/api/communities/{communityId}/tokens',
    summary: 'Make an API token; its secret is in this answer only',
    access: managesTokens,
    params: communityParams,
    body: z.strictObject({
      name: z.string().trim().min(1).max(60),
      scopes: z.array(z.string().max(60)).min(1).max(200),
      expiresAt: z.iso.datetime({ offset: true }).nullable().optional(),
    }),
    status: 201,
    response: tokenShape.extend({ secret: z.string() }),
    secretAnswer: true,
    handle: async (ctx, { params, body }) => {
      const { name, scopes, expiresAt } = body;
      const wish = { name, scopes, expiresAt: expiresAt ? new Date(expiresAt) : null };
      const { secret, ...line } = await createToken(ctx, params.communityId, wish);
      return { ...show(line), secret };
    },
  }),
  defineRoute({
    name: 'auth.revoke_token',
    method: 'delete',
    path: '/api/communities/{communityId}/tokens/{tokenId}',
    summary: 'Revoke an API token at once',
    access: managesTokens,
    params: communityParams.extend({ tokenId: z.uuid() }),
    handle: (ctx, { params }) => revokeToken(ctx, params.communityId, params.tokenId),
  }),
];

/** Routes of archives: everything about a person in one zip, for themselves or by a link of the team. */
import { z } from 'zod';
import { anyone, can } from '../../platform/http/access.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { currentIdentityId, memberOfCommunity } from '../access.ts';
import { createArchiveLink, downloadArchive, downloadByLink } from '../archive.ts';
import { communityParams, linkShape } from './shapes.ts';

/** Routes of archives. */
export const archiveRoutes: readonly Route[] = [
  defineRoute({
    name: 'people.download_me',
    method: 'get',
    path: '/api/member/communities/{communityId}/me/archive',
    summary: 'Everything that is known of oneself in one zip: a page to read, a JSON for each module, the own pictures',
    access: memberOfCommunity,
    limit: { name: 'people.download_me', per: 'actor', burst: 5, perMinute: 1 },
    params: communityParams,
    response: 'binary',
    handle: async (ctx, { params: { communityId } }) =>
      downloadArchive(ctx, { communityId, identityId: await currentIdentityId(ctx, communityId) }),
  }),
  defineRoute({
    name: 'people.create_archive_link',
    method: 'post',
    path: '/api/communities/{communityId}/people/{personId}/archive-link',
    summary: 'A link by which somebody takes everything about themselves along, good for a week; an earlier one ends',
    access: can('people.manage'),
    params: communityParams.extend({ personId: z.uuid() }),
    body: z.strictObject({}),
    response: linkShape,
    status: 201,
    secretAnswer: true,
    handle: (ctx, { params }) => createArchiveLink(ctx, params),
  }),
  defineRoute({
    name: 'people.download_by_link',
    method: 'get',
    path: '/api/archives/{code}',
    summary: 'The archive of a link that the team has made',
    access: anyone,
    limit: { name: 'people.archive', per: 'address', burst: 10, perMinute: 5 },
    params: z.object({ code: z.string().min(1).max(100) }),
    response: 'binary',
    handle: (ctx, { params }) => downloadByLink(ctx, params.code),
  }),
];

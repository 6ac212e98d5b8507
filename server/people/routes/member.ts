/** Routes of members about themselves: what this browser carries, face, devices, export, leaving the community for good. */
import { z } from 'zod';
import { renewDeviceCookie } from '../../platform/auth/devices.ts';

import { newPictureShape, pictureLimits, receivePicture } from '../../platform/files/index.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { anyMember, currentIdentityId, deviceOf, memberOfCommunity } from '../access.ts';
import { cardInput, privacyInput } from '../card.ts';
import { listDevices, signOutDevice } from '../device.ts';
import { erasePerson } from '../erase.ts';
import { peopleErrors } from '../errors.ts';
import { exportPerson } from '../export.ts';
import { listMyCommunities } from '../me.ts';
import { createMoveLink } from '../move.ts';
import { acknowledgeNotice, findDueNotice } from '../privacy.ts';
import { changeProfile, getProfile } from '../profile.ts';
import { communityParams, identityShape, linkShape, moment, noticeShape, profileShape, roleShape } from './shapes.ts';

const myGroup = z.object({
  id: z.uuid(),
  name: z.string(),
  tier: z.string(),
  pictureId: z.uuid().nullable(),
  members: z.int(),
  role: roleShape,
  joinedAt: moment,
  mutedUntil: moment.nullable(),
});

const myCommunity = z.object({
  id: z.uuid(),
  name: z.string(),
  identity: identityShape,
  groups: z.array(myGroup),
  former: z.array(z.object({ id: z.uuid(), name: z.string(), leftAt: moment, leftHow: z.string() })),
  applications: z.array(
    z.object({
      groupId: z.uuid(),
      groupName: z.string(),
      state: z.enum(['waiting', 'declined']),
      reason: z.string().nullable(),
    }),
  ),
  privacyDue: noticeShape.nullable(),
});

const myFace = profileShape.extend({ privacyDue: noticeShape.nullable() });

/** Texts that confirm an erasure, in all languages. */
const confirmations = ['抹去我', 'erase me'];

/** Routes of a member about themselves. */
export const memberRoutes: readonly Route[] = [
  defineRoute({
    name: 'people.get_me',
    method: 'get',
    path: '/api/member/me',
    summary: 'Communities and groups of this browser',
    access: anyMember,
    response: z.object({ deviceId: z.uuid(), communities: z.array(myCommunity) }),
    handle: async (ctx, { request, reply }) => {
      const renewed = renewDeviceCookie(ctx, request.headers);
      if (renewed !== undefined) reply.append('set-cookie', renewed);
      const deviceId = deviceOf(ctx)!;
      return { deviceId, communities: await listMyCommunities(ctx, deviceId) };
    },
  }),
  defineRoute({
    name: 'people.get_my_face',
    method: 'get',
    path: '/api/member/communities/{communityId}/me',
    summary: 'Own name, card and privacy switches',
    access: memberOfCommunity,
    params: communityParams,
    response: myFace,
    handle: async (ctx, { params: { communityId } }) => {
      const identityId = await currentIdentityId(ctx, communityId);
      const profile = await getProfile(ctx, communityId, identityId);
      return { ...profile, privacyDue: await findDueNotice(ctx, communityId, identityId) };
    },
  }),
  defineRoute({
    name: 'people.change_my_face',
    method: 'patch',
    path: '/api/member/communities/{communityId}/me',
    summary: 'Change own name, picture, card or privacy switches',
    access: memberOfCommunity,
    limit: { name: 'people.face', per: 'actor', burst: 30, perMinute: 10 },
    params: communityParams,
    body: z.strictObject({
      name: z.string().max(400).optional(),
      pictureId: z.uuid().nullish(),
      card: cardInput.optional(),
      privacy: privacyInput.optional(),
    }),
    response: profileShape,
    handle: async (ctx, { params: { communityId }, body }) =>
      changeProfile(ctx, { communityId, identityId: await currentIdentityId(ctx, communityId) }, body),
  }),
  defineRoute({
    name: 'people.upload_my_picture',
    method: 'post',
    path: '/api/member/communities/{communityId}/me/picture',
    summary: 'Upload a picture for the own face; put its id on with a PATCH',
    access: memberOfCommunity,
    limit: { name: 'people.picture', per: 'actor', burst: 10, perMinute: 5 },
    params: communityParams,
    body: 'binary',
    maxBodyBytes: pictureLimits.bytes,
    response: newPictureShape,
    status: 201,
    transaction: false,
    handle: async (ctx, { params: { communityId }, request }) => {
      const id = await currentIdentityId(ctx, communityId);
      return receivePicture(ctx, request, { communityId, uploader: { kind: 'identity', id } });
    },
  }),
  defineRoute({
    name: 'people.acknowledge_notice',
    method: 'post',
    path: '/api/member/communities/{communityId}/me/acknowledge',
    summary: 'Note that the privacy notice was read',
    access: memberOfCommunity,
    params: communityParams,
    body: z.strictObject({ version: z.int().min(1) }),
    handle: async (ctx, { params: { communityId }, body }) =>
      acknowledgeNotice(ctx, { communityId, identityId: await currentIdentityId(ctx, communityId) }, body.version),
  }),
  defineRoute({
    name: 'people.create_move_link',
    method: 'post',
    path: '/api/member/communities/{communityId}/me/move',
    summary: 'A one-time link that brings this identity to another phone',
    access: memberOfCommunity,
    limit: { name: 'people.move', per: 'actor', burst: 10, perMinute: 5 },
    params: communityParams,
    body: z.strictObject({}),
    response: linkShape,
    status: 201,
    secretAnswer: true,
    handle: async (ctx, { params: { communityId } }) =>
      createMoveLink(ctx, { communityId, identityId: await currentIdentityId(ctx, communityId) }),
  }),
  defineRoute({
    name: 'people.list_my_devices',
    method: 'get',
    path: '/api/member/communities/{communityId}/me/devices',
    summary: 'Browsers that carry this identity',
    access: memberOfCommunity,
    params: communityParams,
    response: z.object({
      items: z.array(
        z.object({ id: z.uuid(), label: z.string(), boundAt: moment, boundHow: z.string(), current: z.boolean() }),
      ),
    }),
    handle: async (ctx, { params: { communityId } }) => {
      const devices = await listDevices(ctx, { communityId, identityId: await currentIdentityId(ctx, communityId) });
      const own = deviceOf(ctx);
      return {
        items: devices.map(({ deviceId, ...device }) => ({ ...device, id: deviceId, current: deviceId === own })),
      };
    },
  }),
  defineRoute({
    name: 'people.sign_out_device',
    method: 'delete',
    path: '/api/member/communities/{communityId}/me/devices/{deviceId}',
    summary: 'Sign a browser out of this identity',
    access: memberOfCommunity,
    params: communityParams.extend({ deviceId: z.uuid() }),
    handle: async (ctx, { params: { communityId, deviceId } }) =>
      signOutDevice(ctx, { communityId, identityId: await currentIdentityId(ctx, communityId) }, deviceId),
  }),
  defineRoute({
    name: 'people.export_me',
    method: 'get',
    path: '/api/member/communities/{communityId}/me/export',
    summary: 'Everything that is known of oneself, as JSON',
    access: memberOfCommunity,
    limit: { name: 'people.export', per: 'actor', burst: 5, perMinute: 1 },
    params: communityParams,
    response: 'binary',
    handle: async (ctx, { params: { communityId } }) => {
      const data = await exportPerson(ctx, { communityId, identityId: await currentIdentityId(ctx, communityId) });
      const headers = {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="my-records-${ctx.now().toISOString().slice(0, 10)}.json"`,
      };
      return new Response(JSON.stringify(data, null, 2), { headers });
    },
  }),
  defineRoute({
    name: 'people.erase_me',
    method: 'post',
    path: '/api/member/communities/{communityId}/me/erase',
    summary: 'Forget me: name at once, everything else in the following minutes; gives a receipt',
    access: memberOfCommunity,
    params: communityParams,
    body: z.strictObject({ confirm: z.string().max(40) }),
    response: z.object({ receipt: z.string(), requestedAt: moment }),
    status: 202,
    handle: async (ctx, { params: { communityId }, body }) => {
      if (!confirmations.includes(body.confirm.trim().toLowerCase())) throw peopleErrors.not_confirmed();
      return erasePerson(ctx, { communityId, identityId: await currentIdentityId(ctx, communityId) }, 'member');
    },
  }),
];

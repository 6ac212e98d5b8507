/** Routes of the team: people, members of a group, applications, bans, restoring a lost phone, notice and settings. */
import { z } from 'zod';
import { paragraphs } from '../../communities/index.ts';
import { getGroup } from '../../groups/index.ts';

import { can } from '../../platform/http/access.ts';
import { pageOf, pageQuery, toPage } from '../../platform/http/cursor.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { getSettings } from '../../platform/settings.ts';
import { acceptApplication, declineApplication } from '../application.ts';
import { liftBan } from '../ban.ts';
import { cardShape } from '../card.ts';
import { createRestoreLink } from '../move.ts';
import { getPersonDetail, listMembers, readIdCursor } from '../person.ts';
import { getPrivacyNotice, setPrivacyNotice } from '../privacy.ts';
import { changePeopleSettings, peopleSettings } from '../settings.ts';
import { selectBans } from '../store/ban.ts';
import { selectApplications } from '../store/entrance.ts';
import {
  applicationShape,
  communityParams,
  groupParams,
  identityShape,
  linkShape,
  memberShape,
  membershipShape,
  moment,
  noticeShape,
} from './shapes.ts';

const personParams = communityParams.extend({ personId: z.uuid() });
const applicationParams = groupParams.extend({ applicationId: z.uuid() });
const base = '/api/communities/{communityId}';

const banShape = z.object({
  id: z.uuid(),
  groupId: z.uuid().nullable(),
  identityId: z.uuid(),
  personId: z.uuid().nullable(),
  name: z.string(),
  reason: z.string(),
  bannedAt: moment,
  liftedAt: moment.nullable(),
});

const personRoutes: readonly Route[] = [
  defineRoute({
    name: 'people.get_person',
    method: 'get',
    path: `${base}/people/{personId}`,
    summary: 'One person: accounts, stays, applications, acknowledged notices, card',
    access: can('people.read'),
    params: personParams,
    response: z.object({
      personId: z.uuid(),
      createdAt: moment,
      identities: z.array(identityShape),
      memberships: z.array(membershipShape),
      applications: z.array(applicationShape),
      acknowledgements: z.array(z.object({ identityId: z.uuid(), version: z.int(), at: moment })),
      card: cardShape,
    }),
    handle: (ctx, { params }) => getPersonDetail(ctx, params.communityId, params.personId),
  }),
  defineRoute({
    name: 'people.create_restore_link',
    method: 'post',
    path: `${base}/people/{personId}/restore-link`,
    summary: 'A one-time link for somebody who lost the phone; using it signs the lost phone out',
    access: can('people.manage'),
    params: personParams,
    body: z.strictObject({}),
    response: linkShape,
    status: 201,
    secretAnswer: true,
    handle: (ctx, { params }) => createRestoreLink(ctx, params.communityId, params.personId),
  }),
  defineRoute({
    name: 'people.list_members',
    method: 'get',
    path: `${base}/groups/{groupId}/members`,
    summary: 'Members of a group: team first, then by the time of joining',
    access: can('people.read'),
    params: groupParams,
    query: pageQuery.extend({ q: z.string().max(60).optional() }),
    response: pageOf(memberShape),
    handle: async (ctx, { params, query }) => {
      await getGroup(ctx, params.communityId, params.groupId);
      return listMembers(ctx, { ...params, q: query.q }, query);
    },
  }),
];

const applicationRoutes: readonly Route[] = [
  defineRoute({
    name: 'people.list_applications',
    method: 'get',
    path: `${base}/groups/{groupId}/applications`,
    summary: 'Applications to a group, oldest first',
    access: can('people.read'),
    params: groupParams,
    query: pageQuery.extend({ state: z.enum(['waiting', 'accepted', 'declined', 'withdrawn']).default('waiting') }),
    response: pageOf(applicationShape.extend({ name: z.string(), personId: z.uuid().nullable() })),
    handle: async (ctx, { params, query }) => {
      await getGroup(ctx, params.communityId, params.groupId);
      const after = readIdCursor(query.cursor);
      const rows = await selectApplications(ctx, { ...params, state: query.state }, { after, limit: query.limit });
      return toPage(rows, query.limit, (row) => [row.id]);
    },
  }),
  defineRoute({
    name: 'people.accept_application',
    method: 'post',
    path: `${base}/groups/{groupId}/applications/{applicationId}/accept`,
    summary: 'Let the applicant in',
    access: can('people.moderate'),
    params: applicationParams,
    body: z.strictObject({}),
    handle: (ctx, { params }) => acceptApplication(ctx, params),
  }),
  defineRoute({
    name: 'people.decline_application',
    method: 'post',
    path: `${base}/groups/{groupId}/applications/{applicationId}/decline`,
    summary: 'Turn the applicant away; they read the reason',
    access: can('people.moderate'),
    params: applicationParams,
    body: z.strictObject({ reason: paragraphs(300).default('') }),
    handle: (ctx, { params, body }) => declineApplication(ctx, params, body.reason),
  }),
];

const banRoutes: readonly Route[] = [
  defineRoute({
    name: 'people.list_bans',
    method: 'get',
    path: `${base}/bans`,
    summary: 'Bans, newest first',
    access: can('people.moderate'),
    params: communityParams,
    query: pageQuery.extend({ state: z.enum(['in_force', 'lifted']).default('in_force') }),
    response: pageOf(banShape),
    handle: async (ctx, { params, query }) => {
      const before = readIdCursor(query.cursor);
      const filter = { communityId: params.communityId, inForce: query.state === 'in_force' };
      const rows = await selectBans(ctx, filter, { before, limit: query.limit });
      return toPage(rows, query.limit, (row) => [row.id]);
    },
  }),
  defineRoute({
    name: 'people.lift_ban',
    method: 'post',
    path: `${base}/bans/{banId}/lift`,
    summary: 'Lift a ban',
    access: can('people.moderate'),
    params: communityParams.extend({ banId: z.uuid() }),
    body: z.strictObject({}),
    handle: (ctx, { params }) => liftBan(ctx, params.communityId, params.banId),
  }),
];

const settingsShape = z.object({
  membersMayInvite: z.boolean(),
  hoursBetweenApplications: z.int(),
  emailProof: z.enum(['off', 'required']),
});

const settingsRoutes: readonly Route[] = [
  defineRoute({
    name: 'people.get_privacy_notice',
    method: 'get',
    path: `${base}/privacy-notice`,
    summary: 'The privacy notice in force',
    access: can('people.read'),
    params: communityParams,
    response: noticeShape,
    handle: (ctx, { params }) => getPrivacyNotice(ctx, params.communityId),
  }),
  defineRoute({
    name: 'people.set_privacy_notice',
    method: 'put',
    path: `${base}/privacy-notice`,
    summary: 'Put another text in force; every member is asked again',
    access: can('people.manage'),
    params: communityParams,
    body: z.strictObject({ text: paragraphs(8000).min(20) }),
    response: noticeShape,
    handle: (ctx, { params, body }) => setPrivacyNotice(ctx, params.communityId, body.text),
  }),
  defineRoute({
    name: 'people.get_people_settings',
    method: 'get',
    path: `${base}/people-settings`,
    summary: 'Who may invite, how soon one may apply again, whether newcomers prove an e-mail address',
    access: can('people.read'),
    params: communityParams,
    response: settingsShape,
    handle: (ctx, { params }) => getSettings(ctx, peopleSettings, params.communityId),
  }),
  defineRoute({
    name: 'people.set_people_settings',
    method: 'put',
    path: `${base}/people-settings`,
    summary: 'Change who may invite, how soon one may apply again, whether newcomers prove an e-mail address',
    access: can('people.manage'),
    params: communityParams,
    body: peopleSettings.schema,
    response: settingsShape,
    handle: (ctx, { params, body }) => changePeopleSettings(ctx, params.communityId, body),
  }),
];

/** Routes of the team about people. */
export const operatorRoutes: readonly Route[] = [
  ...personRoutes,
  ...applicationRoutes,
  ...banRoutes,
  ...settingsRoutes,
];

/** Routes of the care list and of contacts. */
import { z } from 'zod';
import { listIdentities } from '../../people/index.ts';
import { can } from '../../platform/http/access.ts';
import { pageOf, pageQuery } from '../../platform/http/cursor.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { listContacts, noteOutcome, reachOut } from '../contacts.ts';
import { enough } from '../effect.ts';
import { listFading } from '../fading-list.ts';
import { rule, usualDays } from '../fading.ts';
import { causes, countCauses, outcomes } from '../store/contacts.ts';
import { communityParams, moment } from './shapes.ts';

const base = '/api/communities/{communityId}/care';
const arm = z.object({ people: z.int(), returned: z.int() });
const effectShape = z
  .object({
    contacted: arm,
    held: arm,
    difference: z.number().nullable(),
    interval: z.array(z.number()).length(2).nullable(),
    few: z.boolean(),
  })
  .meta({ id: 'CareEffect' });

const rhythm = { daysBefore: z.int(), daysNow: z.int(), lastOn: z.string().nullable() };
const who = { identityId: z.uuid(), name: z.string(), pictureId: z.uuid().nullable() };

/** The list, drawing lots, and what came of it. */
export const contactRoutes: readonly Route[] = [
  defineRoute({
    name: 'care.list_fading',
    method: 'get',
    path: `${base}/fading`,
    summary:
      'Who comes much less than they used to, with the rule that orders the list and what contact was measured to do',
    access: can('care.read'),
    params: communityParams,
    query: z.strictObject({ limit: z.coerce.number().int().min(1).max(200).default(100) }),
    response: z.object({
      rule: z.object({ recent: z.int(), before: z.int(), leastBefore: z.int(), mostOfUsual: z.number() }),
      enough: z.object({ contacts: z.int(), held: z.int() }),
      basis: z.object({
        by: z.enum(['rule', 'uplift']),
        first: z.enum(['gone', 'less']),
        effect: effectShape,
        parts: z.object({ gone: effectShape, less: effectShape }),
        waiting: z.int(),
      }),
      causes: z.array(z.object({ cause: z.string(), count: z.int() })),
      total: z.int(),
      items: z.array(z.object({ personId: z.uuid(), ...who, ...rhythm, usual: z.number() })),
    }),
    handle: async (ctx, { params: { communityId }, query: { limit } }) => {
      const { people, basis } = await listFading(ctx, communityId);
      return {
        rule,
        enough,
        basis,
        causes: await countCauses(ctx, communityId),
        total: people.length,
        items: people.slice(0, limit).map(({ identity, personId, ...one }) => ({
          personId,
          identityId: identity.id,
          name: identity.name,
          pictureId: identity.pictureId,
          daysBefore: one.daysBefore,
          daysNow: one.daysNow,
          lastOn: one.lastOn,
          usual: Math.round(usualDays(one) * 10) / 10,
        })),
      };
    },
  }),
  defineRoute({
    name: 'care.reach_out',
    method: 'post',
    path: `${base}/contacts`,
    summary:
      'Draw lots for people of the list: most become tasks, the others are left alone for four weeks; share 0 = by hand, not measured',
    access: can('care.manage'),
    params: communityParams,
    body: z.strictObject({
      personIds: z.array(z.uuid()).min(1).max(200),
      share: z.union([z.literal(0), z.number().min(0.2).max(0.5)]),
    }),
    response: z.object({ contacted: z.int(), held: z.int() }),
    status: 201,
    handle: (ctx, { params: { communityId }, body }) =>
      reachOut(ctx, communityId, { ...body, personIds: [...new Set(body.personIds)] }),
  }),
  defineRoute({
    name: 'care.list_contacts',
    method: 'get',
    path: `${base}/contacts`,
    summary: 'Whom the team writes to and what came of it, newest first; who is held back is never named',
    access: can('care.read'),
    params: communityParams,
    query: pageQuery,
    response: pageOf(
      z.object({
        id: z.uuid(),
        ...who,
        ...rhythm,
        arm: z.enum(['contact', 'direct', 'held']),
        assignedAt: moment,
        taskId: z.uuid().nullable(),
        outcome: z.enum(outcomes).nullable(),
        cause: z.enum(causes).nullable(),
        note: z.string(),
        settledAt: moment.nullable(),
        returned: z.boolean().nullable(),
      }),
    ),
    handle: async (ctx, { params: { communityId }, query }) => {
      const { items, nextCursor } = await listContacts(ctx, communityId, query);
      const ids = items.map(({ identityId }) => identityId);
      const identities = new Map((await listIdentities(ctx, communityId, ids)).map((one) => [one.id, one]));
      const named = items.map((one) => {
        const identity = identities.get(one.identityId);
        return { ...one, name: identity?.name ?? '', pictureId: identity?.pictureId ?? null };
      });
      return { items: named, nextCursor };
    },
  }),
  defineRoute({
    name: 'care.note_outcome',
    method: 'put',
    path: `${base}/contacts/{contactId}/outcome`,
    summary: 'Say what came of a contact, and why they went silent',
    access: can('care.manage'),
    params: communityParams.extend({ contactId: z.uuid() }),
    body: z.strictObject({
      outcome: z.enum(outcomes),
      cause: z.enum(causes).nullable(),
      note: z.string().trim().max(500),
    }),
    handle: (ctx, { params: { communityId, contactId: id }, body }) => noteOutcome(ctx, { communityId, id }, body),
  }),
];

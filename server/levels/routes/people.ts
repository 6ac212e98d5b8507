/** Routes of one person's levels: where they stand, locks and payments; and what members see of themselves. */
import { z } from 'zod';
import { singleLine, optionalLine } from '../../communities/index.ts';
import { currentIdentityId, memberOfCommunity } from '../../people/index.ts';
import { can } from '../../platform/http/access.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { confirmPayment, lockLevel, takePaymentBack, unlockLevel } from '../by-hand.ts';
import { readOwnLevels } from '../own-level.ts';
import { readPersonLevels } from '../person.ts';
import { sayPrivilege } from '../tell.ts';
import { communityParams, ownLevelShape, personLevelsShape, placeParams } from './shapes.ts';

const base = '/api/communities/{communityId}/people/{personId}/levels';
const personParams = communityParams.extend({ personId: z.uuid() });

/** Routes of people's levels. */
export const peopleRoutes: readonly Route[] = [
  defineRoute({
    name: 'levels.get_person',
    method: 'get',
    path: base,
    summary: 'Where somebody stands on each ladder, how that came, what was paid',
    access: can('levels.read'),
    params: personParams,
    response: personLevelsShape,
    handle: (ctx, { params: { communityId, personId } }) => readPersonLevels(ctx, communityId, personId),
  }),
  defineRoute({
    name: 'levels.lock_level',
    method: 'put',
    path: `${base}/{ladderId}/lock`,
    summary:
      'Put somebody on a level whatever the rules say, with a reason, until the end of a day or until it is lifted',
    access: can('levels.manage'),
    params: placeParams,
    body: z.strictObject({ level: z.int().min(1), until: z.iso.date().nullable(), reason: singleLine(120) }),
    response: personLevelsShape,
    handle: async (ctx, { params, body }) => {
      await lockLevel(ctx, params, body);
      return readPersonLevels(ctx, params.communityId, params.personId);
    },
  }),
  defineRoute({
    name: 'levels.unlock_level',
    method: 'delete',
    path: `${base}/{ladderId}/lock`,
    summary: 'Let the rules decide again',
    access: can('levels.manage'),
    params: placeParams,
    handle: (ctx, { params }) => unlockLevel(ctx, params),
  }),
  defineRoute({
    name: 'levels.confirm_payment',
    method: 'post',
    path: `${base}/{ladderId}/payments`,
    summary: 'Confirm that somebody has paid for a level; it is booked, and the same id is the same payment',
    access: can('levels.manage'),
    params: placeParams,
    body: z.strictObject({
      id: z.uuid(),
      level: z.int().min(1),
      /** In the minor unit of the price's currency. */
      amount: z.int().min(0).max(100_000_000),
      note: optionalLine(120),
    }),
    response: personLevelsShape,
    handle: async (ctx, { params, body }) => {
      await confirmPayment(ctx, params, { ...body, note: body.note ?? '' });
      return readPersonLevels(ctx, params.communityId, params.personId);
    },
  }),
  defineRoute({
    name: 'levels.take_payment_back',
    method: 'delete',
    path: `${base}/{ladderId}/payments/{paymentId}`,
    summary: 'Take a payment back, with its entry in the ledger',
    access: can('levels.manage'),
    params: placeParams.extend({ paymentId: z.uuid() }),
    handle: (ctx, { params }) => takePaymentBack(ctx, params, params.paymentId),
  }),
  defineRoute({
    name: 'levels.get_own',
    method: 'get',
    path: '/api/member/communities/{communityId}/levels',
    summary: 'The own levels, what they give, and what is missing to the next one',
    access: memberOfCommunity,
    params: communityParams,
    response: z.object({ items: z.array(ownLevelShape) }),
    handle: async (ctx, { params: { communityId } }) => {
      const own = await readOwnLevels(ctx, communityId, await currentIdentityId(ctx, communityId));
      const items = own.map((ladder) => ({
        ...ladder,
        levels: ladder.levels.map((level) => ({
          ...level,
          gives: level.privileges.map((one) => sayPrivilege(ctx, one)),
        })),
      }));
      return { items };
    },
  }),
];

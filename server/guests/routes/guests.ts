/** Routes of the book: who is in it, writing somebody down, what is private, making two rows one, forgetting. */
import { z } from 'zod';
import { can } from '../../platform/http/access.ts';
import { pageOf, pageQuery } from '../../platform/http/cursor.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { guestFields } from '../fields.ts';
import { changeGuest, createGuest, listGuests, readPrivate } from '../guest.ts';
import { mergeGuests } from '../merging.ts';
import { forgetGuest } from '../privacy.ts';
import { countGuests, guestKinds, orders, sources, stages } from '../store/guests.ts';
import { base, communityParams, guestParams, guestShape, showGuest } from './shapes.ts';

const read = can('guests.read');
const write = can('guests.write');
const readsPrivate = can('guests.private');

/** Which guests, as it stands in an address. */
export const guestQuery = z.strictObject({
  q: z.string().trim().max(100).optional(),
  kind: z.enum(guestKinds).optional(),
  stage: z.enum(stages).optional(),
  source: z.enum(sources).optional(),
  dueBefore: z.iso.datetime().optional(),
});

/** The same with moments as dates. */
export function readFilter({ dueBefore, ...rest }: z.output<typeof guestQuery>) {
  return { ...rest, ...(dueBefore === undefined ? {} : { dueBefore: new Date(dueBefore) }) };
}

const { kind, field, intro, platforms, contact, fee, source, sourceNote, promises, identityId } = guestFields;

/** Routes of guests. */
export const guestRoutes: readonly Route[] = [
  defineRoute({
    name: 'guests.list_guests',
    method: 'get',
    path: base,
    summary:
      'Who is in the guest book, by what is due, what is new or who was there last; found by characters and pinyin',
    access: read,
    params: communityParams,
    query: pageQuery.extend({ ...guestQuery.shape, order: z.enum(orders).default('next') }),
    response: pageOf(guestShape),
    handle: async (ctx, { params: { communityId }, query: { cursor, limit, order, ...filter } }) => {
      const page = await listGuests(ctx, communityId, { filter: readFilter(filter), order, cursor, limit });
      return { ...page, items: page.items.map(showGuest) };
    },
  }),
  defineRoute({
    name: 'guests.count_guests',
    method: 'get',
    path: '/api/communities/{communityId}/guest-counts',
    summary: 'How many guests stand at each stage, how many next steps are late, and whom nobody has asked yet',
    access: read,
    params: communityParams,
    response: z.object({ stages: z.partialRecord(z.enum(stages), z.int()), due: z.int(), unasked: z.int() }),
    handle: (ctx, { params: { communityId } }) => countGuests(ctx, communityId),
  }),
  defineRoute({
    name: 'guests.create_guest',
    method: 'post',
    path: base,
    summary: 'Write somebody down; others of the same name are named, as they may be the same person',
    access: write,
    params: communityParams,
    body: z.strictObject({
      ...guestFields,
      kind: kind.default('speaker'),
      field: field.default(''),
      intro: intro.default(''),
      platforms: platforms.default([]),
      contact: contact.default(''),
      fee: fee.default(''),
      sourceNote: sourceNote.default(''),
      promises: promises.default(''),
      identityId: identityId.default(null),
      stage: z.enum(stages).default('known'),
    }),
    status: 201,
    response: z.object({ guest: guestShape, alike: z.array(z.object({ id: z.uuid(), name: z.string() })) }),
    handle: async (ctx, { params: { communityId }, body }) => {
      const { guest, alike } = await createGuest(ctx, communityId, body);
      return { guest: showGuest(guest), alike: alike.map(({ id, name }) => ({ id, name })) };
    },
  }),
  defineRoute({
    name: 'guests.change_guest',
    method: 'patch',
    path: `${base}/{guestId}`,
    summary:
      'Change what is known of a guest; nobody overwrites what they have not seen, and what is private can be replaced unread',
    access: write,
    params: guestParams,
    body: z.strictObject({
      /** The version that was on the screen. */
      version: z.int().min(1),
      name: guestFields.name.optional(),
      kind: kind.optional(),
      field: field.optional(),
      intro: intro.optional(),
      platforms: platforms.optional(),
      contact: contact.optional(),
      fee: fee.optional(),
      source: source.optional(),
      sourceNote: sourceNote.optional(),
      promises: promises.optional(),
      identityId: identityId.optional(),
    }),
    response: guestShape,
    handle: async (ctx, { params, body: { version, ...change } }) =>
      showGuest(await changeGuest(ctx, { ...params, version }, change)),
  }),
  defineRoute({
    name: 'guests.read_private',
    method: 'post',
    path: `${base}/{guestId}/private`,
    summary: 'How to reach a guest and what they take; the audit log keeps who has read it',
    access: readsPrivate,
    params: guestParams,
    body: z.strictObject({}),
    response: z.object({ contact: z.string(), fee: z.string() }),
    handle: (ctx, { params }) => readPrivate(ctx, params),
  }),
  defineRoute({
    name: 'guests.merge_guests',
    method: 'post',
    path: `${base}/{guestId}/merge`,
    summary: 'Make another row of the same guest a part of this one; nothing of either is lost',
    access: write,
    params: guestParams,
    body: z.strictObject({ otherId: z.uuid() }),
    response: guestShape,
    handle: async (ctx, { params, body }) => showGuest(await mergeGuests(ctx, params, body.otherId)),
  }),
  defineRoute({
    name: 'guests.forget_guest',
    method: 'delete',
    path: `${base}/{guestId}`,
    summary: 'Forget a guest for good: who they are, how to reach them, their history, and what tasks say of them',
    access: readsPrivate,
    params: guestParams,
    handle: (ctx, { params }) => forgetGuest(ctx, params),
  }),
];

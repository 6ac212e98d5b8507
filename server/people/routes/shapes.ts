/** Shapes that several routes of this module share: ids, times, members, persons, steps. */
import { z } from 'zod';
import { cardShape } from '../card.ts';
import { memberRoles } from '../membership.ts';

/** A moment: a `Date` inside, ISO text outside. */
export const moment = z.preprocess((value) => (value instanceof Date ? value.toISOString() : value), z.iso.datetime());

/** Params of a community's routes. */
export const communityParams = z.object({ communityId: z.uuid() });

/** Params of a group's routes for operators. */
export const groupParams = z.object({ communityId: z.uuid(), groupId: z.uuid() });

/** Params of a group's routes for members. */
export const memberGroupParams = z.object({ groupId: z.uuid() });

/** An account. */
export const identityShape = z.object({
  id: z.uuid(),
  carrier: z.string(),
  name: z.string(),
  pictureId: z.uuid().nullable(),
  kind: z.enum(['member', 'bot', 'official', 'tombstone']),
});

/** Role in the talk. */
export const roleShape = z.enum(memberRoles);

/** A member as group mates see them. */
export const mateShape = z.object({
  identityId: z.uuid(),
  name: z.string(),
  pictureId: z.uuid().nullable(),
  kind: identityShape.shape.kind,
  role: roleShape,
  joinedAt: moment,
});

/** A member as operators see them. */
export const memberShape = mateShape.extend({
  personId: z.uuid().nullable(),
  mutedUntil: moment.nullable(),
  source: z.string(),
  inviterId: z.uuid().nullable(),
});

/** One stay. */
export const membershipShape = z.object({
  id: z.uuid(),
  groupId: z.uuid(),
  identityId: z.uuid(),
  role: roleShape,
  source: z.string(),
  inviterId: z.uuid().nullable(),
  joinedAt: moment,
  leftAt: moment.nullable(),
  leftHow: z.string().nullable(),
  mutedUntil: moment.nullable(),
});

/** An application. */
export const applicationShape = z.object({
  id: z.uuid(),
  groupId: z.uuid(),
  identityId: z.uuid(),
  state: z.enum(['waiting', 'accepted', 'declined', 'withdrawn']),
  answers: z.record(z.string(), z.unknown()),
  source: z.string(),
  inviterId: z.uuid().nullable(),
  appliedAt: moment,
  decidedAt: moment.nullable(),
  reason: z.string().nullable(),
});

/** One step at the door. */
export const stepShape = z.object({
  key: z.string(),
  kind: z.enum(['notice', 'form', 'choice', 'approval', 'email']),
  title: z.string(),
  text: z.string(),
  fields: z
    .array(
      z.object({
        key: z.string(),
        label: z.string(),
        kind: z.enum(['text', 'longText']),
        maxLength: z.int(),
        required: z.boolean(),
        hint: z.string().optional(),
      }),
    )
    .optional(),
  options: z.array(z.object({ key: z.string(), label: z.string() })).optional(),
  version: z.int().optional(),
  email: z
    .object({
      state: z.enum(['queued', 'delayed', 'sent', 'refused', 'expired']),
      expiresAt: z.string(),
      resendAt: z.string(),
    })
    .optional(),
  problem: z.string().optional(),
});

/** One's own face. */
export const profileShape = z.object({
  identity: identityShape,
  card: cardShape,
  privacy: z.object({
    findable: z.boolean(),
    featured: z.boolean(),
    offers: z.boolean(),
    uncontacted: z.boolean(),
  }),
});

/** A privacy notice. */
export const noticeShape = z.object({ version: z.int(), text: z.string() });

/** A one-time link. */
export const linkShape = z.object({ url: z.string(), expiresAt: moment });

import { z } from 'zod';
import { defineEvent } from '../platform/bus/event.ts';

const stay = z.object({ membershipId: z.uuid(), identityId: z.uuid() });

/** Identities have come into a group. */
export const memberJoined = defineEvent(
  'people.member_joined',
  z.object({ groupId: z.uuid(), members: z.array(stay) }),
);

/** Identities are no longer in a group. */
export const memberLeft = defineEvent(
  'people.member_left',
  z.object({
    groupId: z.uuid(),
    how: z.enum(['left', 'kicked', 'banned', 'erased', 'gone']),
    members: z.array(stay),
  }),
);

/** An identity may not speak in a group until a time. */
export const memberMuted = defineEvent(
  'people.member_muted',
  z.object({ groupId: z.uuid(), identityIds: z.array(z.uuid()), until: z.iso.datetime() }),
);

/** An identity may speak again before its time. */
export const memberUnmuted = defineEvent(
  'people.member_unmuted',
  z.object({ groupId: z.uuid(), identityIds: z.array(z.uuid()) }),
);

/** An identity may not come back; `groupId` null = anywhere in the community. */
export const memberBanned = defineEvent(
  'people.member_banned',
  z.object({ groupId: z.uuid().nullable(), identityIds: z.array(z.uuid()) }),
);

/** A ban has been lifted. */
export const memberUnbanned = defineEvent(
  'people.member_unbanned',
  z.object({ groupId: z.uuid().nullable(), identityIds: z.array(z.uuid()) }),
);

/** An identity has another role in a group. */
export const memberRoleChanged = defineEvent(
  'people.member_role_changed',
  z.object({ groupId: z.uuid(), identityId: z.uuid(), role: z.enum(['member', 'steward', 'admin', 'owner']) }),
);

/** Name, picture, card, switches or person of identities are others. */
export const identityChanged = defineEvent('people.identity_changed', z.object({ identityIds: z.array(z.uuid()) }));

/** Accounts belong to another person now: two were made one, or one was taken apart. All accounts of the persons concerned. */
export const accountsMoved = defineEvent('people.accounts_moved', z.object({ identityIds: z.array(z.uuid()) }));

/** Somebody asks to be let into a group. */
export const applicationReceived = defineEvent(
  'people.application_received',
  z.object({ groupId: z.uuid(), applicationId: z.uuid(), identityId: z.uuid() }),
);

/** An application has been accepted or declined. */
export const applicationDecided = defineEvent(
  'people.application_decided',
  z.object({ groupId: z.uuid(), applicationId: z.uuid(), identityId: z.uuid(), accepted: z.boolean() }),
);

/** A person has been forgotten; what their identities wrote belongs to the tombstone now. */
export const personErased = defineEvent(
  'people.person_erased',
  z.object({ erasureId: z.uuid(), tombstoneId: z.uuid() }),
);

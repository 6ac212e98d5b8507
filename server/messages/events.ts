import { z } from 'zod';
import { defineEvent } from '../platform/bus/event.ts';

const origin = z.enum(['live', 'import', 'sample']);

/** Messages were recorded; one event for each batch of a group. */
export const messagesReceived = defineEvent(
  'messages.messages_received',
  z.object({ groupId: z.uuid(), origin, messageIds: z.array(z.uuid()) }),
);

/** A message was taken back by its author or by the team. */
export const messageRecalled = defineEvent(
  'messages.message_recalled',
  z.object({ groupId: z.uuid(), messageId: z.uuid(), by: z.enum(['author', 'team']) }),
);

/** The text of a message was changed. */
export const messageEdited = defineEvent(
  'messages.message_edited',
  z.object({ groupId: z.uuid(), messageId: z.uuid() }),
);

/** A reaction was given or taken away. */
export const reactionChanged = defineEvent(
  'messages.reaction_changed',
  z.object({ groupId: z.uuid(), messageId: z.uuid(), identityId: z.uuid(), key: z.string(), on: z.boolean() }),
);

/** A message was pinned for everybody: by a member of the group who may, or (null) by the team. */
export const messagePinned = defineEvent(
  'messages.message_pinned',
  z.object({ groupId: z.uuid(), messageId: z.uuid(), authorId: z.uuid(), byId: z.uuid().nullable() }),
);

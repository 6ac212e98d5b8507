import { z } from 'zod';
import { defineEvent } from '../platform/bus/event.ts';

const ids = z.object({ groupId: z.uuid() });

/** A group has been opened. */
export const groupCreated = defineEvent('groups.group_created', ids);

/** Something that members can see of a group is another: name, picture, tier, lifecycle, state, notice, capacity. */
export const groupChanged = defineEvent('groups.group_changed', ids);

/** A group is dissolved: nobody gets in any more, its links are dead, its talk stays as the archive. */
export const groupDissolved = defineEvent('groups.group_dissolved', ids);

import { z } from 'zod';
import { defineEvent } from '../platform/bus/event.ts';

const settled = z.object({ groupId: z.uuid(), actId: z.uuid(), op: z.string(), messageId: z.uuid().nullable() });

/** A human has carried out what was asked of the platform. */
export const actConfirmed = defineEvent('carriers.act_confirmed', settled);

/** A human has decided not to carry it out. */
export const actSkipped = defineEvent('carriers.act_skipped', settled);

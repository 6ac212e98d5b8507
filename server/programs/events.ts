import { z } from 'zod';
import { defineEvent } from '../platform/bus/event.ts';

/** Newcomers of a group were greeted by the welcome, those who were only counted in it too. */
export const newcomersWelcomed = defineEvent(
  'programs.newcomers_welcomed',
  z.object({ groupId: z.uuid(), membershipIds: z.array(z.uuid()) }),
);

/** A member has checked in by the button; who does so by a word is heard in the talk. */
export const memberCheckedIn = defineEvent(
  'programs.member_checked_in',
  z.object({ groupId: z.uuid(), identityId: z.uuid(), day: z.iso.date() }),
);

import { z } from 'zod';
import { defineEvent } from '../platform/bus/event.ts';
import { caseKinds, caseStates } from './case-state.ts';
import { sanctionSteps } from './ladder.ts';
import { waveSigns } from './waves/signs.ts';

const about = { caseId: z.uuid(), groupId: z.uuid(), identityId: z.uuid() };

/** Something was held, refused or noticed. */
export const caseOpened = defineEvent('rules.case_opened', z.object({ ...about, kind: z.enum(caseKinds) }));

/** An author asks for another look. */
export const caseAppealed = defineEvent('rules.case_appealed', z.object(about));

/** Somebody has decided, or taken a decision back. */
export const caseDecided = defineEvent('rules.case_decided', z.object({ ...about, state: z.enum(caseStates) }));

/** Two people are getting heated; again when it grows. Ids and numbers only, by weights written by hand: a reason to look, no verdict. */
export const quarrelHeated = defineEvent(
  'rules.quarrel_heated',
  z.object({
    groupId: z.uuid(),
    heat: z.number(),
    people: z.tuple([z.uuid(), z.uuid()]),
    angry: z.int(),
    messages: z.int(),
    messageIds: z.array(z.uuid()),
    startedAt: z.iso.datetime(),
    lastAt: z.iso.datetime(),
  }),
);

/** Somebody has come to a step of the ladder; `proposed` waits for a human. */
export const sanctionGiven = defineEvent(
  'rules.sanction_given',
  z.object({ ...about, sanctionId: z.uuid(), step: z.enum(sanctionSteps), state: z.enum(['applied', 'proposed']) }),
);

/** Many people have come through one entrance within minutes; again when it grows. Numbers only: a reason to look, no verdict. */
export const waveNoticed = defineEvent(
  'rules.wave_noticed',
  z.object({
    waveId: z.uuid(),
    groupId: z.uuid(),
    people: z.int(),
    minutes: z.int(),
    sign: z.enum(waveSigns),
    /** How many have names of one make, and how many the same picture. */
    names: z.int(),
    faces: z.int(),
    /** Of the link; null = a member's own invitation. */
    channel: z.string().nullable(),
    startedAt: z.iso.datetime(),
    lastAt: z.iso.datetime(),
  }),
);

/** A wave is over: by its time, or because the team says that they are guests. */
export const waveOver = defineEvent(
  'rules.wave_over',
  z.object({ waveId: z.uuid(), groupId: z.uuid(), how: z.enum(['time', 'guests']) }),
);

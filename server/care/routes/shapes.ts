/** Shapes that the routes of rounds share. */
import { z } from 'zod';
import { singleLine, paragraphs } from '../../communities/index.ts';
import { answerWays, decisions, removalStates, sparedReasons } from '../store/round-people.ts';
import { roundStates } from '../store/rounds.ts';

/** A moment as text. */
export const moment = z.preprocess((at) => (at instanceof Date ? at.toISOString() : at), z.iso.datetime());

/** Params of a community's routes. */
export const communityParams = z.object({ communityId: z.uuid() });

/** Params of a round's routes. */
export const roundParams = communityParams.extend({ roundId: z.uuid() });

const textsInput = z.strictObject({
  announcement: paragraphs(1000).pipe(z.string().min(1)),
  reminder: paragraphs(600).pipe(z.string().min(1)),
  farewell: paragraphs(600).pipe(z.string().min(1)),
});

/** What beginning a round takes. */
export const newRoundInput = z.strictObject({
  groupId: z.uuid(),
  format: singleLine(40),
  texts: textsInput,
  days: z.int().min(1).max(60),
  remindAfter: z.array(z.int().min(1).max(59)).max(5),
  perDay: z.int().min(1).max(50),
});

const count = z.int();

/** A round with its figures. */
export const roundShape = z
  .object({
    id: z.uuid(),
    groupId: z.uuid(),
    format: z.string(),
    texts: z.object({ announcement: z.string(), reminder: z.string(), farewell: z.string() }),
    perDay: count,
    state: z.enum(roundStates),
    startedAt: moment,
    endsAt: moment,
    endedAt: moment.nullable(),
    closedAt: moment.nullable(),
    taskId: z.uuid().nullable(),
    reminders: z.array(z.object({ dueAt: moment, sentAt: moment.nullable(), told: count.nullable() })),
    counts: z.object({
      people: count,
      asked: count,
      answered: count,
      byName: count,
      byButton: count,
      byWord: count,
      spared: count,
      silent: count,
      reading: count,
      left: count,
      undecided: count,
      keep: count,
      talk: count,
      remove: count,
      planned: count,
      handed: count,
      removed: count,
      saved: count,
      undone: count,
    }),
  })
  .meta({ id: 'CareRound' });

/** Somebody of a round: what is known, never a score. */
export const roundPersonShape = z
  .object({
    identityId: z.uuid(),
    personId: z.uuid().nullable(),
    name: z.string(),
    pictureId: z.uuid().nullable(),
    fits: z.boolean(),
    joinedAt: moment,
    lastOn: z.string().nullable(),
    readAt: moment.nullable(),
    spared: z.enum(sparedReasons).nullable(),
    answeredAt: moment.nullable(),
    answeredHow: z.enum(answerWays).nullable(),
    leftAt: moment.nullable(),
    decision: z.enum(decisions).nullable(),
    decidedAt: moment.nullable(),
    taskId: z.uuid().nullable(),
    removal: z.enum(removalStates).nullable(),
    removeAt: moment.nullable(),
    removedAt: moment.nullable(),
    undoneAt: moment.nullable(),
  })
  .meta({ id: 'CareRoundPerson' });

/** The round of a group as a member sees it. */
export const myRoundShape = z.object({ format: z.string(), endsAt: moment, answeredAt: moment.nullable() });

/** Shapes that the routes of programs share: what goes in, and how a program, a member's view and a board are shown. */
import { z } from 'zod';
import { singleLine } from '../../communities/index.ts';
import { definitionSchema } from '../definition.ts';
import type { ProgramView } from '../overview.ts';
import type { PersonDays } from '../person-days.ts';
import type { CheckInView } from '../standing.ts';

/** A calendar day that exists. */
export const daySchema = z.iso.date();

/** A month `YYYY-MM`. */
export const monthSchema = z.string().regex(/^20\d\d-(?:0[1-9]|1[0-2])$/, 'month');

/** Which days a board counts. */
export const scopeSchema = z.enum(['week', 'all']).default('week');

const groups = z.union([z.literal('all'), z.array(z.uuid()).min(1).max(1000)]);

/** A new program. */
export const newProgramShape = z.strictObject({
  kind: z.literal('check_in').default('check_in'),
  name: singleLine(40),
  groups: groups.default('all'),
  startsOn: daySchema.optional(),
  endsOn: daySchema.nullable().optional(),
  definition: definitionSchema.default(definitionSchema.parse({})),
});

/** Changes of a program; a definition is replaced as a whole. */
export const programChangeShape = z.strictObject({
  name: singleLine(40).optional(),
  groups: groups.optional(),
  startsOn: daySchema.optional(),
  endsOn: daySchema.nullable().optional(),
  definition: definitionSchema.optional(),
});

const definitionShape = z.object({
  words: z.array(z.string()),
  window: z.object({ from: z.string(), to: z.string() }),
  makeUp: z.object({ cardsPerMonth: z.number(), withinDays: z.number() }),
  points: z.number(),
});

const pauseShape = z.object({ from: z.string(), to: z.string().nullable() });

/** A program as the team sees it. */
export const programShape = z
  .object({
    id: z.uuid(),
    kind: z.enum(['check_in']),
    name: z.string(),
    groups: z.union([z.literal('all'), z.array(z.uuid())]),
    startsOn: z.string(),
    endsOn: z.string().nullable(),
    state: z.enum(['upcoming', 'running', 'paused', 'ended']),
    /** The pause that holds or is to come. */
    pause: pauseShape.nullable(),
    numbers: z.object({
      day: z.string(),
      window: z.enum(['early', 'open', 'late']),
      today: z.number(),
      yesterday: z.number(),
      recent: z.array(z.number()),
      people: z.number(),
    }),
    definition: definitionShape,
    createdAt: z.string(),
    changedAt: z.string(),
  })
  .meta({ id: 'Program' });

/** Shows a program to the team. */
export function showProgram({ program, state, pause, numbers }: ProgramView): z.input<typeof programShape> {
  const { id, kind, name, everywhere, groupIds, startsOn, endsOn, definition, createdAt, changedAt } = program;
  return {
    id,
    kind,
    name,
    groups: everywhere ? 'all' : groupIds,
    startsOn,
    endsOn,
    state,
    pause,
    numbers,
    definition,
    createdAt: createdAt.toISOString(),
    changedAt: changedAt.toISOString(),
  };
}

const howShape = z.enum(['word', 'button', 'make_up']);

/** A check-in as a member sees it. */
export const checkInShape = z.object({
  programId: z.uuid(),
  name: z.string(),
  words: z.array(z.string()),
  window: z.object({ from: z.string(), to: z.string() }),
  points: z.number(),
  startsOn: z.string(),
  endsOn: z.string().nullable(),
  today: z.object({
    day: z.string(),
    state: z.enum(['done', 'open', 'early', 'late', 'upcoming', 'paused', 'ended']),
    how: howShape.nullable(),
    at: z.string().nullable(),
  }),
  me: z.object({
    streak: z.number(),
    longest: z.number(),
    days: z.number(),
    points: z.number(),
    hidden: z.boolean(),
  }),
  doneToday: z.number(),
  month: z.object({ month: z.string(), days: z.array(z.object({ day: z.string(), how: howShape })) }),
  makeUp: z.object({
    cardsPerMonth: z.number(),
    withinDays: z.number(),
    /** Cards of this month that are left. */
    left: z.number(),
    /** The days that a card could fill now. */
    days: z.array(z.string()),
  }),
});

/** Shows a check-in to a member. */
export function showCheckIn(view: CheckInView): z.input<typeof checkInShape> {
  const { id: programId, name, startsOn, endsOn, definition } = view.program;
  const { words, window, points } = definition;
  const { today, me, doneToday, month, makeUp } = view;
  const at = today.at?.toISOString() ?? null;
  return {
    programId,
    name,
    words,
    window,
    points,
    startsOn,
    endsOn,
    today: { ...today, at },
    me,
    doneToday,
    month,
    makeUp,
  };
}

/** A line of a board as members see it. */
export const boardLineShape = z.object({
  rank: z.number(),
  identityId: z.uuid(),
  name: z.string(),
  pictureId: z.uuid().nullable(),
  days: z.number(),
  streak: z.number(),
  longest: z.number(),
  lastDay: z.string().nullable(),
  doneToday: z.boolean(),
  hidden: z.boolean(),
});

/** Somebody's day as the team sees it. */
export const dateShape = z.object({
  day: z.string(),
  how: howShape,
  /** Filled in by the team. */
  granted: z.boolean(),
  at: z.string(),
  groupId: z.uuid(),
});

/** One person in one program. */
export const personDaysShape = z.object({
  identityId: z.uuid(),
  personId: z.uuid().nullable(),
  name: z.string(),
  pictureId: z.uuid().nullable(),
  streak: z.number(),
  longest: z.number(),
  days: z.number(),
  points: z.number(),
  cards: z.object({ left: z.number(), perMonth: z.number() }),
  month: z.string(),
  dates: z.array(dateShape),
  missed: z.array(z.string()),
});

/** Shows one person in one program. */
export function showPersonDays(view: PersonDays): z.input<typeof personDaysShape> {
  const dates = view.dates.map(({ day, how, granted, at, groupId }) => ({
    day,
    how,
    granted,
    at: at.toISOString(),
    groupId,
  }));
  return { ...view, dates };
}

// The form of a check-in as it is filled in, to and from what the API takes.
import type { Program, ProgramBody } from '../../data/programs.ts';

/** What stands in the form. */
export interface Answers {
  name: string;
  where: 'all' | 'some';
  groupIds: string[];
  words: string[];
  hours: 'all' | 'window';
  from: string;
  to: string;
  points: number;
  cardsPerMonth: number;
  withinDays: number;
  startsOn: string;
  endsOn: string;
}

/** An empty form; empty days are left to the server. */
export const emptyAnswers: Answers = {
  name: '',
  where: 'all',
  groupIds: [],
  words: ['打卡'],
  hours: 'all',
  from: '19:00',
  to: '23:00',
  points: 5,
  cardsPerMonth: 2,
  withinDays: 7,
  startsOn: '',
  endsOn: '',
};

/** A program as a filled form. */
export function answersOf(program: Program): Answers {
  const { name, groups, definition, startsOn, endsOn } = program;
  const { window, words, points, makeUp } = definition;
  const isAllDay = window.from === '00:00' && window.to === '24:00';
  return {
    name,
    where: groups === 'all' ? 'all' : 'some',
    groupIds: groups === 'all' ? [] : groups,
    words,
    hours: isAllDay ? 'all' : 'window',
    from: isAllDay ? emptyAnswers.from : window.from,
    to: isAllDay ? emptyAnswers.to : window.to === '24:00' ? '00:00' : window.to,
    points,
    cardsPerMonth: makeUp.cardsPerMonth,
    withinDays: makeUp.withinDays,
    startsOn,
    endsOn: endsOn ?? '',
  };
}

/** The window of the day; midnight as an end is the end of the day. */
export function windowOf({ hours, from, to }: Pick<Answers, 'hours' | 'from' | 'to'>): { from: string; to: string } {
  return hours === 'all' ? { from: '00:00', to: '24:00' } : { from, to: to === '00:00' ? '24:00' : to };
}

/** What the API takes. */
export function bodyOf(answers: Answers): ProgramBody {
  const { name, where, groupIds, words, points, cardsPerMonth, withinDays, startsOn, endsOn } = answers;
  return {
    kind: 'check_in',
    name: name.trim(),
    groups: where === 'all' ? 'all' : groupIds,
    ...(startsOn ? { startsOn } : {}),
    endsOn: endsOn || null,
    definition: {
      words: words.map((word) => word.trim()).filter(Boolean),
      window: windowOf(answers),
      makeUp: { cardsPerMonth, withinDays },
      points,
    },
  };
}

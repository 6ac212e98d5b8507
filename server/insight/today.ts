/** Today: what to do now, over all groups. Everything on it is a list that somebody else keeps, or a counter. */
import { countQuestions, listQuestions, type Question } from '../desk/index.ts';
import type { Ctx } from '../platform/context.ts';
import { countCases } from '../rules/index.ts';
import { countTasks, listTasks } from '../team/index.ts';
import { pagePulses, readPulses, type Pulse, type PulseReading } from './pulse.ts';
import type { Alarm } from './store.ts';

/** What somebody of the team sees first. */
export interface Today {
  reading: PulseReading;
  tasks: { counts: Awaited<ReturnType<typeof countTasks>>; items: Awaited<ReturnType<typeof listTasks>>['items'] };
  questions: { counts: Awaited<ReturnType<typeof countQuestions>>; items: Question[] };
  cases: Awaited<ReturnType<typeof countCases>>;
  alarms: { open: number; items: Alarm[] };
  groups: { items: Pulse[]; nextCursor: string | null };
}

const mostTasks = 10;
const mostQuestions = 8;
const mostAlarms = 6;

/** Reads Today; `groups` = how many pulses come with it, the rest has a list of its own. */
export async function readToday(ctx: Ctx, communityId: string, wish: { groups: number }): Promise<Today> {
  const [reading, taskCounts, tasks, questionCounts, questions, cases] = await Promise.all([
    readPulses(ctx, communityId),
    countTasks(ctx, communityId),
    listTasks(ctx, communityId, { filter: { state: 'open' }, limit: mostTasks }),
    countQuestions(ctx, communityId),
    listQuestions(ctx, communityId, { filter: { state: 'open' }, limit: mostQuestions }),
    countCases(ctx, communityId),
  ]);
  return {
    reading,
    tasks: { counts: taskCounts, items: tasks.items },
    questions: { counts: questionCounts, items: questions.items },
    cases,
    alarms: { open: reading.alarms.length, items: reading.alarms.slice(0, mostAlarms) },
    groups: pagePulses(reading, { order: 'attention', limit: wish.groups }),
  };
}

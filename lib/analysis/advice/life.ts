/** Steps for the life of the group: it fades, is silent, is two people, or has hardly begun. */
import { DAY } from '../calendar.ts';
import { personId } from '../tally.ts';
import { because, makeAdvice } from './rule.ts';
import type { Weeks } from '../pulse.ts';
import type { AdviceContext, AdviceRule } from './rule.ts';

const LITTLE_TALK = 50;
const SHORT_LOG = 28;
const DROP = 0.3;
const FEWEST_BEFORE = 5;

/** A silence beyond what is usual for this group. */
export const closeOrWake: AdviceRule = ({ frame, group, cite }) => {
  if (group.lifecycle.stage !== 'dead') return [];
  const { recent } = frame;
  const message = cite(recent.count - 1);
  return [
    makeAdvice('close_or_wake', 0.97, {
      params: {
        message,
        person: group.keyPeople[0]?.person ?? personId(recent.author[recent.count - 1]!),
        quietDays: Math.floor(group.lifecycle.quietDays ?? 0),
        group: group.name,
      },
      because: because('life.D', group.lifecycle.quietDays, group.lifecycle.quietThresholdDays),
      evidence: [message],
    }),
  ];
};

/** Fewer speakers than a month ago, with the people who are missing. */
export const turnDecline: AdviceRule = ({ weeks, group, frame, cite }) => {
  const { before, after } = compareWeeks(weeks);
  const falls =
    group.lifecycle.stage === 'declining' ||
    (weeks.speakers.length >= 6 && before >= FEWEST_BEFORE && after <= (1 - DROP) * before);
  if (!falls || group.lifecycle.stage === 'dead') return [];
  const silent = listSilent({ frame });
  if (silent.length === 0) return [];
  return [
    makeAdvice('turn_decline', 0.82, {
      params: {
        before,
        after,
        people: silent.map(({ person }) => personId(person)),
        person: personId(silent[0]!.person),
      },
      because: because('life.stage', after, before),
      evidence: silent.slice(0, 3).map(({ last }) => cite(last)),
    }),
  ];
};

/** Speakers per week: the four weeks before the last two, and the last two. */
export function compareWeeks({ speakers }: Weeks): { before: number; after: number } {
  return { before: meanOf(speakers.slice(-6, -2)), after: meanOf(speakers.slice(-2)) };
}

function meanOf(list: readonly number[]): number {
  return list.length === 0 ? 0 : list.reduce((sum, one) => sum + one, 0) / list.length;
}

/** Who spoke in the four weeks before the last two, and not since; the most talkative first. */
function listSilent({ frame }: Pick<AdviceContext, 'frame'>): { person: number; count: number; last: number }[] {
  const { recent } = frame;
  const two = frame.rowFrom(14);
  const heard = new Set(recent.author.subarray(two));
  const counts = new Map<number, { person: number; count: number; last: number }>();
  for (let row = frame.rowFrom(42); row < two; row += 1) {
    const person = recent.author[row]!;
    const one = counts.get(person);
    if (one) Object.assign(one, { count: one.count + 1, last: row });
    else if (!heard.has(person)) counts.set(person, { person, count: 1, last: row });
  }
  return [...counts.values()].sort((one, other) => other.count - one.count || one.person - other.person).slice(0, 5);
}

/** Only two people ever spoke. */
export const thirdVoice: AdviceRule = ({ frame, cite, group }) => {
  const speakers = [...new Set(frame.all.author)];
  if (speakers.length !== 2 || frame.all.count < 4 || group.kind === 'private') return [];
  return [
    makeAdvice('third_voice', 0.8, {
      params: { people: speakers.map(personId), group: group.name },
      because: because('act.speakers', 2, 3),
      evidence: [cite(frame.recent.count - 1)],
    }),
  ];
};

/** Too little talk to judge anything: the first message is where to begin. */
export const firstQuestions: AdviceRule = ({ frame, cite }) => {
  const { recent, all } = frame;
  if (all.count >= LITTLE_TALK) return [];
  let best = recent.count - 1;
  for (let row = 0; row < recent.count; row += 1)
    if (frame.values.intrinsic[row]! > frame.values.intrinsic[best]!) best = row;
  const message = cite(best);
  return [
    makeAdvice('first_questions', 0.6, {
      params: { person: personId(recent.author[best]!), message },
      because: because('act.messages', all.count, LITTLE_TALK),
      evidence: [message],
    }),
  ];
};

/** The log covers too few days. */
export const longerExport: AdviceRule = ({ frame, group, cite }) => {
  const { all } = frame;
  const days = Math.ceil((all.at[all.count - 1]! - all.at[0]!) / DAY);
  if (days >= SHORT_LOG) return [];
  return [
    makeAdvice('longer_export', 0.32, {
      params: { messages: all.count, days, group: group.name },
      because: because('life.stage', days, SHORT_LOG),
      evidence: [cite(0)],
    }),
  ];
};

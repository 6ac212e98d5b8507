/** Steps about the talk itself: keep what is worth it, repeat what worked, stop what harms, and choose the hour. */
import { rankValuable } from '../worth.ts';
import { personId } from '../tally.ts';
import { because, makeAdvice, readMetric } from './rule.ts';
import type { AdviceRule } from './rule.ts';

const LIFTS = 1.1;
const FEWEST_WEEKS = 4;
const EMPTY_DAY = 0.5;
const FEWEST_QUESTIONS = 10;
const FEW_ANSWERERS = 2;
const FEWEST_ASKERS = 4;

/** Somebody advertises. */
export const stopAds: AdviceRule = ({ group }) =>
  group.people
    .flatMap(({ id, roles }) =>
      roles.filter(({ role, state }) => role === 'advertiser' && state === 'assigned').map((label) => ({ id, label })),
    )
    .sort((one, other) => other.label.score - one.label.score)
    .slice(0, 1)
    .map(({ id, label }) =>
      makeAdvice('stop_ads', 0.78, {
        params: { person: id, messages: label.parts.ads ?? 0, message: label.evidence[0] ?? null },
        because: because('role.advertiser', label.score, 0.5),
        evidence: label.evidence,
      }),
    );

/** Ten heated minutes. */
export const calmDown: AdviceRule = ({ group }) =>
  group.heated.slice(0, 1).map(({ people, heat, messages, at }) =>
    makeAdvice('calm_down', 0.6 + 0.3 * heat, {
      params: { people, message: messages[0] ?? null, at },
      because: because('risk.heat', heat, 0.5),
      evidence: messages,
    }),
  );

/** The conversation that drew most different people. */
export const repeatTopic: AdviceRule = ({ group }) => {
  const topics = group.topics.filter(({ people }) => people.length >= 3);
  topics.sort((one, other) => other.people.length - one.people.length || other.messages - one.messages);
  return topics.slice(0, 1).map(({ root, people, messages, words, evidence }) =>
    makeAdvice('repeat_topic', 0.52, {
      params: { message: root, people: people.length, messages, words },
      because: because('conv.width', people.length, 3),
      evidence: [root, ...evidence.filter((id) => id !== root)],
    }),
  );
};

/** The message worth most is written down for all. */
export const keepKnowledge: AdviceRule = ({ frame, cite }) => {
  const { recent, values } = frame;
  const row = rankValuable(frame, 5).find((one) => values.intrinsic[one]! >= 0.5 && values.repliers[one]! >= 1);
  if (row === undefined) return [];
  const message = cite(row);
  return [
    makeAdvice('keep_knowledge', 0.46, {
      params: { person: personId(recent.author[row]!), message },
      because: because('msg.value', values.value[row]!, 0.5),
      evidence: [message],
    }),
  ];
};

/** One or two people answer most questions: what they say should be found without them. */
export const writeFaq: AdviceRule = (context) => {
  const { questions, frame, cite } = context;
  const answered = questions.filter(({ answer }) => answer >= 0);
  if (answered.length < FEWEST_QUESTIONS) return [];
  const counts = new Map<number, number>();
  for (const { answer } of answered)
    counts.set(frame.recent.author[answer]!, (counts.get(frame.recent.author[answer]!) ?? 0) + 1);
  const order = [...counts].sort(([, one], [, other]) => other - one);
  const byFew = order.slice(0, FEW_ANSWERERS).reduce((sum, [, count]) => sum + count, 0);
  const [first] = order;
  const askers = new Set(answered.map(({ row }) => frame.recent.author[row]!)).size;
  if (!first || byFew < answered.length / 2 || askers < FEWEST_ASKERS) return [];
  const own = answered.filter(({ answer }) => frame.recent.author[answer] === first[0]);
  own.sort((one, other) => frame.values.value[other.answer]! - frame.values.value[one.answer]!);
  const rows = own.slice(0, 3);
  return [
    makeAdvice('write_faq', 0.44 + (context.group.metrics['qa.trap']?.value === true ? 0.25 : 0), {
      params: { person: personId(first[0]), message: cite(rows[0]!.answer), questions: answered.length, own: first[1] },
      because: because('qa.trap', byFew / answered.length, 0.5),
      evidence: rows.flatMap(({ row, answer }) => [cite(row), cite(answer)]),
    }),
  ];
};

/** The hour of the week in which openings are answered best, when it is better beyond its interval. */
export const talkAtHour: AdviceRule = ({ group, frame, cite }) => {
  const slot = group.rhythm.best.find(({ ci95, lift }) => ci95[0] > 1 && lift >= LIFTS);
  if (!slot) return [];
  const rows: number[] = [];
  for (let row = frame.recent.count - 1; row >= frame.rowFrom(56) && rows.length < 3; row -= 1) {
    const at = frame.recent.at[row]!;
    const weekday = frame.calendar.weekdayOf(frame.calendar.dayOf(at)) + 1;
    const opens = frame.links.thread[row] === row && frame.values.repliers[row]! > 0;
    if (opens && weekday === slot.weekday && frame.calendar.hourOf(at) === slot.hour) rows.unshift(row);
  }
  return [
    makeAdvice('talk_at_hour', 0.4, {
      params: { weekday: slot.weekday, hour: slot.hour, lift: slot.lift },
      because: because('time.best', slot.lift, 1),
      evidence: rows.map(cite),
    }),
  ];
};

/** A day of the week on which hardly anybody speaks. */
export const wakeWeekday: AdviceRule = (context) => {
  const { rhythm } = context.group;
  if (rhythm.weeks < FEWEST_WEEKS || (readMetric(context, 'act.speakers') ?? 0) < 3) return [];
  const days = Array.from({ length: 7 }, (_, day) =>
    rhythm.messages.slice(day * 24, day * 24 + 24).reduce((sum, one) => sum + one, 0),
  );
  const total = days.reduce((sum, one) => sum + one, 0);
  const least = days.indexOf(Math.min(...days));
  const share = total === 0 ? 1 : days[least]! / total;
  if (total < 100 || share > EMPTY_DAY / 7) return [];
  return [
    makeAdvice('wake_weekday', 0.36, {
      params: { weekday: least + 1, share },
      because: because('act.messages', share, EMPTY_DAY / 7),
      evidence: [],
    }),
  ];
};

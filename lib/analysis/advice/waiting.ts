/** Steps for people who wait: for an answer, for a welcome, for somebody to ask after them. */
import { quantile } from '../../stats/summary.ts';
import { DAY } from '../calendar.ts';
import type { Advice } from '../diagnosis.ts';
import { hasTrait, TRAIT } from '../reading.ts';
import { pickRows } from '../roles/role.ts';
import { personId } from '../tally.ts';
import { because, makeAdvice, readMetric } from './rule.ts';
import type { AdviceContext, AdviceRule } from './rule.ts';

const HOUR = 3_600_000;
const WAITED = HOUR;
const MISSED_MESSAGES = 8;
const MISSED_DAYS = 4;
const SHORTEST_SILENCE = 14;

/** Questions nobody answered, the weightiest first. */
export const answerQuestion: AdviceRule = (context) => {
  const { frame, questions, cite } = context;
  const { recent, values } = frame;
  const open = questions.filter(
    ({ row, answer }) => answer < 0 && frame.now - recent.at[row]! >= WAITED && !isOvertalked(context, row),
  );
  const weigh = (row: number): number => values.intrinsic[row]! - (frame.now - recent.at[row]!) / (28 * DAY);
  open.sort((one, other) => weigh(other.row) - weigh(one.row) || other.row - one.row);
  return open.slice(0, 2).map(({ row }, place): Advice => {
    const params = {
      person: personId(recent.author[row]!),
      message: cite(row),
      hours: Math.round((frame.now - recent.at[row]!) / HOUR),
      open: open.length,
    };
    const reasons = because('sla.unanswered', readMetric(context, 'sla.unanswered'), 0);
    return makeAdvice('answer_question', 0.9 - 0.25 * place, { params, because: reasons, evidence: [params.message] });
  });
};

/** Many others spoke right after: one of them may have answered without a quote, so nobody is sent after it. */
function isOvertalked({ frame: { recent, links } }: AdviceContext, row: number): boolean {
  if (links.trusted) return false;
  let others = 0;
  for (let later = row + 1; later < recent.count && recent.at[later]! - recent.at[row]! <= HOUR / 4; later += 1) {
    if (recent.author[later] !== recent.author[row] && (others += 1) >= 3) return true;
  }
  return false;
}

/** Newcomers of four weeks whose first words drew no reply. */
export const welcomeNewcomer: AdviceRule = (context) => {
  const { frame, arrivals, group } = context;
  const { all, calendar } = frame;
  const offset = all.count - frame.recent.count;
  const ignored = arrivals.filter((one) => {
    if (one.first < 0 || one.reply >= 0 || all.at[one.first]! < frame.since(28)) return false;
    return !hasTrait(frame.reading, one.first - offset, TRAIT.acknowledgement);
  });
  ignored.sort((one, other) => other.first - one.first);
  return ignored.slice(0, 2).map((one, place): Advice => {
    const message = context.cite(one.first - offset);
    return makeAdvice('welcome_newcomer', 0.86 - 0.25 * place, {
      params: {
        person: personId(one.person),
        message,
        day: calendar.dayName(calendar.dayOf(all.at[one.first]!)),
        ignored: ignored.length,
      },
      because: because('mem.newReply', group.metrics['mem.newReply']?.value as number | null, 0.61),
      evidence: [message],
    });
  });
};

/** People who joined within four weeks and said nothing. */
export const inviteQuiet: AdviceRule = ({ frame, arrivals }) => {
  const quiet = arrivals.filter((one) => one.first < 0 && one.joined !== null && one.joined >= frame.since(28));
  quiet.sort((one, other) => other.joined! - one.joined!);
  return quiet.slice(0, 1).map((one) =>
    makeAdvice('invite_quiet', 0.5, {
      params: {
        person: personId(one.person),
        day: frame.calendar.dayName(frame.calendar.dayOf(one.joined!)),
        quiet: quiet.length,
      },
      because: because('funnel.activation', quiet.length, 0),
      evidence: [],
    }),
  );
};

/** People who spoke often within 90 days and are silent far longer than is their way. */
export const recallPerson: AdviceRule = ({ frame, cite, group }) => {
  const { recent, calendar } = frame;
  const rowsOf = new Map<number, number[]>();
  for (let row = 0; row < recent.count; row += 1) {
    const rows = rowsOf.get(recent.author[row]!);
    if (rows) rows.push(row);
    else rowsOf.set(recent.author[row]!, [row]);
  }
  const left = new Set(group.people.flatMap(({ id, leftAt }) => (leftAt ? [id] : [])));
  const missed = [...rowsOf].flatMap(([person, rows]) => {
    if (rows.length < MISSED_MESSAGES || left.has(personId(person))) return [];
    const days = [...new Set(rows.map((row) => calendar.dayOf(recent.at[row]!)))];
    if (days.length < MISSED_DAYS) return [];
    const gaps = days.slice(1).map((day, at) => day - days[at]!);
    const silent = (frame.since(0) - recent.at[rows.at(-1)!]!) / DAY;
    const usual = Math.max(SHORTEST_SILENCE, 2 * quantile(gaps, 0.95)!);
    const worth = rows.reduce((sum, row) => sum + frame.values.value[row]!, 0);
    const [best] = pickRows(rows, (row) => frame.values.value[row]!, 1);
    return silent > usual ? [{ person, row: best!, silent, usual, worth }] : [];
  });
  missed.sort((one, other) => other.worth - one.worth);
  return missed.slice(0, 2).map(({ person, row, silent, usual }, place) =>
    makeAdvice('recall_person', 0.7 - 0.2 * place, {
      params: { person: personId(person), message: cite(row), days: Math.floor(silent), missed: missed.length },
      because: because('mem.churnP', silent, usual),
      evidence: [cite(row)],
    }),
  );
};

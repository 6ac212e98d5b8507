/** Risks and strengths of a group, gravest first, from the same results as everything else. */
import type { AdviceContext } from './advice/rule.ts';
import { readMetric } from './advice/rule.ts';
import type { Finding } from './diagnosis.ts';
import { say } from './sentence.ts';

const GRAVITY = ['bad', 'watch', 'good', 'neutral'];

/** Everything that crosses its mark. */
export function listFindings(context: AdviceContext): Finding[] {
  const found = [...listRisks(context), ...listTrends(context), ...listStrengths(context)];
  return found.sort((one, other) => GRAVITY.indexOf(one.tone) - GRAVITY.indexOf(other.tone));
}

function listRisks(context: AdviceContext): Finding[] {
  const { group } = context;
  const found: Finding[] = [];
  const dependence = readMetric(context, 'con.kolDep');
  const person = group.metrics['con.kolDep']?.parts?.person;
  if (
    dependence !== null &&
    dependence >= 0.45 &&
    typeof person === 'string' &&
    (readMetric(context, 'act.speakers') ?? 0) >= 3
  ) {
    found.push(
      say('risk.dependence', dependence >= 0.6 ? 'bad' : 'watch', {
        params: { person, share: dependence },
        metrics: ['con.kolDep', 'con.bus'],
      }),
    );
  }
  const owner = readMetric(context, 'act.ownerShare');
  const ownerId = group.people.find(({ isOwner }) => isOwner)?.id;
  if (owner !== null && owner >= 0.4 && ownerId) {
    found.push(
      say('risk.owner_alone', 'watch', { params: { person: ownerId, share: owner }, metrics: ['act.ownerShare'] }),
    );
  }
  const unanswered = readMetric(context, 'sla.unanswered');
  if (unanswered !== null && unanswered >= 0.4) {
    const questions = group.metrics['sla.unanswered']?.n ?? 0;
    found.push(
      say('risk.questions_unanswered', unanswered >= 0.6 ? 'bad' : 'watch', {
        params: { share: unanswered, questions },
        metrics: ['sla.unanswered'],
      }),
    );
  }
  const replied = readMetric(context, 'mem.newReply');
  if (replied !== null && replied < 0.5) {
    const newcomers = group.metrics['mem.newReply']?.n ?? 0;
    found.push(
      say('risk.newcomers_unanswered', 'watch', {
        params: { share: 1 - replied, newcomers },
        metrics: ['mem.newReply'],
      }),
    );
  }
  const ads = readMetric(context, 'risk.ads');
  if (ads !== null && ads >= 0.05 && group.ads.length > 0) {
    const people = group.ads.slice(0, 3).map((one) => one.person);
    found.push(
      say('risk.ads', ads >= 0.15 ? 'bad' : 'watch', {
        params: { share: ads, people },
        metrics: ['risk.ads'],
        evidence: group.ads[0]!.evidence,
      }),
    );
  }
  const [hot] = group.heated;
  if (hot) {
    const params = { people: hot.people, heat: hot.heat, message: hot.messages[0] ?? null };
    found.push(say('risk.heat', 'watch', { params, metrics: ['risk.heat'], evidence: hot.messages }));
  }
  const trap = group.metrics['qa.trap'];
  if (trap?.value === true) {
    const { qaShare = null, oneShot = null, answerers = null } = trap.parts ?? {};
    found.push(say('risk.answer_trap', 'watch', { params: { qaShare, oneShot, answerers }, metrics: ['qa.trap'] }));
  }
  return found;
}

/** Two weeks against the four before. */
function listTrends(context: AdviceContext): Finding[] {
  const { weeks, group } = context;
  if (weeks.speakers.length < 6) return [];
  const meanOf = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0) / list.length;
  const before = meanOf(weeks.speakers.slice(-6, -2));
  const after = meanOf(weeks.speakers.slice(-2));
  const messagesBefore = meanOf(weeks.messages.slice(-6, -2));
  const messagesAfter = meanOf(weeks.messages.slice(-2));
  const found: Finding[] = [];
  if (before >= 5 && after <= 0.7 * before && group.lifecycle.stage !== 'dead') {
    found.push(say('risk.fewer_speakers', 'watch', { params: { before, after }, metrics: ['life.stage'] }));
  }
  if (messagesBefore > 0 && messagesAfter >= 1.2 * messagesBefore && after <= 0.9 * before) {
    const params = { messagesChange: messagesAfter / messagesBefore - 1, speakersChange: after / before - 1 };
    found.push(say('risk.fake_activity', 'watch', { params, metrics: ['act.fake', 'act.speakers'] }));
  }
  const churn = readMetric(context, 'mem.churnP');
  if (churn !== null && churn >= 0.5) {
    const people = group.people.filter(({ scores }) => (scores.churn ?? 0) >= 0.7).length;
    found.push(say('risk.churn', 'watch', { params: { people, churn }, metrics: ['mem.churnP'] }));
  }
  return found;
}

function listStrengths(context: AdviceContext): Finding[] {
  const { group } = context;
  const found: Finding[] = [];
  const median = readMetric(context, 'sla.median');
  const within = readMetric(context, 'sla.p60');
  if (median !== null && within !== null && median <= 15 && within >= 0.7) {
    found.push(
      say('strength.answers_fast', 'good', {
        params: { minutes: median, within60: within },
        metrics: ['sla.median', 'sla.p60'],
      }),
    );
  }
  const returned = readMetric(context, 'mem.newReturn');
  if (returned !== null && returned >= 0.5) {
    const newcomers = group.metrics['mem.newReturn']?.n ?? 0;
    found.push(
      say('strength.newcomers_stay', 'good', { params: { share: returned, newcomers }, metrics: ['mem.newReturn'] }),
    );
  }
  if (group.structure.type === 'mesh') {
    const params = { centralization: group.structure.centralization, reciprocity: readMetric(context, 'net.recip') };
    found.push(say('strength.mesh', 'good', { params, metrics: ['net.type', 'net.recip'] }));
  }
  const effective = readMetric(context, 'act.effSpeakers');
  if (effective !== null && effective >= 8) {
    found.push(say('strength.many_voices', 'good', { params: { effective }, metrics: ['act.effSpeakers'] }));
  }
  return found;
}

/** The five sentences of the verdict and what else is worth a look, as codes with parameters; thresholds are ours [D]. */
import { compareWeeks } from './advice/life.ts';
import type { AdviceContext } from './advice/rule.ts';
import { readMetric } from './advice/rule.ts';
import { listFindings } from './concerns.ts';
import type { Finding, GroupDiagnosis } from './diagnosis.ts';
import { say } from './sentence.ts';
import { personId, rankPeople, tallyPeople } from './tally.ts';

const LITTLE_TALK = 50;
const RICH = 0.35;
const PILLAR = 0.6;
const MANY_SHARE = 0.35;
const THIN = 0.15;
const MANY_ADS = 0.15;
const CARRY = 0.35;

/** Verdict and findings of a group whose other parts are done. */
export function judgeGroup(context: AdviceContext): Pick<GroupDiagnosis, 'verdict' | 'findings'> {
  return {
    verdict: [sayKind(context), sayPeople(context), sayValue(context), sayDirection(context), sayNext(context)],
    findings: listFindings(context),
  };
}

function sayKind(context: AdviceContext): Finding {
  const { frame, group } = context;
  const { all, recent, calendar } = frame;
  const speakers = new Set(all.author).size;
  const days = Math.max(1, frame.endDay - calendar.dayOf(all.at[0]!));
  const size = { messages: all.count, speakers, days };
  if (group.lifecycle.stage === 'dead') {
    const lastDay = calendar.dayName(calendar.dayOf(all.at[all.count - 1]!));
    const params = { ...size, quietDays: Math.floor(group.lifecycle.quietDays ?? 0), lastDay };
    return say('kind.gone_quiet', 'bad', { params, metrics: ['life.D', 'life.stage'] });
  }
  const tally = tallyPeople(recent, frame.rowFrom(28));
  const order = rankPeople(tally);
  const lately = recent.count - frame.rowFrom(28);
  const share = tally[order[0]!]! / lately;
  if (speakers === 2 && all.count >= 4) {
    return say('kind.dialogue', 'neutral', {
      params: { ...size, people: order.slice(0, 2).map(personId), share },
      metrics: ['act.speakers'],
    });
  }
  if (all.count < LITTLE_TALK || speakers < 3)
    return say('kind.too_little', 'neutral', { params: size, metrics: ['act.messages'] });
  if (lately < LITTLE_TALK) {
    const params = { messages: lately, speakers: order.length };
    return say('kind.little_lately', 'neutral', { params, metrics: ['act.messages', 'act.speakers'] });
  }
  const effective = readMetric(context, 'act.effSpeakers') ?? 0;
  const base = { ...size, speakers: order.length, effective };
  const person = personId(order[0]!);
  if (share >= 0.7)
    return say('kind.broadcast', 'watch', {
      params: { ...base, person, share },
      metrics: ['con.top10', 'act.effSpeakers'],
    });
  if (group.metrics['qa.trap']?.value === true) {
    const qaShare = group.metrics['qa.trap'].parts?.qaShare ?? null;
    return say('kind.answer_desk', 'watch', { params: { ...base, person, qaShare }, metrics: ['qa.trap'] });
  }
  const reciprocity = readMetric(context, 'net.recip');
  const carried =
    share >= MANY_SHARE ||
    (readMetric(context, 'con.kolDep') ?? 0) >= PILLAR ||
    readMetric(context, 'con.bus') === 1 ||
    group.structure.type === 'radial';
  const talked = effective >= 5 && (reciprocity ?? 0) >= 0.3 && (readMetric(context, 'risk.ads') ?? 0) < MANY_ADS;
  const community = talked && !carried;
  if (community) {
    return say('kind.community', 'good', {
      params: { ...base, reciprocity },
      metrics: ['act.effSpeakers', 'net.recip', 'net.type'],
    });
  }
  return say('kind.busy_room', 'watch', {
    params: { ...base, topShare: share, person },
    metrics: ['act.effSpeakers', 'con.top10', 'net.type'],
  });
}

function sayPeople(context: AdviceContext): Finding {
  const { group, frame } = context;
  const dependence = group.metrics['con.kolDep'];
  const person = dependence?.parts?.person;
  const speakers = readMetric(context, 'act.speakers') ?? 0;
  const messages = frame.recent.count - frame.rowFrom(28);
  if (messages < LITTLE_TALK || speakers < 3) {
    return say('people.unclear', 'neutral', { params: { speakers, messages }, metrics: ['key.set'] });
  }
  const bus = readMetric(context, 'con.bus');
  const pillar = readMetric(context, 'con.kolDep') ?? 0;
  if ((bus === 1 || pillar >= PILLAR) && typeof person === 'string') {
    const share = group.people.find(({ id }) => id === person)?.scores.valueShare ?? null;
    const params = { person, share, dependence: pillar };
    return say('people.one_pillar', 'bad', { params, metrics: ['con.bus', 'con.kolDep'] });
  }
  const share = group.keyPeople.reduce((sum, one) => sum + one.valueShare, 0);
  // A set that carries no more than anybody else would is no news.
  if (group.keyPeople.length >= 2 && share >= CARRY) {
    const params = { people: group.keyPeople.map((one) => one.person), share };
    return say('people.key_set', share >= 0.7 ? 'watch' : 'good', {
      params,
      metrics: ['key.set', 'con.bus'],
      evidence: group.keyPeople.flatMap(({ evidence }) => evidence.slice(0, 1)),
    });
  }
  if (bus === null) return say('people.unclear', 'neutral', { params: { speakers, messages }, metrics: ['con.bus'] });
  return say('people.spread', bus >= 4 ? 'good' : 'neutral', {
    params: { people: bus, share: 0.5 },
    metrics: ['con.bus'],
  });
}

function sayValue(context: AdviceContext): Finding {
  const { group, frame } = context;
  const { values } = frame;
  const from = frame.rowFrom(28);
  const n = frame.recent.count - from;
  if (n < 20) return say('value.unclear', 'neutral', { params: { messages: n }, metrics: ['msg.info'] });
  let informative = 0;
  let unreal = 0;
  for (let row = from; row < frame.recent.count; row += 1) {
    if (values.intrinsic[row]! >= 0.5) informative += 1;
    if (values.real[row] === 0) unreal += 1;
  }
  const info = informative / n;
  const ads = readMetric(context, 'risk.ads');
  const [topic] = group.topics;
  const words = topic ? topic.words.slice(0, 3) : [];
  const params = { info, ads, fake: unreal / n, topic: words };
  const metrics = ['msg.info', 'risk.ads', 'act.fake'];
  const evidence = group.valuable.slice(0, 2).map(({ message }) => message);
  // Of a group that has fallen silent nobody says that it is worth being there.
  if (group.lifecycle.stage === 'dead') return say('value.was', 'neutral', { params, metrics, evidence });
  if (info < THIN || (ads ?? 0) >= MANY_ADS) return say('value.thin', 'watch', { params, metrics, evidence });
  return say(info >= RICH ? 'value.rich' : 'value.mixed', info >= RICH ? 'good' : 'neutral', {
    params,
    metrics,
    evidence,
  });
}

function sayDirection({ group, frame, weeks }: AdviceContext): Finding {
  const { lifecycle } = group;
  const { slope, quietWithin30, quietThresholdDays, quietDays } = lifecycle;
  const metrics = ['life.stage', 'life.pDead30'];
  const params = { slope, weeks: 6, quiet30: quietWithin30.value };
  if (lifecycle.stage === 'dead') {
    const lastDay = frame.calendar.dayName(frame.endDay - 1);
    const silent = { quietDays: Math.floor(quietDays ?? 0), thresholdDays: quietThresholdDays, lastDay };
    return say('direction.dead', 'bad', { params: silent, metrics });
  }
  const dip = findDip({ group, weeks });
  if (lifecycle.stage === 'mature' && dip) return say('direction.dip', 'watch', { params: dip, metrics });
  if (lifecycle.stage === 'growing') return say('direction.growing', 'good', { params, metrics });
  if (lifecycle.stage === 'declining') return say('direction.falling', 'bad', { params, metrics });
  if (lifecycle.stage === 'mature') return say('direction.steady', 'good', { params, metrics });
  if (lifecycle.stage === 'new')
    return say('direction.new', 'neutral', {
      params: { days: frame.endDay - frame.calendar.dayOf(frame.all.at[0]!) },
      metrics,
    });
  if (lifecycle.breakDays !== null) {
    const broken = { breakDays: Math.floor(lifecycle.breakDays), thresholdDays: quietThresholdDays };
    return say('direction.broken', 'neutral', { params: broken, metrics });
  }
  return say('direction.unclear', 'neutral', {
    params: { weeks: weeks.speakers.length, quiet30: quietWithin30.value },
    metrics,
  });
}

/** Far fewer speakers in the last two weeks, as the step says that asks them back: not steady, and not yet a decline. */
function findDip({ group, weeks }: Pick<AdviceContext, 'group' | 'weeks'>): { before: number; after: number } | null {
  if (!group.advice.some(({ code }) => code === 'turn_decline')) return null;
  return compareWeeks(weeks);
}

function sayNext({ group }: AdviceContext): Finding {
  const [first] = group.advice;
  if (!first) return say('next.none', 'neutral');
  return say('next.step', 'neutral', { params: { ...first.params, advice: first.code }, evidence: first.evidence });
}

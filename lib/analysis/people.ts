/** One entry per person: counts over all time, scores, labels, band and what they bring. */
import type { Finding, PersonDiagnosis } from './diagnosis.ts';
import type { Concentration } from './concentration.ts';
import { findPresence } from './activity.ts';
import type { Frame } from './frame.ts';
import type { Network } from './network.ts';
import type { RolesFound } from './roles/roles.ts';
import { personId, tallyPeople } from './tally.ts';

/** What the families know about people. */
export interface PeopleInput {
  concentration: Concentration;
  network: Network;
  roles: RolesFound;
  churn: Float64Array;
}

interface Span {
  first: number;
  last: number;
  days: number;
}

const BANDS = ['top', 'middle', 'bottom'] as const;

/** Describes everybody, most talkative first. */
export function describePeople(frame: Frame, input: PeopleInput): PersonDiagnosis[] {
  const { all, recent } = frame;
  const spans = measureSpans(frame);
  const month = tallyPeople(recent, frame.rowFrom(28));
  const twoMonths = tallyPeople(recent, frame.rowFrom(56));
  const presence = findPresence(frame);
  const people = all.people.map((person, index): PersonDiagnosis => {
    const span = spans.get(index);
    const { from, to, joined } = presence[index]!;
    const described: PersonDiagnosis = {
      id: personId(index),
      name: person.name,
      otherNames: person.otherNames,
      messages: person.messages,
      share: person.bot ? 0 : person.messages / all.count,
      messages28: month[index]!,
      messages56: twoMonths[index]!,
      activeDays: span?.days ?? 0,
      firstAt: span ? new Date(span.first).toISOString() : null,
      lastAt: span ? new Date(span.last).toISOString() : null,
      mainRole: input.roles.mainRole.get(index) ?? null,
      roles: input.roles.labels.get(index) ?? [],
      scores: scorePerson(index, input),
      band: BANDS[input.concentration.bands[index]!] ?? null,
      circle: input.network.standing.circle[index]! >= 0 ? input.network.standing.circle[index]! : null,
      brings: [],
    };
    if (person.bot) described.bot = person.bot;
    if (person.isSelf) described.isSelf = true;
    if (person.isOwner) described.isOwner = true;
    if (joined) described.joinedAt = new Date(from).toISOString();
    if (Number.isFinite(to)) described.leftAt = new Date(to).toISOString();
    described.brings = listBrings(described);
    return described;
  });
  return people.sort(
    (one, other) => other.messages - one.messages || Number(one.id.slice(1)) - Number(other.id.slice(1)),
  );
}

function measureSpans({ all, calendar }: Frame): Map<number, Span> {
  const spans = new Map<number, Span>();
  const lastDay = new Int32Array(all.people.length).fill(-1_000_000);
  for (let row = 0; row < all.count; row += 1) {
    const person = all.author[row]!;
    const at = all.at[row]!;
    const day = calendar.dayOf(at);
    const span = spans.get(person);
    if (!span) spans.set(person, { first: at, last: at, days: 1 });
    else {
      span.last = at;
      if (lastDay[person] !== day) span.days += 1;
    }
    lastDay[person] = day;
  }
  return spans;
}

function scorePerson(index: number, { concentration, network, churn }: PeopleInput): PersonDiagnosis['scores'] {
  const { standing } = network;
  const known = (value: number | undefined): number | null =>
    value === undefined || !Number.isFinite(value) ? null : value;
  return {
    valueShare: known(concentration.valueShare[index]),
    dependence: known(concentration.dependence[index]),
    pagerank: known(standing.pagerank[index]),
    inStrength: known(standing.inStrength[index]),
    outStrength: known(standing.outStrength[index]),
    betweenness: known(standing.betweenness[index]),
    constraint: known(standing.constraint[index]),
    participation: known(standing.participation[index]),
    core: known(standing.core[index]),
    churn: known(churn[index]),
  };
}

/** Sentences about what somebody brings, from the labels that hold; talk alone when there is nothing else to say. */
function listBrings({ roles, messages56, share, scores }: PersonDiagnosis): Finding[] {
  const brings: Finding[] = [];
  const say = (
    code: Finding['code'],
    tone: Finding['tone'],
    from: { params: Finding['params']; metrics: string[]; evidence: string[] },
  ): void => {
    brings.push({ code, tone, ...from });
  };
  for (const { role, state, parts, evidence } of roles) {
    if (state === 'insufficient') continue;
    const metrics = [`role.${role}`];
    if (role === 'thinker')
      say('brings.topics', 'good', {
        params: { roots: parts.roots!, distinctRepliers: parts.distinctRepliers! },
        metrics,
        evidence,
      });
    if (role === 'answerer')
      say('brings.answers', 'good', { params: { answers: parts.answers!, people: parts.askers! }, metrics, evidence });
    if (role === 'producer')
      say('brings.content', 'good', {
        params: { messages: parts.informative!, share: scores.valueShare ?? null },
        metrics,
        evidence,
      });
    if (role === 'connector')
      say('brings.bridge', 'good', { params: { participation: parts.participation! }, metrics, evidence });
    if (role === 'successor' && parts.newcomers! > 0)
      say('brings.welcome', 'good', { params: { newcomers: parts.newcomers! }, metrics, evidence });
    if (role === 'critic')
      say('brings.doubt', 'neutral', { params: { disagreements: parts.contradicting! }, metrics, evidence });
    if (role === 'advertiser') say('brings.ads', 'bad', { params: { ads: parts.ads! }, metrics, evidence });
  }
  if (brings.length === 0 && messages56 > 0) {
    say('brings.talk', 'neutral', { params: { messages: messages56, share }, metrics: ['act.speakers'], evidence: [] });
  }
  return brings;
}

/** Steps about those who carry the talk: spread the load, give the floor, tie people together, say thanks. */
import type { Advice, PersonDiagnosis, RoleId, RoleLabel } from '../diagnosis.ts';
import { personId, rankPeople, tallyPeople } from '../tally.ts';
import { because, makeAdvice, personNumber, readMetric } from './rule.ts';
import type { AdviceContext, AdviceRule } from './rule.ts';

const ONE_VOICE = 0.5;
const HEAVY = 0.45;
const FEWEST_TALK = 20;
const FEWEST_VOICES = 3;

/** One person says half of everything. */
export const speakLess: AdviceRule = (context) => {
  const top = findTopSpeaker(context);
  if (!top || top.share < ONE_VOICE || top.speakers < FEWEST_VOICES) return [];
  const isOwner = top.person === context.frame.owner;
  return [
    makeAdvice('speak_less', 0.55 + 0.4 * top.share, {
      params: { person: personId(top.person), share: top.share, owner: isOwner },
      because: because(isOwner ? 'act.ownerShare' : 'con.top10', top.share, ONE_VOICE),
      evidence: citeOf(context, top.person),
    }),
  ];
};

/** One person, with the replies they draw, is close to half of the worth: somebody should stand beside them. */
export const shareTheLoad: AdviceRule = (context) => {
  const { group } = context;
  const metric = group.metrics['con.kolDep'];
  const dependence = readMetric(context, 'con.kolDep');
  const person = metric?.parts?.person;
  const speakers = readMetric(context, 'act.speakers') ?? 0;
  if (dependence === null || dependence < HEAVY || typeof person !== 'string' || speakers < 5) return [];
  const second = group.people.find(
    (one) => one.id !== person && !one.bot && (one.scores.valueShare ?? 0) > 0 && isSteady(one),
  );
  return [
    makeAdvice('share_the_load', 0.4 + 0.5 * dependence, {
      params: { person, share: dependence, other: second?.id ?? null },
      because: [...because('con.kolDep', dependence, HEAVY), ...because('con.bus', readMetric(context, 'con.bus'), 1)],
      evidence: citeOf(context, personNumber(person)),
    }),
  ];
};

function isSteady({ messages28, roles }: PersonDiagnosis): boolean {
  return messages28 >= 5 && !roles.some(({ role, state }) => role === 'advertiser' && state === 'assigned');
}

/** Thinkers get the floor at the hour in which openings are answered best. */
export const giveATopic: AdviceRule = (context) => {
  const [slot] = context.group.rhythm.best;
  return withRole(context, 'thinker')
    .slice(0, 2)
    .map(({ id, label }, place) =>
      makeAdvice('give_a_topic', 0.6 - 0.25 * place, {
        params: {
          person: id,
          weekday: slot?.weekday ?? null,
          hour: slot?.hour ?? null,
          message: label.evidence[0] ?? null,
        },
        because: because('role.thinker', label.parts.distinctRepliers ?? null, label.parts.groupMean ?? null),
        evidence: label.evidence,
      }),
    );
};

/** Somebody already does what an owner does. */
export const raiseSuccessor: AdviceRule = (context) =>
  withRole(context, 'successor')
    .slice(0, 1)
    .map(({ id, label }) =>
      makeAdvice('raise_successor', 0.42, {
        params: { person: id, days: Math.round(label.parts.activeDays ?? 0), answered: label.parts.answered ?? 0 },
        because: because('role.successor', label.score, 0.75),
        evidence: label.evidence,
      }),
    );

/** A critic candidate is asked for doubts in public; look at the messages first. */
export const inviteDoubt: AdviceRule = (context) =>
  withRole(context, 'critic')
    .slice(0, 1)
    .map(({ id, label }) =>
      makeAdvice('invite_doubt', 0.3, {
        params: { person: id, message: label.evidence[0] ?? null },
        because: because('role.critic', label.parts.disagreeShare ?? null, label.parts.groupShare ?? null),
        evidence: label.evidence,
      }),
    );

function withRole({ group }: AdviceContext, role: RoleId): { id: string; label: RoleLabel }[] {
  return group.people
    .flatMap(({ id, roles }) =>
      roles.filter((one) => one.role === role && one.state !== 'insufficient').map((label) => ({ id, label })),
    )
    .sort((one, other) => other.label.score - one.label.score);
}

/** Circles that are more than chance, and somebody who stands in both of the largest. */
export const bridgeCircles: AdviceRule = (context) => {
  const { structure, metrics } = context.group;
  const [first, second] = structure.circles;
  const [broker] = structure.brokers;
  if (!first || !second || second.people.length < 3 || !broker) return [];
  return [
    makeAdvice('bridge_circles', 0.48, {
      params: {
        person: broker,
        circles: [String(first.id), String(second.id)],
        people: [first.people[0]!, second.people[0]!],
      },
      because: because('net.Q', metrics['net.Q']?.value as number | null, 'z>2'),
      evidence: citeOf(context, personNumber(broker)),
    }),
  ];
};

/** The person whose message drew most different people lately. */
export const thankPerson: AdviceRule = (context) => {
  const { frame, cite } = context;
  const { recent, values } = frame;
  let best = -1;
  for (let row = frame.rowFrom(28); row < recent.count; row += 1) {
    if (values.real[row] === 0 || recent.author[row] === frame.owner || values.repliers[row]! < 2) continue;
    if (best < 0 || values.repliers[row]! + values.value[row]! > values.repliers[best]! + values.value[best]!)
      best = row;
  }
  if (best < 0) return [];
  const message = cite(best);
  return [
    makeAdvice('thank_person', 0.4, {
      params: { person: personId(recent.author[best]!), message, replies: values.repliers[best]! },
      because: because('msg.value', values.value[best]!, null),
      evidence: [message],
    }),
  ];
};

/** Two of the most active who speak in the same hours and never answered each other. */
export const introducePeople: AdviceRule = (context): Advice[] => {
  const { frame, network } = context;
  const { recent, calendar } = frame;
  const from = frame.rowFrom(56);
  const active = rankPeople(tallyPeople(recent, from), 15).filter((person) => tallyOf(context, person) >= 10);
  if (active.length < 4) return [];
  const hours = new Map(active.map((person) => [person, new Float64Array(24)]));
  for (let row = from; row < recent.count; row += 1) {
    const own = hours.get(recent.author[row]!);
    if (own) own[calendar.hourOf(recent.at[row]!)]! += 1;
  }
  const { place, folded } = network.ties;
  const tied = (one: number, other: number): boolean => {
    const row = place[one]!;
    if (row < 0 || place[other]! < 0) return false;
    return folded.to.subarray(folded.start[row], folded.start[row + 1]).includes(place[other]!);
  };
  let best: { pair: [number, number]; likeness: number } | null = null;
  for (const [at, one] of active.entries()) {
    for (const other of active.slice(at + 1)) {
      const likeness = tied(one, other) ? 0 : cosine(hours.get(one)!, hours.get(other)!);
      if (likeness > Math.max(0.5, best?.likeness ?? 0)) best = { pair: [one, other], likeness };
    }
  }
  if (!best) return [];
  return [
    makeAdvice('introduce_people', 0.34, {
      params: { people: best.pair.map(personId), person: context.group.keyPeople[0]?.person ?? null },
      because: because('net.density', readMetric(context, 'net.density'), null),
      evidence: best.pair.flatMap((person) => citeOf(context, person).slice(0, 1)),
    }),
  ];
};

function tallyOf({ group }: AdviceContext, person: number): number {
  return group.people.find(({ id }) => id === personId(person))?.messages56 ?? 0;
}

function cosine(one: Float64Array, other: Float64Array): number {
  const dot = (left: Float64Array, right: Float64Array): number =>
    left.reduce((sum, value, at) => sum + value * right[at]!, 0);
  return dot(one, other) / Math.sqrt(dot(one, one) * dot(other, other));
}

function findTopSpeaker({ frame }: AdviceContext): { person: number; share: number; speakers: number } | null {
  const from = frame.rowFrom(28);
  const n = frame.recent.count - from;
  const tally = tallyPeople(frame.recent, from);
  const [person] = rankPeople(tally, 1);
  if (person === undefined || n < FEWEST_TALK) return null;
  return { person, share: tally[person]! / n, speakers: tally.filter((one) => one > 0).length };
}

/** The newest three messages of a person that were worth something. */
function citeOf({ frame, cite }: AdviceContext, person: number): string[] {
  const rows: number[] = [];
  for (let row = frame.recent.count - 1; row >= frame.rowFrom(56) && rows.length < 3; row -= 1) {
    if (frame.recent.author[row] === person && frame.values.intrinsic[row]! >= 0.2) rows.unshift(row);
  }
  return rows.map(cite);
}

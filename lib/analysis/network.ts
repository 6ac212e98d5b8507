/** How people hang together (metrics.md §3): star or mesh, circles, bridges, cores, give and take. */
import {
  betweenness,
  burtConstraint,
  classifyTopology,
  clustering,
  coreNumbers,
  degreeCentralization,
  density,
  findCircles,
  pageRank,
  participation,
  reciprocity,
  strengths,
  reverseGraph,
} from '../graph/index.ts';
import type { Structure } from './diagnosis.ts';
import type { Frame } from './frame.ts';
import { give, giveOr, lack } from './results.ts';
import type { Results } from './results.ts';
import { personId, tallyPeople } from './tally.ts';
import { collectTies, spreadValues } from './ties.ts';
import type { Ties } from './ties.ts';

/** What the graph says about each person; NaN for people without ties. */
export interface Standing {
  pagerank: Float64Array;
  inStrength: Float64Array;
  outStrength: Float64Array;
  betweenness: Float64Array;
  constraint: Float64Array;
  participation: Float64Array;
  core: Float64Array;
  /** The circle of each person, -1 for none. */
  circle: Int32Array;
}

export interface Network {
  results: Results;
  structure: Structure;
  standing: Standing;
  ties: Ties;
}

const FEWEST_ACTIVE = 15;
const FEWEST_TIED = 5;
const BROKERS = 5;
const NET = [
  'net.centr',
  'net.type',
  'net.recip',
  'net.density',
  'net.cluster',
  'net.core',
  'net.Q',
  'net.btw',
  'net.constraint',
  'net.particip',
] as const;

/** All `net.*`, the structure and each person's standing. */
export function measureNetwork(frame: Frame): Network {
  const ties = collectTies(frame, 28);
  const size = frame.recent.people.length;
  const n = ties.people.length;
  const circles = n >= FEWEST_TIED ? findCircles(ties.folded, { seed: `${frame.all.name}:circles` }) : null;
  const found = circles?.significant ? circles : null;
  const standing = measureStanding(ties, found?.of ?? null, size);
  if (n < FEWEST_TIED) {
    const none = NET.map((id) => [id, lack(frame, id, { reason: 'too_few_people', n })] as const);
    return { results: Object.fromEntries(none), structure: emptyStructure(), standing, ties };
  }
  const said = tallyPeople(frame.recent, frame.rowFrom(28));
  const activity = ties.people.map((person) => said[person]!);
  const topology = classifyTopology(ties.folded, { fewest: FEWEST_ACTIVE, activity });
  const hub = topology ? ties.people[topology.hub]! : null;
  const results: Results = {
    ...measureWhole(frame, ties),
    'net.type': giveOr<string>(frame, 'net.type', {
      value: topology?.type ?? null,
      n,
      parts: topology
        ? { hub: personId(hub!), hubShare: topology.hubShare, componentDrop: topology.componentDrop }
        : {},
      estimated: !frame.links.trusted,
      reason: 'too_few_people',
    }),
    'net.Q': giveOr(frame, 'net.Q', {
      value: found?.modularity ?? null,
      n,
      parts: { z: circles?.z ?? null, agreement: circles?.agreement ?? null, circles: found?.count ?? 0 },
      estimated: !frame.links.trusted,
      reason: 'not_significant',
    }),
    ...measureBridges(frame, standing, n),
  };
  return {
    results,
    structure: {
      type: topology?.type ?? null,
      ...(topology ? {} : { reason: 'too_few_people' as const }),
      centralization: topology?.centralization ?? null,
      centre: hub === null ? null : personId(hub),
      centreShare: topology?.hubShare ?? null,
      centreLoss: topology?.componentDrop ?? null,
      circles: listCircles(ties, standing),
      brokers: listBrokers(standing),
    },
    standing,
    ties,
  };
}

function emptyStructure(): Structure {
  return {
    type: null,
    reason: 'too_few_people',
    centralization: null,
    centre: null,
    centreShare: null,
    centreLoss: null,
    circles: [],
    brokers: [],
  };
}

function measureStanding(ties: Ties, circleOf: Int32Array | null, size: number): Standing {
  const { directed, folded } = ties;
  const spread = (values: ArrayLike<number>): Float64Array => spreadValues(ties, values, size);
  const circle = new Int32Array(size).fill(-1);
  if (circleOf) for (const [place, person] of ties.people.entries()) circle[person] = circleOf[place]!;
  const none = new Float64Array(ties.people.length).fill(Number.NaN);
  return {
    pagerank: spread(ties.people.length > 0 ? pageRank(directed) : none),
    inStrength: spread(strengths(reverseGraph(directed))),
    outStrength: spread(strengths(directed)),
    betweenness: spread(ties.people.length > 2 ? betweenness(folded, { budget: 2e7 }).values : none),
    constraint: spread(burtConstraint(folded)),
    participation: spread(circleOf ? participation(folded, circleOf) : none),
    core: spread(coreNumbers(folded)),
    circle,
  };
}

function measureWhole(frame: Frame, { directed, folded, people }: Ties): Results {
  const n = people.length;
  const estimated = !frame.links.trusted;
  const mutual = reciprocity(directed);
  const cores = coreNumbers(folded);
  const highest = cores.reduce((most, one) => Math.max(most, one), 0);
  const reason = 'too_few_people';
  return {
    'net.centr': giveOr(frame, 'net.centr', {
      value: n < FEWEST_ACTIVE ? null : degreeCentralization(folded),
      n,
      estimated,
      reason,
    }),
    'net.recip': giveOr(frame, 'net.recip', {
      value: mutual?.share ?? null,
      n: directed.to.length,
      parts: { corrected: mutual?.corrected ?? null },
      estimated,
      reason: 'too_few_replies',
    }),
    'net.density': giveOr(frame, 'net.density', { value: density(folded), n, estimated, reason }),
    'net.cluster': give(frame, 'net.cluster', { value: clustering(folded).average, n, estimated }),
    'net.core': give(frame, 'net.core', {
      value: highest,
      n,
      parts: { size: cores.filter((one) => one === highest).length },
      estimated,
    }),
  };
}

/** The greatest bridge of each kind; the values of all people stand with the people. */
function measureBridges(frame: Frame, standing: Standing, n: number): Results {
  const estimated = !frame.links.trusted;
  const extreme = (
    id: 'net.btw' | 'net.constraint' | 'net.particip',
    values: Float64Array,
    sign: 1 | -1,
  ): Results[typeof id] => {
    let best = -1;
    for (let person = 0; person < values.length; person += 1) {
      if (Number.isFinite(values[person]!) && (best < 0 || sign * (values[person]! - values[best]!) > 0)) best = person;
    }
    if (best < 0) return lack(frame, id, { reason: 'not_significant', n });
    return give(frame, id, { value: values[best]!, n, parts: { person: personId(best) }, estimated });
  };
  return {
    'net.btw': extreme('net.btw', standing.betweenness, 1),
    'net.constraint': extreme('net.constraint', standing.constraint, -1),
    'net.particip': extreme('net.particip', standing.participation, 1),
  };
}

function listCircles({ people }: Ties, { circle }: Standing): Structure['circles'] {
  const members = new Map<number, string[]>();
  for (const person of people) {
    if (circle[person]! >= 0) members.set(circle[person]!, [...(members.get(circle[person]!) ?? []), personId(person)]);
  }
  return [...members]
    .map(([id, of]) => ({ id, people: of }))
    .sort((one, other) => other.people.length - one.people.length);
}

/** People whose ties go to several circles, by betweenness. */
function listBrokers({ betweenness: between, participation: across }: Standing): string[] {
  const people = Array.from(across, (_, person) => person).filter(
    (person) => across[person]! >= 0.3 && between[person]! > 0,
  );
  people.sort((one, other) => between[other]! - between[one]! || one - other);
  return people.slice(0, BROKERS).map(personId);
}

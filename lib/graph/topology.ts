/**
 * Wheel or web: whether talk runs through one hub (radial) or between all (mesh). Thresholds are design choices of metrics.md
 * §3, not published cut-offs; below 15 active people nothing is said.
 */
import { mixedCentralization } from './activity-null.ts';
import { incompleteBeta } from '../stats/special.ts';
import { betweenness } from './betweenness.ts';
import { components } from './cohesion.ts';
import { countTies, degrees, keepPeople, listConnected, strengths } from './graph.ts';
import type { Graph } from './graph.ts';

/** Freeman's degree centralization `Σ(max − dᵢ)/((n − 1)(n − 2))`, 0 (all alike) … 1 (a star); `null` below three people. */
export function degreeCentralization(graph: Graph): number | null {
  const n = graph.size;
  if (n < 3) return null;
  const degree = degrees(graph);
  const most = degree.reduce((a, b) => Math.max(a, b), 0);
  return degree.reduce((total, d) => total + most - d, 0) / ((n - 1) * (n - 2));
}

/** Freeman's betweenness centralization `Σ(max − bᵢ)/(n − 1)` of normalised values; `null` below three people. */
export function betweennessCentralization(graph: Graph): number | null {
  const n = graph.size;
  if (n < 3) return null;
  const { values } = betweenness(graph);
  const most = values.reduce((a, b) => Math.max(a, b), 0);
  return values.reduce((total, b) => total + most - b, 0) / (n - 1);
}

/** What was measured to name the type. */
export interface Topology {
  type: 'radial' | 'mesh' | 'hybrid';
  /** People with at least one tie. */
  active: number;
  centralization: number;
  /** Who has most ties: the caller tells whether that is the owner. */
  hub: number;
  /** Share of all ties that the hub is in. */
  hubShare: number;
  /** Share of the others in the largest component who fall out of it when the hub goes. */
  componentDrop: number;
}

/** Limits of the types. */
export interface TopologyLimits {
  radialCentralization?: number;
  radialHubShare?: number;
  meshCentralization?: number;
  meshDrop?: number;
  fewest?: number;
  /** How much each person of the graph says; then a mesh may be as centred as that alone makes it. */
  activity?: ArrayLike<number>;
}

/** From this share of the talk on, one voice is a centre, whatever chance would do with it [D]. */
const LOUD = 0.3;
/** A hub may be in so many times its share of the talk before it counts as a centre [D]. */
const DRAWN = 1.25;

/**
 * Type of a group: radial when centralization ≥ .6 and the hub is in ≥ half of the ties; mesh when centralization is
 * ≤ .35 (or no more than chance gives in so small a group, or the people's own activity) and the group stays together without the hub (drop ≤ 10%); else hybrid. Ties are unweighted. `null` below `fewest` (15) active.
 */
export function classifyTopology(graph: Graph, limits: TopologyLimits = {}): Topology | null {
  const people = listConnected(graph);
  if (people.length < (limits.fewest ?? 15)) return null;
  const active = keepPeople(graph, people);
  const degree = degrees(active);
  const hub = degree.indexOf(degree.reduce((a, b) => Math.max(a, b), 0));
  const centralization = degreeCentralization(active)!;
  const hubShare = degree[hub]! / countTies(active);
  const componentDrop = dropWithout(active, hub);
  const radial = centralization >= (limits.radialCentralization ?? 0.6) && hubShare >= (limits.radialHubShare ?? 0.5);
  const activeCentralization = (): number => {
    const activity = limits.activity && Array.from(people, (one) => limits.activity![one]!);
    return activity && meetsByActivity(active, activity, hub) ? mixedCentralization(activity, countTies(active)) : 0;
  };
  const evenness = Math.max(limits.meshCentralization ?? 0.35, chanceCentralization(active), activeCentralization());
  const mesh = centralization <= evenness && componentDrop <= (limits.meshDrop ?? 0.1);
  return {
    type: radial ? 'radial' : mesh ? 'mesh' : 'hybrid',
    active: people.length,
    centralization,
    hub: people[hub]!,
    hubShare,
    componentDrop,
  };
}

/** Whether the hub is one because it says much: it is no loud voice, and draws no more talk than it gives. */
function meetsByActivity(graph: Graph, activity: readonly number[], hub: number): boolean {
  const total = activity.reduce((a, b) => a + b, 0);
  if (Math.max(...activity) > LOUD * total) return false;
  const strength = strengths(graph);
  const drawn = strength[hub]! / strength.reduce((a, b) => a + b, 0);
  return drawn <= (DRAWN * activity[hub]!) / total;
}

/**
 * Centralization that an even random graph of this size and density stays below in 99 of 100 cases: a mesh of fifteen people
 * has a busiest one too. Union bound over binomial degrees.
 */
function chanceCentralization(graph: Graph): number {
  const n = graph.size;
  const p = countTies(graph) / ((n * (n - 1)) / 2);
  let most = Math.ceil(p * (n - 1));
  while (most < n - 1 && n * incompleteBeta(p, most + 1, n - 1 - most) > 0.01) most++;
  return ((most - p * (n - 1)) * n) / ((n - 1) * (n - 2));
}

/** How much of the largest component (the hub not counted) is lost from it when the hub goes. */
function dropWithout(graph: Graph, hub: number): number {
  const before = components(graph);
  const largest = before.sizes.reduce((a, b) => Math.max(a, b), 0);
  const inLargest = before.sizes[before.of[hub]!] === largest;
  const after = components(graph, hub).sizes.reduce((a, b) => Math.max(a, b), 0);
  const others = largest - (inLargest ? 1 : 0);
  return others > 0 ? Math.max(0, 1 - after / others) : 0;
}

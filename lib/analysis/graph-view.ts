/** The relation graph as it is drawn: the strongest people, placed by springs (Fruchterman & Reingold 1991) from a seeded start. */
import { Random } from '../stats/random.ts';
import { strengths } from '../graph/index.ts';
import type { GraphView, KeyPerson } from './diagnosis.ts';
import type { Network } from './network.ts';
import { personId } from './tally.ts';

const MOST_NODES = 120;
const MOST_EDGES = 600;
const ROUNDS = 250;

interface Tie {
  from: number;
  to: number;
  weight: number;
  mutual: boolean;
}

/** Lays out the ties of the last 28 days. */
export function drawGraph({ ties, standing }: Network, keyPeople: readonly KeyPerson[]): GraphView {
  const strength = strengths(ties.folded);
  const order = Array.from(strength, (_, place) => place).sort(
    (one, other) => strength[other]! - strength[one]! || one - other,
  );
  const shown = order.slice(0, MOST_NODES);
  const nodeOf = new Map(shown.map((place, node) => [place, node]));
  const drawn = listTies(ties, nodeOf);
  const circles = shown.map((place) => standing.circle[ties.people[place]!]!);
  const places = layOut(shown.length, drawn, circles);
  const keys = new Set(keyPeople.map(({ person }) => person));
  const idOf = (node: number): string => personId(ties.people[shown[node]!]!);
  return {
    nodes: shown.map((place, node) => ({
      person: idOf(node),
      x: places[node]!.x,
      y: places[node]!.y,
      size: strength[place]! / strength[shown[0]!]!,
      circle: circles[node]! >= 0 ? circles[node]! : null,
      key: keys.has(idOf(node)),
    })),
    edges: drawn.map(({ from, to, weight, mutual }) => ({ from: idOf(from), to: idOf(to), weight, mutual })),
    hidden: order.length - shown.length,
  };
}

function listTies({ folded, directed }: Network['ties'], nodeOf: ReadonlyMap<number, number>): Tie[] {
  const towards = new Set<number>();
  for (let from = 0; from < directed.size; from += 1) {
    for (let edge = directed.start[from]!; edge < directed.start[from + 1]!; edge += 1)
      towards.add(from * directed.size + directed.to[edge]!);
  }
  const drawn: Tie[] = [];
  for (const [place, node] of nodeOf) {
    for (let edge = folded.start[place]!; edge < folded.start[place + 1]!; edge += 1) {
      const other = folded.to[edge]!;
      const otherNode = nodeOf.get(other);
      if (otherNode === undefined || other <= place) continue;
      const mutual = towards.has(place * directed.size + other) && towards.has(other * directed.size + place);
      drawn.push({ from: node, to: otherNode, weight: folded.weight[edge]!, mutual });
    }
  }
  return drawn.sort((one, other) => other.weight - one.weight).slice(0, MOST_EDGES);
}

interface Place {
  x: number;
  y: number;
}

function layOut(count: number, ties: readonly Tie[], circles: readonly number[]): Place[] {
  if (count === 0) return [];
  const random = new Random('layout');
  const places = Array.from({ length: count }, (_, node) => startPlace(node, circles[node]!, random));
  const ideal = 0.9 / Math.sqrt(count);
  const heaviest = ties[0]?.weight ?? 1;
  for (let round = 0; round < ROUNDS; round += 1) {
    const heat = 0.08 * (1 - round / ROUNDS) + 0.002;
    const pull = places.map(({ x, y }) => ({ x: (0.5 - x) * 0.06, y: (0.5 - y) * 0.06 }));
    for (let one = 0; one < count; one += 1) {
      for (let other = one + 1; other < count; other += 1)
        push(places, pull, { one, other, force: (distance) => -(ideal * ideal) / distance });
    }
    for (const { from, to, weight } of ties) {
      const strength = 0.15 + 0.85 * Math.sqrt(weight / heaviest);
      push(places, pull, { one: from, other: to, force: (distance) => (strength * distance * distance) / ideal });
    }
    for (const [node, place] of places.entries()) {
      const { x, y } = pull[node]!;
      const length = Math.hypot(x, y) || 1;
      const step = Math.min(length, heat);
      place.x += (x / length) * step;
      place.y += (y / length) * step;
    }
  }
  return fit(places);
}

/** People of one circle start side by side, the strongest in the middle. */
function startPlace(node: number, circle: number, random: Random): Place {
  const angle = circle >= 0 ? circle * 2.4 + (random.uniform() - 0.5) : random.uniform() * 2 * Math.PI;
  const radius = 0.1 + 0.35 * random.uniform() + (node === 0 ? -0.1 : 0);
  return { x: 0.5 + radius * Math.cos(angle), y: 0.5 + radius * Math.sin(angle) };
}

/** Adds the force between two nodes, positive towards each other. */
function push(
  places: readonly Place[],
  pull: Place[],
  { one, other, force }: { one: number; other: number; force: (distance: number) => number },
): void {
  const dx = places[other]!.x - places[one]!.x;
  const dy = places[other]!.y - places[one]!.y;
  const distance = Math.max(Math.hypot(dx, dy), 1e-4);
  const amount = force(distance) / distance;
  pull[one]!.x += dx * amount;
  pull[one]!.y += dy * amount;
  pull[other]!.x -= dx * amount;
  pull[other]!.y -= dy * amount;
}

/** Fills the unit square, with a margin. */
function fit(places: readonly Place[]): Place[] {
  const span = (values: number[]): [number, number] => [Math.min(...values), Math.max(...values)];
  const [left, right] = span(places.map(({ x }) => x));
  const [top, bottom] = span(places.map(({ y }) => y));
  const scale = (value: number, from: number, to: number): number =>
    to > from ? 0.04 + (0.92 * (value - from)) / (to - from) : 0.5;
  const round = (value: number): number => Math.round(value * 1e4) / 1e4;
  return places.map(({ x, y }) => ({ x: round(scale(x, left, right)), y: round(scale(y, top, bottom)) }));
}

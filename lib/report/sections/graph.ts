/** The relation graph: who answers whom, laid out beforehand, with its shape in words. */
import type { GraphView } from '../../analysis/diagnosis.ts';
import { round } from '../chart.ts';
import { markup } from '../html.ts';
import type { Markup, Value } from '../html.ts';
import { card, hue, nameOf, say, showPeople } from '../view.ts';
import type { View } from '../view.ts';

const WIDTH = 640;
const HEIGHT = 420;
const MARGIN = 36;
const LABELS = 14;
/** Distances from the middle are taken to this power. */
const SPREAD = 0.65;
/** A label takes about so much room, in units of the drawing. */
const LABEL_HEIGHT = 15;
/** On phones the same label is wider in the drawing, and must not be cut at its edge. */
const PHONE_LABEL = 1.6;

/** The graph and what its shape means. */
export function renderGraph(view: View): Markup {
  const { words, group } = view;
  const { nodes } = group.graph;
  const picture =
    nodes.length < 2
      ? markup`<p class="none">${words.plain('graph.empty')}</p>`
      : markup`<figure class="graph">${drawGraph(view, group.graph)}</figure>`;
  const hidden =
    group.graph.hidden > 0 && markup`<p class="hint">${words.plain('graph.hidden', { count: group.graph.hidden })}</p>`;
  return card(
    view,
    { id: 'graph', wide: 12, lead: words.plain('section.graph_lead') },
    markup`<div class="split"><div>${picture}${hidden}</div><div>${describeShape(view)}</div></div>`,
  );
}

function describeShape(view: View): Value {
  const { words, group } = view;
  const { type, reason, centre, centreLoss, centralization, circles, brokers } = group.structure;
  const shape = type ?? 'unknown';
  const what =
    type === null
      ? words.plain('graph.unknown_what', { reason: words.plain(`reason.${reason ?? 'too_few_replies'}`) })
      : say(view, `graph.${type}_what`, { person: centre, loss: centreLoss });
  return markup`<h4 class="big">${words.plain(`graph.${shape}`)}</h4><p>${what}</p>${
    centralization !== null &&
    markup`<p class="fact"><b>${words.format(centralization, 'decimal2')}</b> ${words.plain('graph.centralization')} <small>${words.plain('graph.centralization_what')}</small></p>`
  }<h4>${words.plain('graph.circles')}</h4>${
    circles.length === 0
      ? markup`<p class="hint">${words.plain('graph.no_circles')}</p>`
      : markup`<ul class="circles">${circles.map(
          ({ id, people }, at) =>
            markup`<li><i class="dot ${hue(id)}"></i><span>${words.plain('graph.circle', { number: at + 1 })}</span> ${showPeople(view, people, 5)}</li>`,
        )}</ul>`
  }${brokers.length > 0 && markup`<p>${words.say('graph.brokers', { people: brokers }, () => showPeople(view, brokers))}</p>`}${!group.replies.trusted && nodesShown(group.graph) && markup`<p class="hint">${words.plain('graph.estimated')}</p>`}`;
}

function nodesShown({ nodes }: GraphView): boolean {
  return nodes.length > 1;
}

interface Place {
  person: string;
  x: number;
  y: number;
  radius: number;
  circle: number | null;
  key: boolean;
}

function drawGraph(view: View, { nodes, edges }: GraphView): Markup {
  const most = Math.max(...nodes.map(({ size }) => size), 1e-9);
  const places = spreadNodes(nodes).map(({ person, x, y, size, circle, key }): Place => ({
    person,
    x: round(WIDTH / 2 + x * (WIDTH / 2 - MARGIN)),
    y: round(HEIGHT / 2 + y * (HEIGHT / 2 - MARGIN)),
    radius: round(3.5 + 9 * Math.sqrt(size / most)),
    circle,
    key,
  }));
  const byPerson = new Map(places.map((place) => [place.person, place]));
  const heaviest = Math.max(...edges.map(({ weight }) => weight), 1e-9);
  const lines = edges.map(({ from, to, weight, mutual }) => {
    const [a, b] = [byPerson.get(from), byPerson.get(to)];
    if (!a || !b) return undefined;
    const strength = Math.sqrt(weight / heaviest);
    return markup`<path class="${mutual ? 'mutual' : ''}" d="M${a.x} ${a.y}L${b.x} ${b.y}" stroke-width="${round(0.6 + 2.4 * strength)}" stroke-opacity="${round(0.18 + 0.5 * strength)}"/>`;
  });
  const dots = places.map(
    ({ person, x, y, radius, circle, key }) =>
      markup`<circle class="${hue(circle)} ${key ? 'key' : ''}" cx="${x}" cy="${y}" r="${radius}"><title>${nameOf(view, person)}</title></circle>`,
  );
  const label = view.words.plain('graph.label', { people: places.length, links: edges.length });
  return markup`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}"><g class="links">${lines}</g><g class="dots">${dots}</g><g class="names">${placeLabels(view, places)}</g></svg>`;
}

/** Fills the drawing from −1 to 1 and pulls the crowd in the middle apart: a few far ones must not squeeze all the others. */
function spreadNodes(nodes: GraphView['nodes']): GraphView['nodes'] {
  const middle = (values: number[]): number => values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;
  const [x0, y0] = [middle(nodes.map(({ x }) => x)), middle(nodes.map(({ y }) => y))];
  const pulled = nodes.map((node) => {
    const [x, y] = [node.x - x0, node.y - y0];
    const scale = Math.hypot(x, y) ** (SPREAD - 1);
    return Number.isFinite(scale) ? { ...node, x: x * scale, y: y * scale } : { ...node, x: 0, y: 0 };
  });
  const reach = (values: number[]): [number, number] => [Math.min(...values), Math.max(...values)];
  const fit = (value: number, [low, high]: [number, number]): number =>
    high > low ? (2 * (value - low)) / (high - low) - 1 : 0;
  const [xs, ys] = [reach(pulled.map(({ x }) => x)), reach(pulled.map(({ y }) => y))];
  return pulled.map((node) => ({ ...node, x: fit(node.x, xs), y: fit(node.y, ys) }));
}

/** Names of the key people and the largest dots, where they do not cover each other. */
function placeLabels(view: View, places: readonly Place[]): Markup[] {
  const taken: { left: number; right: number; y: number }[] = [];
  const wanted = [...places].sort((one, other) => Number(other.key) - Number(one.key) || other.radius - one.radius);
  const labels: Markup[] = [];
  for (const { person, x, y, radius } of wanted) {
    if (labels.length >= LABELS) break;
    const name = [...nameOf(view, person)].slice(0, 10).join('');
    const half = widthOf(name) / 2;
    const edge = half * PHONE_LABEL;
    const middle = Math.min(WIDTH - edge, Math.max(edge, x));
    const base = y - radius - 5;
    const free = taken.every(
      (one) => Math.abs(one.y - base) > LABEL_HEIGHT || middle + half < one.left || middle - half > one.right,
    );
    if (!free) continue;
    taken.push({ left: middle - half, right: middle + half, y: base });
    labels.push(markup`<text x="${round(middle)}" y="${round(base)}">${name}</text>`);
  }
  return labels;
}

/** Chinese signs are twice as wide as others. */
function widthOf(name: string): number {
  return [...name].reduce((sum, sign) => sum + (sign.codePointAt(0)! > 0x2e80 ? 17 : 9), 4);
}

/** Truths that are known because we made the graphs: stars, meshes, circles, chance and key people. All seeded. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Random } from '../stats/random.ts';
import { betweenness } from './betweenness.ts';
import { findCircles, mutualInformation } from './circles.ts';
import { degrees, makeGraph, strengths } from './graph.ts';
import type { Graph } from './graph.ts';
import { findKeySet } from './key-set.ts';
import { startRewiring } from './rewire.ts';
import { classifyTopology } from './topology.ts';

interface Chances {
  size: number;
  /** Probability of a tie of i < j, or its expected weight. */
  of(i: number, j: number): number;
  weighted?: boolean;
}

function drawGraph(random: Random, { size, of, weighted = false }: Chances): Graph {
  const from: number[] = [];
  const to: number[] = [];
  const weight: number[] = [];
  for (let i = 0; i < size; i++) {
    for (let j = i + 1; j < size; j++) {
      const w = weighted ? random.poisson(of(i, j)) : Number(random.uniform() < of(i, j));
      if (w === 0) continue;
      from.push(i);
      to.push(j);
      weight.push(w);
    }
  }
  return makeGraph({ size, from, to, weight });
}

/** 15 … 200 people, small groups as often as large ones. */
const drawSize = (random: Random): number => Math.floor(15 * (201 / 15) ** random.uniform());

test('planted stars are radial and planted meshes are mesh, always', () => {
  const random = new Random('topology');
  for (let run = 0; run < 200; run++) {
    const size = drawSize(random);
    // One in the middle of everybody, with some talk at the edge.
    const star = drawGraph(random, { size, of: (i) => (i === 0 ? 1 : 0.4 / size) });
    const radial = classifyTopology(star)!;
    assert.deepEqual([radial.type, radial.hub], ['radial', 0], `star of ${size}, run ${run}`);
    const ties = 6 + random.uniform() * 6;
    const mesh = classifyTopology(drawGraph(random, { size, of: () => Math.min(0.8, ties / size) }))!;
    assert.equal(mesh.type, 'mesh', `mesh of ${size}, run ${run}: ${JSON.stringify(mesh)}`);
  }
});

test('400 random graphs with the degrees of chats: false circles in at most 5%', () => {
  const random = new Random('chance');
  let wrong = 0;
  const kinds = [0, 0, 0, 0];
  for (let run = 0; run < 400; run++) {
    const size = drawSize(random);
    const kind = run % 4;
    // Even, uneven and very uneven activity; the last with numbers of messages as weights.
    const spread = [0, 0.6, 1.1, 0.9][kind]!;
    const activity = Float64Array.from({ length: size }, () => Math.exp(spread * random.normal()));
    const all = activity.reduce((a, b) => a + b, 0);
    const ties = (3 + 9 * random.uniform()) * size * (kind === 3 ? 3 : 1);
    const expected = (i: number, j: number): number => (ties * activity[i]! * activity[j]!) / (all * all);
    const drawn = drawGraph(random, {
      size,
      of: (i, j) => (kind === 3 ? expected(i, j) : 1 - Math.exp(-expected(i, j))),
      weighted: kind === 3,
    });
    const graph = run % 2 ? drawn : startRewiring(drawn, random).next();
    if (!findCircles(graph, { seed: run }).significant) continue;
    wrong++;
    kinds[kind]! += 1;
  }
  assert.ok(wrong / 400 <= 0.05, `false circles in ${wrong} of 400 graphs (by kind ${kinds})`);
});

test('planted circles are found, and are the planted ones', () => {
  const random = new Random('circles');
  for (let run = 0; run < 25; run++) {
    const count = 2 + random.integer(4);
    const each = 10 + random.integer(30);
    const size = count * each;
    const graph = drawGraph(random, {
      size,
      of: (i, j) => (i % count === j % count ? Math.min(0.8, 8 / each) : 1 / (size - each)),
    });
    const found = findCircles(graph, { seed: run });
    assert.equal(found.significant, true, `${count} circles of ${each}: ${JSON.stringify({ ...found, of: null })}`);
    const members = Array.from(found.of, (_, i) => i).filter((i) => found.of[i]! >= 0);
    const agreement = mutualInformation(
      members.map((i) => i % count),
      members.map((i) => found.of[i]!),
    );
    assert.ok(agreement > 0.55, `${count} circles of ${each}: agreement ${agreement}`);
  }
});

test("rewiring keeps everybody's number of ties and nearly their strength, and forgets who knew whom", () => {
  const random = new Random('rewire');
  const graph = drawGraph(random, { size: 80, of: (i, j) => (i % 4 === j % 4 ? 2 : 0.1), weighted: true });
  const walk = startRewiring(graph, random);
  for (let step = 0; step < 5; step++) {
    const next = walk.next();
    assert.deepEqual(degrees(next), degrees(graph));
    const before = strengths(graph);
    strengths(next).forEach((s, i) => assert.ok(Math.abs(s / before[i]! - 1) < 0.4, `${s} for ${before[i]}`));
    const kept = Array.from(next.to).filter((_, e) => next.to[e] === graph.to[e]).length;
    assert.ok(kept < 0.5 * graph.to.length);
    assert.equal(findCircles(next, { seed: step }).significant, false);
  }
  assert.equal(findCircles(graph).count, 4);
});

/** Talk of 60 people in threads: two bridges hold three circles together, one person gives most of the value. */
function drawTalk(random: Random, threads: number) {
  const input = { size: 60, from: [] as number[], to: [] as number[], thread: [] as number[] };
  const values = { person: [] as number[], amount: [] as number[], thread: [] as number[] };
  const say = (a: number, b: number, thread: number): void => {
    input.from.push(a);
    input.to.push(b);
    input.thread.push(thread);
  };
  for (let thread = 0; thread < threads; thread++) {
    const circle = random.integer(3);
    const member = (): number => 3 + circle + 3 * random.integer(19);
    for (let i = 0; i < 4; i++) say(member(), member(), thread);
    say(random.integer(2), member(), thread);
    values.person.push(member(), 2);
    values.amount.push(1, 2);
    values.thread.push(thread, thread);
  }
  return { ...input, values };
}

test('the key set holds the planted bridges and the giver, and is the same for the same seed', () => {
  for (let run = 0; run < 5; run++) {
    const talk = drawTalk(new Random(run), 150);
    const found = findKeySet(talk, { seed: run });
    const names = found.members.map(({ person }) => person);
    assert.deepEqual(
      [0, 1, 2].filter((person) => !names.includes(person)),
      [],
      `not in ${names}`,
    );
    assert.ok(names.length <= 5);
    assert.ok(found.members.every(({ inclusion }) => inclusion >= 0.6 && inclusion <= 1));
    assert.deepEqual(findKeySet(talk, { seed: run }), found);
  }
});

test('betweenness from a sample of sources ranks like the exact one', () => {
  const random = new Random('sources');
  const activity = Float64Array.from({ length: 300 }, () => Math.exp(random.normal()));
  const graph = drawGraph(random, { size: 300, of: (i, j) => Math.min(1, 0.01 * activity[i]! * activity[j]!) });
  const exact = betweenness(graph);
  const sampled = betweenness(graph, { budget: 100 * (graph.to.length + 300) });
  assert.deepEqual([exact.exact, sampled.exact, sampled.sources], [true, false, 100]);
  const top = (values: Float64Array): number[] =>
    Array.from(values, (_, i) => i)
      .sort((a, b) => values[b]! - values[a]!)
      .slice(0, 10);
  const shared = top(sampled.values).filter((person) => top(exact.values).includes(person));
  assert.ok(shared.length >= 8, `${shared.length} of the top ten`);
});

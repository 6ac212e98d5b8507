/**
 * Fits the weights of the learned reply linker: walks annotated logs with the linker's own candidates and atoms, then fits a
 * conditional logit by stochastic gradient (Adagrad, weights of the last passes averaged). Same logs, same weights.
 */
import { Candidates, mostCandidates } from '../../lib/replies/logistic.ts';
import { createRuleLinker, uncalibrated } from '../../lib/replies/rule.ts';
import { talkMask } from '../../lib/replies/talk.ts';
import { listWeights, sumWeights } from '../../lib/replies/templates.ts';
import { pairProgram, startProgram, weightCount } from '../../lib/replies/weights.ts';
import type { AnnotatedLog } from './annotated-irc.ts';
import { makeRandom } from './random.ts';

/** How the fit is made; chosen on a part of the training logs that was held out. */
export const recipe = { rounds: 2, passes: 8, averaged: 3, rate: 0.05, decay: 1e-5 } as const;

const pairs = pairProgram.templates.length;
const starts = startProgram.templates.length;

/** Examples in columns: which weights each candidate of each message selects, and which candidates are right. */
interface Examples {
  selected: Column;
  first: number[];
  candidates: number[];
  right: number[][];
}

class Column {
  data = new Uint16Array(1 << 24);
  length = 0;
  push(value: number): void {
    if (this.length === this.data.length) {
      const larger = new Uint16Array(this.data.length * 2);
      larger.set(this.data);
      this.data = larger;
    }
    this.data[this.length++] = value;
  }
}

/** Fits weights to the logs. The first round knows threads from the rule linker, later ones from the round before. */
export function fitWeights(logs: readonly AnnotatedLog[], say: (line: string) => void): Float32Array {
  let weights: Float32Array | undefined;
  for (let round = 0; round < recipe.rounds; round++) {
    const examples: Examples = { selected: new Column(), first: [], candidates: [], right: [] };
    for (const log of logs) addExamples(log, weights, examples);
    const { column, loss } = fitOnce(examples);
    weights = column;
    say(`round ${round + 1}: ${examples.first.length} messages, loss ${loss.toFixed(4)}`);
  }
  return weights!;
}

/** Adds the annotated messages of a log whose true parent is among the candidates. */
function addExamples(log: AnnotatedLog, weights: Float32Array | undefined, examples: Examples): void {
  const { input } = log;
  const candidates = new Candidates(input);
  const { talk, atoms } = candidates;
  const rule = createRuleLinker(input, uncalibrated);
  const scores = new Float64Array(mostCandidates);
  let wanted = false;
  const visit = (candidate: number, at: number) => {
    const program = candidate === talk.number ? startProgram : pairProgram;
    if (wanted) listWeights(program, atoms.values, examples.selected);
    if (weights) scores[at] = sumWeights(program, atoms.values, weights);
  };
  for (let message = 0; message < input.count; message++) {
    if (input.isSystem(message)) continue;
    const truth = log.gold.get(message);
    const first = examples.selected.length;
    wanted = truth !== undefined;
    candidates.open(message, visit);
    if (truth) {
      const right = findRight(candidates, truth);
      if (right.length === 0) examples.selected.length = first;
      else {
        examples.first.push(first);
        examples.candidates.push(candidates.count);
        examples.right.push(right);
      }
    }
    const byRule = weights ? -1 : talk.findNumber(rule.link(message, -1).parent);
    candidates.close(
      weights ? candidates.numbers[findBest(scores, candidates.count)]! : byRule < 0 ? talk.number : byRule,
    );
  }
}

function findRight(candidates: Candidates, truth: readonly number[]): number[] {
  const right: number[] = [];
  for (let at = 0; at < candidates.count; at++) {
    if (truth.includes(candidates.talk.message[candidates.numbers[at]! & talkMask]!)) right.push(at);
  }
  return right;
}

function findBest(scores: Float64Array, count: number): number {
  let best = 0;
  for (let at = 1; at < count; at++) if (scores[at]! > scores[best]!) best = at;
  return best;
}

function fitOnce(examples: Examples): { column: Float32Array; loss: number } {
  const weights = new Float32Array(weightCount);
  const squares = new Float32Array(weightCount).fill(1e-6);
  const sums = new Float64Array(weightCount);
  const count = examples.first.length;
  const order = Int32Array.from({ length: count }, (_, at) => at);
  const random = makeRandom(20240901);
  let loss = 0;
  for (let pass = 0; pass < recipe.passes; pass++) {
    shuffle(order, random);
    const late = pass >= recipe.passes - recipe.averaged;
    const rate = recipe.rate * (late ? 0.3 : 1);
    loss = 0;
    for (const example of order) loss += takeStep(examples, example, { weights, squares, rate });
    if (late) for (let at = 0; at < weightCount; at++) sums[at]! += weights[at]!;
  }
  return { column: Float32Array.from(sums, (sum) => sum / recipe.averaged), loss: loss / count };
}

const chances = new Float64Array(mostCandidates);

/** One step of the gradient on one message; its loss is returned. */
function takeStep(
  examples: Examples,
  example: number,
  state: { weights: Float32Array; squares: Float32Array; rate: number },
): number {
  const { weights, squares, rate } = state;
  const { data } = examples.selected;
  const count = examples.candidates[example]!;
  const right = examples.right[example]!;
  scoreCandidates(data, { first: examples.first[example]!, count }, weights);
  let chance = 0;
  for (const at of right) chance += chances[at]!;
  // What is to be taken away from each score: its chance, less its part of what is right.
  for (const at of right) chances[at]! -= chances[at]! / Math.max(chance, 1e-12);
  let from = examples.first[example]!;
  for (let at = 0; at < count; at++) {
    const to = from + (at === 0 ? starts : pairs);
    const error = chances[at]!;
    if (Math.abs(error) >= 1e-4) {
      for (let place = from; place < to; place++) {
        const weight = data[place]!;
        const slope = error + recipe.decay * weights[weight]!;
        squares[weight]! += slope * slope;
        weights[weight]! -= (rate * slope) / Math.sqrt(squares[weight]!);
      }
    }
    from = to;
  }
  return -Math.log(chance + 1e-12);
}

/** Softmax over the candidates of one message, into `chances`. */
function scoreCandidates(data: Uint16Array, place: { first: number; count: number }, weights: Float32Array): void {
  let from = place.first;
  let highest = -Infinity;
  for (let at = 0; at < place.count; at++) {
    const to = from + (at === 0 ? starts : pairs);
    let score = 0;
    for (; from < to; from++) score += weights[data[from]!]!;
    chances[at] = score;
    highest = Math.max(highest, score);
  }
  let sum = 0;
  for (let at = 0; at < place.count; at++) sum += chances[at] = Math.exp(chances[at]! - highest);
  for (let at = 0; at < place.count; at++) chances[at]! /= sum;
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const kept = order[at]!;
    order[at] = order[other]!;
    order[other] = kept;
  }
}

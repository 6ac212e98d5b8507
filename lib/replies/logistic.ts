/**
 * The learned linker: a conditional logit over the last messages and "starts a conversation". Weights come from
 * hand-linked IRC (see README.md); the probability of the chosen parent is the softmax over all candidates.
 */
import { Atoms, reach } from './atoms.ts';
import type { Decision, Linker, LinkInput } from './links.ts';
import { Overlap } from './overlap.ts';
import { takeKnown } from './rule.ts';
import { Talk, talkMask, talkSize } from './talk.ts';
import { sumWeights } from './templates.ts';
import { pairProgram, startProgram } from './weights.ts';

/** The most candidates that a message can have. */
export const mostCandidates = reach + 10;

/** The candidates of the opened message, newest first; the message itself is the first one. */
export class Candidates {
  readonly talk: Talk;
  readonly atoms: Atoms;
  readonly #overlap = new Overlap();
  /** Running numbers; how many hold is `count`. */
  readonly numbers = new Int32Array(mostCandidates);
  count = 0;

  constructor(input: LinkInput) {
    this.talk = new Talk(input);
    this.atoms = new Atoms(this.talk, this.#overlap);
  }

  /** Reads the next message and shows every candidate to `visit`, its atoms being in `atoms.values`. */
  open(message: number, visit: (candidate: number, at: number) => void): void {
    const { talk, atoms } = this;
    talk.open(message);
    const { number } = talk;
    this.#overlap.weigh(number, talk.reading);
    atoms.begin();
    this.count = 0;
    this.#show(number, visit);
    const oldest = Math.max(0, number - reach);
    for (let candidate = number - 1; candidate >= oldest; candidate--) {
      if (atoms.isWorthwhile(candidate)) {
        atoms.compare(candidate);
        this.#show(candidate, visit);
      }
      atoms.pass(candidate);
    }
    this.#showFarther(oldest, visit);
  }

  /** Records the parent (its running number) and goes on. */
  close(parent: number): void {
    this.#overlap.remember(this.talk.number, this.talk.reading);
    this.talk.close(parent);
  }

  /** The talk has ended. */
  release(): void {
    this.#overlap.release();
  }

  /** Takes a parent that is known from a quote. */
  takeKnown(decision: Decision, known: number): Decision {
    this.#overlap.remember(this.talk.number, this.talk.reading);
    return takeKnown(this.talk, decision, known);
  }

  /** Beyond the reach only the last messages of named people, the speaker's own, and the last call for the speaker. */
  #showFarther(oldest: number, visit: (candidate: number, at: number) => void): void {
    const { talk } = this;
    const { number, named } = talk;
    const author = talk.author[number & talkMask]!;
    for (let at = -2; at < named.count; at++) {
      if (at < 0 && author < 0) continue;
      const candidate =
        at === -2 ? talk.lastSpoke[author]! : at === -1 ? talk.calledIn[author]! : talk.lastSpoke[named.who[at]!]!;
      if (candidate < 0 || candidate >= oldest || candidate <= number - talkSize) continue;
      if (this.numbers.subarray(0, this.count).includes(candidate)) continue;
      this.atoms.compare(candidate);
      this.#show(candidate, visit);
    }
  }

  #show(candidate: number, visit: (candidate: number, at: number) => void): void {
    this.numbers[this.count] = candidate;
    visit(candidate, this.count++);
  }
}

/** Links by learned weights. */
export function createLogisticLinker(input: LinkInput, weights: Float32Array): Linker {
  const candidates = new Candidates(input);
  const { talk, atoms } = candidates;
  const decision: Decision = { parent: -1, p: 1, source: 'model' };
  const scores = new Float64Array(mostCandidates);
  const visit = (candidate: number, at: number) => {
    scores[at] = sumWeights(candidate === talk.number ? startProgram : pairProgram, atoms.values, weights);
  };
  return {
    name: 'logistic',
    link(message, known) {
      candidates.open(message, visit);
      if (known >= 0) return candidates.takeKnown(decision, known);
      let best = 0;
      for (let at = 1; at < candidates.count; at++) if (scores[at]! > scores[best]!) best = at;
      let sum = 0;
      for (let at = 0; at < candidates.count; at++) sum += Math.exp(scores[at]! - scores[best]!);
      const parent = candidates.numbers[best]!;
      const place = parent & talkMask;
      decision.parent = talk.message[place]!;
      decision.p = 1 / sum;
      decision.source =
        parent !== talk.number && talk.namesAt(talk.number & talkMask, talk.author[place]!) > 1 ? 'mention' : 'model';
      candidates.close(parent);
      return decision;
    },
    release: () => candidates.release(),
  };
}

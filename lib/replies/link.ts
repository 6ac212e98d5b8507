/** Links a whole talk: quotes first, everything else by the linker that fits the group. */
import { chooseLinker, countQuotes, knownParent, leastQuotes, scoreLinkers } from './choice.ts';
import type { LinkerReason, LinkerScores } from './choice.ts';
import { edgeSources } from './links.ts';
import type { EdgeSource, Linker, LinkerName, LinkInput, ReplyEdges } from './links.ts';
import { createLogisticLinker } from './logistic.ts';
import { createPreviousLinker } from './previous.ts';
import { createRuleLinker } from './rule.ts';
import { loadWeights } from './weights.ts';
import weights from './weights.json' with { type: 'json' };

/** Filled when the learned linker is asked for the first time. */
let learned: Float32Array | undefined;

/** What linking a talk gives. */
export interface LinkResult {
  edges: ReplyEdges;
  /** Parent of each message; the message itself where a conversation starts, and for system rows. */
  parents: Int32Array;
  linker: LinkerName;
  /** Quotes ÷ edges, 0 when there are no edges. */
  explicitShare: number;
  reason: LinkerReason;
  /** Present when the group's own quotes were guessed. */
  scores?: LinkerScores;
}

const sourceNumber = Object.fromEntries(edgeSources.map((source, number) => [source, number])) as Record<
  EdgeSource,
  number
>;

/** Finds out which message answers which; `auto` (the default) chooses the linker by the group's own quotes. */
export function linkReplies(input: LinkInput, options: { linker?: 'auto' | LinkerName } = {}): LinkResult {
  const { linker: asked = 'auto' } = options;
  if (asked !== 'auto') return { ...linkWith(input, asked), linker: asked, reason: 'asked' };
  if (countQuotes(input) < leastQuotes) {
    return { ...linkWith(input, 'previous'), linker: 'previous', reason: 'too_few_quotes' };
  }
  const scores = scoreLinkers(input, createLinker);
  const linker = chooseLinker(scores);
  return { ...linkWith(input, linker), linker, reason: 'own_quotes', scores };
}

/** Makes a linker for one talk; it must be shown all messages of it in order. */
export function createLinker(name: LinkerName, input: LinkInput): Linker {
  if (name === 'rule') return createRuleLinker(input, weights.rule);
  if (name === 'previous') return createPreviousLinker(input, weights.previous);
  learned ??= loadWeights(weights.logistic);
  return createLogisticLinker(input, learned);
}

function linkWith(input: LinkInput, name: LinkerName): Pick<LinkResult, 'edges' | 'parents' | 'explicitShare'> {
  const { count } = input;
  const linker = createLinker(name, input);
  const parents = new Int32Array(count);
  const p = new Float32Array(count);
  const source = new Uint8Array(count);
  let edges = 0;
  let explicit = 0;
  for (let message = 0; message < count; message++) {
    parents[message] = message;
    if (input.isSystem(message)) continue;
    const decision = linker.link(message, knownParent(input, message));
    if (decision.parent === message) continue;
    parents[message] = decision.parent;
    p[message] = decision.p;
    source[message] = sourceNumber[decision.source];
    edges++;
    if (decision.source === 'explicit') explicit++;
  }
  linker.release?.();
  return { edges: gatherEdges({ parents, p, source }, edges), parents, explicitShare: edges ? explicit / edges : 0 };
}

function gatherEdges(columns: { parents: Int32Array; p: Float32Array; source: Uint8Array }, edges: number): ReplyEdges {
  const child = new Int32Array(edges);
  const parent = new Int32Array(edges);
  const p = new Float32Array(edges);
  const source = new Uint8Array(edges);
  let at = 0;
  for (let message = 0; message < columns.parents.length; message++) {
    if (columns.parents[message] === message) continue;
    child[at] = message;
    parent[at] = columns.parents[message]!;
    p[at] = columns.p[message]!;
    source[at++] = columns.source[message]!;
  }
  return { child, parent, p, source };
}

/**
 * Who answers whom in the recent talk: one parent per message, turns, threads and the pairs of people behind them. Guessed links over
 * a long silence are cut, for a conversation does not go on after it.
 */
import { edgeSources, linkReplies } from '../replies/index.ts';
import { quantile } from '../stats/summary.ts';
import type { Talk } from './talk.ts';

/** One entry per row of the recent talk. */
export interface Links {
  linker: string;
  reason: string;
  explicitShare: number;
  /** Reply edges of all kinds. */
  edges: number;
  /** Metrics that wrong links distort may be shown without a mark (metrics.md §4.4). */
  trusted: boolean;
  /** -1: starts a conversation. */
  parent: Int32Array;
  p: Float32Array;
  explicit: Uint8Array;
  /** The first row of the run of messages with which somebody takes the floor; itself when it stands alone. */
  turn: Int32Array;
  /** The first row of the conversation; guessed links that are more likely wrong than right do not carry it on. */
  thread: Int32Array;
  /** Mean probability of the links: below `KNOWN` nobody can say who answered whom. */
  sureness: number;
  /** Children of row i: `childList[childFrom[i] … childFrom[i + 1]]`. */
  childFrom: Int32Array;
  childList: Int32Array;
}

/** From this mean probability on, who answers whom is known well enough to speak of answers. */
export const KNOWN = 0.35;
/** A guessed link below this probability ends a conversation [D]. */
const CARRIES_ON = 0.4;
const MINUTE = 60_000;
/** From this share of explicit links on, link-sensitive metrics are shown without a mark (metrics.md §4.4). */
const TRUSTED_SHARE = 0.5;
const SHORTEST_BREAK = 30 * MINUTE;
const LONGEST_BREAK = 12 * 60 * MINUTE;

/** Links the messages of a talk. */
export function linkTalk(talk: Talk): Links {
  const { edges, linker, explicitShare, reason } = linkReplies({
    count: talk.count,
    at: talk.at,
    author: talk.author,
    text: talk.text,
    names: talk.people.map(({ name }) => name),
    explicitParent: talk.parent,
    mentions: talk.marked,
    isSystem: () => false,
  });
  const parent = new Int32Array(talk.count).fill(-1);
  const p = new Float32Array(talk.count);
  const explicit = new Uint8Array(talk.count);
  const explicitSource = edgeSources.indexOf('explicit');
  const trusted = explicitShare >= TRUSTED_SHARE;
  // Where most people quote, a message without a quote hours later answers nothing.
  const breakAfter = trusted ? SHORTEST_BREAK : findBreak(talk);
  let kept = 0;
  for (let edge = 0; edge < edges.child.length; edge += 1) {
    const child = edges.child[edge]!;
    const isExplicit = edges.source[edge] === explicitSource;
    const above = edges.parent[edge]!;
    if (above >= child || above < 0 || (edges.p[edge]! <= p[child]! && !isExplicit)) continue;
    if (!isExplicit && talk.at[child]! - talk.at[above]! > breakAfter) continue;
    if (parent[child] === -1) kept += 1;
    parent[child] = above;
    p[child] = edges.p[edge]!;
    explicit[child] = isExplicit ? 1 : 0;
  }
  return {
    linker,
    reason,
    explicitShare,
    edges: kept,
    trusted,
    parent,
    p,
    explicit,
    sureness: kept === 0 ? 1 : p.reduce((sum, one) => sum + one, 0) / kept,
    ...joinRows(talk, parent, p),
  };
}

/** After such a silence nothing is taken for an answer unless it quotes: 90% of the group's own gaps, half an hour to half a day. */
function findBreak(talk: Talk): number {
  const step = Math.max(1, Math.floor(talk.count / 20_000));
  const gaps: number[] = [];
  for (let row = 1; row < talk.count; row += step) gaps.push(talk.at[row]! - talk.at[row - 1]!);
  return Math.min(LONGEST_BREAK, Math.max(SHORTEST_BREAK, quantile(gaps, 0.9) ?? 0));
}

function joinRows(
  talk: Talk,
  parent: Int32Array,
  p: Float32Array,
): Pick<Links, 'turn' | 'thread' | 'childFrom' | 'childList'> {
  const { count, author } = talk;
  const turn = new Int32Array(count);
  const thread = new Int32Array(count);
  const childFrom = new Int32Array(count + 1);
  for (let row = 0; row < count; row += 1) {
    const above = parent[row]!;
    turn[row] = above >= 0 && author[above] === author[row] ? turn[above]! : row;
    thread[row] = above >= 0 && p[row]! >= CARRIES_ON ? thread[above]! : row;
    if (above >= 0) childFrom[above + 1]! += 1;
  }
  for (let row = 0; row < count; row += 1) childFrom[row + 1]! += childFrom[row]!;
  const next = childFrom.slice(0, count);
  const childList = new Int32Array(childFrom[count]!);
  for (let row = 0; row < count; row += 1) {
    const above = parent[row]!;
    if (above >= 0) childList[next[above]!++] = row;
  }
  return { turn, thread, childFrom, childList };
}

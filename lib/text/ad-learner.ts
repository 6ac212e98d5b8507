/**
 * What a community teaches about advertisements: every decision of a moderator moves the weights of the features of its text at once
 * (AdaGrad on top of the shipped model, which decides alone before anything is taught). Bounded in memory and the same after
 * the same decisions. No one can swing it alone: moderators, days and texts that repeat each other have budgets.
 */
import { openAdFeatures, type FeatureReader } from './ad-features.ts';
import { rateAd } from './ads.ts';
import { countText, openTextMemory, type TextMemory, type TextMemoryFile } from './decided-texts.ts';

/** What somebody decided about a text. */
export interface AdDecision {
  text: string;
  isUnwelcome: boolean;
  /** Names whoever decided. */
  moderatorId: string;
  at: Date;
  /** A second person decided after the first, as in an appeal: nearly the same text is rated accordingly from then on. */
  isFinal?: boolean;
}

/** What came of a decision: how much it counted, and what held it back. */
export interface AdLesson {
  /** 0 to 1. */
  weight: number;
  heldBack: 'moderator' | 'day' | 'text' | null;
}

/** Everything that was learned, to be stored as JSON. */
export interface AdLearnerFile {
  version: 1;
  bits: number;
  decisions: number;
  bias: number;
  biasSquares: number;
  trust: number;
  trustSquares: number;
  /** Places, weights and sums of squares of what was learned, base64. */
  places: string;
  weights: string;
  squares: string;
  /** The day in question, what it has taught in all and by moderator. */
  day: number;
  dayCount: number;
  moderators: [string, [number, number]][];
  /** On how many days how many moderators have taught, added up. */
  sittings: number;
  texts: TextMemoryFile;
}

/** The model of one community. */
export interface AdLearner {
  /** Learns from a decision at once. */
  learn(decision: AdDecision): AdLesson;
  /** How likely a text is unwelcome here, 0 to 1; the shipped rating until something was learned. */
  rate(text: string): number;
  /** Whether nearly the same text is unwelcome as two people have settled it; null when they have not. */
  settled(text: string): boolean | null;
  store(): AdLearnerFile;
  /** How many decisions have counted. */
  readonly decisions: number;
}

const bits = 18;
const size = 2 ** bits;
const fewest = 12;
const rate = 1;
const firstSquare = 0.01;
const priorMost = 4;
const dayMs = 86_400_000;
// A moderator decides some dozens a day; more than that is a mistake, a script or an attack.
const fullEach = 40;
const halfEach = 80;
const fullDay = 400;
const lessWeight = 0.25;
// Whoever says the opposite of what all have taught may be right, some times a day.
const contradiction = 0.8;
const fullAgainst = 8;
const halfAgainst = 24;
const confirms = 0.05;
const biasRate = 0.1;
const leastTrust = 0.3;
const mostModerators = 1000;
/** One moderator on one day moves texts that nobody has decided about no further than this. */
const sittingShift = 1.2;
/** Final decisions bind nearly the same text this far from the middle. */
const finalLogit = 2;

/** Opens the model of a community, empty or as it was stored. Forgetting is opening an empty one. */
export function openAdLearner(file?: AdLearnerFile): AdLearner {
  const state = file ? readState(file) : emptyState();
  const reader = openAdFeatures({ bits });
  return {
    get decisions() {
      return state.decisions;
    },
    rate: (text) => toProbability(judge(state, reader, text).logit),
    settled: (text) => state.texts.find(text)?.final ?? null,
    learn: (decision) => learn(state, reader, decision),
    store: () => storeState(state),
  };
}

interface State {
  weights: Float32Array;
  squares: Float32Array;
  bias: number;
  biasSquares: number;
  /** How much the shipped rating counts. */
  trust: number;
  trustSquares: number;
  decisions: number;
  day: number;
  dayCount: number;
  /** Decisions of each moderator today, and how many of them contradict the model. */
  moderators: Map<string, [number, number]>;
  /** Pairs of a moderator and a day. */
  sittings: number;
  texts: TextMemory;
}

interface Judgement {
  logit: number;
  /** Without what was decided about this very text. */
  general: number;
  prior: number;
  count: number;
  scale: number;
}

function judge(state: State, reader: FeatureReader, text: string): Judgement {
  const shipped = rateAd(text);
  const prior = Math.max(-priorMost, Math.min(priorMost, Math.log(shipped / (1 - shipped))));
  if (state.decisions === 0)
    return { logit: Math.log(shipped / (1 - shipped)), general: prior, prior, count: 0, scale: 0 };
  const count = reader.read(text);
  const scale = 1 / Math.sqrt(Math.max(fewest, count));
  let sum = 0;
  for (let at = 0; at < count; at++) sum += state.weights[reader.buckets[at]!]!;
  const general = state.trust * prior + sum * scale + state.bias;
  const decided = state.texts.find(text);
  const furthest = state.sittings * sittingShift;
  const near = Math.max(prior - furthest, Math.min(prior + furthest, general));
  if (!decided) return { logit: near, general, prior, count, scale };
  const moved = general + decided.shift;
  const logit =
    decided.final === null ? moved : decided.final ? Math.max(finalLogit, moved) : Math.min(-finalLogit, moved);
  return { logit, general, prior, count, scale };
}

function learn(state: State, reader: FeatureReader, decision: AdDecision): AdLesson {
  const { text, isUnwelcome } = decision;
  state.decisions++;
  const { general, prior, count, scale } = judge(state, reader, text);
  const wrong = toProbability(general) - (isUnwelcome ? 1 : 0);
  const lesson = weigh(state, decision, Math.abs(wrong) >= contradiction);
  if (lesson.weight === 0) {
    state.decisions--;
    return lesson;
  }
  const error = wrong * lesson.weight;
  const slope = error * scale;
  // What was seen in many decisions moves less, also when these only confirmed it.
  const seen = lesson.weight * scale * scale * confirms;
  for (let at = 0; at < count; at++) {
    const place = reader.buckets[at]!;
    state.squares[place]! += Math.max(seen, slope * slope);
    state.weights[place]! -= (rate * slope) / Math.sqrt(state.squares[place]! + firstSquare);
  }
  state.biasSquares += Math.max(confirms, error * error);
  state.bias -= (biasRate * error) / Math.sqrt(state.biasSquares);
  const pull = (error * prior) / priorMost;
  state.trustSquares += Math.max(confirms, pull * pull);
  state.trust = Math.max(leastTrust, state.trust - (biasRate * pull) / Math.sqrt(state.trustSquares));
  return lesson;
}

/** How much a decision counts: less and less the more one moderator, one day or one text has taught already. */
function weigh(state: State, decision: AdDecision, contradicts: boolean): AdLesson {
  const { text, isUnwelcome, moderatorId, at, isFinal = false } = decision;
  const day = Math.floor(at.getTime() / dayMs);
  if (day !== state.day) {
    state.day = day;
    state.dayCount = 0;
    state.moderators.clear();
  }
  const repeats = countText(state.texts, { text, isUnwelcome, moderatorId, isFinal });
  const [times, against] = state.moderators.get(moderatorId) ?? [0, 0];
  const own: [number, number] = [times + 1, against + (contradicts ? 1 : 0)];
  if (!state.moderators.has(moderatorId)) state.sittings++;
  if (state.moderators.size < mostModerators || state.moderators.has(moderatorId))
    state.moderators.set(moderatorId, own);
  state.dayCount++;
  const byOwn = own[0] <= fullEach ? 1 : own[0] <= halfEach ? lessWeight : 0;
  const byAgainst = !contradicts || own[1] <= fullAgainst ? 1 : own[1] <= halfAgainst ? lessWeight / 2 : 0;
  const byModerator = Math.min(byOwn, byAgainst);
  const byDay = state.dayCount <= fullDay ? 1 : fullDay / state.dayCount / 4;
  const byText = 1 / repeats ** 2;
  const weight = byModerator * byDay * (byText < 0.02 ? 0 : byText);
  if (weight === 1) return { weight, heldBack: null };
  const least = Math.min(byModerator, byDay, byText);
  return { weight, heldBack: least === byText ? 'text' : least === byModerator ? 'moderator' : 'day' };
}

function emptyState(): State {
  return {
    weights: new Float32Array(size),
    squares: new Float32Array(size),
    bias: 0,
    biasSquares: 1,
    trust: 1,
    trustSquares: 1,
    decisions: 0,
    day: 0,
    dayCount: 0,
    moderators: new Map(),
    sittings: 0,
    texts: openTextMemory(),
  };
}

function storeState(state: State): AdLearnerFile {
  const places = findPlaces(state.squares);
  const pick = (from: Float32Array) => new Float32Array(places.length).map((_, at) => from[places[at]!]!);
  const { bias, biasSquares, trust, trustSquares, decisions, day, dayCount, sittings } = state;
  return {
    version: 1,
    bits,
    decisions,
    bias,
    biasSquares,
    trust,
    trustSquares,
    places: toBase64(places),
    weights: toBase64(pick(state.weights)),
    squares: toBase64(pick(state.squares)),
    day,
    dayCount,
    moderators: [...state.moderators],
    sittings,
    texts: state.texts.store(),
  };
}

/** Where anything was learned. */
function findPlaces(squares: Float32Array): Uint32Array {
  const places = new Uint32Array(squares.length);
  let count = 0;
  for (let place = 0; place < squares.length; place++) if (squares[place]! > 0) places[count++] = place;
  return places.slice(0, count);
}

function readState(file: AdLearnerFile): State {
  if (file.version !== 1 || file.bits !== bits)
    throw new RangeError(`a learner of version ${file.version} with ${file.bits} bits cannot be read`);
  const { bias, biasSquares, trust, trustSquares, decisions, day, dayCount, sittings } = file;
  const state = { ...emptyState(), bias, biasSquares, trust, trustSquares, decisions, day, dayCount, sittings };
  const places = new Uint32Array(fromBase64(file.places));
  const [weights, squares] = [new Float32Array(fromBase64(file.weights)), new Float32Array(fromBase64(file.squares))];
  for (const [at, place] of places.entries()) {
    if (place >= size) throw new RangeError(`a learner has ${size} places, and ${place} is none of them`);
    state.weights[place] = weights[at]!;
    state.squares[place] = squares[at]!;
  }
  return { ...state, moderators: new Map(file.moderators), texts: openTextMemory(file.texts) };
}

function toBase64(list: Uint32Array | Float32Array): string {
  const bytes = new Uint8Array(list.buffer, list.byteOffset, list.byteLength);
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x2000) text += String.fromCharCode(...bytes.subarray(at, at + 0x2000));
  return btoa(text);
}

function fromBase64(text: string): ArrayBuffer {
  const chars = atob(text);
  const bytes = new Uint8Array(chars.length);
  for (let at = 0; at < chars.length; at++) bytes[at] = chars.charCodeAt(at);
  return bytes.buffer;
}

function toProbability(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

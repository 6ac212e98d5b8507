/**
 * The community's own model of advertisements, kept in the process: built once from its file and the lessons after it, then it
 * learns each new lesson when the number of lessons grows. Where nothing was taught, the shipped rating decides.
 */
import { setImmediate } from 'node:timers/promises';
import { promisify } from 'node:util';
import { deflate, inflate } from 'node:zlib';
import {
  nameShippedModel,
  openAdLearner,
  rateAd,
  type AdDecision,
  type AdLearner,
  type AdLearnerFile,
} from '../../lib/text/index.ts';
import { createContext, type Ctx, type Services } from '../platform/context.ts';
import { selectLearner, type LearnerState, type Lesson, type OpenLesson } from './store/lessons.ts';

/** What rates the wording of a message. */
export interface WordingModel {
  /** The shipped model and how much the community has taught it, such as `3f9a0c21.17`. */
  readonly version: string;
  /** How likely a text is unwelcome here, 0 to 1. */
  rate(text: string): number;
  /** The community has taught that this is fine, whatever it looks like; asked only where something was found. */
  excuses(text: string): boolean;
}

/** A model with how far it has learned. */
export interface Learned extends WordingModel {
  /** The last change that is in it; grows. */
  learned: number;
  learner: AdLearner;
}

/** A model that was built from the beginning. */
export interface Built {
  model: Learned;
  /** How much each lesson that still has its words counts. */
  weights: Pick<Lesson, 'number' | 'weight' | 'heldBack'>[];
}

/** What is shipped, for communities that have taught nothing. */
export const shippedModel: WordingModel = { version: nameOf(0), rate: rateAd, excuses: () => false };

/** So far below what is shipped, and below this rating: more than one person on one day teaches about other texts. */
const excusedFrom = 2;
const excusedBelow = 0.3;
/** Models need 2 MB each; most installations have a handful of communities. */
const mostKept = 32;
/** A rebuilding lets others have their turn after this many lessons. */
const breathEach = 16;

interface Kept {
  learned: number;
  ready: Promise<Learned>;
}

const models = new WeakMap<Services, Map<string, Kept>>();

/** The model that knows at least `learned`; asks the database only when that is news to this process. */
export async function getModel(asking: Ctx, communityId: string, learned: number): Promise<WordingModel> {
  if (learned === 0) return shippedModel;
  const kept = keptIn(asking.services);
  const found = kept.get(communityId);
  if (found && found.learned >= learned) return found.ready;
  // A context of its own: what is kept must be what is committed.
  const { services, requestId, locale, publicUrl, log } = asking;
  const actor = { kind: 'system', name: 'rules.learn' } as const;
  const ctx = createContext(services, { actor, requestId, locale, publicUrl, log });
  const fresh: Kept = { learned, ready: catchUp(ctx, communityId, found) };
  keep(kept, communityId, fresh);
  fresh.ready.catch(() => kept.get(communityId) === fresh && kept.delete(communityId));
  return fresh.ready;
}

async function catchUp(ctx: Ctx, communityId: string, found: Kept | undefined): Promise<Learned> {
  const known = await found?.ready.catch(() => undefined);
  const state = await selectLearner(ctx, communityId, known?.learned ?? -1);
  if (!known || !state?.isMore) return (await buildModel(ctx, state)).model;
  for (const lesson of state.lessons) known.learner.learn(decisionOf(lesson));
  known.learned = state.version;
  return known;
}

/** Builds the model anew inside a transaction, with how much each open lesson counts; others see it once it is kept. */
export async function openModel(ctx: Ctx, communityId: string): Promise<Built> {
  return buildModel(ctx, await selectLearner(ctx, communityId, -1));
}

/** A copy to teach in a transaction; undefined when this process does not have it in the state that is asked for. */
export async function copyModel(ctx: Ctx, communityId: string, learned: number): Promise<Learned | undefined> {
  const known = await keptIn(ctx.services)
    .get(communityId)
    ?.ready.catch(() => undefined);
  return known?.learned === learned ? openWording(openAdLearner(known.learner.store()), learned) : undefined;
}

/** From the commit on messages are rated by this model. */
export function keepModel(ctx: Ctx, communityId: string, model: Learned): void {
  ctx.afterCommit(() => {
    const kept = keptIn(ctx.services);
    const before = kept.get(communityId);
    if (before && before.learned > model.learned) return;
    keep(kept, communityId, { learned: model.learned, ready: Promise.resolve(model) });
  });
}

async function buildModel(ctx: Ctx, state: LearnerState | undefined): Promise<Built> {
  const learner = await openFile(ctx, state?.file ?? null);
  const weights: Built['weights'] = [];
  for (const [at, lesson] of (state?.lessons ?? []).entries()) {
    if (at % breathEach === breathEach - 1) await setImmediate();
    weights.push({ number: lesson.number, ...learner.learn(decisionOf(lesson)) });
  }
  return { model: openWording(learner, state?.version ?? 0), weights };
}

/** The model as it was stored; one that a later version of the program cannot read begins anew. */
export async function openFile(ctx: Ctx, file: Buffer | null): Promise<AdLearner> {
  if (!file) return openAdLearner();
  try {
    return openAdLearner(JSON.parse((await inflateAside(file)).toString()) as AdLearnerFile);
  } catch (error) {
    ctx.log.error('rules.learner_unreadable', { error });
    return openAdLearner();
  }
}

/** The model as it is stored. */
export function packLearner(learner: AdLearner): Promise<Buffer> {
  return deflateAside(JSON.stringify(learner.store()));
}

/** A lesson as the model takes it. */
export function decisionOf({
  text,
  isUnwelcome,
  isFinal,
  taughtBy,
  taughtAt,
}: Omit<OpenLesson, 'number' | 'taughtAt'> & { taughtAt: string | Date }): AdDecision {
  return { text, isUnwelcome, isFinal, moderatorId: taughtBy, at: new Date(taughtAt) };
}

const inflateAside = promisify<Buffer, Buffer>(inflate);
const deflateAside = promisify<string, Buffer>(deflate);

/** A learner as what rates the wording of messages. */
export function openWording(learner: AdLearner, learned: number): Learned {
  return {
    learner,
    learned,
    // Read when it is asked for: one model learns on while it is in use.
    get version() {
      return nameOf(this.learned);
    },
    rate: (text) => learner.rate(text),
    excuses: (text) => {
      if (learner.settled(text) === false) return true;
      const rated = learner.rate(text);
      return rated < excusedBelow && logitOf(rateAd(text)) - logitOf(rated) >= excusedFrom;
    },
  };
}

function logitOf(rate: number): number {
  return Math.log(rate / (1 - rate));
}

function nameOf(learned: number): string {
  return `${nameShippedModel()}.${learned}`;
}

/** The models of this process. */
function keptIn(services: Services): Map<string, Kept> {
  const kept = models.get(services) ?? new Map<string, Kept>();
  models.set(services, kept);
  return kept;
}

/** The one that was changed longest ago goes first. */
function keep(kept: Map<string, Kept>, communityId: string, model: Kept): void {
  kept.delete(communityId);
  const [oldest] = kept.keys();
  if (oldest !== undefined && kept.size >= mostKept) kept.delete(oldest);
  kept.set(communityId, model);
}

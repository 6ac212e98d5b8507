/**
 * What moderators teach: each decision about the wording is a lesson, written down in the transaction that decides, and taken back
 * with the decision. Lessons keep their words for a while, so that taking one back is as if it had never been; later they are
 * folded into the model, and taking back is teaching the opposite.
 */
import { recordAudit } from '../platform/audit/audit.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { rulesErrors } from './errors.ts';
import { copyModel, decisionOf, keepModel, openFile, openModel, packLearner } from './learner.ts';
import { dropRevision } from './revision.ts';
import * as store from './store/lessons.ts';

export type { LearnedTally, Lesson } from './store/lessons.ts';

/** What is taught. */
export type NewLesson = Pick<store.Lesson, 'source' | 'caseId' | 'isUnwelcome' | 'taughtBy'> & {
  communityId: string;
  text: string;
  isFinal?: boolean;
  /** Who said it and who is named in it: the lesson loses its words with them. */
  people?: readonly string[];
};

/** So many lessons keep their words; then the older half is folded. */
export const mostOpen = 200;
/** Longer texts are learned from their beginning, which is all that the model reads. */
const longest = 4000;
/** For so long a reset can be taken back. */
const resetDays = 30;
const dayMs = 86_400_000;

/** Teaches the community's model; it holds from the commit on. */
export async function teach(ctx: Ctx, wish: NewLesson): Promise<store.Lesson> {
  return inTransaction(ctx, async (inner) => {
    const { communityId, source, caseId, isUnwelcome, taughtBy, isFinal = false, people = [] } = wish;
    const number = await store.raiseVersion(inner, communityId);
    const model = (await copyModel(inner, communityId, number - 1)) ?? (await openModel(inner, communityId)).model;
    const said = { text: wish.text.slice(0, longest), isUnwelcome, isFinal, taughtBy, taughtAt: inner.now() };
    const counted = model.learner.learn(decisionOf(said));
    model.learned = number;
    const lesson = { ...said, ...counted, number, source, caseId };
    await store.insertLesson(inner, communityId, { ...lesson, people });
    if ((await store.countOpen(inner, communityId)) >= mostOpen) await foldOlder(inner, communityId);
    keepModel(inner, communityId, model);
    dropRevision(inner, communityId);
    return lesson;
  });
}

/** Takes a lesson back; `text` is needed when its words are within the model already, else what it taught stays. */
export async function takeBack(
  ctx: Ctx,
  communityId: string,
  { lesson, text }: { lesson: store.Lesson & { isReset: boolean }; text: string | null },
): Promise<void> {
  await inTransaction(ctx, async (inner) => {
    const { number, isUnwelcome, isFinal, taughtBy, caseId } = lesson;
    const isWithin = lesson.text === null && !lesson.isReset;
    if (isWithin && text === null) return;
    await store.deleteLesson(inner, communityId, number);
    if (isWithin && text !== null) {
      // Under the name of whoever taught it, so that their word about this text is another one.
      const opposite = { source: 'undo', caseId, isUnwelcome: !isUnwelcome, isFinal, taughtBy, text } as const;
      await teach(inner, { communityId, ...opposite });
    } else await learnAgain(inner, communityId);
  });
}

/** Builds the model once more from what stands; a lesson may count more when an earlier one is gone. */
async function learnAgain(ctx: Ctx, communityId: string): Promise<void> {
  await store.markRebuilt(ctx, communityId, await store.raiseVersion(ctx, communityId));
  const { model, weights } = await openModel(ctx, communityId);
  await store.updateWeights(ctx, communityId, weights);
  keepModel(ctx, communityId, model);
  dropRevision(ctx, communityId);
}

/** Throws away all that was learned; for some weeks it can be brought back. */
export async function resetLearner(ctx: Ctx, communityId: string): Promise<store.LearnedTally> {
  return inTransaction(ctx, async (inner) => {
    const before = await store.tallyLessons(inner, communityId);
    const version = await store.raiseVersion(inner, communityId);
    await foldThrough(inner, communityId, version);
    await store.resetLearner(inner, communityId, version);
    dropRevision(inner, communityId);
    const detail = { lessons: before?.lessons ?? 0 };
    await recordAudit(inner, { communityId, action: 'rules.reset_learner', detail });
    return tallyLessons(inner, communityId);
  });
}

/** Brings back what a reset has thrown away, with what was taught since. */
export async function undoReset(ctx: Ctx, communityId: string): Promise<store.LearnedTally> {
  return inTransaction(ctx, async (inner) => {
    const version = await store.raiseVersion(inner, communityId);
    if (!(await store.undoReset(inner, communityId, version))) throw rulesErrors.reset_final();
    dropRevision(inner, communityId);
    await recordAudit(inner, { communityId, action: 'rules.undo_reset', detail: {} });
    return tallyLessons(inner, communityId);
  });
}

const nothing: store.LearnedTally = {
  version: 0,
  lessons: 0,
  unwelcome: 0,
  heldBack: 0,
  since: null,
  resetAt: null,
  canUndoReset: false,
};

/** How much a community has taught, and since when. */
export async function tallyLessons(ctx: Ctx, communityId: string): Promise<store.LearnedTally> {
  return (await store.tallyLessons(ctx, communityId)) ?? nothing;
}

async function foldOlder(ctx: Ctx, communityId: string): Promise<void> {
  const { lessons } = await openLessons(ctx, communityId);
  const last = lessons[lessons.length - mostOpen / 2 - 1];
  if (last) await foldThrough(ctx, communityId, last.number);
}

/** Folds lessons up to a number into the file: their words are gone, what they taught stays. The caller holds the lock. */
async function foldThrough(ctx: Ctx, communityId: string, through: number): Promise<void> {
  const { file, lessons } = await openLessons(ctx, communityId);
  const learner = await openFile(ctx, file);
  for (const lesson of lessons) if (lesson.number <= through) learner.learn(decisionOf(lesson));
  await store.foldLessons(ctx, communityId, { through, file: await packLearner(learner) });
}

async function openLessons(ctx: Ctx, communityId: string) {
  return (await store.selectLearner(ctx, communityId, -1)) ?? { file: null, lessons: [] };
}

/** Forgets the words of lessons that speak of people; what they taught stays. */
export async function forgetLessonsOf(ctx: Ctx, communityId: string, people: readonly string[]): Promise<void> {
  await forgetUpTo(ctx, communityId, { people });
}

/** Forgets the words of lessons that were taught long ago, and the way back from an old reset. */
export async function forgetOldLessons(ctx: Ctx, communityId: string, before: Date): Promise<void> {
  await forgetUpTo(ctx, communityId, { before });
  await store.forgetReset(ctx, communityId, new Date(ctx.now().getTime() - resetDays * dayMs));
}

async function forgetUpTo(ctx: Ctx, communityId: string, which: { people: readonly string[] } | { before: Date }) {
  await inTransaction(ctx, async (inner) => {
    if ((await store.selectLastOpen(inner, communityId, which)) === null) return;
    await store.lockLearner(inner, communityId);
    const last = await store.selectLastOpen(inner, communityId, which);
    if (last !== null) await foldThrough(inner, communityId, last);
  });
}

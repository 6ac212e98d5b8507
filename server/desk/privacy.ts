/** What this module keeps of people: being forgotten, taking it along, exporting a community. */
import { partsOfTables, type ExportPart } from '../communities/index.ts';
import type { PersonEraser, PersonExporter, PersonTimeline } from '../people/index.ts';
import { cancelTask, eraseTasksAbout } from '../team/index.ts';
import { showQuestion } from './live.ts';
import { eraseAnswerers, selectVerdictsOf } from './store/answers.ts';
import { eraseWords } from './store/inbox.ts';
import { qualityTables } from './store/reviews.ts';
import { eraseAnswers, eraseQuestions, selectQuestionsAfter, selectQuestionsOf } from './store/own-questions.ts';

const step = 500;

/** Forgets what a person asked: the question stays as a number, without words and under the tombstone. */
export const eraseDesk: PersonEraser = {
  name: 'desk',
  erase: async (ctx, who, budget) => {
    const { communityId, identityIds } = who;
    const asked = await eraseQuestions(ctx, who, budget);
    for (const question of asked) {
      if (question.overdueTaskId) await cancelTask(ctx, { communityId, taskId: question.overdueTaskId });
      showQuestion(ctx, question);
    }
    if (asked.length === budget) return { done: false, rows: asked.length };
    // Tasks made since the earlier modules have finished.
    const tasks = await eraseTasksAbout(ctx, { communityId, identityIds });
    const words = await eraseWords(ctx, who);
    const answers = (await eraseAnswers(ctx, who)) + (await eraseAnswerers(ctx, who));
    return { done: true, rows: asked.length + tasks + words + answers };
  },
};

/** What a person asked, and what became of it. */
export const exportQuestions: PersonExporter = {
  name: 'desk',
  export: async (ctx, { communityId, identityIds }) => {
    const questions = await selectQuestionsOf(ctx, communityId, { identityIds, limit: 10_000 });
    const asked = questions.filter(({ askedBy }) => identityIds.includes(askedBy));
    return asked.map(({ groupId, messageId, at, excerpt, state, answeredAt }) => ({
      groupId,
      messageId,
      at,
      excerpt,
      state,
      answeredAt,
    }));
  },
};

/** What a person said of the answers they got. */
export const exportVerdicts: PersonExporter = {
  name: 'desk_verdicts',
  export: (ctx, { communityId, identityIds }) => selectVerdictsOf(ctx, communityId, identityIds),
};

/** What a person asked and answered, by time. */
export const deskTimeline: PersonTimeline = {
  name: 'desk',
  list: async (ctx, { communityId, identityIds, until, limit }) => {
    const questions = await selectQuestionsOf(ctx, communityId, { identityIds, until, limit: limit * 2 });
    return questions.flatMap(({ id, groupId, at, excerpt, state, askedBy, answeredBy, answeredAt }) => {
      const data = { questionId: id, excerpt, state };
      const asked = { key: `asked ${id}`, at, kind: 'desk.asked', groupId, data };
      const answered = { key: `answered ${id}`, at: answeredAt ?? at, kind: 'desk.answered', groupId, data };
      return [
        ...(identityIds.includes(askedBy) ? [asked] : []),
        ...(answeredBy !== null && identityIds.includes(answeredBy) ? [answered] : []),
      ].filter((entry) => until === null || entry.at <= until);
    });
  },
};

/** Answers with what their askers say, and what reviewers say of them. */
export const qualityParts = partsOfTables('desk', qualityTables);

/** All questions of a community. */
export const exportDesk: ExportPart = {
  name: 'desk.question',
  rows: async function* (ctx, communityId) {
    for (let after: string | null = null; ;) {
      const rows = await selectQuestionsAfter(ctx, communityId, { after, limit: step });
      yield* rows.map((question) => ({ ...question }));
      if (rows.length < step) return;
      after = rows.at(-1)!.id;
    }
  },
};

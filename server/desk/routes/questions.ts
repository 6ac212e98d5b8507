/** Routes of questions: what waits, whose it is, what became of it, the answer from the desk. */
import { z } from 'zod';
import { clientIdShape, messageShape } from '../../carriers/index.ts';
import { listIdentities } from '../../people/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { can } from '../../platform/http/access.ts';
import { pageOf, pageQuery } from '../../platform/http/cursor.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { userOf } from '../../team/index.ts';
import {
  answerQuestion,
  assignQuestion,
  closeQuestion,
  countQuestions,
  getQuestion,
  listQuestions,
  reopenQuestion,
  snoozeQuestion,
} from '../question.ts';
import { selectVerdicts } from '../store/answers.ts';
import { closeReasons, questionStates, type Question } from '../question-state.ts';

const base = '/api/communities/{communityId}';
const params = z.object({ communityId: z.uuid() });
const questionParams = params.extend({ questionId: z.uuid() });

const speakerShape = z.object({
  identityId: z.string(),
  /** Null for the official voice and for who was erased. */
  personId: z.string().nullable(),
  name: z.string(),
  pictureId: z.string().nullable(),
  kind: z.enum(['member', 'official', 'bot', 'tombstone']),
});

/** A question as the desk shows it. */
export const questionShape = z
  .object({
    id: z.string(),
    groupId: z.string(),
    messageId: z.string(),
    at: z.string(),
    excerpt: z.string(),
    askedBy: speakerShape,
    dueAt: z.string().nullable(),
    overdue: z.boolean(),
    state: z.enum(questionStates),
    assigneeId: z.string().nullable(),
    /** When the roster gave it to them; null = somebody did, or they took it. */
    givenAt: z.string().nullable(),
    answer: z
      .object({ how: z.enum(['reply', 'linked', 'team']), messageId: z.string(), at: z.string(), by: speakerShape })
      .nullable(),
    closeReason: z.enum(closeReasons).nullable(),
    settledAt: z.string().nullable(),
    overdueTaskId: z.string().nullable(),
    snoozedUntil: z.string().nullable(),
    /** What the asker says of an answer to it. */
    askerSays: z.enum(['helpful', 'unsolved']).nullable(),
  })
  .meta({ id: 'Question' });

/** Questions with the names of those who asked and answered. */
export async function showQuestions(
  ctx: Ctx,
  communityId: string,
  questions: readonly Question[],
): Promise<z.input<typeof questionShape>[]> {
  const ids = [...new Set(questions.flatMap(({ askedBy, answeredBy }) => [askedBy, answeredBy ?? []].flat()))];
  const found = ids.length > 0 ? await listIdentities(ctx, communityId, ids) : [];
  const speakers = new Map(
    found.map(({ id, personId, name, pictureId, kind }) => [id, { identityId: id, personId, name, pictureId, kind }]),
  );
  const speaker = (identityId: string) =>
    speakers.get(identityId) ?? { identityId, personId: null, name: '', pictureId: null, kind: 'tombstone' as const };
  const said = await selectVerdicts(
    ctx,
    communityId,
    questions.map(({ id }) => id),
  );
  const now = ctx.now();
  return questions.map((question) => {
    const { id, groupId, messageId, excerpt, state, assigneeId, closeReason, overdueTaskId } = question;
    const { answeredHow, answeredBy, answeredMessageId, answeredAt, dueAt, snoozedUntil, givenAt } = question;
    const isAnswered = answeredHow && answeredBy && answeredMessageId && answeredAt;
    return {
      id,
      groupId,
      messageId,
      at: question.at.toISOString(),
      excerpt,
      askedBy: speaker(question.askedBy),
      dueAt: dueAt?.toISOString() ?? null,
      overdue: state === 'open' && dueAt !== null && dueAt < now,
      state,
      assigneeId,
      givenAt: givenAt?.toISOString() ?? null,
      answer: isAnswered
        ? { how: answeredHow, messageId: answeredMessageId, at: answeredAt.toISOString(), by: speaker(answeredBy) }
        : null,
      closeReason,
      settledAt: question.settledAt?.toISOString() ?? null,
      overdueTaskId,
      snoozedUntil: snoozedUntil?.toISOString() ?? null,
      askerSays: said.get(id) ?? null,
    };
  });
}

async function showOne(ctx: Ctx, question: Question) {
  return (await showQuestions(ctx, question.communityId, [question]))[0]!;
}

const listQuery = pageQuery.extend({
  state: z.enum(questionStates).default('open'),
  groupId: z.uuid().optional(),
  assignee: z.union([z.enum(['me', 'nobody']), z.uuid()]).optional(),
  due: z.enum(['overdue']).optional(),
  /** Only those that are put off, or only the others. */
  snoozed: z.enum(['only', 'without']).optional(),
});

function filterOf(ctx: Ctx, { state, groupId, assignee, due, snoozed }: z.output<typeof listQuery>) {
  const assigneeId = assignee === 'me' ? userOf(ctx.actor) : assignee === 'nobody' ? null : assignee;
  return { state, groupId, assigneeId, snoozed, dueBefore: due === 'overdue' ? ctx.now() : undefined };
}

/** Routes of questions. */
export const questionRoutes: readonly Route[] = [
  defineRoute({
    name: 'desk.list_questions',
    method: 'get',
    path: `${base}/questions`,
    summary: 'Questions of members: open ones by their promise, settled ones latest first',
    access: can('desk.read'),
    params,
    query: listQuery,
    response: pageOf(questionShape),
    handle: async (ctx, { params: { communityId }, query }) => {
      const { cursor, limit } = query;
      const page = await listQuestions(ctx, communityId, { filter: filterOf(ctx, query), cursor, limit });
      return { ...page, items: await showQuestions(ctx, communityId, page.items) };
    },
  }),
  defineRoute({
    name: 'desk.count_questions',
    method: 'get',
    path: `${base}/question-counts`,
    summary:
      "How many questions wait: all, late, mine, of nobody; and today's answers with their median wait in minutes",
    access: can('desk.read'),
    params,
    response: z.object({
      open: z.int(),
      overdue: z.int(),
      mine: z.int(),
      unassigned: z.int(),
      answered: z.int(),
      medianMinutes: z.number().nullable(),
    }),
    handle: (ctx, { params: { communityId } }) => countQuestions(ctx, communityId),
  }),
  defineRoute({
    name: 'desk.get_question',
    method: 'get',
    path: `${base}/questions/{questionId}`,
    summary: 'One question',
    access: can('desk.read'),
    params: questionParams,
    response: questionShape,
    handle: async (ctx, { params: id }) => showOne(ctx, await getQuestion(ctx, id)),
  }),
  defineRoute({
    name: 'desk.answer_question',
    method: 'post',
    path: `${base}/questions/{questionId}/answer`,
    summary:
      'Answer in the group with the official voice; where the platform needs human hands, `taskId` says who carries it over',
    access: can('desk.answer'),
    limit: { name: 'desk.answer', per: 'actor', burst: 60, perMinute: 60 },
    params: questionParams,
    body: z.strictObject({ clientId: clientIdShape, text: z.string().max(20_000), scriptId: z.uuid().optional() }),
    response: z.object({ question: questionShape, message: messageShape, taskId: z.uuid().nullable() }),
    handle: async (ctx, { params: id, body }) => {
      const { question, message, taskId } = await answerQuestion(ctx, { ...id, ...body });
      return { question: await showOne(ctx, question), message, taskId };
    },
  }),
  defineRoute({
    name: 'desk.assign_question',
    method: 'post',
    path: `${base}/questions/{questionId}/assign`,
    summary: 'Give an open question to somebody of the team, or (null) to nobody',
    access: can('desk.work'),
    params: questionParams,
    body: z.strictObject({ assigneeId: z.uuid().nullable() }),
    response: questionShape,
    handle: async (ctx, { params: id, body }) => showOne(ctx, await assignQuestion(ctx, { ...id, ...body })),
  }),
  defineRoute({
    name: 'desk.snooze_question',
    method: 'post',
    path: `${base}/questions/{questionId}/snooze`,
    summary: 'Put an open question off until a moment within a week, or (null) take that back; the promise goes on',
    access: can('desk.work'),
    params: questionParams,
    body: z.strictObject({ until: z.iso.datetime({ offset: true }).nullable() }),
    response: questionShape,
    handle: async (ctx, { params: id, body: { until } }) =>
      showOne(ctx, await snoozeQuestion(ctx, { ...id, until: until === null ? null : new Date(until) })),
  }),
  defineRoute({
    name: 'desk.close_question',
    method: 'post',
    path: `${base}/questions/{questionId}/close`,
    summary: 'Lay a question aside: settled elsewhere, or no question at all; saying so twice changes nothing',
    access: can('desk.work'),
    params: questionParams,
    body: z.strictObject({ reason: z.enum(['settled', 'no_question']).default('settled') }),
    response: questionShape,
    handle: async (ctx, { params: id, body }) => showOne(ctx, await closeQuestion(ctx, { ...id, ...body })),
  }),
  defineRoute({
    name: 'desk.reopen_question',
    method: 'post',
    path: `${base}/questions/{questionId}/reopen`,
    summary: 'Take an answer or a closing back: the question is open again',
    access: can('desk.work'),
    params: questionParams,
    body: z.strictObject({}),
    response: questionShape,
    handle: async (ctx, { params: id }) => showOne(ctx, await reopenQuestion(ctx, id)),
  }),
];

/** Routes of answer quality: what askers say, the sample for a second look, what reviewers say together, how much of both. */
import { z } from 'zod';
import { recordAudit } from '../../platform/audit/audit.ts';
import { checkPermission } from '../../platform/auth/grants.ts';
import { inTransaction, type Ctx } from '../../platform/context.ts';
import { can } from '../../platform/http/access.ts';
import { pageOf, pageQuery } from '../../platform/http/cursor.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { getSettings, setSettings } from '../../platform/settings.ts';
import { deskSettings } from '../promise.ts';
import { share } from '../response/routes.ts';
import type { Review } from '../store/reviews.ts';
import { fewestShared, summarizeReviews } from './agreement.ts';
import { listOwnReviews, listSample, reviewAnswer, sampleParts, type SampledAnswer } from './review.ts';
import { fewestVerdicts, readSatisfaction } from './satisfaction.ts';

const base = '/api/communities/{communityId}';
const params = z.object({ communityId: z.uuid() });
const days = z
  .enum(['7', '28', '90'])
  .default('28')
  .transform((given) => Number(given));

const satisfaction = z
  .object({ answers: z.int(), helpful: z.int(), unsolved: z.int(), share })
  .meta({ id: 'Satisfaction' });
const answerer = z.object({ id: z.string(), kind: z.enum(['operator', 'host']), name: z.string() });
const judgement = {
  isRight: z.boolean(),
  isKind: z.boolean(),
  isComplete: z.boolean(),
};
const review = z.object({ ...judgement, note: z.string(), at: z.string(), name: z.string() });
const sampled = z
  .object({
    id: z.string(),
    questionId: z.string(),
    groupId: z.string(),
    at: z.string(),
    answerer,
    question: z.object({ at: z.string(), text: z.string(), askedBy: z.string() }),
    text: z.string().nullable(),
    /** What the asker says; kept back until the reader has said what they think. */
    verdict: z.enum(['helpful', 'unsolved']).nullable(),
    mine: review.nullable(),
    others: z.array(review),
  })
  .meta({ id: 'SampledAnswer' });
const shares = z.object({ isRight: share, isKind: share, isComplete: share });
const kappa = z
  .object({ agreed: z.number(), kappa: z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable() })
  .meta({ id: 'Kappa' });
const person = z.object({ userId: z.string(), name: z.string() });
const settingsShape = z.strictObject({
  askDays: z.int().min(0).max(14),
  reviewsPerSteward: z.int().min(0).max(20),
});

async function viewOf(ctx: Ctx, communityId: string): Promise<'all' | 'own'> {
  return (await checkPermission(ctx, 'desk.manage', communityId)) === 'granted' ? 'all' : 'own';
}

function showReview({ isRight, isKind, isComplete, note, at }: Review, name: string): z.input<typeof review> {
  return { isRight, isKind, isComplete, note, at: at.toISOString(), name };
}

function show({ answer, answerer: who, question, text, mine, others }: SampledAnswer): z.input<typeof sampled> {
  const { id, questionId, groupId, verdict } = answer;
  return {
    id,
    questionId,
    groupId,
    at: answer.at.toISOString(),
    answerer: who,
    question: { ...question, at: question.at.toISOString() },
    text,
    verdict: verdict === 'aside' ? null : verdict,
    mine: mine && showReview(mine, ''),
    others: others.map((one) => showReview(one, one.name)),
  };
}

/** Routes of answer quality. */
export const qualityRoutes: readonly Route[] = [
  defineRoute({
    name: 'desk.read_satisfaction',
    method: 'get',
    path: `${base}/satisfaction`,
    summary:
      'What askers say of answers: of the team, each steward, each script; shares with their interval, or too little',
    access: can('desk.read'),
    params,
    query: z.strictObject({ days }),
    response: z.object({
      from: z.string(),
      until: z.string(),
      fewest: z.int(),
      team: satisfaction,
      members: satisfaction,
      stewards: z.array(answerer.extend({ said: satisfaction })),
      scripts: z.array(
        z.object({ scriptId: z.string(), title: z.string(), standard: z.boolean(), said: satisfaction }),
      ),
    }),
    handle: async (ctx, { params: { communityId }, query }) => {
      const view = await viewOf(ctx, communityId);
      const found = await readSatisfaction(ctx, communityId, { ...query, stewards: view });
      return {
        ...found,
        from: found.from.toISOString(),
        until: found.until.toISOString(),
        fewest: fewestVerdicts,
        stewards: found.stewards.map(({ id, kind, name, ...said }) => ({ id, kind, name, said })),
        scripts: found.scripts.map(({ scriptId, title, standard, ...said }) => ({ scriptId, title, standard, said })),
      };
    },
  }),
  defineRoute({
    name: 'desk.list_sample',
    method: 'get',
    path: `${base}/answer-sample`,
    summary:
      "Answers of others that were drawn in a week for a second look; what others say of one is shown after one's own word",
    access: can('desk.answer'),
    params,
    query: pageQuery.extend({ week: z.iso.date().optional(), part: z.enum(sampleParts).default('todo') }),
    response: pageOf(sampled).extend({ week: z.string(), todo: z.int(), done: z.int() }),
    handle: async (ctx, { params: { communityId }, query }) => {
      const page = await listSample(ctx, communityId, query);
      return { ...page, items: page.items.map(show) };
    },
  }),
  defineRoute({
    name: 'desk.review_answer',
    method: 'put',
    path: `${base}/answer-sample/{answerId}`,
    summary: 'Say whether an answer that was drawn is right, kind and complete; saying it anew replaces it',
    access: can('desk.answer'),
    params: params.extend({ answerId: z.uuid() }),
    body: z.strictObject({ ...judgement, note: z.string().trim().max(1000).default('') }),
    response: sampled,
    handle: async (ctx, { params: id, body }) => show(await reviewAnswer(ctx, id, body)),
  }),
  defineRoute({
    name: 'desk.list_own_reviews',
    method: 'get',
    path: `${base}/own-reviews`,
    summary: 'My answers that others have looked at, with what they say',
    access: can('desk.answer'),
    params,
    query: pageQuery,
    response: pageOf(sampled),
    handle: async (ctx, { params: { communityId }, query }) => {
      const page = await listOwnReviews(ctx, communityId, query);
      return { ...page, items: page.items.map(show) };
    },
  }),
  defineRoute({
    name: 'desk.summarize_reviews',
    method: 'get',
    path: `${base}/review-summary`,
    summary: "Reviews added up for each steward, and how far two reviewers agree (Cohen's kappa), or too little",
    access: can('desk.answer'),
    params,
    query: z.strictObject({ days: days.default(90) }),
    response: z.object({
      reviews: z.int(),
      fewest: z.int(),
      fewestShared: z.int(),
      stewards: z.array(answerer.extend({ reviews: z.int(), shares })),
      pairs: z.array(
        z.object({
          one: person,
          other: person,
          n: z.int(),
          agreement: z.object({ isRight: kappa, isKind: kappa, isComplete: kappa }).nullable(),
        }),
      ),
    }),
    handle: async (ctx, { params: { communityId }, query }) => {
      const found = await summarizeReviews(ctx, communityId, { ...query, stewards: await viewOf(ctx, communityId) });
      return { ...found, fewest: fewestVerdicts, fewestShared };
    },
  }),
  defineRoute({
    name: 'desk.get_quality_settings',
    method: 'get',
    path: `${base}/quality-settings`,
    summary: 'For how many days askers are asked, and how many answers of each steward are drawn each week',
    access: can('desk.read'),
    params,
    response: settingsShape,
    handle: async (ctx, { params: { communityId } }) => {
      const { askDays, reviewsPerSteward } = await getSettings(ctx, deskSettings, communityId);
      return { askDays, reviewsPerSteward };
    },
  }),
  defineRoute({
    name: 'desk.set_quality_settings',
    method: 'put',
    path: `${base}/quality-settings`,
    summary: 'Change for how long askers are asked and how much is drawn; 0 switches either off',
    access: can('desk.manage'),
    params,
    body: settingsShape,
    response: settingsShape,
    handle: (ctx, { params: { communityId }, body }) =>
      inTransaction(ctx, async (inner) => {
        const before = await getSettings(inner, deskSettings, communityId);
        const after = await setSettings(inner, deskSettings, { communityId, value: { ...before, ...body } });
        await recordAudit(inner, { communityId, action: 'desk.set_desk_settings', detail: { before, after } });
        return { askDays: after.askDays, reviewsPerSteward: after.reviewsPerSteward };
      }),
  }),
];

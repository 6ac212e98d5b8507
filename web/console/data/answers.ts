// How good answers are: what askers say, the sample of a week, what reviewers say.
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../kit/api.ts';
import type { ApiError } from '../../kit/problem.ts';
import { useChange } from './change.ts';
import { usePages } from './page.ts';
import type { AnswerTo } from './shape.ts';

/** What askers say of answers. */
export type Satisfaction = AnswerTo<'/api/communities/{communityId}/satisfaction'>;

/** Answers and what was said of them. */
export type Said = Satisfaction['team'];

/** A share with its interval; null = too little. */
export type Share = Said['share'];

/** A page of the sample of a week. */
export type SamplePage = AnswerTo<'/api/communities/{communityId}/answer-sample'>;

/** An answer that was drawn for a second look. */
export type SampledAnswer = SamplePage['items'][number];

/** What one reviewer says of an answer. */
export type Review = NonNullable<SampledAnswer['others'][number]>;

/** What reviewers say together. */
export type ReviewSummary = AnswerTo<'/api/communities/{communityId}/review-summary'>;

/** What is looked at in an answer. */
export const criteria = ['isRight', 'isKind', 'isComplete'] as const;

/** A second look at an answer. */
export interface Judgement extends Record<(typeof criteria)[number], boolean> {
  note: string;
}

/** How long askers are asked, and how much is drawn. */
export type QualitySettings = AnswerTo<'/api/communities/{communityId}/quality-settings'>;

/** What askers say of the answers of the last days. */
export function useSatisfaction(communityId: string, days: '7' | '28' | '90') {
  return useQuery<Satisfaction, ApiError>({
    queryKey: ['answers', communityId, 'satisfaction', days],
    queryFn: () =>
      answerOf<Satisfaction>(
        api.GET('/api/communities/{communityId}/satisfaction', { params: { path: { communityId }, query: { days } } }),
      ),
  });
}

/** Answers of a week that were drawn: those still to be looked at, or those that I have looked at. */
export function useSample(communityId: string, wish: { week?: string; part: 'todo' | 'done' }) {
  return usePages({
    queryKey: ['answers', communityId, 'sample', wish],
    ask: (page) =>
      answerOf<SamplePage>(
        api.GET('/api/communities/{communityId}/answer-sample', {
          params: { path: { communityId }, query: { ...wish, limit: 30, ...page } },
        }),
      ),
  });
}

/** Answers of mine that others have looked at. */
export function useOwnReviews(communityId: string) {
  return usePages({
    queryKey: ['answers', communityId, 'own'],
    ask: (page) =>
      answerOf<AnswerTo<'/api/communities/{communityId}/own-reviews'>>(
        api.GET('/api/communities/{communityId}/own-reviews', {
          params: { path: { communityId }, query: { limit: 30, ...page } },
        }),
      ),
  });
}

/** Reviews of the last quarter, added up. */
export function useReviewSummary(communityId: string) {
  return useQuery<ReviewSummary, ApiError>({
    queryKey: ['answers', communityId, 'summary'],
    queryFn: () =>
      answerOf<ReviewSummary>(
        api.GET('/api/communities/{communityId}/review-summary', { params: { path: { communityId } } }),
      ),
  });
}

/** Says what one thinks of an answer. */
export function useReviewAnswer(communityId: string) {
  return useChange(
    ({ answerId, judgement }: { answerId: string; judgement: Judgement }) =>
      answerOf<SampledAnswer>(
        api.PUT('/api/communities/{communityId}/answer-sample/{answerId}', {
          params: { path: { communityId, answerId } },
          body: judgement,
        }),
      ),
    [['answers', communityId]],
  );
}

/** How long askers are asked, and how much is drawn. */
export function useQualitySettings(communityId: string) {
  return useQuery<QualitySettings, ApiError>({
    queryKey: ['answers', communityId, 'settings'],
    queryFn: () =>
      answerOf<QualitySettings>(
        api.GET('/api/communities/{communityId}/quality-settings', { params: { path: { communityId } } }),
      ),
  });
}

/** Changes how long askers are asked and how much is drawn. */
export function useSetQuality(communityId: string) {
  return useChange(
    (settings: QualitySettings) =>
      answerOf<QualitySettings>(
        api.PUT('/api/communities/{communityId}/quality-settings', {
          params: { path: { communityId } },
          body: settings,
        }),
      ),
    [['answers', communityId]],
  );
}

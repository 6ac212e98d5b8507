// What a community teaches its program: lessons, how much was learned, word packs to begin with, and how well the checks do.
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../kit/api.ts';
import type { ApiError } from '../../kit/problem.ts';
import { useChange } from './change.ts';
import { usePages } from './page.ts';
import { touchedByRules } from './rules.ts';
import type { AnswerTo } from './shape.ts';

const base = '/api/communities/{communityId}/rules' as const;

type LessonPage = AnswerTo<'/api/communities/{communityId}/rules/lessons'>;

/** What somebody taught, and how much it counted. */
export type Lesson = LessonPage['items'][number];

/** How much was learned, and since when. */
export type Learned = AnswerTo<'/api/communities/{communityId}/rules/learned'>;

/** How well the checks do. */
export type Quality = AnswerTo<'/api/communities/{communityId}/rules/quality'>;

/** One check in one period. */
export type PeriodQuality = Quality['all']['periods'][number];

/** A word pack as it is offered. */
export type WordPack = AnswerTo<'/api/communities/{communityId}/rules/packs'>['items'][number];

/** What is called unwelcome or fine. */
export type TeachingAbout = { text: string } | { caseId: string } | { groupId: string; messageId: string };

/** What was taught, newest first. */
export function useLessons(communityId: string) {
  return usePages({
    queryKey: ['rules', communityId, 'lessons'],
    ask: (page) =>
      answerOf<LessonPage>(
        api.GET(`${base}/lessons`, { params: { path: { communityId }, query: { limit: 10, ...page } } }),
      ),
  });
}

/** How much was learned. */
export function useLearned(communityId: string) {
  return useQuery<Learned, ApiError>({
    queryKey: ['rules', communityId, 'learned'],
    queryFn: () => answerOf<Learned>(api.GET(`${base}/learned`, { params: { path: { communityId } } })),
  });
}

/** Calls something unwelcome or fine; it counts from the next message on. */
export function useTeach(communityId: string) {
  return useChange(
    (body: { about: TeachingAbout; isUnwelcome: boolean }) =>
      answerOf<Lesson>(api.POST(`${base}/lessons`, { params: { path: { communityId } }, body })),
    touchedByRules(communityId),
  );
}

/** Takes back what was taught by hand. */
export function useTakeBackLesson(communityId: string) {
  return useChange(
    (number: number) =>
      answerOf<unknown>(api.DELETE(`${base}/lessons/{number}`, { params: { path: { communityId, number } } })),
    touchedByRules(communityId),
  );
}

/** Throws away all that was taught, or brings it back. */
export function useResetLearned(communityId: string) {
  return useChange((how: 'reset' | 'undo-reset') => {
    const params = { path: { communityId } };
    return how === 'reset'
      ? answerOf<Learned>(api.POST(`${base}/learned/reset`, { params, body: {} }))
      : answerOf<Learned>(api.POST(`${base}/learned/undo-reset`, { params, body: {} }));
  }, touchedByRules(communityId));
}

/** How well the checks do. */
export function useQuality(communityId: string) {
  return useQuery<Quality, ApiError>({
    queryKey: ['rules', communityId, 'quality'],
    queryFn: () => answerOf<Quality>(api.GET(`${base}/quality`, { params: { path: { communityId } } })),
  });
}

/** Word packs, and as which list each was added. */
export function usePacks(communityId: string) {
  return useQuery<WordPack[], ApiError>({
    queryKey: ['rules', communityId, 'packs'],
    queryFn: async () =>
      (await answerOf<{ items: WordPack[] }>(api.GET(`${base}/packs`, { params: { path: { communityId } } }))).items,
  });
}

/** Adds a word pack as a list. */
export function useAddPack(communityId: string) {
  return useChange(
    (pack: WordPack['key']) =>
      answerOf<{ listId: string }>(
        api.POST(`${base}/packs/{pack}`, { params: { path: { communityId, pack } }, body: {} }),
      ),
    touchedByRules(communityId),
  );
}

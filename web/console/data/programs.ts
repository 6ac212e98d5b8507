// Programs of a community: check-ins with their numbers, boards and days, and the welcome of newcomers.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../kit/api.ts';
import type { paths } from '../../kit/api-types.ts';
import type { ApiError } from '../../kit/problem.ts';
import { useChange } from './change.ts';
import type { AnswerTo } from './shape.ts';

const base = '/api/communities/{communityId}/programs';
const one = '/api/communities/{communityId}/programs/{programId}';
const person = '/api/communities/{communityId}/programs/{programId}/people/{identityId}';

/** A check-in with how it stands and how it goes. */
export type Program = AnswerTo<typeof base>['items'][number];

/** A page of a board. */
export type BoardPage = AnswerTo<'/api/communities/{communityId}/programs/{programId}/board'>;

/** A line of a board. */
export type BoardLine = BoardPage['items'][number];

/** The days of a month with how many came. */
export type ProgramMonth = AnswerTo<'/api/communities/{communityId}/programs/{programId}/days'>;

/** One person in one program. */
export type PersonDays = AnswerTo<typeof person>;

/** A page of who has checked in when. */
export type CheckInLog = AnswerTo<'/api/communities/{communityId}/check-ins'>;

/** How newcomers are welcomed. */
export type Welcome = AnswerTo<'/api/communities/{communityId}/welcome'>['welcome'];

/** A newcomer and what became of the welcome. */
export type Newcomer = AnswerTo<'/api/communities/{communityId}/welcome/arrivals'>['items'][number];

/** What a check-in is made of. */
export type ProgramBody = paths[typeof base]['post']['requestBody']['content']['application/json'];

/** Which part of a board is shown. */
export interface BoardFilter {
  scope: 'week' | 'all';
  groupId?: string;
  q?: string;
  cursor?: string;
  limit?: number;
}

/** Which check-ins are shown; days are days of the community's time zone. */
export interface LogFilter {
  from: string;
  to: string;
  groupId?: string;
  programId?: string;
  q?: string;
  cursor?: string;
  limit?: number;
}

/** The programs, all or those of one group with its numbers. */
export function usePrograms(communityId: string, groupId?: string) {
  return useQuery<{ items: Program[] }, ApiError>({
    queryKey: ['programs', communityId, groupId ?? ''],
    queryFn: () =>
      answerOf<{ items: Program[] }>(
        api.GET(base, { params: { path: { communityId }, query: groupId ? { groupId } : {} } }),
      ),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });
}

/** One program. */
export function useProgram(communityId: string, programId: string) {
  return useQuery<Program, ApiError>({
    queryKey: ['programs', communityId, 'one', programId],
    queryFn: () => answerOf<Program>(api.GET(one, { params: { path: { communityId, programId } } })),
    enabled: programId !== '',
    refetchInterval: 60_000,
  });
}

/** Plans a check-in. */
export function useCreateProgram(communityId: string) {
  return useChange(
    (body: ProgramBody) => answerOf<Program>(api.POST(base, { params: { path: { communityId } }, body })),
    [['programs', communityId]],
  );
}

/** What is done to a program. */
export type ProgramAct =
  | { do: 'change'; body: Partial<ProgramBody> }
  | { do: 'pause'; until: string | null }
  | { do: 'resume' }
  | { do: 'remove' };

/** Changes a program, lets it rest or go on, takes it back. */
export function useProgramAct(communityId: string, programId: string) {
  const params = { path: { communityId, programId } };
  const send = (act: ProgramAct): Promise<unknown> => {
    if (act.do === 'change') return answerOf(api.PATCH(one, { params, body: act.body }));
    if (act.do === 'pause') return answerOf(api.POST(`${one}/pause`, { params, body: { until: act.until } }));
    if (act.do === 'resume') return answerOf(api.POST(`${one}/resume`, { params, body: {} }));
    return answerOf(api.DELETE(one, { params }));
  };
  return useChange(send, [['programs', communityId]]);
}

/** A page of a program's board. */
export function useBoard(communityId: string, programId: string, filter: BoardFilter) {
  return useQuery<BoardPage, ApiError>({
    queryKey: ['programs', communityId, 'board', programId, filter],
    queryFn: () =>
      answerOf<BoardPage>(
        api.GET('/api/communities/{communityId}/programs/{programId}/board', {
          params: { path: { communityId, programId }, query: filter },
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

/** Address of the board as a file. */
export function boardFileAddress(communityId: string, programId: string, { scope, groupId, q }: BoardFilter): string {
  const query = new URLSearchParams({ scope, ...(groupId ? { groupId } : {}), ...(q ? { q } : {}) });
  return `/api/communities/${communityId}/programs/${programId}/board.csv?${query.toString()}`;
}

/** How many came on each day of a month. */
export function useProgramMonth(communityId: string, programId: string, query: { month?: string; groupId?: string }) {
  return useQuery<ProgramMonth, ApiError>({
    queryKey: ['programs', communityId, 'days', programId, query],
    queryFn: () =>
      answerOf<ProgramMonth>(
        api.GET('/api/communities/{communityId}/programs/{programId}/days', {
          params: { path: { communityId, programId }, query },
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

/** Who in which program. */
export interface PersonPlace {
  communityId: string;
  programId: string;
  identityId: string;
}

/** One person's days of a month. */
export function usePersonDays(path: PersonPlace, month: string | undefined) {
  return useQuery<PersonDays, ApiError>({
    queryKey: ['programs', path.communityId, 'person', path.programId, path.identityId, month ?? ''],
    queryFn: () => answerOf<PersonDays>(api.GET(person, { params: { path, query: month ? { month } : {} } })),
    placeholderData: keepPreviousData,
  });
}

/** Fills in a day for somebody, or takes it back. */
export function useFillDay(path: PersonPlace) {
  return useChange(
    ({ day, on }: { day: string; on: boolean }) =>
      on
        ? answerOf<PersonDays>(api.POST(`${person}/days`, { params: { path }, body: { day } }))
        : answerOf<PersonDays>(api.DELETE(`${person}/days/{day}`, { params: { path: { ...path, day } } })),
    [['programs', path.communityId]],
  );
}

/** A page of who has checked in when. */
export function useCheckInLog(communityId: string, filter: LogFilter) {
  return useQuery<CheckInLog, ApiError>({
    queryKey: ['programs', communityId, 'log', filter],
    queryFn: () =>
      answerOf<CheckInLog>(
        api.GET('/api/communities/{communityId}/check-ins', { params: { path: { communityId }, query: filter } }),
      ),
    placeholderData: keepPreviousData,
  });
}

/** The welcome of the community, texts to begin with, and the groups that have their own. */
export function useWelcome(communityId: string) {
  type Answer = AnswerTo<'/api/communities/{communityId}/welcome'>;
  return useQuery<Answer, ApiError>({
    queryKey: ['welcome', communityId],
    queryFn: () =>
      answerOf<Answer>(api.GET('/api/communities/{communityId}/welcome', { params: { path: { communityId } } })),
  });
}

const groupWelcome = '/api/communities/{communityId}/groups/{groupId}/welcome';

/** The welcome of one group. */
export function useGroupWelcome(communityId: string, groupId: string) {
  return useQuery<{ own: boolean; welcome: Welcome }, ApiError>({
    queryKey: ['welcome', communityId, groupId],
    queryFn: () =>
      answerOf<{ own: boolean; welcome: Welcome }>(
        api.GET(groupWelcome, { params: { path: { communityId, groupId } } }),
      ),
    enabled: groupId !== '',
  });
}

/** Sets the welcome of the community or of a group; null = the group follows the community again. */
export function useSetWelcome(communityId: string, groupId: string) {
  const send = (body: Welcome | null): Promise<unknown> => {
    if (groupId === '')
      return answerOf(
        api.PUT('/api/communities/{communityId}/welcome', { params: { path: { communityId } }, body: body! }),
      );
    const params = { path: { communityId, groupId } };
    return body ? answerOf(api.PUT(groupWelcome, { params, body })) : answerOf(api.DELETE(groupWelcome, { params }));
  };
  return useChange(send, [
    ['welcome', communityId],
    ['welcome-preview', communityId],
  ]);
}

/** How texts would read in a group, with real names; what could not be sent is refused with the cure. */
export function useWelcomePreview(communityId: string, groupId: string, texts: string[]) {
  return useQuery<string[], ApiError>({
    queryKey: ['welcome-preview', communityId, groupId, texts],
    queryFn: async () => {
      const body = { texts, ...(groupId ? { groupId } : {}) };
      const answer = await answerOf<{ texts: string[] }>(
        api.POST('/api/communities/{communityId}/welcome/preview', { params: { path: { communityId } }, body }),
      );
      return answer.texts;
    },
    enabled: texts.length > 0,
    retry: false,
    placeholderData: keepPreviousData,
  });
}

/** A page of newcomers, the latest first. */
export function useNewcomers(communityId: string, query: { groupId?: string; cursor?: string; limit?: number }) {
  type Answer = AnswerTo<'/api/communities/{communityId}/welcome/arrivals'>;
  return useQuery<Answer, ApiError>({
    queryKey: ['newcomers', communityId, query],
    queryFn: () =>
      answerOf<Answer>(
        api.GET('/api/communities/{communityId}/welcome/arrivals', { params: { path: { communityId }, query } }),
      ),
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  });
}

/** Welcomes those who wait in a group at once. */
export function useWelcomeNow(communityId: string) {
  return useChange(
    (groupId: string) =>
      answerOf<{ welcomed: number }>(
        api.POST(`${groupWelcome}/now`, { params: { path: { communityId, groupId } }, body: {} }),
      ),
    [['newcomers', communityId]],
  );
}

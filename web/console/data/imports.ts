import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { answerOf, api, uploadBytes } from '../../kit/api.ts';
import type { ApiError } from '../../kit/problem.ts';
import { useChange } from './change.ts';
import type { AnswerTo } from './shape.ts';

const base = '/api/communities/{communityId}/imports' as const;

/** A list that was brought along, as the overview shows it. */
export type ImportLine = AnswerTo<typeof base>['items'][number];

/** A list with its columns. */
export type Import = AnswerTo<'/api/communities/{communityId}/imports/{id}'>;

/** A row of a list, with what would change or what is wrong. */
export type ImportRow = AnswerTo<'/api/communities/{communityId}/imports/{id}/rows'>['items'][number];

/** What becomes of a row. */
export type Verdict = 'new' | 'changed' | 'same' | 'bad';

const working = new Set(['checking', 'running', 'undoing']);

/** Whether a list is being worked on. */
export function isWorking({ state }: Pick<ImportLine, 'state'>): boolean {
  return working.has(state);
}

/** The latest lists. */
export function useImports(communityId: string) {
  return useQuery<{ items: ImportLine[] }, ApiError>({
    queryKey: ['imports', communityId, 'list'],
    queryFn: () => answerOf(api.GET(base, { params: { path: { communityId } } })),
    refetchInterval: ({ state }) => (state.data?.items.some(isWorking) ? 2000 : false),
  });
}

/** One list; asked again twice a second while it is worked on. */
export function useImport(communityId: string, id: string) {
  return useQuery<Import, ApiError>({
    queryKey: ['imports', communityId, id],
    queryFn: () => answerOf(api.GET(`${base}/{id}`, { params: { path: { communityId, id } } })),
    refetchInterval: ({ state }) => (state.data && isWorking(state.data) ? 500 : false),
  });
}

/** Rows of one kind; `stage` changes when they have to be asked again. */
export function useImportRows(communityId: string, which: { id: string; verdict: Verdict; stage: string }) {
  const { id, verdict } = which;
  return useInfiniteQuery<{ items: ImportRow[]; next: number | null }, ApiError, ImportRow[], unknown[], number>({
    queryKey: ['imports', communityId, id, 'rows', verdict, which.stage],
    queryFn: ({ pageParam: after }) =>
      answerOf(
        api.GET(`${base}/{id}/rows`, { params: { path: { communityId, id }, query: { verdict, after, limit: 50 } } }),
      ),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  });
}

/** Brings a file along. */
export function uploadList(communityId: string, file: File, sheet?: string): Promise<{ id: string }> {
  const query = new URLSearchParams({ fileName: file.name.slice(-120), ...(sheet ? { sheet } : {}) });
  return uploadBytes(`/api/communities/${communityId}/imports?${query}`, file);
}

/** Says what columns are, or where rows belong that name no group. */
export function useChangeColumns(communityId: string, id: string) {
  return useChange(
    (body: { targets?: (string | null)[]; groupId?: string | null }) =>
      answerOf<unknown>(api.PATCH(`${base}/{id}`, { params: { path: { communityId, id } }, body })),
    [['imports', communityId]],
  );
}

/** Imports, goes on, stops or takes back. */
export function useImportAct(communityId: string, id: string) {
  return useChange(
    (verb: 'run' | 'stop' | 'undo') =>
      answerOf<unknown>(api.POST(`${base}/{id}/${verb}`, { params: { path: { communityId, id } }, body: {} })),
    [
      ['imports', communityId],
      ['people', communityId],
      ['tags', communityId],
    ],
  );
}

/** The template, or the bad rows of a list, as a file. */
export async function fetchListFile(
  communityId: string,
  wish: { id?: string; format: 'csv' | 'xlsx' },
): Promise<{ name: string; file: Blob }> {
  const query = { format: wish.format };
  const answer =
    wish.id === undefined
      ? await api.GET(`${base}/template`, { params: { path: { communityId }, query }, parseAs: 'blob' })
      : await api.GET(`${base}/{id}/bad-rows`, {
          params: { path: { communityId, id: wish.id }, query },
          parseAs: 'blob',
        });
  const file = (await answerOf(answer as never)) as Blob;
  const name = /filename="([^"]+)"/.exec(answer.response.headers.get('content-disposition') ?? '')?.[1];
  return { name: name ?? `people.${wish.format}`, file };
}

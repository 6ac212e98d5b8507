// The terms of one list: a list may be long, so they come page by page; they come in from a file after a look at it, and go out as a table.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../kit/api.ts';
import type { ApiError } from '../../kit/problem.ts';
import { useChange } from './change.ts';
import { touchedByRules } from './rules.ts';
import type { AnswerTo } from './shape.ts';

const path = '/api/communities/{communityId}/rules/lists/{listId}/terms' as const;

/** A page of terms with their comments and last days. */
export type TermPage = AnswerTo<'/api/communities/{communityId}/rules/lists/{listId}/terms'>;

/** A term as the team keeps it. */
export type Term = TermPage['items'][number];

/** Which terms of a list. */
export interface TermFilter {
  q?: string;
  /** Those whose last day is over. */
  expired?: 'true';
  cursor?: string;
  limit: number;
}

/** A page of a list's terms. */
export function useTerms(communityId: string, listId: string, page: TermFilter) {
  return useQuery<TermPage, ApiError>({
    queryKey: ['rules', communityId, 'terms', listId, page],
    queryFn: () => answerOf<TermPage>(api.GET(path, { params: { path: { communityId, listId }, query: page } })),
    placeholderData: keepPreviousData,
  });
}

/** Terms alone, or with what stood beside them. */
export interface NewTerms {
  terms?: string[];
  lines?: Pick<Term, 'term' | 'comment' | 'expires'>[];
}

/** Adds terms to a list. */
export function useAddTerms(communityId: string, listId: string) {
  return useChange(
    ({ terms = [], lines = [] }: NewTerms) =>
      answerOf<{ added: number; known: number }>(
        api.POST(path, { params: { path: { communityId, listId } }, body: { terms, lines } }),
      ),
    touchedByRules(communityId),
  );
}

/** What is written beside terms; what is left out stays. */
export interface TermNote {
  terms: string[];
  comment?: string;
  expires?: string | null;
}

/** Writes comment and last day of terms. */
export function useNoteTerms(communityId: string, listId: string) {
  return useChange(
    (body: TermNote) =>
      answerOf<{ changed: number }>(api.POST(`${path}/note`, { params: { path: { communityId, listId } }, body })),
    touchedByRules(communityId),
  );
}

/** Takes terms off a list. */
export function useRemoveTerms(communityId: string, listId: string) {
  return useChange(
    (terms: string[]) =>
      answerOf<{ removed: number }>(
        api.POST(`${path}/remove`, { params: { path: { communityId, listId } }, body: { terms } }),
      ),
    touchedByRules(communityId),
  );
}

/** How a text is read: a term on each line, or a table of term, comment, last day. */
export const termFormats = ['lines', 'table'] as const;

/** A text that terms are read from. */
export interface TermText {
  text: string;
  format: (typeof termFormats)[number];
}

/** What would become of each line. */
export interface TermPreview {
  fresh: number;
  known: number;
  changed: number;
  repeated: number;
  expired: number;
  examples: (Term & { state: 'fresh' | 'changed' | 'known' })[];
  broken: number;
  /** The first of the broken ones. */
  lines: { line: number; text: string; why: string }[];
}

/** Reads a text without keeping anything; `version` stands for the text, which may be too long to be compared. */
export function usePreviewTerms(
  communityId: string,
  listId: string,
  { text, format, version }: TermText & { version: number },
) {
  return useQuery<TermPreview, ApiError>({
    queryKey: ['rules', communityId, 'preview', listId, version],
    queryFn: () =>
      answerOf<TermPreview>(
        api.POST(`${path}/preview`, { params: { path: { communityId, listId } }, body: { text, format } }),
      ),
    enabled: text.trim() !== '',
    placeholderData: keepPreviousData,
    gcTime: 0,
    staleTime: 0,
  });
}

/** Takes a text into a list, as a whole or not at all. */
export function useImportTerms(communityId: string, listId: string) {
  return useChange(
    (body: TermText & { skipBroken: boolean }) =>
      answerOf<{ added: number; changed: number; skipped: number }>(
        api.POST(`${path}/import`, { params: { path: { communityId, listId } }, body }),
      ),
    touchedByRules(communityId),
  );
}

/** Where a list can be had as a table. */
export const exportAddress = (communityId: string, listId: string) =>
  `/api/communities/${communityId}/rules/lists/${listId}/terms/export.csv`;

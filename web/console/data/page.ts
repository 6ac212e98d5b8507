import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { ApiError } from '../../kit/problem.ts';

/** A page of a list. */
export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** What is asked for a page: nothing for the first one. */
export interface PageQuery {
  cursor?: string;
}

/**
 * A list that grows page after page. With `keepsPrevious` the list before stays in sight while another filter is asked for; never
 * between two people or groups, whose lists would be taken for each other.
 */
export function usePages<Answer extends { nextCursor: string | null }>(options: {
  queryKey: readonly unknown[];
  ask: (query: PageQuery) => Promise<Answer>;
  keepsPrevious?: boolean;
  enabled?: boolean;
  refetchInterval?: number;
}) {
  const { queryKey, ask, keepsPrevious = false, enabled = true, refetchInterval = false } = options;
  return useInfiniteQuery<Answer, ApiError, Answer[], readonly unknown[], string | undefined>({
    queryKey,
    queryFn: ({ pageParam }) => ask(pageParam === undefined ? {} : { cursor: pageParam }),
    initialPageParam: undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    select: ({ pages }) => pages,
    ...(keepsPrevious ? { placeholderData: keepPreviousData } : {}),
    enabled,
    refetchInterval,
  });
}

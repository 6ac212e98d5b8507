import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../kit/api.ts';
import type { ApiError } from '../../kit/problem.ts';
import type { Page } from './page.ts';

/** One thing that was done. */
export interface AuditEntry {
  id: string;
  at: string;
  actor: { kind: string; id: string | null; name: string | null };
  action: string;
  target: { kind: string; id: string; name: string | null } | null;
  /** What happened, in the reader's language. */
  sentence: string;
  /** Facts before and after; never anybody's words. */
  detail: Record<string, unknown>;
}

/** Filters of the log. */
export interface AuditFilter {
  action?: string;
  actorId?: string;
  from?: string;
  to?: string;
  cursor?: string;
}

/** One page of what was done. */
export function useAudit(communityId: string, filter: AuditFilter) {
  return useQuery<Page<AuditEntry>, ApiError>({
    queryKey: ['audit', communityId, filter],
    queryFn: () =>
      answerOf<Page<AuditEntry>>(
        api.GET('/api/communities/{communityId}/audit', { params: { path: { communityId }, query: filter } }),
      ),
  });
}

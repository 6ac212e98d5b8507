import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../kit/api.ts';
import type { ApiError } from '../../kit/problem.ts';
import { useChange } from './change.ts';
import type { Page } from './page.ts';

/** A key for a program. */
export interface Token {
  id: string;
  name: string;
  /** The first letters of the secret, to recognise it. */
  start: string;
  scopes: string[];
  createdAt: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
  createdBy: { id: string; name: string };
}

/** The keys of a community. */
export function useTokens(communityId: string) {
  return useQuery<Page<Token>, ApiError>({
    queryKey: ['tokens', communityId],
    queryFn: () =>
      answerOf<Page<Token>>(api.GET('/api/communities/{communityId}/tokens', { params: { path: { communityId } } })),
  });
}

/** What this operator may let a key do here. */
export function useScopes(communityId: string) {
  return useQuery<{ items: string[] }, ApiError>({
    queryKey: ['scopes', communityId],
    queryFn: () =>
      answerOf<{ items: string[] }>(
        api.GET('/api/communities/{communityId}/tokens/scopes', { params: { path: { communityId } } }),
      ),
  });
}

/** Makes a key; its secret is in this answer and never again. */
export function useMakeToken(communityId: string) {
  return useChange(
    (body: { name: string; scopes: string[]; expiresAt: string | null }) =>
      answerOf<Token & { secret: string }>(
        api.POST('/api/communities/{communityId}/tokens', { params: { path: { communityId } }, body }),
      ),
    [['tokens', communityId]],
  );
}

/** Ends a key. */
export function useEndToken(communityId: string) {
  return useChange(
    (tokenId: string) =>
      answerOf<unknown>(
        api.DELETE('/api/communities/{communityId}/tokens/{tokenId}', { params: { path: { communityId, tokenId } } }),
      ),
    [['tokens', communityId]],
  );
}

import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../kit/api.ts';
import type { ApiError } from '../../kit/problem.ts';
import { useChange } from './change.ts';
import type { Page } from './page.ts';

/** One entrance of a group: a link with its channel, term and count. */
export interface JoinLink {
  id: string;
  groupId: string;
  code: string;
  /** The address that the QR code holds. */
  url: string;
  channel: string;
  expiresAt: string | null;
  maxUses: number | null;
  uses: number;
  revokedAt: string | null;
  createdAt: string;
  state: 'open' | 'expired' | 'used_up' | 'revoked';
}

/** The entrances of a group. */
export function useLinks(communityId: string, groupId: string) {
  return useQuery<Page<JoinLink>, ApiError>({
    queryKey: ['links', groupId],
    queryFn: () =>
      answerOf<Page<JoinLink>>(
        api.GET('/api/communities/{communityId}/groups/{groupId}/links', {
          params: { path: { communityId, groupId } },
        }),
      ),
    enabled: groupId !== '',
  });
}

/** What a new entrance takes. */
export interface NewLink {
  channel: string;
  expiresAt?: string | null;
  maxUses?: number | null;
}

/** Makes an entrance. */
export async function makeLink(communityId: string, groupId: string, body: NewLink): Promise<JoinLink> {
  return answerOf<JoinLink>(
    api.POST('/api/communities/{communityId}/groups/{groupId}/links', {
      params: { path: { communityId, groupId } },
      body,
    }),
  );
}

/** Makes an entrance of the group of the page. */
export function useMakeLink(communityId: string, groupId: string) {
  return useChange((body: NewLink) => makeLink(communityId, groupId, body), [['links', groupId]]);
}

/** Closes an entrance for good. */
export function useRevokeLink(communityId: string, groupId: string) {
  return useChange(
    (linkId: string) =>
      answerOf<unknown>(
        api.DELETE('/api/communities/{communityId}/links/{linkId}', { params: { path: { communityId, linkId } } }),
      ),
    [['links', groupId]],
  );
}

/** Address of the QR picture of an entrance. */
export function qrAddress(
  communityId: string,
  link: JoinLink,
  picture: { kind: 'png' | 'svg'; size?: number },
): string {
  return `/api/communities/${communityId}/links/${link.id}/qr.${picture.kind}?size=${picture.size ?? 512}`;
}

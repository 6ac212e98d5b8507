import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../kit/api.ts';
import type { ApiError } from '../../kit/problem.ts';
import { useChange } from './change.ts';
import type { Page } from './page.ts';

/** Roles of the team, from most to least. */
export const teamRoles = ['owner', 'admin', 'operator', 'moderator', 'viewer'] as const;

/** A role in one community. */
export type TeamRole = (typeof teamRoles)[number];

/** One operator of a community. */
export interface TeamMember {
  userId: string;
  name: string;
  email: string | null;
  role: TeamRole;
  posts: string[];
  since: string;
}

/** An invitation that waits. */
export interface TeamInvitation {
  id: string;
  role: TeamRole;
  note: string;
  createdAt: string;
  expiresAt: string;
  createdByName?: string | null;
}

/** The team of a community. */
export function useTeam(communityId: string) {
  return useQuery<Page<TeamMember>, ApiError>({
    queryKey: ['team', communityId],
    queryFn: () =>
      answerOf<Page<TeamMember>>(api.GET('/api/communities/{communityId}/team', { params: { path: { communityId } } })),
  });
}

/** Gives a member of the team another role. */
export function useSetRole(communityId: string) {
  return useChange(
    ({ userId, role }: { userId: string; role: TeamRole }) =>
      answerOf<unknown>(
        api.PATCH('/api/communities/{communityId}/team/{userId}', {
          params: { path: { communityId, userId } },
          body: { role },
        }),
      ),
    [['team', communityId], ['me']],
  );
}

/** Takes someone off the team. */
export function useRemoveTeamMember(communityId: string) {
  return useChange(
    (userId: string) =>
      answerOf<unknown>(
        api.DELETE('/api/communities/{communityId}/team/{userId}', { params: { path: { communityId, userId } } }),
      ),
    [['team', communityId]],
  );
}

/** Invitations that wait. */
export function useInvitations(communityId: string, enabled: boolean) {
  return useQuery<Page<TeamInvitation>, ApiError>({
    queryKey: ['invitations', communityId],
    queryFn: () =>
      answerOf<Page<TeamInvitation>>(
        api.GET('/api/communities/{communityId}/team/invitations', { params: { path: { communityId } } }),
      ),
    enabled,
  });
}

/** Invites by link; the link is in this answer and never again. */
export function useInvite(communityId: string) {
  return useChange(
    (body: { role: TeamRole; note?: string; email?: string }) =>
      answerOf<TeamInvitation & { url: string }>(
        api.POST('/api/communities/{communityId}/team/invitations', { params: { path: { communityId } }, body }),
      ),
    [['invitations', communityId]],
  );
}

/** Takes an invitation back. */
export function useWithdrawInvitation(communityId: string) {
  return useChange(
    (invitationId: string) =>
      answerOf<unknown>(
        api.DELETE('/api/communities/{communityId}/team/invitations/{invitationId}', {
          params: { path: { communityId, invitationId } },
        }),
      ),
    [['invitations', communityId]],
  );
}

/** What an invitation says to the one who opens it. */
export interface InvitationFace {
  communityName: string;
  role: TeamRole;
  invitedBy: string | null;
  expiresAt: string;
}

/** Reads an invitation by its code. */
export function useInvitation(code: string) {
  return useQuery<InvitationFace, ApiError>({
    queryKey: ['invitation', code],
    queryFn: () => answerOf<InvitationFace>(api.GET('/api/invitations/{code}', { params: { path: { code } } })),
    retry: false,
  });
}

/** Accepts an invitation: signed in with an empty body, or as a new operator. */
export function acceptInvitation(code: string, body: { name?: string; email?: string; password?: string }) {
  return answerOf<{ communityId: string }>(
    api.POST('/api/invitations/{code}/accept', { params: { path: { code } }, body }),
  );
}

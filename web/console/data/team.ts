import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../kit/api.ts';
import type { ApiError } from '../../kit/problem.ts';
import { useChange } from './change.ts';
import type { Page } from './page.ts';
import type { AnswerTo } from './shape.ts';

/** Roles of the team, from most to least; `admin` and `operator` stand for several others at once. */
export const teamRoles = [
  'owner',
  'admin',
  'operator',
  'planner',
  'editor',
  'steward',
  'moderator',
  'business',
  'trainer',
  'viewer',
] as const;

/** A role in one community. */
export type TeamRole = (typeof teamRoles)[number];

/** One operator of a community. */
export interface TeamMember {
  userId: string;
  name: string;
  email: string | null;
  /** The highest of `roles`. */
  role: TeamRole;
  roles: TeamRole[];
  since: string;
}

/** An invitation that waits. */
export interface TeamInvitation {
  id: string;
  roles: TeamRole[];
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

/** Gives a member of the team other roles. */
export function useSetRoles(communityId: string) {
  return useChange(
    ({ userId, roles }: { userId: string; roles: TeamRole[] }) =>
      answerOf<unknown>(
        api.PATCH('/api/communities/{communityId}/team/{userId}', {
          params: { path: { communityId, userId } },
          body: { roles },
        }),
      ),
    [['team', communityId], ['me']],
  );
}

/** The table of who may do what, as the server enforces it. */
export type RoleMatrix = AnswerTo<'/api/communities/{communityId}/team-roles'>;

/** Who may do what. */
export function useRoleMatrix(communityId: string) {
  return useQuery<RoleMatrix, ApiError>({
    queryKey: ['team', communityId, 'roles'],
    queryFn: () =>
      answerOf<RoleMatrix>(api.GET('/api/communities/{communityId}/team-roles', { params: { path: { communityId } } })),
    staleTime: 600_000,
  });
}

/** Who must have the second step of signing in, and who lacks it. */
export type TwoFactorStanding = AnswerTo<'/api/communities/{communityId}/two-factor'>;

/** What is asked of the team when signing in. */
export function useTwoFactorPolicy(communityId: string) {
  return useQuery<TwoFactorStanding, ApiError>({
    queryKey: ['team', communityId, 'two-factor'],
    queryFn: () =>
      answerOf<TwoFactorStanding>(
        api.GET('/api/communities/{communityId}/two-factor', { params: { path: { communityId } } }),
      ),
  });
}

/** Asks for the second step from some roles on. */
export function useSetTwoFactorPolicy(communityId: string) {
  return useChange(
    (body: Pick<TwoFactorStanding, 'from' | 'graceDays'>) =>
      answerOf<TwoFactorStanding>(
        api.PUT('/api/communities/{communityId}/two-factor', { params: { path: { communityId } }, body }),
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
    (body: { roles: TeamRole[]; note?: string; email?: string }) =>
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
  roles: TeamRole[];
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

/** The card that somebody of the team shows to members. */
export type PublicCard = AnswerTo<'/api/communities/{communityId}/team-card'>;

/** My card for members. */
export function useOwnCard(communityId: string, enabled: boolean) {
  return useQuery<PublicCard, ApiError>({
    queryKey: ['team', communityId, 'card'],
    queryFn: () =>
      answerOf<PublicCard>(api.GET('/api/communities/{communityId}/team-card', { params: { path: { communityId } } })),
    enabled,
  });
}

/** The cards that members see. */
export function useShownCards(communityId: string) {
  return useQuery<AnswerTo<'/api/communities/{communityId}/team-cards'>, ApiError>({
    queryKey: ['team', communityId, 'cards'],
    queryFn: () =>
      answerOf<AnswerTo<'/api/communities/{communityId}/team-cards'>>(
        api.GET('/api/communities/{communityId}/team-cards', { params: { path: { communityId } } }),
      ),
  });
}

/** Writes my card, or takes somebody's out of sight. */
export function useChangeCard(communityId: string) {
  return useChange(
    (change: { how: 'write'; card: PublicCard } | { how: 'hide'; userId: string }) =>
      change.how === 'write'
        ? answerOf<unknown>(
            api.PUT('/api/communities/{communityId}/team-card', {
              params: { path: { communityId } },
              body: change.card,
            }),
          )
        : answerOf<unknown>(
            api.POST('/api/communities/{communityId}/team/{userId}/hide-card', {
              params: { path: { communityId, userId: change.userId } },
              body: {},
            }),
          ),
    [['team', communityId]],
  );
}

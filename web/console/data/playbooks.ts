import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../kit/api.ts';
import type { ApiError } from '../../kit/problem.ts';
import { useChange } from './change.ts';
import type { Kind } from './communities.ts';

/** A built-in playbook, or a kind that has none yet. */
export interface PlaybookCard {
  id: Kind;
  name: string;
  description: string;
  /** What to watch with this kind. */
  watch: string;
  lifespan: 'long' | 'short';
  /** Whether there is a full playbook today. */
  full: boolean;
}

/** What can be played. */
export function usePlaybooks() {
  return useQuery<{ items: PlaybookCard[] }, ApiError>({
    queryKey: ['playbooks'],
    queryFn: () => answerOf<{ items: PlaybookCard[] }>(api.GET('/api/playbooks', {})),
    staleTime: 600_000,
  });
}

/** What a playbook would do, section by section. */
export interface PlaybookPlan {
  title: string;
  parameters: Record<string, string | number>;
  sections: {
    name: string;
    title: string;
    playable: boolean;
    note: string | null;
    changes: { action: 'create' | 'change' | 'keep'; text: string }[];
  }[];
}

/** Something that a playbook asks of the community that plays it. */
export interface PlaybookParameter {
  name: string;
  title: string;
  kind: string;
  default: string | number;
}

/** One kind with its file and the sections in it. */
export interface PlaybookDetail extends PlaybookCard {
  file: string | null;
  parameters: PlaybookParameter[];
  sections: { name: string; title: string; playable: boolean; note: string | null }[];
}

/** One built-in playbook in full. */
export function usePlaybook(playbookId: string, enabled: boolean) {
  return useQuery<PlaybookDetail, ApiError>({
    queryKey: ['playbook', playbookId],
    queryFn: () =>
      answerOf<PlaybookDetail>(api.GET('/api/playbooks/{playbookId}', { params: { path: { playbookId } } })),
    enabled,
    staleTime: 600_000,
  });
}

/** The running community's framework as a YAML file. */
export function readPlaybook(communityId: string): Promise<string> {
  return answerOf<string>(
    api.GET('/api/communities/{communityId}/playbook', { params: { path: { communityId } }, parseAs: 'text' }),
  );
}

/** A file with this community's own answers to what it asks. */
export interface PlaybookWish {
  file: string;
  parameters: Record<string, string | number>;
}

/** What a file would change; writes nothing. */
export function usePreviewPlaybook(communityId: string) {
  return useChange(
    (body: PlaybookWish) =>
      answerOf<PlaybookPlan>(
        api.POST('/api/communities/{communityId}/playbook:preview', { params: { path: { communityId } }, body }),
      ),
    [],
  );
}

/** Plays a file into the community. */
export function useApplyPlaybook(communityId: string) {
  return useChange(
    (body: PlaybookWish) =>
      answerOf<PlaybookPlan>(
        api.POST('/api/communities/{communityId}/playbook:apply', { params: { path: { communityId } }, body }),
      ),
    [
      ['canvas', communityId],
      ['community', communityId],
      ['groups', communityId],
    ],
  );
}

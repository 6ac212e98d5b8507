// What the team says often: the library, and a script filled for somebody.
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../kit/api.ts';
import type { ApiError } from '../../kit/problem.ts';
import { useChange } from './change.ts';
import type { AnswerTo } from './shape.ts';

/** Something that the team says often. */
export type Script = AnswerTo<'/api/communities/{communityId}/scripts'>['items'][number];

/** A script with what it said before. */
export type ScriptStory = AnswerTo<'/api/communities/{communityId}/scripts/{scriptId}'>;

/** What the team writes into a script. */
export type ScriptWords = Pick<Script, 'kind' | 'folder' | 'title' | 'shortcut' | 'text' | 'standard' | 'asks'>;

/** What scripts are for, in the order of the library. */
export const scriptKinds = ['answer', 'welcome', 'rules', 'promotion', 'daily'] as const;

/** The whole library, most used first; or what was put away. */
export function useScripts(communityId: string, { archived = false, enabled = true } = {}) {
  return useQuery<Script[], ApiError>({
    queryKey: ['scripts', communityId, { archived }],
    queryFn: async () =>
      (
        await answerOf<{ items: Script[] }>(
          api.GET('/api/communities/{communityId}/scripts', {
            params: { path: { communityId }, query: { archived: archived ? 'true' : 'false' } },
          }),
        )
      ).items,
    staleTime: 60_000,
    enabled,
  });
}

/** One script with its versions. */
export function useScriptStory(communityId: string, scriptId: string) {
  return useQuery<ScriptStory, ApiError>({
    queryKey: ['scripts', communityId, 'one', scriptId],
    queryFn: () =>
      answerOf<ScriptStory>(
        api.GET('/api/communities/{communityId}/scripts/{scriptId}', { params: { path: { communityId, scriptId } } }),
      ),
    enabled: scriptId !== '',
  });
}

/** Standard answers to questions like this one. */
export function useSuggestions(communityId: string, question: string) {
  return useQuery<Script[], ApiError>({
    queryKey: ['scripts', communityId, 'like', question],
    queryFn: async () =>
      (
        await answerOf<{ items: Script[] }>(
          api.GET('/api/communities/{communityId}/script-suggestions', {
            params: { path: { communityId }, query: { question: question.slice(0, 300) } },
          }),
        )
      ).items,
    enabled: question.trim() !== '',
    staleTime: 60_000,
  });
}

/** A script filled for a person in a group. */
export function fillScript(
  communityId: string,
  scriptId: string,
  moment: { groupId: string; identityId?: string },
): Promise<{ text: string; missing: string[] }> {
  return answerOf<{ text: string; missing: string[] }>(
    api.GET('/api/communities/{communityId}/scripts/{scriptId}/filled', {
      params: { path: { communityId, scriptId }, query: moment },
    }),
  );
}

/** A change of the library. */
export type ScriptChange =
  | { how: 'create'; words: ScriptWords }
  | { how: 'change'; scriptId: string; version: number; words: Partial<ScriptWords> }
  | { how: 'archive' | 'restore'; scriptId: string };

/** Writes into the library. */
export function useChangeScripts(communityId: string) {
  return useChange(
    (change: ScriptChange) => {
      const base = '/api/communities/{communityId}/scripts' as const;
      const path = { communityId };
      if (change.how === 'create') return answerOf<Script>(api.POST(base, { params: { path }, body: change.words }));
      const params = { path: { communityId, scriptId: change.scriptId } };
      if (change.how === 'change')
        return answerOf<Script>(
          api.PATCH(`${base}/{scriptId}`, { params, body: { version: change.version, ...change.words } }),
        );
      if (change.how === 'archive') return answerOf<Script>(api.DELETE(`${base}/{scriptId}`, { params }));
      return answerOf<Script>(api.POST(`${base}/{scriptId}/restore`, { params, body: {} }));
    },
    [['scripts', communityId]],
  );
}

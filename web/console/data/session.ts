import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { answerOf, api } from '../../kit/api.ts';
import type { ApiError } from '../../kit/problem.ts';

/** A community as the signed-in operator sees it in the switch. */
export interface MyCommunity {
  id: string;
  name: string;
  role: string;
  permissions: string[];
  /** Until when the second step of signing in has to be on here; null = nothing is asked. */
  twoFactorDue: string | null;
}

/** The signed-in operator. */
export interface Me {
  user: { id: string; name: string; email: string; twoFactorEnabled: boolean };
  installer: boolean;
  communities: MyCommunity[];
}

/** Who is signed in; null when nobody is. */
export function useMe() {
  return useQuery<Me | null, ApiError>({ queryKey: ['me'], queryFn: fetchMe, staleTime: 60_000 });
}

async function fetchMe(): Promise<Me | null> {
  try {
    return await withNames(await answerOf<Me>(api.GET('/api/me', {})));
  } catch (problem) {
    if ((problem as ApiError).status === 401) return null;
    throw problem;
  }
}

/** Who I am is known below the communities, which know their names; an unnamed one is asked for. */
async function withNames(me: Me): Promise<Me> {
  if (me.communities.every(({ name }) => name !== '')) return me;
  const { items } = await answerOf<{ items: { id: string; name: string }[] }>(
    api.GET('/api/communities', { params: { query: { limit: 200 } } }),
  );
  const names = new Map(items.map(({ id, name }) => [id, name]));
  return {
    ...me,
    communities: me.communities.map((community) => ({
      ...community,
      name: community.name || (names.get(community.id) ?? ''),
    })),
  };
}

/** Asks again who is signed in, after signing in or out. */
export function useRefreshMe() {
  const queries = useQueryClient();
  return () => queries.refetchQueries({ queryKey: ['me'], type: 'all' });
}

/** The community of the page and what the operator may do in it. */
export interface Here {
  communityId: string;
  name: string;
  me: Me;
  role: string;
  can: (permission: string) => boolean;
}

/** Filled by the shell. */
export const HereContext = createContext<Here | null>(null);

/** The community of the page; only inside the shell. */
export function useHere(): Here {
  const here = useContext(HereContext);
  if (!here) throw new Error('useHere outside of the shell');
  return here;
}

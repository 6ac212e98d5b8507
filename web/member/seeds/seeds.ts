// Seed members as everybody in a group sees them, and what somebody answers who is asked to be one.
import { createContext, useContext } from 'react';
import { answerOf, api } from '../../kit/api.ts';
import { settled } from '../group.ts';
import { useLoad } from '../use-load.ts';

const mine = '/api/member/groups/{groupId}/seed' as const;

/** Something that a seed was asked to start a talk about. */
export interface MyTopic {
  id: string;
  text: string;
  hint: string;
  dueAt: string;
  state: 'open' | 'done' | 'skipped' | 'taken_back';
  settledAt: string | null;
  note: string;
  replies: number | null;
  repliers: number | null;
  reactions: number | null;
}

/** What I am asked, or do, as a seed of a group. */
export interface MySeed {
  state: 'asked' | 'active';
  note: string;
  topics: MyTopic[];
  /** What I have lately said, the newest first. */
  said: { id: string; at: string; excerpt: string }[];
}

const at = (groupId: string) => ({ params: { path: { groupId } } });

/** What I am in a group; null = nothing. */
export async function getMySeed(groupId: string): Promise<MySeed | null> {
  return (await answerOf<{ seed: MySeed | null }>(api.GET(mine, at(groupId)))).seed;
}

/** Answers the team, or stops. */
export async function answerSeed(groupId: string, how: 'accept' | 'decline' | 'leave'): Promise<void> {
  await settled(api.POST(`${mine}/${how}`, { ...at(groupId), body: {} }));
}

/** Says that a topic is done, at best with the message, or skips it. */
export async function settleTopic(
  groupId: string,
  topicId: string,
  body: { how: 'done' | 'skipped'; messageId: string | null },
): Promise<void> {
  await settled(api.POST(`${mine}/topics/{topicId}`, { params: { path: { groupId, topicId } }, body }));
}

const nobody: ReadonlySet<string> = new Set();

/** Who carries the mark in the group of the page. */
export const SeedMarksContext = createContext<ReadonlySet<string>>(nobody);

/** Whether somebody carries the mark. */
export function useIsSeed(identityId: string): boolean {
  return useContext(SeedMarksContext).has(identityId);
}

/** Asks who carries the mark; nobody until it is known. */
export function useSeedMarks(groupId: string): ReadonlySet<string> {
  const { data } = useLoad(`seeds ${groupId}`, async () => {
    const { identityIds } = await answerOf<{ identityIds: string[] }>(
      api.GET('/api/member/groups/{groupId}/seeds', at(groupId)),
    );
    return new Set(identityIds);
  });
  return data ?? nobody;
}

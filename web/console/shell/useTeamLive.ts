import { useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Frame } from '../../kit/live.ts';
import { consoleLive } from '../live.ts';

/** Lists that must be read again when a frame of this type comes by. */
const touchedBy: Record<string, readonly string[]> = {
  question: ['questions', 'inbox', 'today'],
  inbox: ['inbox', 'thread'],
  task: ['tasks', 'today'],
  alarm: ['alarms', 'today', 'pulses', 'quarrel', 'quarrels'],
  case: ['rules', 'today'],
  wave: ['waves'],
  promotions: ['promotions', 'pulses'],
  team: ['team', 'me'],
};

/** A lively evening brings many frames a second; lists are read again at most this often. */
const pauseMs = 1500;

function readAgain(queries: QueryClient, communityId: string, names: readonly string[]): void {
  for (const name of names) void queries.invalidateQueries({ queryKey: name === 'me' ? ['me'] : [name, communityId] });
}

/** Keeps what the team works on fresh: hears the team's channel and lets the lists on the page ask again. */
export function useTeamLive(communityId: string): void {
  const queries = useQueryClient();
  useEffect(
    () => (communityId === '' ? undefined : hearTeam(communityId, (names) => readAgain(queries, communityId, names))),
    [communityId, queries],
  );
}

function hearTeam(communityId: string, tell: (names: readonly string[]) => void): () => void {
  const waiting = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isFirst = true;
  const touch = (names: readonly string[]) => {
    for (const name of names) waiting.add(name);
    if (waiting.size === 0) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      tell([...waiting]);
      waiting.clear();
    }, pauseMs);
  };
  const leave = consoleLive().listen({
    channel: 'team',
    id: communityId,
    onFrames: (frames: Frame[]) => frames.forEach(({ type }) => touch(touchedBy[type] ?? [])),
    onReady: () => {
      // After a break everything may have changed.
      if (!isFirst) touch(Object.values(touchedBy).flat());
      isFirst = false;
    },
  });
  return () => {
    leave();
    clearTimeout(timer);
  };
}

// The duty roster: all of it, who is on now, and everything that is written there.
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../kit/api.ts';
import type { ApiError } from '../../kit/problem.ts';
import { useChange } from './change.ts';
import type { AnswerTo } from './shape.ts';

const base = '/api/communities/{communityId}/duty' as const;

/** The roster with the next fourteen days. */
export type Roster = AnswerTo<typeof base>;

/** Who is on now, who is next, and what has to be read. */
export type DutyNow = AnswerTo<`${typeof base}/now`>;

/** A shift of every week. */
export type WeekShift = Roster['shifts'][number];

/** A span of a day with who watches. */
export type Shift = Roster['days'][number]['shifts'][number];

/** A stretch of time with the same people. */
export type Watch = Roster['watches'][number];

/** What one leaves for whoever comes next. */
export type DutyNote = Roster['notes'][number];

/** Somebody whom the roster names. */
export type DutyOperator = Roster['operators'][number];

/** The roster. */
export function useRoster(communityId: string) {
  return useQuery<Roster, ApiError>({
    queryKey: ['duty', communityId, 'roster'],
    queryFn: () => answerOf<Roster>(api.GET(base, { params: { path: { communityId } } })),
  });
}

/** Who is on duty now; asked again every minute. */
export function useDutyNow(communityId: string, enabled: boolean) {
  return useQuery<DutyNow, ApiError>({
    queryKey: ['duty', communityId, 'now'],
    queryFn: () => answerOf<DutyNow>(api.GET(`${base}/now`, { params: { path: { communityId } } })),
    refetchInterval: 60_000,
    enabled,
  });
}

/** Something that is written into the roster. */
export type DutyChange =
  | { how: 'pattern'; version: number; shifts: WeekShift[]; cover: Roster['cover'] }
  | { how: 'day'; day: string; shifts: Shift[]; note: string }
  | { how: 'usualDay'; day: string }
  | { how: 'leave'; userId: string; from: string; to: string; deputyId: string | null }
  | { how: 'back'; leaveId: string }
  | { how: 'note'; text: string }
  | { how: 'read'; noteId: string };

/** Writes into the roster. */
export function useChangeDuty(communityId: string) {
  return useChange((change: DutyChange) => send(communityId, change), [['duty', communityId]]);
}

function send(communityId: string, change: DutyChange): Promise<unknown> {
  const path = { communityId };
  switch (change.how) {
    case 'pattern': {
      const { version, shifts, cover } = change;
      return answerOf(api.PUT(`${base}/pattern`, { params: { path }, body: { version, shifts, cover } }));
    }
    case 'day': {
      const { day, shifts, note } = change;
      return answerOf(api.PUT(`${base}/days/{day}`, { params: { path: { ...path, day } }, body: { shifts, note } }));
    }
    case 'usualDay':
      return answerOf(api.DELETE(`${base}/days/{day}`, { params: { path: { ...path, day: change.day } } }));
    case 'leave': {
      const { how: _, ...body } = change;
      return answerOf(api.POST(`${base}/leaves`, { params: { path }, body }));
    }
    case 'back':
      return answerOf(
        api.DELETE(`${base}/leaves/{leaveId}`, { params: { path: { ...path, leaveId: change.leaveId } } }),
      );
    case 'note':
      return answerOf(api.POST(`${base}/notes`, { params: { path }, body: { text: change.text } }));
    case 'read':
      return answerOf(
        api.POST(`${base}/notes/{noteId}/read`, { params: { path: { ...path, noteId: change.noteId } }, body: {} }),
      );
  }
}

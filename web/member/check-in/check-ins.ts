import { answerOf, api } from '../../kit/api.ts';

/** How a day came to count. */
export type How = 'word' | 'button' | 'make_up';

/** A check-in of the group as I see it. */
export interface CheckIn {
  programId: string;
  name: string;
  words: string[];
  window: { from: string; to: string };
  /** Points for each day. */
  points: number;
  startsOn: string;
  endsOn: string | null;
  today: { day: string; state: 'done' | 'open' | 'early' | 'late' | 'upcoming' | 'paused' | 'ended'; how: How | null };
  me: { streak: number; longest: number; days: number; points: number; hidden: boolean };
  doneToday: number;
  month: MonthDays;
  makeUp: { left: number; cardsPerMonth: number; withinDays: number; days: string[] };
}

/** The days of one month that count. */
export interface MonthDays {
  month: string;
  days: { day: string; how: How }[];
}

/** A line of the board. */
export interface BoardLine {
  rank: number;
  identityId: string;
  name: string;
  pictureId: string | null;
  days: number;
  streak: number;
  doneToday: boolean;
  hidden: boolean;
}

/** Which days a board counts. */
export type Scope = 'week' | 'all';

/** The check-ins of a group. */
export async function listCheckIns(groupId: string): Promise<CheckIn[]> {
  const answer = await answerOf(
    api.GET('/api/member/groups/{groupId}/check-ins', { params: { path: { groupId }, query: {} } }),
  );
  return answer.items;
}

/** The days of another month. */
export async function getMonth(place: Place, month: string): Promise<MonthDays> {
  const params = { path: place, query: { month } };
  return (await answerOf(api.GET('/api/member/groups/{groupId}/check-ins/{programId}', { params }))).month;
}

/** One program of one group. */
export interface Place {
  groupId: string;
  programId: string;
}

/** Checks in for today. */
export async function pressCheckIn(place: Place): Promise<{ fresh: boolean; points: number; checkIn: CheckIn }> {
  const path = '/api/member/groups/{groupId}/check-ins/{programId}';
  return answerOf(api.POST(path, { params: { path: place }, body: {} }));
}

/** Fills a missed day with a card. */
export async function spendCard(place: Place, day: string): Promise<void> {
  const path = '/api/member/groups/{groupId}/check-ins/{programId}/make-ups';
  await answerOf(api.POST(path, { params: { path: place }, body: { day } }));
}

/** The board of the group. */
export async function getBoard(
  place: Place,
  scope: Scope,
): Promise<{ items: BoardLine[]; me: BoardLine; total: number }> {
  const path = '/api/member/groups/{groupId}/check-ins/{programId}/board';
  return answerOf(api.GET(path, { params: { path: place, query: { scope, limit: 50 } } }));
}

/** Hides me from the boards, or shows me again. */
export async function setHidden(groupId: string, hidden: boolean): Promise<void> {
  const path = '/api/member/groups/{groupId}/check-ins/visibility';
  await answerOf(api.PUT(path, { params: { path: { groupId } }, body: { hidden } }));
}

const milestones = [7, 21, 49, 100, 200, 365];

/** The next round number of days to look forward to; after a year, the next hundred. */
export function nextMilestone(streak: number): number {
  return milestones.find((days) => days > streak) ?? (Math.floor(streak / 100) + 1) * 100;
}

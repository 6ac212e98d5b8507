/**
 * A number is a door: where the console shows what is behind it. Paths are relative to the community's console (`/c/{communityId}/`);
 * `{groupId}` is filled in by who shows a group's number, and the part with it is left out for all groups together.
 */
import { dayBefore } from './judge-quiet.ts';

/** The periods of Today. */
export const periods = ['today', 'yesterday', 'week'] as const;

/** The first and the last day of a period. */
export function daysOf(period: (typeof periods)[number], today: string): { from: string; to: string } {
  if (period === 'today') return { from: today, to: today };
  if (period === 'yesterday') return { from: dayBefore(today, 1), to: dayBefore(today, 1) };
  return { from: dayBefore(today, 6), to: today };
}

/** Where each number of a group leads, by period. */
export function doorsOf(today: string) {
  const open = (period: (typeof periods)[number]) => {
    const { from, to } = daysOf(period, today);
    return {
      joins: `people?groupId={groupId}&joinedFrom=${from}&joinedTo=${to}`,
      leaves: `people?groupId={groupId}&leftFrom=${from}&leftTo=${to}`,
      speakers: `people?groupId={groupId}&spokeFrom=${from}&spokeTo=${to}`,
      messages: `inbox/{groupId}?day=${from}`,
      checkIns: `programs?groupId={groupId}&from=${from}&to=${to}`,
      ownerShare: `people?groupId={groupId}&role=host&spokeFrom=${from}&spokeTo=${to}`,
    };
  };
  return {
    members: 'people?groupId={groupId}',
    questions: 'inbox?filter=open&groupId={groupId}',
    today: open('today'),
    yesterday: open('yesterday'),
    week: open('week'),
  };
}

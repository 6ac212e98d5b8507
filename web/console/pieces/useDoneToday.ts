import { dayKey } from '../../kit/format.ts';
import { useCommunity } from '../data/communities.ts';
import { useTasks } from '../data/tasks.ts';
import { useNow } from './waiting.ts';

/** How many tasks of the community were done today, in its own time zone; as far as one page of them tells. */
export function useDoneToday(communityId: string): number {
  const zone = useCommunity(communityId).data?.zone;
  const done = useTasks(communityId, { state: 'done', limit: 100 });
  const now = useNow();
  const today = dayKey(new Date(now), zone);
  return done.data?.items.filter(({ settledAt }) => settledAt && dayKey(settledAt, zone) === today).length ?? 0;
}

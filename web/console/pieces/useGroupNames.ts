import { useGroups } from '../data/groups.ts';
import { useText } from '../text.ts';

/** Names of the community's groups by id; "another group" for one that is dissolved or beyond the first two hundred. */
export function useGroupNames(communityId: string): (groupId: string) => string {
  const t = useText();
  const groups = useGroups(communityId, { limit: 200 });
  const names = new Map(groups.data?.items.map(({ id, name }) => [id, name]));
  return (groupId) => names.get(groupId) ?? t('people.otherGroup');
}

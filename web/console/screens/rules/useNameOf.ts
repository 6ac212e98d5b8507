import { useHere } from '../../data/session.ts';
import { useTeam } from '../../data/team.ts';
import { useText } from '../../text.ts';

/** Names of the team by user; "a colleague" for one who has left it. */
export function useNameOf(): (userId: string | null) => string {
  const t = useText();
  const { communityId, me } = useHere();
  const team = useTeam(communityId).data?.items;
  return (userId) =>
    userId === me.user.id ? t('rules.you') : (team?.find((one) => one.userId === userId)?.name ?? t('rules.somebody'));
}

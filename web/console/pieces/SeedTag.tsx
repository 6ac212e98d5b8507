import { useSeedMarks } from '../data/seeds.ts';
import { useHere } from '../data/session.ts';
import { useText } from '../text.ts';

/** The mark of a seed member, the same that everybody in the group sees; nothing for all others. */
export function SeedTag({ groupId, identityId }: { groupId: string; identityId: string }) {
  const t = useText();
  const { communityId, can } = useHere();
  const marks = useSeedMarks(communityId, groupId, can('care.read')).data;
  if (!marks?.includes(identityId)) return null;
  return (
    <span className="tag j" title={t('seeds.markText')}>
      {t('seeds.mark')}
    </span>
  );
}

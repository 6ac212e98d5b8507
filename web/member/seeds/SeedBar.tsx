import type { ReactElement } from 'react';
import { Link } from '../router.tsx';
import { useT } from '../texts.ts';
import { useLoad } from '../use-load.ts';
import { getMySeed } from './seeds.ts';
import '../round/round.css';

/** Who is asked to be a seed, or has a topic to open, finds the way there; nothing for all others. */
export function SeedBar({ groupId }: { groupId: string }): ReactElement | null {
  const t = useT();
  const { data } = useLoad(`my seed ${groupId}`, () => getMySeed(groupId));
  if (!data) return null;
  const open = data.topics.filter(({ state }) => state === 'open').length;
  const words =
    data.state === 'asked'
      ? t('member:seed.barAsked')
      : open > 0
        ? t('member:seed.barTopics', { count: open })
        : t('member:seed.barActive');
  return (
    <div className="roundbar seedbar" role="status">
      <span className="grow s">{words}</span>
      <Link className="btn line sm" to={`/g/${groupId}/seed`}>
        {t('member:seed.look')}
      </Link>
    </div>
  );
}

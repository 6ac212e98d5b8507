import type { ReactElement } from 'react';
import { Icon } from '../icons.tsx';
import { Link } from '../router.tsx';
import { useT } from '../texts.ts';
import { useLoad } from '../use-load.ts';
import { getOwnPoints } from './points.ts';

/** The way to my points, with how many there are. */
export function PointsDoor({ groupId, communityId }: { groupId: string; communityId: string }): ReactElement | null {
  const t = useT();
  const { data } = useLoad(`points door ${communityId}`, () => getOwnPoints(communityId, { limit: 1 }));
  if (!data || (data.rules.length === 0 && data.items.length === 0)) return null;
  return (
    <section className="sec">
      <ul className="card rows set go">
        <li className="whole">
          <Link to={`/g/${groupId}/points`}>
            <Icon name="flame" size={22} />
            <span className="grow">
              <b>{t('member:points.title')}</b>
              <span className="xs c3">{t('member:points.doorText')}</span>
            </span>
            <b className="num">{data.balance}</b>
            <Icon name="forward" size={20} />
          </Link>
        </li>
      </ul>
    </section>
  );
}

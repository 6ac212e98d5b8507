import { Link } from 'react-router';
import { useStanding } from '../../data/promotions.ts';
import { useHere } from '../../data/session.ts';
import { useText } from '../../text.ts';
import './promotions.css';

/** Before a promotion is sent: what is left of the week, what it will cost, and what would hold it now. */
export function PromotionBar({ groupId }: { groupId: string }) {
  const t = useText();
  const { communityId } = useHere();
  const standing = useStanding(communityId, groupId).data;
  if (!standing) return <p className="promobar xs c3">{t('promo.looking')}</p>;
  const { week, policy, now, credit, guard } = standing;
  const planned = week.planned > 0 ? t('promo.plannedToo', { count: week.planned }) : '';
  return (
    <div className="promobar xs" role="status">
      <span>
        {t('promo.used', { used: week.used, most: policy.perWeek })}
        {planned}
      </span>
      <Link className="link" to={`/c/${communityId}/groups?open=${groupId}&tab=credit`}>
        {t('promo.costs', { cost: now.cost, balance: credit.balance })}
      </Link>
      <span className={now.hold ? 'amber' : 'jade'}>
        {now.hold ? now.hold.words : t(guard === 'on' ? 'promo.mayGo' : 'promo.onlyCounted')}
      </span>
    </div>
  );
}

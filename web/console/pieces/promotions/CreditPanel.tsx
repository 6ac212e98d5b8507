// The credit of a group: this week's budget, what was given and taken by weeks with all parts, what waits, what was promoted and what
// was counted after it. The weights are provisional, so the balance never stands alone.
import { Alert } from 'antd';
import { useHere } from '../../data/session.ts';
import { useStanding, valueParts } from '../../data/promotions.ts';
import type { Standing } from '../../data/promotions.ts';
import type { Group } from '../../data/groups.ts';
import { formatDay } from '../../../kit/format.ts';
import { useLanguage } from '../../../kit/i18n.ts';
import { useText } from '../../text.ts';
import { Answer } from '../Answer.tsx';
import { OwnPolicy } from './OwnPolicy.tsx';
import { PromotionList } from './PromotionList.tsx';
import { ScheduledList } from './ScheduledList.tsx';
import './promotions.css';

/** The section 信用 of a group. */
export function CreditPanel({ group }: { group: Group }) {
  const t = useText();
  const { communityId } = useHere();
  const standing = useStanding(communityId, group.id);
  return (
    <div className="credit">
      <Answer query={standing} rows={5}>
        {(found) => (
          <>
            {found.guard === 'off' && <Alert type="info" title={t('promo.off')} />}
            <Week standing={found} />
            <Balance standing={found} />
            <ScheduledList groupId={group.id} />
            <PromotionList groupId={group.id} />
            <OwnPolicy key={JSON.stringify(found.own)} group={group} standing={found} />
          </>
        )}
      </Answer>
    </div>
  );
}

function Week({ standing }: { standing: Standing }) {
  const t = useText();
  const { week, policy, hosts, now } = standing;
  const share = hosts.share === null ? null : Math.round(hosts.share * 100);
  return (
    <section>
      <h3 className="lab">{t('promo.thisWeek')}</h3>
      <p>
        <b className="big">{t('promo.ofBudget', { used: week.used, most: policy.perWeek })}</b>
        {week.planned > 0 && <span className="s c2"> {t('promo.plannedToo', { count: week.planned })}</span>}
      </p>
      <p className="s c2">
        {share === null ? t('promo.hostsSilent') : t('promo.hostsShare', { share, messages: hosts.messages })}
      </p>
      {now.hold && <p className="s amber">{now.hold.words}</p>}
    </section>
  );
}

function Balance({ standing }: { standing: Standing }) {
  const t = useText();
  const language = useLanguage();
  const { credit, policy } = standing;
  const { weights } = credit;
  return (
    <section>
      <h3 className="lab">
        {t('promo.credit')} <span className="tag o">{t('promo.provisional')}</span>
      </h3>
      <table className="credit-weeks">
        <thead>
          <tr>
            <th scope="col">{t('promo.weekFrom')}</th>
            {valueParts.map((part) => (
              <th key={part} scope="col" className="r">
                {t(`promo.part.${part}`)}
              </th>
            ))}
            <th scope="col" className="r">
              {t('promo.promotions')}
            </th>
            <th scope="col" className="r">
              {t('promo.left')}
            </th>
          </tr>
        </thead>
        <tbody>
          {credit.weeks.map((week) => (
            <tr key={week.from}>
              <th scope="row">{formatDay(`${week.from}T12:00:00Z`, { language, zone: 'UTC' })}</th>
              {valueParts.map((part) => (
                <td key={part} className="r">
                  {week.counts[part] > 0 ? (
                    <>
                      +{week.points[part]}
                      <span className="xs c3">{t('promo.times', { count: week.counts[part] })}</span>
                    </>
                  ) : (
                    <span className="c3">—</span>
                  )}
                </td>
              ))}
              <td className="r">
                {week.promotions > 0 ? (
                  <>
                    −{week.spent}
                    <span className="xs c3">{t('promo.times', { count: week.promotions })}</span>
                  </>
                ) : (
                  <span className="c3">—</span>
                )}
              </td>
              <td className="r">{week.balance}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="xs c3">
        {t('promo.weights', {
          answers: weights.answers,
          checkIns: weights.checkIns,
          reactions: weights.reactions,
          dayMost: weights.dayMost,
          promotion: weights.promotion,
          crowding: weights.crowding * 100,
          days: weights.halfLifeDays,
        })}{' '}
        {policy.creditFloor === null ? t('promo.floorOff') : t('promo.floorOn', { floor: policy.creditFloor })}
      </p>
    </section>
  );
}

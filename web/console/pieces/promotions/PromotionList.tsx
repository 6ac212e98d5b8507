import { Button, Skeleton } from 'antd';
import { Link } from 'react-router';
import { useCorrect, usePromotions } from '../../data/promotions.ts';
import type { Promotion } from '../../data/promotions.ts';
import { useHere } from '../../data/session.ts';
import { useText } from '../../text.ts';
import { ProblemState } from '../Answer.tsx';
import { EmptyState } from '../EmptyState.tsx';
import { useTellProblem } from '../problems.ts';
import { useMoment } from './HeldActions.tsx';

/** What was promoted in a group, newest first, with what was counted after it. */
export function PromotionList({ groupId }: { groupId: string }) {
  const t = useText();
  const { communityId } = useHere();
  const pages = usePromotions(communityId, groupId);
  const rows = pages.data?.flatMap(({ items }) => items);
  return (
    <section aria-label={t('promo.list')} className="promotions">
      <h3 className="lab">{t('promo.list')}</h3>
      {pages.error && !rows && <ProblemState problem={pages.error} onRetry={() => void pages.refetch()} />}
      {!rows && !pages.error && <Skeleton active title={false} className="loading" />}
      {rows?.length === 0 && <EmptyState kind="nothing" title={t('promo.none')} text={t('promo.noneText')} />}
      {rows && rows.length > 0 && (
        <>
          <p className="xs c3">{t('promo.noCause')}</p>
          <ul>
            {rows.map((one) => (
              <Line key={one.id} groupId={groupId} one={one} />
            ))}
          </ul>
        </>
      )}
      {pages.hasNextPage && (
        <Button type="text" block loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('promo.more')}
        </Button>
      )}
    </section>
  );
}

function Line({ groupId, one }: { groupId: string; one: Promotion }) {
  const t = useText();
  const { communityId, can } = useHere();
  const correct = useCorrect(communityId, groupId);
  const tellProblem = useTellProblem();
  const momentOf = useMoment();
  const { followed } = one;
  const isNone = one.dismissedAt !== null;
  const say = (promotion: boolean) => correct.mutateAsync({ messageId: one.messageId, promotion }).catch(tellProblem);
  return (
    <li className={isNone ? 'promo-line none' : 'promo-line'}>
      <div className="grow">
        <Link className="clamp" to={`/c/${communityId}/groups/${groupId}?at=${one.messageId}`}>
          {one.recalled ? t('talk.recalled') : one.excerpt || t('talk.picture')}
        </Link>
        <div className="xs c3">
          {momentOf(one.at)} · {t(`promo.voice.${one.voice}`)} · {t(`promo.knownBy.${one.knownBy}`)}
          {one.signs.flatMap(({ words }) => words).length > 0 &&
            `：${one.signs.flatMap(({ words }) => words).join(t('pulse.comma'))}`}
          {one.cost > 0 && ` · ${t('promo.took', { cost: one.cost })}`}
        </div>
        <div className="xs c2">
          {t('promo.after', { replies: followed.replies, reactions: followed.reactions })}{' '}
          {t(followed.isOver ? 'promo.leaves' : 'promo.leavesSoFar', {
            leaves: followed.leaves,
            before: followed.leavesBefore,
          })}
        </div>
        {one.insisted && <div className="xs amber">{t('promo.insisted', { reason: one.insisted })}</div>}
      </div>
      {can('promotions.plan') && one.voice !== 'member' && (
        <Button size="small" type="text" loading={correct.isPending} onClick={() => void say(isNone)}>
          {t(isNone ? 'promo.isOne' : 'promo.isNone')}
        </Button>
      )}
    </li>
  );
}

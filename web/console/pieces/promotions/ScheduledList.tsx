import { App, Button } from 'antd';
import { useCancelScheduled, useScheduled } from '../../data/promotions.ts';
import type { Scheduled } from '../../data/promotions.ts';
import { useHere } from '../../data/session.ts';
import { useText } from '../../text.ts';
import { Answer } from '../Answer.tsx';
import { EmptyState } from '../EmptyState.tsx';
import { useTellProblem } from '../problems.ts';
import { useMoment } from './HeldActions.tsx';

/** Promotions of a group that wait for their time, and those that could not go. */
export function ScheduledList({ groupId }: { groupId: string }) {
  const t = useText();
  const { communityId } = useHere();
  const scheduled = useScheduled(communityId, groupId);
  return (
    <section aria-label={t('promo.scheduled')} className="scheduled">
      <h3 className="lab">{t('promo.scheduled')}</h3>
      <Answer query={scheduled} rows={2}>
        {({ items }) =>
          items.length > 0 ? (
            <ul>
              {items.map((one) => (
                <Line key={one.id} one={one} />
              ))}
            </ul>
          ) : (
            <EmptyState kind="nothing" title={t('promo.noneScheduled')} text={t('promo.noneScheduledText')} />
          )
        }
      </Answer>
    </section>
  );
}

function Line({ one }: { one: Scheduled }) {
  const t = useText();
  const { communityId, can } = useHere();
  const { message } = App.useApp();
  const cancel = useCancelScheduled(communityId);
  const tellProblem = useTellProblem();
  const momentOf = useMoment();
  const goBack = () =>
    cancel
      .mutateAsync(one.id)
      .then(() => message.success(t('promo.cancelled')))
      .catch(tellProblem);
  return (
    <li className="promo-line">
      <div className="grow">
        <div className="clamp">{one.text || t('talk.picture')}</div>
        <div className={one.state === 'held' ? 'xs red' : 'xs c2'}>
          {one.state === 'held' ? t('promo.givenBack') : t('promo.goesAt', { when: momentOf(one.dueAt) })}
          {one.moves > 0 && one.state === 'waiting' && ` · ${t('promo.moved', { count: one.moves })}`}
        </div>
      </div>
      {can('promotions.plan') && (
        <Button size="small" loading={cancel.isPending} onClick={() => void goBack()}>
          {t(one.state === 'held' ? 'promo.putAway' : 'promo.cancel')}
        </Button>
      )}
    </li>
  );
}

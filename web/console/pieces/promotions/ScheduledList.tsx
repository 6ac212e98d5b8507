import { App, Button } from 'antd';
import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { ApiError } from '../../../kit/problem.ts';
import { useGroups } from '../../data/groups.ts';
import { useAllScheduled, useCancelScheduled, useScheduled } from '../../data/promotions.ts';
import type { Scheduled } from '../../data/promotions.ts';
import { useHere } from '../../data/session.ts';
import { useText } from '../../text.ts';
import { Answer } from '../Answer.tsx';
import { EmptyState } from '../EmptyState.tsx';
import { useTellProblem } from '../problems.ts';
import { useMoment } from './HeldActions.tsx';
import './promotions.css';

/** Promotions of a group that wait for their time, and those that could not go. */
export function ScheduledList({ groupId }: { groupId: string }) {
  const t = useText();
  const { communityId } = useHere();
  return (
    <section aria-label={t('promo.scheduled')} className="scheduled">
      <h3 className="lab">{t('promo.scheduled')}</h3>
      <Lines scheduled={useScheduled(communityId, groupId)} />
    </section>
  );
}

/** The same over all groups, the next one first. */
export function AllScheduled() {
  const t = useText();
  const { communityId } = useHere();
  const groups = useGroups(communityId, { limit: 200 }).data?.items;
  const names = new Map(groups?.map(({ id, name }) => [id, name]));
  return (
    <section aria-label={t('promo.scheduledEverywhere')} className="card cb scheduled">
      <h2 className="h2">{t('promo.scheduledEverywhere')}</h2>
      <Lines scheduled={useAllScheduled(communityId)} names={names} />
    </section>
  );
}

interface LinesProps {
  scheduled: UseQueryResult<{ items: Scheduled[] }, ApiError>;
  /** Names of groups by id, where more than one is shown. */
  names?: ReadonlyMap<string, string>;
}

function Lines({ scheduled, names }: LinesProps) {
  const t = useText();
  return (
    <Answer query={scheduled} rows={2}>
      {({ items }) =>
        items.length > 0 ? (
          <ul>
            {items.map((one) => (
              <Line key={one.id} one={one} names={names} />
            ))}
          </ul>
        ) : (
          <EmptyState kind="nothing" title={t('promo.noneScheduled')} text={t('promo.noneScheduledText')} />
        )
      }
    </Answer>
  );
}

function Line({ one, names }: { one: Scheduled; names: LinesProps['names'] }) {
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
          {names && ' · '}
          {names && (
            <Link to={`/c/${communityId}/groups/${one.groupId}`}>{names.get(one.groupId) ?? t('promo.itsGroup')}</Link>
          )}
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

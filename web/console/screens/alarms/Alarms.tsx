import { Segmented } from 'antd';
import { useAlarms } from '../../data/today.ts';
import { useHere } from '../../data/session.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { useFilters } from '../../pieces/filters.ts';
import { PageHead } from '../../pieces/PageHead.tsx';
import { Pager } from '../../pieces/Pager.tsx';
import { usePaging } from '../../pieces/paging.ts';
import { useText } from '../../text.ts';
import { AlarmBlock } from '../today/AlarmCard.tsx';
import { QuarrelRecord } from './QuarrelRecord.tsx';
import '../today/today.css';

const states = ['open', 'settled'] as const;

/** Everything unusual in the groups, with what it rests on; what was looked at stays to be read. */
export function Alarms() {
  const t = useText();
  const { communityId } = useHere();
  const filters = useFilters();
  const state = states.find((one) => one === filters.read('state')) ?? 'open';
  const paging = usePaging(state);
  const alarms = useAlarms(communityId, { state, limit: 30, ...(paging.cursor ? { cursor: paging.cursor } : {}) });
  return (
    <>
      <PageHead title={t('alarms.title')} sub={t('alarms.sub')} />
      <div className="fb">
        <Segmented
          aria-label={t('alarms.which')}
          value={state}
          options={states.map((value) => ({ value, label: t(`alarms.state.${value}`) }))}
          onChange={(value) => filters.set({ state: value === 'open' ? undefined : value })}
        />
      </div>
      <section className="card narrow" aria-label={t('alarms.title')}>
        <Answer query={alarms} rows={5}>
          {({ items, nextCursor }) => (
            <>
              {items.length === 0 && (
                <EmptyState
                  kind="nothing"
                  title={t(state === 'open' ? 'today.noAlarms' : 'alarms.noneSettled')}
                  text={t(state === 'open' ? 'today.noAlarmsText' : 'alarms.noneSettledText')}
                />
              )}
              {items.map((alarm) => (
                <AlarmBlock key={alarm.id} alarm={alarm} />
              ))}
              <Pager shown={items.length} nextCursor={nextCursor} paging={paging} />
            </>
          )}
        </Answer>
      </section>
      <QuarrelRecord />
    </>
  );
}

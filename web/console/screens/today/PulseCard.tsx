// How each group is: numbers of a day or a week with a door behind each, those that need somebody first. A table on a desk,
// cards on a phone.
import { Button, Segmented, Select, Skeleton } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { formatCount } from '../../../kit/format.ts';
import { useLanguage } from '../../../kit/i18n.ts';
import { useHere } from '../../data/session.ts';
import { periods, pulseOrders, usePulses } from '../../data/today.ts';
import type { Period, Pulse, PulseOrder, PulsePage, Today } from '../../data/today.ts';
import { ProblemState } from '../../pieces/Answer.tsx';
import { Door } from '../../pieces/Door.tsx';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { SearchField } from '../../pieces/SearchField.tsx';
import { Sparkline } from '../../pieces/Sparkline.tsx';
import { useText } from '../../text.ts';

const columns = ['joins', 'leaves', 'speakers', 'messages', 'checkIns', 'ownerShare'] as const;
type Column = (typeof columns)[number];
type Doors = PulsePage['behind'];
type Numbers = Pulse['today'];

/** The pulse of the groups. */
export function PulseCard({ today }: { today: Today }) {
  const t = useText();
  const { communityId } = useHere();
  const [period, setPeriod] = useState<Period>('today');
  const [order, setOrder] = useState<PulseOrder>('attention');
  const [q, setQ] = useState('');
  const pulses = usePulses(communityId, { order, ...(q ? { q } : {}) });
  const isPlain = order === 'attention' && q === '';
  // Until the list itself has answered, what came with Today stands here.
  const rows = pulses.data?.flatMap(({ items }) => items) ?? (isPlain ? today.groups.items : []);
  return (
    <section className="card pulse" aria-label={t('pulse.title')}>
      <div className="ch">
        <h2>{t('pulse.title')}</h2>
        <Segmented
          size="small"
          aria-label={t('pulse.period')}
          value={period}
          options={periods.map((value) => ({ value, label: t(`pulse.periods.${value}`) }))}
          onChange={setPeriod}
        />
        <div className="pulse-tools">
          <SearchField value={q} label={t('groups.find')} width={150} onSearch={setQ} />
          <Select
            variant="borderless"
            aria-label={t('groups.sort')}
            popupMatchSelectWidth={false}
            value={order}
            options={pulseOrders.map((value) => ({ value, label: t(`pulse.by.${value}`) }))}
            onChange={setOrder}
          />
        </div>
      </div>
      {pulses.error && rows.length === 0 ? (
        <ProblemState problem={pulses.error} onRetry={() => void pulses.refetch()} />
      ) : rows.length === 0 && pulses.isFetching ? (
        <Skeleton active title={false} className="loading" />
      ) : rows.length === 0 ? (
        <NoGroups q={q} onClear={() => setQ('')} />
      ) : (
        <PulseTable today={today} period={period} rows={rows} withTotals={q === ''} />
      )}
      {pulses.hasNextPage && (
        <Button type="text" block loading={pulses.isFetchingNextPage} onClick={() => void pulses.fetchNextPage()}>
          {t('pulse.more', { left: Math.max(1, today.totals.groups - rows.length) })}
        </Button>
      )}
    </section>
  );
}

function NoGroups({ q, onClear }: { q: string; onClear: () => void }) {
  const t = useText();
  const { communityId, can } = useHere();
  if (q !== '')
    return (
      <EmptyState
        kind="noMatch"
        title={t('groups.noMatch')}
        text={t('pulse.noMatchText', { q })}
        action={<Button onClick={onClear}>{t('groups.clearAll')}</Button>}
      />
    );
  return (
    <EmptyState
      kind="nothing"
      title={t('groups.none')}
      text={t('groups.noneText')}
      action={
        can('groups.manage') && (
          <Link to={`/c/${communityId}/groups/new`}>
            <Button>{t('groups.openFirst')}</Button>
          </Link>
        )
      }
    />
  );
}

function PulseTable({ today, period, rows, withTotals }: PulseTableProps) {
  const t = useText();
  const doors = today.behind;
  return (
    <div className="pulse-box">
      <table className="pt">
        <thead>
          <tr>
            <th scope="col">{t('groups.name')}</th>
            <th scope="col">{t('pulse.spark')}</th>
            <th scope="col" className="r">
              {t('pulse.members')}
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className="r">
                {t(`pulse.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {withTotals && today.totals.groups > 1 && (
            <tr className="all">
              <th scope="row">{t('pulse.all', { count: today.totals.groups })}</th>
              <td className="sp" />
              <Cell label={t('pulse.members')} count={today.totals.members} behind={doors.members} />
              <NumberCells numbers={today.totals[period]} doors={doors} period={period} />
            </tr>
          )}
          {rows.map((pulse) => (
            <PulseRow key={pulse.groupId} pulse={pulse} doors={doors} period={period} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface PulseTableProps {
  today: Today;
  period: Period;
  rows: readonly Pulse[];
  withTotals: boolean;
}

function PulseRow({ pulse, doors, period }: { pulse: Pulse; doors: Doors; period: Period }) {
  const t = useText();
  const { communityId } = useHere();
  const { groupId, name, alarms, open, overdue, speakersByDay } = pulse;
  const isLow = alarms.includes('group_quiet');
  return (
    <tr>
      <th scope="row">
        <span className="row">
          <span className={pulse.tier === 'paid' ? 'tier g' : 'tier'} title={t(`tier.${pulse.tier}`)}>
            {t(`pulse.tier.${pulse.tier}`)}
          </span>
          <Link className="ell pulse-name" to={`/c/${communityId}/inbox/${groupId}`}>
            {name}
          </Link>
          {[...new Set(alarms)].map((kind) => (
            <span key={kind} className={isLow || kind === 'questions_waiting' ? 'tag r' : 'tag a'}>
              {t(`pulse.alarm.${kind}`)}
            </span>
          ))}
          <PromotionTag pulse={pulse} />
          {open > 0 && (
            <Door behind={doors.questions} groupId={groupId} label={t('pulse.openLabel', { count: open, name })}>
              <span className={overdue > 0 ? 'tag a' : 'tag'}>{t('pulse.open', { count: open })}</span>
            </Door>
          )}
        </span>
      </th>
      <td className="sp">
        <Sparkline
          values={speakersByDay}
          low={isLow}
          label={t('pulse.sparkLabel', { values: speakersByDay.join(t('pulse.comma')) })}
        />
      </td>
      <Cell label={t('pulse.members')} count={pulse.members} behind={doors.members} groupId={groupId} />
      <NumberCells numbers={pulse[period]} doors={doors} period={period} groupId={groupId} />
    </tr>
  );
}

/** This week's promotions against what the group allows; nothing where there was none. */
function PromotionTag({ pulse: { groupId, name, promotions } }: { pulse: Pulse }) {
  const t = useText();
  const { communityId } = useHere();
  if (!promotions || promotions.used + promotions.planned === 0) return null;
  const words = { used: promotions.used, most: promotions.perWeek, name };
  return (
    <Link
      className={promotions.used > promotions.perWeek ? 'tag a' : 'tag'}
      to={`/c/${communityId}/groups?open=${groupId}&tab=credit`}
      aria-label={t('pulse.promotionsLabel', words)}
    >
      {t('pulse.promotions', words)}
    </Link>
  );
}

function NumberCells({
  numbers,
  doors,
  period,
  groupId,
}: {
  numbers: Numbers;
  doors: Doors;
  period: Period;
  groupId?: string;
}) {
  const t = useText();
  return columns.map((column) => (
    <Cell
      key={column}
      label={t(`pulse.${column}`)}
      count={numbers[column]}
      share={column === 'ownerShare'}
      sign={signOf(column)}
      behind={doors[period][column]}
      groupId={groupId}
    />
  ));
}

function signOf(column: Column): '+' | '−' | undefined {
  return column === 'joins' ? '+' : column === 'leaves' ? '−' : undefined;
}

function Cell({ label, count, behind, groupId, share = false, sign }: CellProps) {
  const language = useLanguage();
  const words =
    count === null
      ? '—'
      : share
        ? `${Math.round(count * 100)}%`
        : `${count > 0 && sign ? sign : ''}${formatCount(count, language)}`;
  const isHollow = count === null || count === 0;
  const tone = sign === '+' && !isHollow ? 'jade' : share && count !== null && count >= 0.6 ? 'amber' : undefined;
  return (
    <td className="r" data-label={label}>
      {isHollow ? (
        <span className="c3">{words}</span>
      ) : (
        <span className={tone}>
          <Door behind={behind} groupId={groupId} label={`${label} ${words}`}>
            {words}
          </Door>
        </span>
      )}
    </td>
  );
}

interface CellProps {
  label: string;
  count: number | null;
  behind: string;
  groupId?: string | undefined;
  /** A share between 0 and 1, shown in percent. */
  share?: boolean;
  sign?: '+' | '−' | undefined;
}

import { useState, type ReactElement } from 'react';
import { useLanguage } from '../../kit/i18n.ts';
import { Icon } from '../icons.tsx';
import { useT, type MemberKey } from '../texts.ts';
import { useLoad } from '../use-load.ts';
import { getMonth, type CheckIn, type How } from './check-ins.ts';
import { dayName, gridOf, monthName, shiftMonth, weekHeads } from './month.ts';

/** The days of a month, from Monday: gold = checked in, dashed = filled by a card, red outline = today, still open. */
export function MonthCard({ groupId, checkIn }: { groupId: string; checkIn: CheckIn }): ReactElement {
  const t = useT();
  const language = useLanguage();
  const { programId, startsOn, today, me } = checkIn;
  const here = today.day.slice(0, 7);
  const [month, setMonth] = useState(here);
  // My days change while I look: they are part of the key.
  const other = useLoad(`month ${programId} ${month} ${me.days}`, async () =>
    month === checkIn.month.month ? checkIn.month : getMonth({ groupId, programId }, month),
  );
  const shown = month === checkIn.month.month ? checkIn.month : other.data;
  const days = new Map(shown?.days.map(({ day, how }) => [day, how]));
  const grid = gridOf(month);
  const step = (by: number, isOpen: boolean, label: MemberKey): ReactElement => (
    <button
      type="button"
      className="hit"
      disabled={!isOpen}
      aria-label={t(label)}
      onClick={() => setMonth(shiftMonth(month, by))}
    >
      <Icon name={by < 0 ? 'back' : 'forward'} size={20} />
    </button>
  );
  return (
    <section className="card month">
      <div className="row month-h">
        <h2 aria-live="polite">{monthName(month, { language, today: today.day })}</h2>
        <span className="grow s c3 num">
          {shown ? t('member:checkIn.monthDays', { count: shown.days.length }) : ''}
        </span>
        {step(-1, month > startsOn.slice(0, 7), 'member:checkIn.monthBefore')}
        {step(1, month < here, 'member:checkIn.monthAfter')}
      </div>
      <div className="week xs c3" aria-hidden="true">
        {weekHeads(language).map((head, at) => (
          <span key={at}>{head}</span>
        ))}
      </div>
      <ol className={shown ? 'days' : 'days waits'}>
        {grid.days.map((day, at) => (
          <DayCell
            key={day}
            day={day}
            how={days.get(day)}
            today={today}
            {...(at === 0 ? { column: grid.before + 1 } : {})}
          />
        ))}
      </ol>
      {other.error && !shown ? (
        <button type="button" className="btn plain" onClick={other.reload}>
          {t('member:problem.retry')}
        </button>
      ) : null}
    </section>
  );
}

function DayCell(props: { day: string; how: How | undefined; today: CheckIn['today']; column?: number }): ReactElement {
  const t = useT();
  const language = useLanguage();
  const { day, how, today } = props;
  const kind =
    how === 'make_up' ? 'made' : how ? 'done' : day === today.day ? 'today' : day > today.day ? 'ahead' : 'none';
  return (
    <li className={kind} style={props.column ? { gridColumnStart: props.column } : undefined}>
      <span className="hidden">{t(`member:checkIn.day.${kind}`, { day: dayName(day, language) })}</span>
      <span className="num" aria-hidden="true">
        {Number(day.slice(8))}
      </span>
      {kind === 'made' ? <em aria-hidden="true">{t('member:checkIn.cardSign')}</em> : null}
    </li>
  );
}

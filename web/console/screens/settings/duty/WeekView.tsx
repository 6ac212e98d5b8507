import { Button } from 'antd';
import { formatClock } from '../../../../kit/format.ts';
import { useLanguage } from '../../../../kit/i18n.ts';
import type { Roster, Watch } from '../../../data/duty.ts';
import { useNameOf } from '../../../pieces/duty/names.ts';
import { useText } from '../../../text.ts';
import { daysOf, sayDay, type DutyDay } from './days.ts';

/** Seven days side by side, or one below the other on a phone: who is on when, and where nobody is. */
export function WeekView({ roster, after, onDay }: WeekProps) {
  return (
    <ol className="duty-week">
      {daysOf(roster, { after, count: 7 }).map((day) => (
        <Day key={day.day} day={day} roster={roster} onDay={onDay} />
      ))}
    </ol>
  );
}

interface WeekProps {
  roster: Roster;
  after: number;
  /** Opens what holds on a day alone; without it one may only look. */
  onDay: ((day: string) => void) | undefined;
}

function Day({ day: { day, watches, gaps, own }, roster, onDay }: { day: DutyDay } & Omit<WeekProps, 'after'>) {
  const t = useText();
  const language = useLanguage();
  const name = sayDay(day, language);
  return (
    <li className={day === roster.today ? 'now' : undefined} aria-current={day === roster.today ? 'date' : undefined}>
      <div className="duty-day">
        <b>{name}</b>
        {onDay && (
          <Button size="small" type="text" aria-label={t('duty.dayOf', { day: name })} onClick={() => onDay(day)}>
            {t('duty.day')}
          </Button>
        )}
      </div>
      {own && <p className="xs c2">{own.note || t(own.shifts.length === 0 ? 'duty.closed' : 'duty.own')}</p>}
      <ul>
        {[...watches, ...gaps].sort(byStart).map((one) =>
          'on' in one ? (
            <Stretch key={one.start + one.on.join()} watch={one} roster={roster} />
          ) : (
            <li key={`gap ${one.start}`} className="gap">
              <span className="xs">{spanOf(one, roster.zone, language)}</span>
              <b>{t('duty.nobody')}</b>
            </li>
          ),
        )}
      </ul>
      {watches.length === 0 && gaps.length === 0 && !own && <p className="xs c3">{t('duty.nothing')}</p>}
    </li>
  );
}

function Stretch({ watch, roster }: { watch: Watch; roster: Roster }) {
  const t = useText();
  const language = useLanguage();
  const nameOf = useNameOf(roster.operators);
  const away = watch.away.map(({ userId, deputyId }) =>
    deputyId === null
      ? t('duty.away', { name: nameOf(userId) })
      : t('duty.instead', { deputy: nameOf(deputyId), name: nameOf(userId) }),
  );
  return (
    <li className={watch.on.length === 0 ? 'none' : undefined}>
      <span className="xs c2">{spanOf(watch, roster.zone, language)}</span>
      {watch.on.length > 0 && <b>{watch.on.map(nameOf).join(t('duty.and'))}</b>}
      {away.map((line) => (
        <span key={line} className="xs c2">
          {line}
        </span>
      ))}
    </li>
  );
}

function byStart(one: { start: string }, other: { start: string }): number {
  return Date.parse(one.start) - Date.parse(other.start);
}

function spanOf({ start, end }: { start: string; end: string }, zone: string, language: string): string {
  return `${formatClock(start, { language, zone })}–${formatClock(end, { language, zone })}`;
}

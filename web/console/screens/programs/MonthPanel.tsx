// The days of a month with how many came on each: darker = more, and the number stands on it. A day opens who they were.
import { useState } from 'react';
import { formatCount } from '../../../kit/format.ts';
import { Icon } from '../../../kit/antd/Icon.tsx';
import { useLanguage } from '../../../kit/i18n.ts';
import { useProgramMonth } from '../../data/programs.ts';
import type { Program, ProgramMonth } from '../../data/programs.ts';
import { useHere } from '../../data/session.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { useText } from '../../text.ts';
import { layOutMonth, shiftMonth, useDayNames } from './days.ts';

/** A month of a program, this one first. */
export function MonthPanel({ program, groupId, onDay }: MonthPanelProps) {
  const t = useText();
  const { communityId } = useHere();
  const days = useDayNames();
  const thisMonth = program.numbers.day.slice(0, 7);
  const [month, setMonth] = useState(thisMonth);
  const query = { month, ...(groupId ? { groupId } : {}) };
  const answer = useProgramMonth(communityId, program.id, query);
  return (
    <section className="card monthcard" aria-label={t('programs.month')}>
      <div className="ch">
        <h2>{days.month(month)}</h2>
        <div className="more row">
          <button
            type="button"
            className="tb"
            aria-label={t('programs.monthBefore')}
            disabled={month <= program.startsOn.slice(0, 7)}
            onClick={() => setMonth(shiftMonth(month, -1))}
          >
            <Icon name="back" size={16} />
          </button>
          <button
            type="button"
            className="tb"
            aria-label={t('programs.monthAfter')}
            disabled={month >= thisMonth}
            onClick={() => setMonth(shiftMonth(month, 1))}
          >
            <Icon name="next" size={16} />
          </button>
        </div>
      </div>
      <div className="cb">
        <Answer query={answer} rows={6}>
          {(found) => <Grid program={program} found={found} onDay={onDay} />}
        </Answer>
      </div>
    </section>
  );
}

interface MonthPanelProps {
  program: Program;
  groupId: string | undefined;
  onDay: (day: string) => void;
}

function Grid({ program, found, onDay }: { program: Program; found: ProgramMonth; onDay: (day: string) => void }) {
  const t = useText();
  const language = useLanguage();
  const names = useDayNames();
  const { blank, days } = layOutMonth(found.month);
  const byDay = new Map(found.days.map((one) => [one.day, one]));
  const most = Math.max(1, ...found.days.map(({ checkIns }) => checkIns));
  const sum = found.days.reduce((total, { checkIns }) => total + checkIns, 0);
  const made = found.days.reduce((total, { madeUp }) => total + madeUp, 0);
  const count = (value: number) => formatCount(value, language);
  return (
    <>
      <div className="weekrow xs c3" aria-hidden="true">
        {names.weekdays.map((name, at) => (
          <span key={at}>{name}</span>
        ))}
      </div>
      <ul className="monthgrid">
        {days.map((day, at) => {
          const one = byDay.get(day);
          const came = one?.checkIns ?? 0;
          const depth = came === 0 ? 0 : Math.ceil((came / most) * 4);
          const isOut = day > program.numbers.day || day < program.startsOn;
          const label = t(one?.madeUp ? 'programs.dayLabelMade' : 'programs.dayLabel', {
            day: names.withWeekday(day),
            count: came,
            madeUp: one?.madeUp ?? 0,
          });
          return (
            <li key={day} style={at === 0 ? { gridColumnStart: blank + 1 } : undefined}>
              <button
                type="button"
                className={`d${depth}${day === program.numbers.day ? ' now' : ''}`}
                disabled={isOut || (came === 0 && !one?.madeUp)}
                onClick={() => onDay(day)}
              >
                <span className="sr">{label}</span>
                <span className="xs" aria-hidden="true">
                  {Number(day.slice(-2))}
                </span>
                <b aria-hidden="true">{isOut ? '' : came > 0 ? count(came) : '·'}</b>
              </button>
            </li>
          );
        })}
      </ul>
      <p className="s c3">
        {t(made > 0 ? 'programs.monthSumMade' : 'programs.monthSum', {
          count: count(sum),
          most: count(found.days.length > 0 ? most : 0),
          madeUp: count(made),
        })}
      </p>
    </>
  );
}

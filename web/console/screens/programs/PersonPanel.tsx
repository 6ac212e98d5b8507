// One person in a check-in: where they stand, the days of a month, and filling in a day that was missed.
import { App, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { formatCount } from '../../../kit/format.ts';
import { Icon } from '../../../kit/antd/Icon.tsx';
import { useLanguage } from '../../../kit/i18n.ts';
import { useFillDay, usePersonDays } from '../../data/programs.ts';
import type { PersonDays, Program } from '../../data/programs.ts';
import { useHere } from '../../data/session.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { Face } from '../../pieces/Face.tsx';
import { useTellProblem } from '../../pieces/problems.ts';
import { useOffer } from '../../pieces/useOffer.tsx';
import { useWhen } from '../../pieces/when.ts';
import { useText } from '../../text.ts';
import { layOutMonth, shiftMonth, useDayNames } from './days.ts';
import { HowTag } from './HowTag.tsx';

/** One person's days in a program. */
export function PersonPanel({ program, identityId, onClose }: PersonPanelProps) {
  const { communityId } = useHere();
  const [month, setMonth] = useState<string>();
  const place = { communityId, programId: program.id, identityId };
  const days = usePersonDays(place, month);
  return (
    <aside className="card dr">
      <Answer query={days}>
        {(found) => <Opened program={program} found={found} onMonth={setMonth} onClose={onClose} />}
      </Answer>
    </aside>
  );
}

interface PersonPanelProps {
  program: Program;
  identityId: string;
  onClose: () => void;
}

interface OpenedProps {
  program: Program;
  found: PersonDays;
  onMonth: (month: string) => void;
  onClose: () => void;
}

function Opened({ program, found, onMonth, onClose }: OpenedProps) {
  const t = useText();
  const language = useLanguage();
  const { communityId } = useHere();
  const figures = [
    ['streak', found.streak],
    ['longest', found.longest],
    ['days', found.days],
    ['points', found.points],
  ] as const;
  return (
    <>
      <div className="drh">
        <Face name={found.name} seed={found.identityId} size={42} pictureId={found.pictureId} />
        <div className="grow">
          <h2 className="h2 ell">{found.name}</h2>
          <div className="xs c3">
            {found.cards.perMonth > 0
              ? t('programs.cardsLeft', { left: found.cards.left, count: found.cards.perMonth })
              : t('programs.noCards')}
          </div>
        </div>
        <button type="button" className="tb" onClick={onClose} aria-label={t('common.close')}>
          <Icon name="close" size={17} />
        </button>
      </div>
      <div className="drb">
        <dl className="pfigs">
          {figures.map(([key, value]) => (
            <div key={key}>
              <dt className="xs c3">{t(`programs.${key}`)}</dt>
              <dd className="song">{formatCount(value, language)}</dd>
            </div>
          ))}
        </dl>
        <Month program={program} found={found} onMonth={onMonth} />
        <Days program={program} found={found} />
      </div>
      {found.personId && (
        <div className="drf">
          <Link className="btn" to={`/c/${communityId}/people?open=${found.personId}`}>
            {t('programs.toPerson')}
          </Link>
        </div>
      )}
    </>
  );
}

function Month({ program, found, onMonth }: Pick<OpenedProps, 'program' | 'found' | 'onMonth'>) {
  const t = useText();
  const names = useDayNames();
  const { blank, days } = layOutMonth(found.month);
  const howOf = new Map(found.dates.map((date) => [date.day, date]));
  const missed = new Set(found.missed);
  const classOf = (day: string) => {
    const date = howOf.get(day);
    if (date) return date.how === 'make_up' ? 'made' : 'done';
    return missed.has(day) ? 'missed' : day > program.numbers.day ? 'ahead' : 'none';
  };
  return (
    <>
      <div className="row pmonth">
        <b className="grow">{names.month(found.month)}</b>
        <button
          type="button"
          className="tb"
          aria-label={t('programs.monthBefore')}
          disabled={found.month <= program.startsOn.slice(0, 7)}
          onClick={() => onMonth(shiftMonth(found.month, -1))}
        >
          <Icon name="back" size={16} />
        </button>
        <button
          type="button"
          className="tb"
          aria-label={t('programs.monthAfter')}
          disabled={found.month >= program.numbers.day.slice(0, 7)}
          onClick={() => onMonth(shiftMonth(found.month, 1))}
        >
          <Icon name="next" size={16} />
        </button>
      </div>
      <div className="weekrow xs c3" aria-hidden="true">
        {names.weekdays.map((name, at) => (
          <span key={at}>{name}</span>
        ))}
      </div>
      <ul className="monthgrid small" aria-hidden="true">
        {days.map((day, at) => (
          <li
            key={day}
            className={`${classOf(day)}${day === program.numbers.day ? ' now' : ''}`}
            style={at === 0 ? { gridColumnStart: blank + 1 } : undefined}
          >
            {Number(day.slice(-2))}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The days of the month, latest first, with what can be done about each. */
function Days({ program, found }: Pick<OpenedProps, 'program' | 'found'>) {
  const t = useText();
  const names = useDayNames();
  const when = useWhen();
  const { communityId, can } = useHere();
  const { message } = App.useApp();
  const { offer } = useOffer();
  const fill = useFillDay({ communityId, programId: program.id, identityId: found.identityId });
  const tellProblem = useTellProblem();
  const may = can('programs.manage');
  const send = (day: string, on: boolean) =>
    fill
      .mutateAsync({ day, on })
      .then(() => {
        if (!on) return void message.success(t('programs.tookBack', { day: names.day(day) }));
        offer({
          name: `fill ${day}`,
          done: t('programs.filled', { day: names.day(day) }),
          label: t('programs.undo'),
          act: () => void send(day, false),
        });
      })
      .catch(tellProblem);
  const lines = [
    ...found.dates.map((date) => ({ day: date.day, date })),
    ...(may ? found.missed.map((day) => ({ day, date: undefined })) : []),
  ].sort((a, b) => (a.day < b.day ? 1 : -1));
  if (lines.length === 0) return <p className="s c3 pnone">{t('programs.monthNone')}</p>;
  return (
    <ul className="pdays">
      {lines.map(({ day, date }) => (
        <li key={day} className="row">
          <span className="s nw">{names.withWeekday(day)}</span>
          {date ? (
            <>
              <HowTag how={date.how} granted={date.granted} />
              <span className="xs c3 grow">{when.moment(date.at)}</span>
              {date.granted && may && (
                <Button size="small" type="text" onClick={() => void send(day, false)}>
                  {t('programs.takeBack')}
                </Button>
              )}
            </>
          ) : (
            <>
              <span className="xs c3 grow">{t('programs.missedDay')}</span>
              <Popconfirm
                title={t('programs.fillAsk', { name: found.name, day: names.day(day) })}
                description={t('programs.fillText')}
                okText={t('programs.fill')}
                cancelText={t('common.cancel')}
                onConfirm={() => void send(day, true)}
              >
                <Button size="small">{t('programs.fill')}</Button>
              </Popconfirm>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

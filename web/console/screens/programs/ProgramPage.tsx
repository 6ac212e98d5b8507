// One check-in: how it goes today, its board, and beside it the month, one day or one person.
import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { formatCount } from '../../../kit/format.ts';
import { Icon } from '../../../kit/antd/Icon.tsx';
import { useLanguage } from '../../../kit/i18n.ts';
import { useProgram } from '../../data/programs.ts';
import type { Program } from '../../data/programs.ts';
import { useHere } from '../../data/session.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { useFilters } from '../../pieces/filters.ts';
import { PageHead } from '../../pieces/PageHead.tsx';
import { useText } from '../../text.ts';
import { BoardCard } from './BoardCard.tsx';
import { isDay, useDayNames } from './days.ts';
import { LogCard } from './LogCard.tsx';
import { MonthPanel } from './MonthPanel.tsx';
import { PersonPanel } from './PersonPanel.tsx';
import { ProgramActions } from './ProgramActions.tsx';
import { GroupsWords } from './Programs.tsx';
import { stateKeys, stateTones, useNextWords, windowWords } from './words.ts';
import './programs.css';

/** One check-in. */
export function ProgramPage() {
  const { communityId } = useHere();
  const { programId = '' } = useParams();
  const program = useProgram(communityId, programId);
  return <Answer query={program}>{(found) => <Opened program={found} />}</Answer>;
}

function Opened({ program }: { program: Program }) {
  const t = useText();
  const { communityId, can } = useHere();
  const filters = useFilters();
  const nextWords = useNextWords();
  const wanted = filters.read('day');
  const day = wanted !== undefined && isDay(wanted) ? wanted : undefined;
  const openId = filters.read('open');
  const groupId = filters.read('groupId');
  const base = `/c/${communityId}/programs`;
  return (
    <>
      <PageHead
        title={program.name}
        sub={
          <span className="row wrap">
            <span className={stateTones[program.state]}>{t(stateKeys[program.state])}</span>
            {nextWords(program)}
          </span>
        }
        actions={
          <>
            <Link to={base}>
              <Button type="text" icon={<Icon name="back" size={15} />}>
                {t('programs.allOfThem')}
              </Button>
            </Link>
            {can('programs.manage') && (
              <>
                <Link to={`${base}/${program.id}/edit`}>
                  <Button>{t('programs.edit')}</Button>
                </Link>
                <ProgramActions program={program} />
              </>
            )}
          </>
        }
      />
      <Facts program={program} />
      <div className={openId || day ? 'progsplit open' : 'progsplit'}>
        <BoardCard program={program} filters={filters} />
        {openId ? (
          <PersonPanel
            key={openId}
            program={program}
            identityId={openId}
            onClose={() => filters.set({ open: undefined })}
          />
        ) : day ? (
          <LogCard
            isNarrow
            filter={{ from: day, to: day, programId: program.id, ...(groupId ? { groupId } : {}) }}
            q={filters.read('who') ?? ''}
            onSearch={(who) => filters.set({ who })}
            onClose={() => filters.set({ day: undefined, who: undefined })}
          />
        ) : (
          <MonthPanel program={program} groupId={groupId} onDay={(chosen) => filters.set({ day: chosen })} />
        )}
      </div>
    </>
  );
}

/** What the program is, and how it goes now. */
function Facts({ program }: { program: Program }) {
  const t = useText();
  const language = useLanguage();
  const days = useDayNames();
  const { numbers, definition, startsOn, endsOn } = program;
  const { words, window, makeUp, points } = definition;
  const count = (value: number) => formatCount(value, language);
  return (
    <section className="card progfacts" aria-label={t('programs.facts')}>
      <div className="big">
        <b className="song">{count(numbers.today)}</b>
        <span className="xs c3">
          {t('programs.todayCame')} · {t('programs.yesterday', { count: count(numbers.yesterday) })}
        </span>
      </div>
      <div className="big">
        <b className="song">{count(numbers.people)}</b>
        <span className="xs c3">{t('programs.peopleWeek')}</span>
      </div>
      <dl className="facts">
        <dt>{t('programs.where')}</dt>
        <dd>
          <GroupsWords program={program} />
        </dd>
        <dt>{t('programs.when')}</dt>
        <dd>
          {windowWords(window, t)} ·{' '}
          {endsOn
            ? t('programs.fromDayTo', { from: days.day(startsOn), to: days.day(endsOn) })
            : t('programs.since', { day: days.day(startsOn) })}
        </dd>
      </dl>
      <dl className="facts">
        <dt>{t('programs.words')}</dt>
        <dd>{words.length > 0 ? words.map((word) => `「${word}」`).join('') : t('programs.buttonOnly')}</dd>
        <dt>{t('programs.gives')}</dt>
        <dd>
          {t('programs.pointsADay', { count: points })} ·{' '}
          {makeUp.cardsPerMonth > 0
            ? t('programs.cardsAMonth', { count: makeUp.cardsPerMonth, days: makeUp.withinDays })
            : t('programs.noCards')}
        </dd>
      </dl>
    </section>
  );
}

// Who has checked in within some days: what stands behind a number of Today, and behind a day of the calendar.
import { Button, Table } from 'antd';
import type { TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { formatClock, formatCount } from '../../../kit/format.ts';
import { Icon } from '../../../kit/antd/Icon.tsx';
import { useLanguage } from '../../../kit/i18n.ts';
import { useCheckInLog } from '../../data/programs.ts';
import type { CheckInLog, LogFilter } from '../../data/programs.ts';
import { useHere } from '../../data/session.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { Face } from '../../pieces/Face.tsx';
import { Pager } from '../../pieces/Pager.tsx';
import { usePaging } from '../../pieces/paging.ts';
import { SearchField } from '../../pieces/SearchField.tsx';
import { useGroupNames } from '../../pieces/useGroupNames.ts';
import { useText } from '../../text.ts';
import { useDayNames } from './days.ts';
import { HowTag } from './HowTag.tsx';

const pageSize = 50;
type Line = CheckInLog['items'][number];

/** Who has checked in from a day to a day. */
export function LogCard({ filter, q, isNarrow = false, onSearch, onClose }: LogCardProps) {
  const t = useText();
  const language = useLanguage();
  const { communityId } = useHere();
  const days = useDayNames();
  const paging = usePaging(JSON.stringify([filter, q]));
  const log = useCheckInLog(communityId, {
    ...filter,
    ...(q ? { q } : {}),
    limit: pageSize,
    ...(paging.cursor ? { cursor: paging.cursor } : {}),
  });
  const { from, to } = filter;
  const title = !onClose
    ? t('programs.log.today')
    : from === to
      ? days.withWeekday(from)
      : t('programs.log.span', { from: days.day(from), to: days.day(to) });
  const totals = log.data?.totals;
  return (
    <section className="card tblw log" aria-label={t('programs.log.title')}>
      <div className="ch">
        <h2>{title}</h2>
        {totals && (
          <span className="cnt ell">
            {t(totals.madeUp > 0 ? 'programs.log.totalsMade' : 'programs.log.totals', {
              count: formatCount(totals.checkIns, language),
              people: formatCount(totals.people, language),
              madeUp: totals.madeUp,
            })}
          </span>
        )}
        {onClose && (
          <button type="button" className="tb more" onClick={onClose} aria-label={t('common.close')}>
            <Icon name="close" size={17} />
          </button>
        )}
      </div>
      <div className="logfind">
        <SearchField value={q} label={t('programs.findPerson')} width={isNarrow ? '100%' : 210} onSearch={onSearch} />
      </div>
      <Answer query={log} rows={6}>
        {(page) =>
          page.items.length > 0 ? (
            <>
              <Lines lines={page.items} isNarrow={isNarrow} isOneDay={from === to} />
              <Pager shown={page.items.length} nextCursor={page.nextCursor} paging={paging} />
            </>
          ) : q ? (
            <EmptyState
              kind="noMatch"
              title={t('members.noMatch', { q })}
              text={t('programs.log.noMatch')}
              action={<Button onClick={() => onSearch('')}>{t('groups.clearAll')}</Button>}
            />
          ) : (
            <EmptyState kind="nothing" title={t('programs.log.none')} text={t('programs.log.noneText')} />
          )
        }
      </Answer>
    </section>
  );
}

interface LogCardProps {
  filter: Pick<LogFilter, 'from' | 'to' | 'groupId' | 'programId'>;
  q: string;
  /** Beside something else: fewer columns. */
  isNarrow?: boolean;
  onSearch: (q: string) => void;
  /** Absent where it always stands. */
  onClose?: () => void;
}

function Lines({ lines, isNarrow, isOneDay }: { lines: Line[]; isNarrow: boolean; isOneDay: boolean }) {
  const t = useText();
  const { communityId } = useHere();
  const days = useDayNames();
  const language = useLanguage();
  const nameOf = useGroupNames(communityId);
  const columns: TableColumnsType<Line> = [
    {
      title: t('people.name'),
      key: 'name',
      render: (_, { name, identityId, pictureId, programId }) => (
        <Link className="row namecell" to={`/c/${communityId}/programs/${programId}?open=${identityId}`}>
          <Face name={name} seed={identityId} size={26} pictureId={pictureId} />
          <span className="nm ell">{name}</span>
        </Link>
      ),
    },
    ...(isOneDay
      ? []
      : [{ title: t('programs.log.day'), key: 'day', render: (_: unknown, { day }: Line) => days.withWeekday(day) }]),
    {
      title: t('programs.log.how'),
      key: 'how',
      render: (_, line) => (
        <span className="row">
          <HowTag how={line.how} granted={line.granted} />
          <span className="c3">{formatClock(line.at, { language })}</span>
        </span>
      ),
    },
    ...(isNarrow
      ? []
      : [
          {
            title: t('programs.checkIns'),
            key: 'program',
            render: (_: unknown, line: Line) => <span className="c2">{line.programName}</span>,
          },
          {
            title: t('programs.group'),
            key: 'group',
            render: (_: unknown, line: Line) => <span className="c2">{nameOf(line.groupId)}</span>,
          },
        ]),
  ];
  return (
    <Table
      rowKey={({ programId, identityId, day }) => `${programId} ${identityId} ${day}`}
      size="middle"
      columns={columns}
      dataSource={lines}
      pagination={false}
      scroll={{ x: 'max-content' }}
    />
  );
}

// The board of a check-in: who keeps at it, this week or ever; searched, paged, and exported exactly as it is filtered.
import { Button, Segmented, Table } from 'antd';
import type { TableColumnsType } from 'antd';
import { formatCount } from '../../../kit/format.ts';
import { Icon } from '../../../kit/antd/Icon.tsx';
import { useLanguage } from '../../../kit/i18n.ts';
import { boardFileAddress, useBoard } from '../../data/programs.ts';
import type { BoardFilter, BoardLine, Program } from '../../data/programs.ts';
import { useHere } from '../../data/session.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { Face } from '../../pieces/Face.tsx';
import type { useFilters } from '../../pieces/filters.ts';
import { Pager } from '../../pieces/Pager.tsx';
import { usePaging } from '../../pieces/paging.ts';
import { SearchField } from '../../pieces/SearchField.tsx';
import { useText } from '../../text.ts';
import { useDayNames } from './days.ts';
import { GroupSelect } from './GroupSelect.tsx';

const pageSize = 50;

/** The board with its filters in the address. */
export function BoardCard({ program, filters }: { program: Program; filters: ReturnType<typeof useFilters> }) {
  const t = useText();
  const { communityId } = useHere();
  const [groupId, q, openId] = [filters.read('groupId'), filters.read('q'), filters.read('open')];
  const scope = filters.read('scope') === 'all' ? 'all' : 'week';
  const filter: BoardFilter = { scope, ...(groupId ? { groupId } : {}), ...(q ? { q } : {}) };
  const paging = usePaging(JSON.stringify(filter));
  const board = useBoard(communityId, program.id, {
    ...filter,
    limit: pageSize,
    ...(paging.cursor ? { cursor: paging.cursor } : {}),
  });
  return (
    <section className="card tblw" aria-label={t('programs.board')}>
      <div className="ch boardhead">
        <h2>{t('programs.board')}</h2>
        <Segmented
          size="small"
          aria-label={t('programs.scope')}
          value={scope}
          options={(['week', 'all'] as const).map((value) => ({ value, label: t(`programs.scopes.${value}`) }))}
          onChange={(value) => filters.set({ scope: value === 'week' ? undefined : value })}
        />
        <div className="boardtools">
          <SearchField
            value={q ?? ''}
            label={t('programs.findPerson')}
            width={150}
            onSearch={(next) => filters.set({ q: next })}
          />
          {(program.groups === 'all' || program.groups.length > 1) && (
            <GroupSelect
              width={150}
              value={groupId}
              only={program.groups === 'all' ? undefined : program.groups}
              onChange={(next) => filters.set({ groupId: next })}
            />
          )}
          <Button
            icon={<Icon name="download" size={15} />}
            href={boardFileAddress(communityId, program.id, filter)}
            download
          >
            {t('programs.export')}
          </Button>
        </div>
      </div>
      <Answer query={board} rows={8}>
        {(page) =>
          page.items.length > 0 ? (
            <>
              <Lines
                lines={page.items}
                openId={openId}
                onOpen={(id) => filters.set({ open: id === openId ? undefined : id })}
              />
              <Pager shown={page.items.length} nextCursor={page.nextCursor} paging={paging} />
            </>
          ) : (
            <NoLines q={q} scope={scope} hasGroup={groupId !== undefined} filters={filters} />
          )
        }
      </Answer>
    </section>
  );
}

function NoLines({ q, scope, hasGroup, filters }: NoLinesProps) {
  const t = useText();
  if (q || hasGroup)
    return (
      <EmptyState
        kind="noMatch"
        title={q ? t('members.noMatch', { q }) : t('programs.noMatch')}
        text={t('programs.boardNoMatch')}
        action={
          <Button onClick={() => filters.set({ q: undefined, groupId: undefined })}>{t('groups.clearAll')}</Button>
        }
      />
    );
  return (
    <EmptyState
      kind="nothing"
      title={t(scope === 'week' ? 'programs.boardWeekNone' : 'programs.boardNone')}
      text={t('programs.boardNoneText')}
      action={
        scope === 'week' && <Button onClick={() => filters.set({ scope: 'all' })}>{t('programs.scopes.all')}</Button>
      }
    />
  );
}

interface NoLinesProps {
  q: string | undefined;
  scope: 'week' | 'all';
  hasGroup: boolean;
  filters: ReturnType<typeof useFilters>;
}

interface LinesProps {
  lines: BoardLine[];
  openId: string | undefined;
  onOpen: (identityId: string) => void;
}

function Lines({ lines, openId, onOpen }: LinesProps) {
  const columns = useColumns(onOpen);
  return (
    <Table
      rowKey="identityId"
      size="middle"
      columns={columns}
      dataSource={lines}
      pagination={false}
      scroll={{ x: 'max-content' }}
      rowClassName={({ identityId }) => (identityId === openId ? 'open door' : 'door')}
      onRow={({ identityId }) => ({ onClick: () => onOpen(identityId) })}
    />
  );
}

function useColumns(onOpen: (identityId: string) => void): TableColumnsType<BoardLine> {
  const t = useText();
  const language = useLanguage();
  const days = useDayNames();
  const count = (value: number) => (value > 0 ? formatCount(value, language) : <span className="c3">—</span>);
  return [
    {
      title: t('programs.rank'),
      key: 'rank',
      width: 64,
      render: (_, { rank }) => <span className={rank <= 3 ? 'rank song gold' : 'rank c2'}>{rank}</span>,
    },
    {
      title: t('people.name'),
      key: 'name',
      render: (_, { name, identityId, pictureId, hidden }) => (
        <button
          type="button"
          className="row namecell"
          onClick={(event) => {
            event.stopPropagation();
            onOpen(identityId);
          }}
        >
          <Face name={name} seed={identityId} size={28} pictureId={pictureId} />
          <span className="nm ell">{name}</span>
          {hidden && (
            <span className="tag o" title={t('programs.hiddenHint')}>
              {t('programs.hidden')}
            </span>
          )}
        </button>
      ),
    },
    {
      title: t('programs.days'),
      key: 'days',
      align: 'right',
      render: (_, line) => <b>{formatCount(line.days, language)}</b>,
    },
    { title: t('programs.streak'), key: 'streak', align: 'right', render: (_, line) => count(line.streak) },
    { title: t('programs.longest'), key: 'longest', align: 'right', render: (_, line) => count(line.longest) },
    {
      title: t('programs.today'),
      key: 'today',
      render: (_, { doneToday, lastDay }) =>
        doneToday ? (
          <span className="tag j">{t('programs.came')}</span>
        ) : (
          <span className="c3">{lastDay ? t('programs.lastCame', { day: days.day(lastDay) }) : '—'}</span>
        ),
    },
  ];
}

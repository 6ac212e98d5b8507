// Who has earned points: by span and name, page by page, with the rules that brought them; exported exactly as it is filtered.
import { Button, Segmented, Table } from 'antd';
import type { Breakpoint, TableColumnsType } from 'antd';
import { Icon } from '../../../../kit/antd/Icon.tsx';
import { formatCount } from '../../../../kit/format.ts';
import { useLanguage } from '../../../../kit/i18n.ts';
import { earnersFileAddress, earningSpans, useEarners } from '../../../data/points.ts';
import type { Earner } from '../../../data/points.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { EmptyState } from '../../../pieces/EmptyState.tsx';
import { Face } from '../../../pieces/Face.tsx';
import type { useFilters } from '../../../pieces/filters.ts';
import { Pager } from '../../../pieces/Pager.tsx';
import { usePaging } from '../../../pieces/paging.ts';
import { SearchField } from '../../../pieces/SearchField.tsx';
import { useWhen } from '../../../pieces/when.ts';
import { useText } from '../../../text.ts';

const pageSize = 50;
const onDesk: Breakpoint[] = ['md'];

/** The list with its filters in the address. */
export function EarnersCard({ filters }: { filters: ReturnType<typeof useFilters> }) {
  const t = useText();
  const { communityId, can } = useHere();
  const q = filters.read('q');
  const openId = filters.read('open');
  const days = earningSpans.find((one) => one === filters.read('days')) ?? '28';
  const filter = { days, ...(q ? { q } : {}) };
  const paging = usePaging(JSON.stringify(filter));
  const earners = useEarners(communityId, {
    ...filter,
    limit: pageSize,
    ...(paging.cursor ? { cursor: paging.cursor } : {}),
  });
  return (
    <section className="card tblw" aria-label={t('points.earned')}>
      <div className="ch pointshead">
        <h2>{t('points.earned')}</h2>
        <Segmented
          size="small"
          aria-label={t('points.span')}
          value={days}
          options={earningSpans.map((value) => ({ value, label: t(`points.spans.${value}`) }))}
          onChange={(value) => filters.set({ days: value === '28' ? undefined : value })}
        />
        <div className="pointstools">
          <SearchField
            value={q ?? ''}
            label={t('points.find')}
            width={150}
            onSearch={(next) => filters.set({ q: next })}
          />
          {can('profiles.export') && (
            <Button icon={<Icon name="download" size={15} />} href={earnersFileAddress(communityId, filter)} download>
              {t('points.export')}
            </Button>
          )}
        </div>
      </div>
      <Answer query={earners} rows={8}>
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
            <NoEarners q={q} filters={filters} />
          )
        }
      </Answer>
    </section>
  );
}

function NoEarners({ q, filters }: { q: string | undefined; filters: ReturnType<typeof useFilters> }) {
  const t = useText();
  if (q)
    return (
      <EmptyState
        kind="noMatch"
        title={t('members.noMatch', { q })}
        text={t('points.noMatchText')}
        action={<Button onClick={() => filters.set({ q: undefined })}>{t('groups.clearAll')}</Button>}
      />
    );
  return (
    <EmptyState
      kind="nothing"
      title={t('points.none')}
      text={t('points.noneText')}
      action={<Button onClick={() => filters.set({ view: 'rules' })}>{t('points.toRules')}</Button>}
    />
  );
}

interface LinesProps {
  lines: Earner[];
  openId: string | undefined;
  onOpen: (personId: string) => void;
}

function Lines({ lines, openId, onOpen }: LinesProps) {
  const columns = useColumns(onOpen);
  return (
    <Table
      rowKey="identityId"
      size="middle"
      columns={openId ? columns.slice(0, 3) : columns}
      dataSource={lines}
      pagination={false}
      scroll={{ x: 'max-content' }}
      rowClassName={({ personId }) => (personId && personId === openId ? 'open door' : 'door')}
      onRow={({ personId }) => ({ onClick: () => personId && onOpen(personId) })}
    />
  );
}

function useColumns(onOpen: (personId: string) => void): TableColumnsType<Earner> {
  const t = useText();
  const language = useLanguage();
  const when = useWhen();
  return [
    { title: t('people.name'), key: 'name', render: (_, one) => <NameCell one={one} onOpen={onOpen} /> },
    {
      title: t('points.earnedHere'),
      key: 'points',
      align: 'right',
      render: (_, one) => <b>{formatCount(one.points, language)}</b>,
    },
    {
      title: t('points.balance'),
      key: 'balance',
      align: 'right',
      render: (_, { balance }) => <span className="c2">{formatCount(balance, language)}</span>,
    },
    {
      title: t('points.by'),
      key: 'kinds',
      responsive: onDesk,
      render: (_, { kinds }) => (
        <span className="tagcell">
          {kinds.map(({ key, label, points }) => (
            <span key={key} className="tag">
              {label} {formatCount(points, language)}
            </span>
          ))}
        </span>
      ),
    },
    {
      title: t('points.last'),
      key: 'last',
      responsive: onDesk,
      render: (_, { lastAt }) => <span className="c2 nw">{when.moment(lastAt)}</span>,
    },
  ];
}

function NameCell({ one, onOpen }: { one: Earner; onOpen: (personId: string) => void }) {
  const t = useText();
  const { name, identityId, pictureId, personId, hidden } = one;
  return (
    <button
      type="button"
      className="row namecell"
      disabled={personId === null}
      onClick={(event) => {
        event.stopPropagation();
        if (personId) onOpen(personId);
      }}
    >
      <Face name={name} seed={identityId} size={28} pictureId={pictureId} />
      <span className="nm ell">{name}</span>
      {hidden && (
        <span className="tag o" title={t('points.hiddenText')}>
          {t('points.hidden')}
        </span>
      )}
    </button>
  );
}

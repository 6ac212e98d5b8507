// The guest book: whom the community wants to win and who comes, by what is due; a row opens the story.
import { Button, Segmented, Select } from 'antd';
import { useState } from 'react';
import { Icon } from '../../../../kit/antd/Icon.tsx';
import { guestKinds, guestOrders, guestStages, useGuestCounts, useGuests } from '../../../data/guests.ts';
import type { GuestQuery } from '../../../data/guests.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { EmptyState } from '../../../pieces/EmptyState.tsx';
import { useFilters } from '../../../pieces/filters.ts';
import { PageHead } from '../../../pieces/PageHead.tsx';
import { Pager } from '../../../pieces/Pager.tsx';
import { usePaging } from '../../../pieces/paging.ts';
import { SearchField } from '../../../pieces/SearchField.tsx';
import { useText } from '../../../text.ts';
import { PeopleNav } from '../PeopleNav.tsx';
import { GuestDialog } from './GuestDialog.tsx';
import { GuestDrawer } from './GuestDrawer.tsx';
import { GuestFiles } from './GuestFiles.tsx';
import { GuestTable } from './GuestTable.tsx';
import './guests.css';

const pageSize = 50;
const noFilter = { q: undefined, kind: undefined, stage: undefined, source: undefined };

/** The guest book. */
export function Guests() {
  const t = useText();
  const { communityId, can } = useHere();
  const filters = useFilters();
  const filter = readFilter(filters.read);
  const order = guestOrders.find((one) => one === filters.read('order')) ?? 'next';
  const openId = filters.read('open');
  const paging = usePaging(JSON.stringify({ filter, order }));
  const guests = useGuests(communityId, {
    ...filter,
    order,
    limit: pageSize,
    ...(paging.cursor ? { cursor: paging.cursor } : {}),
  });
  const [isNew, setNew] = useState(false);
  const isFiltered = Object.keys(filter).length > 0;
  const open = (id: string) => filters.set({ open: id === openId ? undefined : id });
  return (
    <>
      <PageHead
        title={t('people.title')}
        nav={<PeopleNav on="guests" />}
        actions={
          <>
            <GuestFiles filter={filter} />
            {can('guests.write') && (
              <Button type="primary" icon={<Icon name="plus" />} onClick={() => setNew(true)}>
                {t('guests.new')}
              </Button>
            )}
          </>
        }
      />
      <FilterBar filters={filters} />
      <div className={openId ? 'split open' : 'split'}>
        <section className="card tblw" aria-label={t('guests.title')}>
          <div className="ch">
            <h2>{t('guests.title')}</h2>
            <Select
              variant="borderless"
              style={{ marginLeft: 'auto' }}
              aria-label={t('groups.sort')}
              popupMatchSelectWidth={false}
              value={order}
              options={guestOrders.map((value) => ({ value, label: t(`guests.by.${value}`) }))}
              onChange={(value) => filters.set({ order: value === 'next' ? undefined : value })}
            />
          </div>
          <Answer query={guests} rows={8}>
            {({ items, nextCursor }) =>
              items.length > 0 ? (
                <>
                  <GuestTable guests={items} openId={openId} onOpen={open} />
                  <Pager shown={items.length} nextCursor={nextCursor} paging={paging} />
                </>
              ) : isFiltered ? (
                <EmptyState
                  kind="noMatch"
                  title={t('guests.noMatch')}
                  text={t('guests.noMatchText')}
                  action={<Button onClick={() => filters.set(noFilter)}>{t('groups.clearAll')}</Button>}
                />
              ) : (
                <EmptyState
                  kind="nothing"
                  title={t('guests.none')}
                  text={t('guests.noneText')}
                  action={can('guests.write') && <Button onClick={() => setNew(true)}>{t('guests.new')}</Button>}
                />
              )
            }
          </Answer>
        </section>
        {openId && <GuestDrawer guestId={openId} key={openId} onClose={() => filters.set({ open: undefined })} />}
      </div>
      {isNew && <GuestDialog onClose={() => setNew(false)} />}
    </>
  );
}

function readFilter(read: (name: string) => string | undefined): Omit<GuestQuery, 'cursor' | 'limit' | 'order'> {
  const q = read('q');
  const kind = guestKinds.find((one) => one === read('kind'));
  const stage = guestStages.find((one) => one === read('stage'));
  return {
    ...(q ? { q } : {}),
    ...(kind ? { kind } : {}),
    ...(stage ? { stage } : {}),
    ...(read('source') === 'introduced' ? { source: 'introduced' } : {}),
  };
}

function FilterBar({ filters }: { filters: ReturnType<typeof useFilters> }) {
  const t = useText();
  const { communityId } = useHere();
  const counts = useGuestCounts(communityId).data;
  const unasked = counts?.unasked ?? 0;
  const isUnasked = filters.read('source') === 'introduced';
  return (
    <div className="fb guest-filter">
      <Segmented
        aria-label={t('guests.stageIs')}
        value={filters.read('stage') ?? 'all'}
        options={[
          { value: 'all', label: t('guests.all') },
          ...guestStages.map((value) => ({
            value,
            label: `${t(`guests.stage.${value}`)} ${counts ? (counts.stages[value] ?? 0) : ''}`,
          })),
        ]}
        onChange={(value) => filters.set({ stage: value === 'all' ? undefined : value })}
      />
      <Select
        allowClear
        style={{ width: 130 }}
        aria-label={t('guests.kindIs')}
        placeholder={t('guests.kindIs')}
        value={guestKinds.find((one) => one === filters.read('kind')) ?? null}
        options={guestKinds.map((value) => ({ value, label: t(`guests.kind.${value}`) }))}
        onChange={(value: string | undefined) => filters.set({ kind: value })}
      />
      <SearchField value={filters.read('q') ?? ''} label={t('guests.find')} onSearch={(q) => filters.set({ q })} />
      {(unasked > 0 || isUnasked) && (
        <Button
          type={isUnasked ? 'default' : 'text'}
          aria-pressed={isUnasked}
          onClick={() => filters.set({ source: isUnasked ? undefined : 'introduced' })}
        >
          {t('guests.unasked', { count: unasked })}
        </Button>
      )}
    </div>
  );
}

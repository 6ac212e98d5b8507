// All groups of the community: views as tabs, filters in the address, and the details of one group beside the table.
// Reading needs only groups.read; what changes something is shown to those who may.
import { Button, Select } from 'antd';
import { useNavigate } from 'react-router';
import { Icon } from '../../../kit/antd/Icon.tsx';
import { lifecycles, tiers, useGroups } from '../../data/groups.ts';
import type { GroupFilter } from '../../data/groups.ts';
import { useHere } from '../../data/session.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { CommunityNav } from '../../pieces/CommunityNav.tsx';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { useFilters } from '../../pieces/filters.ts';
import { PageHead } from '../../pieces/PageHead.tsx';
import { Pager } from '../../pieces/Pager.tsx';
import { usePaging } from '../../pieces/paging.ts';
import { SearchField } from '../../pieces/SearchField.tsx';
import { useText } from '../../text.ts';
import { GroupDrawer } from './GroupDrawer.tsx';
import { GroupTable } from './GroupTable.tsx';
import { ViewTabs } from './ViewTabs.tsx';

const pageSize = 24;

/** The list of groups. */
export function Groups() {
  const t = useText();
  const { communityId, can } = useHere();
  const navigate = useNavigate();
  const filters = useFilters();
  const openId = filters.read('open');
  const paging = usePaging(filters.key.replace(/(^|&)open=[^&]*/, ''));
  const filter = filterOf(filters.read);
  const groups = useGroups(communityId, {
    ...filter,
    limit: pageSize,
    ...(paging.cursor ? { cursor: paging.cursor } : {}),
  });
  const isFiltered = Object.keys(filter).some((key) => key !== 'sort');
  const isNew = groups.data?.items.length === 0 && !isFiltered;
  const mayOpen = can('groups.manage');
  const openNew = () => void navigate(`/c/${communityId}/groups/new`);
  return (
    <>
      <PageHead
        title={t('groups.title')}
        nav={<CommunityNav on="groups" />}
        actions={
          mayOpen && !isNew ? (
            <Button type={openId ? 'default' : 'primary'} icon={<Icon name="plus" />} onClick={openNew}>
              {t('groups.open')}
            </Button>
          ) : undefined
        }
      />
      <ViewTabs filters={filters} counts={groups.data?.counts} />
      <FilterBar filters={filters} isFiltered={isFiltered} />
      <div className={openId ? 'split open' : 'split'}>
        <section className="card tblw" aria-label={t('groups.list')}>
          <Answer query={groups} rows={10}>
            {(page) =>
              page.items.length > 0 ? (
                <>
                  <GroupTable
                    groups={page.items}
                    openId={openId}
                    onOpen={(id) => filters.set({ open: id === openId ? undefined : id })}
                  />
                  <Pager shown={page.items.length} nextCursor={page.nextCursor} paging={paging} />
                </>
              ) : (
                <NoGroups
                  isFiltered={isFiltered}
                  onOpen={mayOpen ? openNew : undefined}
                  onClear={() => filters.set(cleared)}
                />
              )
            }
          </Answer>
        </section>
        {openId && <GroupDrawer groupId={openId} onClose={() => filters.set({ open: undefined })} />}
      </div>
    </>
  );
}

const cleared = { q: undefined, tier: undefined, lifecycle: undefined, carrier: undefined };

function filterOf(read: (name: string) => string | undefined): GroupFilter {
  const entries = ['q', 'tier', 'lifecycle', 'carrier', 'sort'].map((name) => [name, read(name)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function FilterBar({ filters, isFiltered }: { filters: ReturnType<typeof useFilters>; isFiltered: boolean }) {
  const t = useText();
  const pick = (name: 'tier' | 'lifecycle' | 'carrier', label: string, options: { value: string; label: string }[]) => (
    <Select
      allowClear
      value={filters.read(name) ?? null}
      placeholder={label}
      aria-label={label}
      options={options}
      style={{ minWidth: 104 }}
      popupMatchSelectWidth={false}
      onChange={(value: string | undefined) => filters.set({ [name]: value })}
    />
  );
  return (
    <div className="fb">
      <SearchField value={filters.read('q') ?? ''} label={t('groups.find')} onSearch={(q) => filters.set({ q })} />
      {pick(
        'tier',
        t('groups.tier'),
        tiers.map((tier) => ({ value: tier, label: t(`tier.${tier}`) })),
      )}
      {pick(
        'carrier',
        t('groups.carrier'),
        (['web', 'manual'] as const).map((carrier) => ({ value: carrier, label: t(`carrier.${carrier}`) })),
      )}
      {pick(
        'lifecycle',
        t('groups.lifecycle'),
        lifecycles.map((lifecycle) => ({ value: lifecycle, label: t(`life.${lifecycle}`) })),
      )}
      {isFiltered && (
        <button type="button" className="link s" onClick={() => filters.set(cleared)}>
          {t('groups.clear')}
        </button>
      )}
      <Select
        variant="borderless"
        style={{ marginLeft: 'auto' }}
        aria-label={t('groups.sort')}
        popupMatchSelectWidth={false}
        value={filters.read('sort') ?? 'created'}
        options={(['created', 'activity', 'members', 'name'] as const).map((value) => ({
          value,
          label: t(`groups.by.${value}`),
        }))}
        onChange={(value) => filters.set({ sort: value === 'created' ? undefined : value })}
      />
    </div>
  );
}

function NoGroups({
  isFiltered,
  onOpen,
  onClear,
}: {
  isFiltered: boolean;
  onOpen: (() => void) | undefined;
  onClear: () => void;
}) {
  const t = useText();
  if (isFiltered) {
    return (
      <EmptyState
        kind="noMatch"
        title={t('groups.noMatch')}
        text={t('groups.noMatchText')}
        action={<Button onClick={onClear}>{t('groups.clearAll')}</Button>}
      />
    );
  }
  return (
    <EmptyState
      kind="nothing"
      title={t('groups.none')}
      text={t('groups.noneText')}
      action={
        onOpen && (
          <Button type="primary" onClick={onOpen}>
            {t('groups.openFirst')}
          </Button>
        )
      }
    />
  );
}

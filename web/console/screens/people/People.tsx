import { Table } from 'antd';
import type { TableColumnsType } from 'antd';
import { usePeople } from '../../data/people.ts';
import type { Person } from '../../data/people.ts';
import { useHere } from '../../data/session.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { Face } from '../../pieces/Face.tsx';
import { useFilters } from '../../pieces/filters.ts';
import { useCarrierName } from '../../pieces/GroupTags.tsx';
import { PageHead } from '../../pieces/PageHead.tsx';
import { Pager } from '../../pieces/Pager.tsx';
import { usePaging } from '../../pieces/paging.ts';
import { SearchField } from '../../pieces/SearchField.tsx';
import { SectionNav } from '../../pieces/SectionNav.tsx';
import { useWhen } from '../../pieces/when.ts';
import { useText } from '../../text.ts';
import { Bans } from './Bans.tsx';
import { PersonDrawer } from './PersonDrawer.tsx';

const pageSize = 50;

/** The people of the community, and who may not come back. */
export function People() {
  const t = useText();
  const { communityId, can } = useHere();
  const filters = useFilters();
  const isBans = filters.read('view') === 'bans';
  const base = `/c/${communityId}/people`;
  const nav = can('people.moderate') ? (
    <SectionNav
      label={t('menu.people')}
      items={[
        { to: base, text: t('people.all'), on: !isBans },
        { to: `${base}?view=bans`, text: t('people.bans'), on: isBans },
      ]}
    />
  ) : undefined;
  return (
    <>
      <PageHead title={t('people.title')} sub={t('people.sub')} nav={nav} />
      {isBans ? <Bans /> : <Directory filters={filters} />}
    </>
  );
}

function Directory({ filters }: { filters: ReturnType<typeof useFilters> }) {
  const t = useText();
  const { communityId } = useHere();
  const q = filters.read('q') ?? '';
  const openId = filters.read('open');
  const paging = usePaging(q);
  const people = usePeople(communityId, {
    limit: pageSize,
    ...(q ? { q } : {}),
    ...(paging.cursor ? { cursor: paging.cursor } : {}),
  });
  const open = (id: string) => filters.set({ open: id === openId ? undefined : id });
  return (
    <>
      <div className="fb">
        <SearchField
          value={q}
          label={t('people.find')}
          width={260}
          onSearch={(words) => filters.set({ q: words, open: undefined })}
        />
      </div>
      <div className={openId ? 'split open' : 'split'}>
        <section className="card tblw" aria-label={t('people.title')}>
          <Answer query={people} rows={10}>
            {(page) =>
              page.items.length > 0 ? (
                <>
                  <PeopleTable people={page.items} openId={openId} onOpen={open} />
                  <Pager
                    shown={page.items.length}
                    page={paging.page}
                    onBack={paging.back}
                    onNext={page.nextCursor ? () => paging.next(page.nextCursor!) : undefined}
                  />
                </>
              ) : q ? (
                <EmptyState kind="noMatch" title={t('members.noMatch', { q })} text={t('people.noMatchText')} />
              ) : (
                <EmptyState kind="nothing" title={t('people.none')} text={t('members.noneText')} />
              )
            }
          </Answer>
        </section>
        {openId && <PersonDrawer personId={openId} key={openId} onClose={() => filters.set({ open: undefined })} />}
      </div>
    </>
  );
}

function PeopleTable({
  people,
  openId,
  onOpen,
}: {
  people: Person[];
  openId: string | undefined;
  onOpen: (id: string) => void;
}) {
  const t = useText();
  const when = useWhen();
  const carrierName = useCarrierName();
  const columns: TableColumnsType<Person> = [
    {
      title: t('people.name'),
      key: 'name',
      render: (_, person) => (
        <button
          type="button"
          className="row namecell"
          onClick={(event) => {
            event.stopPropagation();
            onOpen(person.personId);
          }}
        >
          <Face name={person.name} seed={person.identityId} size={28} pictureId={person.pictureId} />
          <span className="nm ell">{person.name}</span>
        </button>
      ),
    },
    { title: t('people.groups'), key: 'groups', align: 'right', render: (_, person) => person.groups },
    {
      title: t('people.source'),
      key: 'source',
      render: (_, person) => <span className="c2">{person.source ?? '—'}</span>,
    },
    {
      title: t('groups.carrier'),
      key: 'carrier',
      render: (_, person) => <span className="c2">{person.carriers.map(carrierName).join('、')}</span>,
    },
    {
      title: t('people.came'),
      key: 'came',
      render: (_, person) => <span className="c2">{when.moment(person.createdAt)}</span>,
    },
  ];
  return (
    <Table
      rowKey="personId"
      columns={openId ? columns.slice(0, 3) : columns}
      dataSource={people}
      pagination={false}
      scroll={{ x: 'max-content' }}
      rowClassName={({ personId }) => (personId === openId ? 'open door' : 'door')}
      onRow={({ personId }) => ({ onClick: () => onOpen(personId) })}
    />
  );
}

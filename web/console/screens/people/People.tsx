import { Button, Select, Table } from 'antd';
import type { Breakpoint, TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { formatCount, formatDay } from '../../../kit/format.ts';
import { useLanguage } from '../../../kit/i18n.ts';
import { usePeople, usePeopleCounts } from '../../data/people.ts';
import type { Person } from '../../data/people.ts';
import { useHere } from '../../data/session.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { Face } from '../../pieces/Face.tsx';
import { useFilters } from '../../pieces/filters.ts';
import { RoleTag } from '../../pieces/MemberList.tsx';
import { PageHead } from '../../pieces/PageHead.tsx';
import { Pager } from '../../pieces/Pager.tsx';
import { usePaging } from '../../pieces/paging.ts';
import { SectionNav } from '../../pieces/SectionNav.tsx';
import { useWhen } from '../../pieces/when.ts';
import { useText } from '../../text.ts';
import { Bans } from './Bans.tsx';
import { FilterSentence, noFilter, peopleFilterOf } from './PeopleFilter.tsx';
import { PersonDrawer } from './PersonDrawer.tsx';
import './people.css';

const pageSize = 50;
/** A phone has room for who, where and when; the rest stands in the drawer. */
const onDesk: Breakpoint[] = ['md'];

/** The people of the community, and who may not come back. */
export function People() {
  const t = useText();
  const language = useLanguage();
  const { communityId, can } = useHere();
  const filters = useFilters();
  const counts = usePeopleCounts(communityId).data;
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
  const total = counts && {
    people: formatCount(counts.people, language),
    identities: formatCount(counts.identities, language),
    active: formatCount(counts.active, language),
  };
  return (
    <>
      <PageHead
        title={t('people.title')}
        nav={nav}
        actions={
          total && (
            <span className="s c3">
              {t(counts.identities > counts.people ? 'people.counts' : 'people.countsPlain', total)}
            </span>
          )
        }
      />
      {isBans ? <Bans /> : <Directory filters={filters} />}
    </>
  );
}

function Directory({ filters }: { filters: ReturnType<typeof useFilters> }) {
  const t = useText();
  const { communityId } = useHere();
  const filter = peopleFilterOf(filters.read);
  const openId = filters.read('open');
  const paging = usePaging(JSON.stringify(filter));
  const people = usePeople(communityId, {
    ...filter,
    limit: pageSize,
    ...(paging.cursor ? { cursor: paging.cursor } : {}),
  });
  const isFiltered = Object.keys(filter).some((key) => key !== 'sort');
  const open = (id: string) => filters.set({ open: id === openId ? undefined : id });
  return (
    <>
      <FilterSentence filters={filters} isFiltered={isFiltered} />
      <div className={openId ? 'split open' : 'split'}>
        <section className="card tblw" aria-label={t('people.title')}>
          <div className="ch">
            <h2>{t(isFiltered ? 'people.found' : 'people.everybody')}</h2>
            <Select
              variant="borderless"
              style={{ marginLeft: 'auto' }}
              aria-label={t('groups.sort')}
              popupMatchSelectWidth={false}
              value={filter.sort ?? 'joined'}
              options={(['joined', 'active'] as const).map((value) => ({ value, label: t(`people.by.${value}`) }))}
              onChange={(value) => filters.set({ sort: value === 'joined' ? undefined : value })}
            />
          </div>
          <Answer query={people} rows={10}>
            {(page) =>
              page.items.length > 0 ? (
                <>
                  <PeopleTable people={page.items} openId={openId} onOpen={open} />
                  <Pager shown={page.items.length} nextCursor={page.nextCursor} paging={paging} />
                </>
              ) : (
                <NoPeople q={filter.q} isFiltered={isFiltered} onClear={() => filters.set(noFilter)} />
              )
            }
          </Answer>
        </section>
        {openId && <PersonDrawer personId={openId} key={openId} onClose={() => filters.set({ open: undefined })} />}
      </div>
    </>
  );
}

function NoPeople({ q, isFiltered, onClear }: { q: string | undefined; isFiltered: boolean; onClear: () => void }) {
  const t = useText();
  const { communityId } = useHere();
  if (isFiltered)
    return (
      <EmptyState
        kind="noMatch"
        title={q ? t('members.noMatch', { q }) : t('people.noMatch')}
        text={t(q ? 'people.noMatchText' : 'groups.noMatchText')}
        action={<Button onClick={onClear}>{t('groups.clearAll')}</Button>}
      />
    );
  return (
    <EmptyState
      kind="nothing"
      title={t('people.none')}
      text={t('members.noneText')}
      action={
        <Link to={`/c/${communityId}/entrances`}>
          <Button>{t('people.toEntrances')}</Button>
        </Link>
      }
    />
  );
}

interface PeopleTableProps {
  people: Person[];
  openId: string | undefined;
  onOpen: (id: string) => void;
}

function PeopleTable({ people, openId, onOpen }: PeopleTableProps) {
  const columns = useColumns(onOpen);
  return (
    <Table
      rowKey="personId"
      size="middle"
      columns={openId ? columns.slice(0, 4) : columns}
      dataSource={people}
      pagination={false}
      scroll={{ x: 'max-content' }}
      rowClassName={({ personId }) => (personId === openId ? 'open door' : 'door')}
      onRow={({ personId }) => ({ onClick: () => onOpen(personId) })}
    />
  );
}

function useColumns(onOpen: (id: string) => void): TableColumnsType<Person> {
  const t = useText();
  const language = useLanguage();
  const when = useWhen();
  return [
    {
      title: t('people.name'),
      key: 'name',
      render: (_, person) => <NameCell person={person} onOpen={onOpen} />,
    },
    {
      title: t('people.where'),
      key: 'where',
      render: (_, { stays, groups }) => <span className="c2">{whereWords(stays, groups)}</span>,
    },
    {
      title: t('people.lastSpoke'),
      key: 'last',
      render: (_, { lastActiveOn }) => (
        <span className={lastActiveOn ? 'c2' : 'c3'}>
          {lastActiveOn ? formatDay(`${lastActiveOn}T12:00:00`, { language }) : t('groups.never')}
        </span>
      ),
    },
    {
      title: t('people.messages28'),
      key: 'messages',
      responsive: onDesk,
      align: 'right',
      render: (_, { messages28 }) =>
        messages28 > 0 ? formatCount(messages28, language) : <span className="c3">—</span>,
    },
    {
      title: t('people.source'),
      key: 'source',
      responsive: onDesk,
      render: (_, { source, inviterName }) => (
        <span className="c2">{inviterName ? t('people.broughtBy', { name: inviterName }) : (source ?? '—')}</span>
      ),
    },
    {
      title: t('people.came'),
      key: 'came',
      responsive: onDesk,
      render: (_, { joinedAt, createdAt }) => <span className="c2">{when.moment(joinedAt ?? createdAt)}</span>,
    },
  ];

  function whereWords(stays: Person['stays'], groups: number): string {
    const [first] = stays;
    if (!first || groups === 0) return t('people.nowhere');
    return groups > 1 ? t('people.whereMore', { name: first.groupName, count: groups }) : first.groupName;
  }
}

function NameCell({ person, onOpen }: { person: Person; onOpen: (id: string) => void }) {
  const role = person.stays.map((stay) => stay.role).find((one) => one !== 'member');
  return (
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
      {role && <RoleTag role={role} />}
    </button>
  );
}

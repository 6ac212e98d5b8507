import { Table } from 'antd';
import type { Breakpoint, TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { formatCount, formatDay } from '../../../kit/format.ts';
import { useLanguage } from '../../../kit/i18n.ts';
import type { Person } from '../../data/people.ts';
import { Face } from '../../pieces/Face.tsx';
import { RoleTag } from '../../pieces/MemberList.tsx';
import { useWhen } from '../../pieces/when.ts';
import { useText } from '../../text.ts';
import type { Picking } from './profile/Picked.tsx';

/** A phone has room for who, where and when; the rest stands in the drawer. */
const onDesk: Breakpoint[] = ['md'];

interface PeopleTableProps {
  people: Person[];
  openId: string | undefined;
  onOpen: (id: string) => void;
  /** The tags of a person, for a column of their own. */
  tagsOf?: (personId: string) => { id: string; name: string }[] | undefined;
  /** Lets people be picked, with shift from one to another. */
  picking?: Picking | undefined;
}

/** People as rows; a row opens its person. */
export function PeopleTable({ people, openId, onOpen, tagsOf, picking }: PeopleTableProps) {
  const t = useText();
  const columns = useColumns(onOpen, tagsOf);
  return (
    <Table<Person>
      rowKey="personId"
      size="middle"
      columns={openId ? columns.slice(0, 4) : columns}
      dataSource={people}
      pagination={false}
      scroll={{ x: 'max-content' }}
      rowClassName={({ personId }) => (personId === openId ? 'open door' : 'door')}
      onRow={({ personId }) => ({ onClick: () => onOpen(personId) })}
      {...(picking && !openId
        ? {
            rowSelection: {
              selectedRowKeys: picking.personIds,
              onChange: (keys) => picking.pick(keys.map(String)),
              onCell: () => ({ onClick: (event) => event.stopPropagation() }),
              getCheckboxProps: ({ name }) => ({ 'aria-label': t('people.pick', { name }) }),
              getTitleCheckboxProps: () => ({ 'aria-label': t('people.pickPage') }),
              columnTitle: pickPage,
            },
          }
        : {})}
    />
  );
}

function useColumns(onOpen: (id: string) => void, tagsOf: PeopleTableProps['tagsOf']): TableColumnsType<Person> {
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
          {lastActiveOn ? formatDay(`${lastActiveOn}T12:00:00`, { language }) : t('people.neverSpoke')}
        </span>
      ),
    },
    ...(tagsOf
      ? [
          {
            title: t('people.tags'),
            key: 'tags',
            responsive: onDesk,
            render: (_: unknown, { personId }: Person) => <TagCell tags={tagsOf(personId) ?? []} />,
          },
        ]
      : []),
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

/** The box that picks a page. The table shows its head once more, unseen, to measure by: there the box takes no focus. */
function PickPage({ children }: { children: ReactNode }) {
  return (
    <span
      ref={(shown) => {
        if (shown?.closest('[aria-hidden="true"]')) shown.inert = true;
      }}
    >
      {children}
    </span>
  );
}

// A component of its own: from a bare element the table takes the `ref` away where it measures.
const pickPage = (box: ReactNode) => <PickPage>{box}</PickPage>;

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

const mostTags = 3;

function TagCell({ tags }: { tags: { id: string; name: string }[] }) {
  return (
    <span className="tagcell">
      {tags.slice(0, mostTags).map(({ id, name }) => (
        <span key={id} className="tag">
          {name}
        </span>
      ))}
      {tags.length > mostTags && <span className="xs c3">+{tags.length - mostTags}</span>}
    </span>
  );
}

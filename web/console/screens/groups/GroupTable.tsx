import { Table } from 'antd';
import type { TableColumnsType } from 'antd';
import type { Group } from '../../data/groups.ts';
import { Face } from '../../pieces/Face.tsx';
import { LifeWord, RuleTags, TierTag, useCarrierName } from '../../pieces/GroupTags.tsx';
import { useWhen } from '../../pieces/when.ts';
import { useText } from '../../text.ts';

/** Groups as rows; pressing a row opens its details beside the table. */
export function GroupTable({
  groups,
  openId,
  onOpen,
}: {
  groups: Group[];
  openId: string | undefined;
  onOpen: (id: string) => void;
}) {
  const t = useText();
  const columns = useColumns(openId !== undefined, onOpen);
  return (
    <Table
      rowKey="id"
      size="middle"
      columns={columns}
      dataSource={groups}
      pagination={false}
      scroll={{ x: 'max-content' }}
      rowClassName={(group) => (group.id === openId ? 'open door' : 'door')}
      onRow={(group) => ({ onClick: () => onOpen(group.id) })}
      aria-label={t('groups.list')}
    />
  );
}

function useColumns(narrow: boolean, onOpen: (id: string) => void): TableColumnsType<Group> {
  const t = useText();
  const when = useWhen();
  const carrierName = useCarrierName();
  const name: TableColumnsType<Group>[number] = {
    title: t('groups.name'),
    key: 'name',
    render: (_, group) => (
      <button
        type="button"
        className="row namecell"
        onClick={(event) => {
          event.stopPropagation();
          onOpen(group.id);
        }}
      >
        <Face name={group.name} seed={group.id} size={26} square pictureId={group.pictureId} />
        <span className="nm ell">{group.name}</span>
      </button>
    ),
  };
  const rest: TableColumnsType<Group> = [
    { title: t('groups.tier'), key: 'tier', render: (_, group) => <TierTag tier={group.tier} /> },
    {
      title: t('groups.carrier'),
      key: 'carrier',
      render: (_, group) => <span className="c2">{carrierName(group.carrier)}</span>,
    },
    { title: t('groups.lifecycle'), key: 'lifecycle', render: (_, group) => <LifeWord lifecycle={group.lifecycle} /> },
    {
      title: t('groups.members'),
      key: 'members',
      align: 'right',
      render: (_, group) => (
        <>
          {group.members}
          <span className="c3 xs"> / {group.capacity}</span>
        </>
      ),
    },
  ];
  const wide: TableColumnsType<Group> = [
    { title: t('groups.rules'), key: 'rules', render: (_, group) => <RuleTags group={group} /> },
    {
      title: t('groups.last'),
      key: 'last',
      render: (_, group) => (
        <span className="c2">{group.lastActivityAt ? when.moment(group.lastActivityAt) : t('groups.never')}</span>
      ),
    },
  ];
  return [name, ...rest, ...(narrow ? [] : wide)];
}

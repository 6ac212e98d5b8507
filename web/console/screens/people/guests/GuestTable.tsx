import { Table } from 'antd';
import type { Breakpoint, TableColumnsType } from 'antd';
import type { Guest } from '../../../data/guests.ts';
import { Face } from '../../../pieces/Face.tsx';
import { useWhen } from '../../../pieces/when.ts';
import { useText } from '../../../text.ts';

/** A phone has room for who and what is next; the rest stands in the drawer. */
const onDesk: Breakpoint[] = ['md'];

interface GuestTableProps {
  guests: Guest[];
  openId: string | undefined;
  onOpen: (id: string) => void;
}

/** Guests as rows; a row opens its guest. */
export function GuestTable({ guests, openId, onOpen }: GuestTableProps) {
  const columns = useColumns(onOpen);
  return (
    <Table
      rowKey="id"
      size="middle"
      columns={openId ? columns.slice(0, 3) : columns}
      dataSource={guests}
      pagination={false}
      scroll={{ x: 'max-content' }}
      rowClassName={({ id }) => (id === openId ? 'open door' : 'door')}
      onRow={({ id }) => ({ onClick: () => onOpen(id) })}
    />
  );
}

function useColumns(onOpen: (id: string) => void): TableColumnsType<Guest> {
  const t = useText();
  const when = useWhen();
  return [
    { title: t('guests.name'), key: 'name', render: (_, guest) => <NameCell guest={guest} onOpen={onOpen} /> },
    {
      title: t('guests.stageIs'),
      key: 'stage',
      render: (_, { stage }) => <StageTag stage={stage} />,
    },
    {
      title: t('guests.next'),
      key: 'next',
      render: (_, { nextAt, nextWhat }) =>
        nextAt === null ? (
          <span className="c3">—</span>
        ) : (
          <span className={when.isAhead(nextAt) ? 'c2' : 'late'}>
            {[when.day(nextAt), nextWhat].filter(Boolean).join(' · ')}
          </span>
        ),
    },
    { title: t('guests.kindIs'), key: 'kind', responsive: onDesk, render: (_, { kind }) => t(`guests.kind.${kind}`) },
    {
      title: t('guests.fieldIs'),
      key: 'field',
      responsive: onDesk,
      render: (_, { field }) => <span className="c2">{field || '—'}</span>,
    },
    {
      title: t('guests.last'),
      key: 'last',
      responsive: onDesk,
      render: (_, { held, lastOn }) =>
        lastOn === null ? (
          <span className="c3">{t('guests.neverCame')}</span>
        ) : (
          <span className="c2">{t('guests.cameTimes', { count: held, when: when.day(`${lastOn}T12:00:00`) })}</span>
        ),
    },
  ];
}

/** Where a relation stands. */
export function StageTag({ stage }: { stage: Guest['stage'] }) {
  const t = useText();
  const tone = { known: 'o', talked: '', agreed: 'a', came: 'j', friend: 'j', resting: 'o' }[stage];
  return <span className={`tag ${tone} nw`}>{t(`guests.stage.${stage}`)}</span>;
}

function NameCell({ guest: { id, name, source }, onOpen }: { guest: Guest; onOpen: (id: string) => void }) {
  const t = useText();
  return (
    <button
      type="button"
      className="row namecell"
      onClick={(event) => {
        event.stopPropagation();
        onOpen(id);
      }}
    >
      <Face name={name} seed={id} size={28} />
      <span className="nm ell">{name}</span>
      {source === 'introduced' && <span className="tag a">{t('guests.notAsked')}</span>}
    </button>
  );
}

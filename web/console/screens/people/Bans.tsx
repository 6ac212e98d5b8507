import { Button, Popconfirm, Table } from 'antd';
import type { TableColumnsType } from 'antd';
import { useGroups } from '../../data/groups.ts';
import { useBans, useLiftBan } from '../../data/people.ts';
import type { Ban } from '../../data/people.ts';
import { useHere } from '../../data/session.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { useTellProblem } from '../../pieces/problems.ts';
import { useWhen } from '../../pieces/when.ts';
import { useText } from '../../text.ts';

/** Who may not come back, why, and the way to forgive. */
export function Bans() {
  const t = useText();
  const when = useWhen();
  const { communityId, can } = useHere();
  const bans = useBans(communityId);
  const groups = useGroups(communityId, { limit: 200 });
  const lift = useLiftBan(communityId);
  const tellProblem = useTellProblem();
  const columns: TableColumnsType<Ban> = [
    { title: t('people.name'), key: 'name', render: (_, ban) => ban.name },
    {
      title: t('people.banWhere'),
      key: 'where',
      render: (_, ban) => (
        <span className="c2">
          {groups.data?.items.find(({ id }) => id === ban.groupId)?.name ?? t('people.everywhere')}
        </span>
      ),
    },
    { title: t('mod.reason'), key: 'reason', render: (_, ban) => <span className="words">{ban.reason || '—'}</span> },
    {
      title: t('people.banSince'),
      key: 'since',
      render: (_, ban) => <span className="c2 nw">{when.moment(ban.bannedAt)}</span>,
    },
    {
      title: <span className="sr">{t('people.lift')}</span>,
      key: 'lift',
      align: 'right',
      render: (_, ban) =>
        can('people.moderate') && (
          <Popconfirm
            title={t('people.liftAsk', { name: ban.name })}
            okText={t('people.lift')}
            onConfirm={() => lift.mutateAsync(ban.id).catch(tellProblem)}
          >
            <Button size="small">{t('people.lift')}</Button>
          </Popconfirm>
        ),
    },
  ];
  return (
    <section className="card tblw" aria-label={t('people.bans')}>
      <Answer query={bans}>
        {({ items }) =>
          items.length > 0 ? (
            <Table rowKey="id" columns={columns} dataSource={items} pagination={false} />
          ) : (
            <EmptyState kind="nothing" title={t('people.noBans')} text={t('people.noBansText')} />
          )
        }
      </Answer>
    </section>
  );
}

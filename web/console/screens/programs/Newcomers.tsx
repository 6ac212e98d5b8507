// Newcomers and what became of their welcome; those who wait can be welcomed at once.
import { App, Button, Table } from 'antd';
import type { TableColumnsType } from 'antd';
import { Link } from 'react-router';
import type { Group } from '../../data/groups.ts';
import { useNewcomers, useWelcomeNow } from '../../data/programs.ts';
import type { Newcomer } from '../../data/programs.ts';
import { useHere } from '../../data/session.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { Face } from '../../pieces/Face.tsx';
import { Pager } from '../../pieces/Pager.tsx';
import { usePaging } from '../../pieces/paging.ts';
import { useTellProblem } from '../../pieces/problems.ts';
import { useGroupNames } from '../../pieces/useGroupNames.ts';
import { useWhen } from '../../pieces/when.ts';
import { useText } from '../../text.ts';

const pageSize = 20;
const tones = { waiting: 'tag a', welcomed: 'tag j', left: 'tag', late: 'tag', refused: 'tag r' } as const;

/** The latest newcomers, of one group or of all. */
export function Newcomers({ groupId, groups }: { groupId: string; groups: readonly Group[] }) {
  const t = useText();
  const { communityId, can } = useHere();
  const { message } = App.useApp();
  const paging = usePaging(groupId);
  const newcomers = useNewcomers(communityId, {
    limit: pageSize,
    ...(groupId ? { groupId } : {}),
    ...(paging.cursor ? { cursor: paging.cursor } : {}),
  });
  const now = useWelcomeNow(communityId);
  const tellProblem = useTellProblem();
  const waiting = (newcomers.data?.items ?? []).filter(({ state }) => state === 'waiting');
  const places = [...new Set(waiting.map((one) => one.groupId))].filter((id) =>
    groups.some((group) => group.id === id),
  );
  const greet = async () => {
    try {
      let count = 0;
      for (const place of places) count += (await now.mutateAsync(place)).welcomed;
      void message.success(t('programs.welcomedNow', { count }));
    } catch (error) {
      tellProblem(error);
    }
  };
  return (
    <section className="card tblw newcomers" aria-label={t('programs.newcomers')}>
      <div className="ch">
        <h2>{t('programs.newcomers')}</h2>
        {waiting.length > 0 && <span className="cnt">{t('programs.waitingLine', { count: waiting.length })}</span>}
        {places.length > 0 && can('programs.manage') && (
          <Button className="more" loading={now.isPending} onClick={() => void greet()}>
            {t('programs.welcomeNow')}
          </Button>
        )}
      </div>
      <Answer query={newcomers} rows={4}>
        {(page) =>
          page.items.length > 0 ? (
            <>
              <Lines lines={page.items} />
              <Pager shown={page.items.length} nextCursor={page.nextCursor} paging={paging} />
            </>
          ) : (
            <EmptyState kind="nothing" title={t('programs.noNewcomers')} text={t('programs.noNewcomersText')} />
          )
        }
      </Answer>
    </section>
  );
}

function Lines({ lines }: { lines: Newcomer[] }) {
  const t = useText();
  const when = useWhen();
  const { communityId } = useHere();
  const nameOf = useGroupNames(communityId);
  const columns: TableColumnsType<Newcomer> = [
    {
      title: t('people.name'),
      key: 'name',
      render: (_, { name, identityId, personId, pictureId }) => {
        const face = (
          <>
            <Face name={name} seed={identityId} size={26} pictureId={pictureId} />
            <span className="nm ell">{name}</span>
          </>
        );
        return personId ? (
          <Link className="row namecell" to={`/c/${communityId}/people?open=${personId}`}>
            {face}
          </Link>
        ) : (
          <span className="row">{face}</span>
        );
      },
    },
    {
      title: t('programs.group'),
      key: 'group',
      render: (_, line) => <span className="c2">{nameOf(line.groupId)}</span>,
    },
    { title: t('people.came'), key: 'at', render: (_, line) => <span className="c2">{when.moment(line.at)}</span> },
    {
      title: t('programs.becameOf'),
      key: 'state',
      render: (_, { state, settledAt }) => (
        <span className="row">
          <span className={tones[state]}>{t(`programs.arrival.${state}`)}</span>
          {state === 'welcomed' && settledAt && <span className="c3">{when.moment(settledAt)}</span>}
        </span>
      ),
    },
  ];
  return (
    <Table
      rowKey="membershipId"
      size="middle"
      columns={columns}
      dataSource={lines}
      pagination={false}
      scroll={{ x: 'max-content' }}
    />
  );
}

import { Button, Input, Popconfirm, Table } from 'antd';
import type { TableColumnsType } from 'antd';
import { useState } from 'react';
import { useBoard, useIntroductions, useModerateEntry, type BoardEntry } from '../../../data/board.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { EmptyState } from '../../../pieces/EmptyState.tsx';
import { PageHead } from '../../../pieces/PageHead.tsx';
import { Pager } from '../../../pieces/Pager.tsx';
import { usePaging } from '../../../pieces/paging.ts';
import { useTellProblem } from '../../../pieces/problems.ts';
import { useWhen } from '../../../pieces/when.ts';
import { useText } from '../../../text.ts';
import { PeopleNav } from '../PeopleNav.tsx';
import '../people.css';

/** What members offer and need on the exchange board, what came of it, and what the team takes off it. */
export function Exchange() {
  const t = useText();
  const { communityId } = useHere();
  const paging = usePaging('');
  const board = useBoard(communityId, paging.cursor ? { cursor: paging.cursor } : {});
  const met = useIntroductions(communityId).data;
  return (
    <>
      <PageHead
        title={t('people.title')}
        nav={<PeopleNav on="exchange" />}
        actions={
          met && (
            <span className="s c3">
              {t('exchange.met', { asked: met.asked, accepted: met.accepted, made: met.made })}
            </span>
          )
        }
      />
      <section className="card tblw" aria-label={t('exchange.title')}>
        <div className="ch">
          <h2>{t('exchange.title')}</h2>
          {board.data && (
            <span className="s c3" style={{ marginLeft: 'auto' }}>
              {t('exchange.counts', { offers: board.data.offers, needs: board.data.needs, made: board.data.made })}
            </span>
          )}
        </div>
        <Answer query={board}>
          {({ items, nextCursor }) =>
            items.length > 0 ? (
              <>
                <Entries items={items} />
                <Pager shown={items.length} nextCursor={nextCursor} paging={paging} />
              </>
            ) : (
              <EmptyState kind="nothing" title={t('exchange.none')} text={t('exchange.noneText')} />
            )
          }
        </Answer>
      </section>
    </>
  );
}

function Entries({ items }: { items: BoardEntry[] }) {
  const t = useText();
  const when = useWhen();
  const columns: TableColumnsType<BoardEntry> = [
    {
      title: t('exchange.what'),
      key: 'what',
      render: (_, one) => (
        <span className="words">
          <span className={`tag ${one.kind === 'offer' ? 'j' : 'i'}`}>{t(`exchange.${one.kind}`)}</span> {one.text}
          {one.hiddenReason && <span className="s c3"> {t('exchange.hidden', { reason: one.hiddenReason })}</span>}
        </span>
      ),
    },
    { title: t('people.name'), key: 'name', render: (_, one) => <span className="nw">{one.name}</span> },
    {
      title: t('exchange.until'),
      key: 'until',
      render: (_, one) => (
        <span className="c2 nw">
          {one.isMade ? t('exchange.made') : one.closedAt ? t('exchange.closed') : when.moment(one.validUntil)}
        </span>
      ),
    },
    {
      title: <span className="sr">{t('exchange.hide')}</span>,
      key: 'do',
      align: 'right',
      render: (_, one) => <Moderate one={one} />,
    },
  ];
  return <Table rowKey="id" columns={columns} dataSource={items} pagination={false} />;
}

function Moderate({ one }: { one: BoardEntry }) {
  const t = useText();
  const { communityId, can } = useHere();
  const [reason, setReason] = useState('');
  const moderate = useModerateEntry(communityId);
  const tellProblem = useTellProblem();
  if (!can('introductions.moderate') || one.closedAt) return null;
  if (one.hiddenAt)
    return (
      <Button
        size="small"
        onClick={() => void moderate.mutateAsync({ entryId: one.id, reason: null }).catch(tellProblem)}
      >
        {t('exchange.show')}
      </Button>
    );
  return (
    <Popconfirm
      title={t('exchange.hideAsk')}
      description={
        <Input
          aria-label={t('exchange.reason')}
          placeholder={t('exchange.reason')}
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      }
      okText={t('exchange.hide')}
      okButtonProps={{ disabled: reason.trim() === '' }}
      onConfirm={() => moderate.mutateAsync({ entryId: one.id, reason: reason.trim() }).catch(tellProblem)}
    >
      <Button size="small">{t('exchange.hide')}</Button>
    </Popconfirm>
  );
}

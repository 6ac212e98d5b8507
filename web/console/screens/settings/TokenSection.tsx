import { Button, Popconfirm, Table } from 'antd';
import type { TableColumnsType } from 'antd';
import { useState } from 'react';
import { Icon } from '../../../kit/antd/Icon.tsx';
import { useEndToken, useTokens } from '../../data/tokens.ts';
import type { Token } from '../../data/tokens.ts';
import { useHere } from '../../data/session.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { useTellProblem } from '../../pieces/problems.ts';
import { useWhen } from '../../pieces/when.ts';
import { useText } from '../../text.ts';
import { NewTokenDialog } from './NewTokenDialog.tsx';

/** Keys for programs that use the same API as this console. */
export function TokenSection() {
  const t = useText();
  const { communityId } = useHere();
  const tokens = useTokens(communityId);
  const [making, setMaking] = useState(false);
  const make = (
    <Button type="primary" icon={<Icon name="plus" />} onClick={() => setMaking(true)}>
      {t('tokens.new')}
    </Button>
  );
  return (
    <section className="card tblw" aria-label={t('settings.tokens')}>
      <div className="ch">
        <h2>{t('settings.tokens')}</h2>
        <span className="cnt">
          {t('tokens.sub')}{' '}
          <a className="link" href="/api/openapi.json" target="_blank" rel="noreferrer">
            {t('tokens.docs')}
          </a>
        </span>
        {tokens.data && tokens.data.items.length > 0 && <span className="more">{make}</span>}
      </div>
      <Answer query={tokens}>
        {({ items }) =>
          items.length > 0 ? (
            <TokenTable tokens={items} />
          ) : (
            <EmptyState kind="nothing" title={t('tokens.none')} text={t('tokens.noneText')} action={make} />
          )
        }
      </Answer>
      {making && <NewTokenDialog onClose={() => setMaking(false)} />}
    </section>
  );
}

function TokenTable({ tokens }: { tokens: Token[] }) {
  const t = useText();
  const when = useWhen();
  const { communityId } = useHere();
  const end = useEndToken(communityId);
  const tellProblem = useTellProblem();
  const columns: TableColumnsType<Token> = [
    {
      title: t('tokens.name'),
      key: 'name',
      render: (_, token) => (
        <>
          <b>{token.name}</b>
          <div className="xs c3">{token.start}…</div>
        </>
      ),
    },
    {
      title: t('tokens.scopes'),
      key: 'scopes',
      render: (_, token) => (
        <span className="row wrap" style={{ gap: 4, maxWidth: 420 }}>
          {token.scopes.map((scope) => (
            <span key={scope} className="tag">
              {scope}
            </span>
          ))}
        </span>
      ),
    },
    { title: t('tokens.by'), key: 'by', render: (_, token) => <span className="c2">{token.createdBy.name}</span> },
    {
      title: t('tokens.used'),
      key: 'used',
      render: (_, token) => (
        <span className="c2 nw">{token.lastUsedAt ? when.moment(token.lastUsedAt) : t('tokens.never')}</span>
      ),
    },
    {
      title: t('tokens.expires'),
      key: 'expires',
      render: (_, token) => (
        <span className="c2 nw">{token.expiresAt ? when.moment(token.expiresAt) : t('link.forever')}</span>
      ),
    },
    {
      title: <span className="sr">{t('tokens.end')}</span>,
      key: 'end',
      align: 'right',
      render: (_, token) => (
        <Popconfirm
          title={t('tokens.endAsk', { name: token.name })}
          description={t('tokens.endText')}
          okText={t('tokens.end')}
          onConfirm={() => end.mutateAsync(token.id).catch(tellProblem)}
        >
          <Button size="small">{t('tokens.end')}</Button>
        </Popconfirm>
      ),
    },
  ];
  return <Table rowKey="id" columns={columns} dataSource={tokens} pagination={false} scroll={{ x: 'max-content' }} />;
}

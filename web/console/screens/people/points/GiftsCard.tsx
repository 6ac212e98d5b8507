import { Button, Table } from 'antd';
import type { TableColumnsType } from 'antd';
import { useState } from 'react';
import { formatCount } from '../../../../kit/format.ts';
import { useLanguage } from '../../../../kit/i18n.ts';
import { useGifts, useTakeGiftBack } from '../../../data/points.ts';
import type { Gift } from '../../../data/points.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { EmptyState } from '../../../pieces/EmptyState.tsx';
import type { useFilters } from '../../../pieces/filters.ts';
import { Pager } from '../../../pieces/Pager.tsx';
import { usePaging } from '../../../pieces/paging.ts';
import { ReasonDialog } from '../../../pieces/ReasonDialog.tsx';
import { SearchField } from '../../../pieces/SearchField.tsx';
import { useWhen } from '../../../pieces/when.ts';
import { useText } from '../../../text.ts';

/** What members gave each other; the team takes a gift back with a reason that both read. */
export function GiftsCard({ filters }: { filters: ReturnType<typeof useFilters> }) {
  const t = useText();
  const { communityId } = useHere();
  const q = filters.read('q');
  const paging = usePaging(q ?? '');
  const gifts = useGifts(communityId, {
    limit: 50,
    ...(q ? { q } : {}),
    ...(paging.cursor ? { cursor: paging.cursor } : {}),
  });
  return (
    <section className="card tblw" aria-label={t('points.gifts')}>
      <div className="ch pointshead">
        <h2>{t('points.gifts')}</h2>
        <div className="pointstools">
          <SearchField
            value={q ?? ''}
            label={t('points.find')}
            width={150}
            onSearch={(next) => filters.set({ q: next })}
          />
        </div>
      </div>
      <Answer query={gifts} rows={8}>
        {({ items, nextCursor }) =>
          items.length > 0 ? (
            <>
              <Gifts gifts={items} />
              <Pager shown={items.length} nextCursor={nextCursor} paging={paging} />
            </>
          ) : q ? (
            <EmptyState
              kind="noMatch"
              title={t('members.noMatch', { q })}
              text={t('points.noMatchText')}
              action={<Button onClick={() => filters.set({ q: undefined })}>{t('groups.clearAll')}</Button>}
            />
          ) : (
            <EmptyState
              kind="nothing"
              title={t('points.giftsNone')}
              text={t('points.giftsNoneText')}
              action={<Button onClick={() => filters.set({ view: 'rules' })}>{t('points.toRules')}</Button>}
            />
          )
        }
      </Answer>
    </section>
  );
}

function Gifts({ gifts }: { gifts: Gift[] }) {
  const t = useText();
  const language = useLanguage();
  const when = useWhen();
  const { communityId, can } = useHere();
  const [open, setOpen] = useState<Gift>();
  const takeBack = useTakeGiftBack(communityId);
  const columns: TableColumnsType<Gift> = [
    {
      title: t('points.gift'),
      key: 'gift',
      render: (_, one) => (
        <span className="words">
          {t('points.giftLine', { from: one.fromName || t('points.gone'), to: one.toName || t('points.gone') })}
          {one.note && <span className="c2">：{one.note}</span>}
        </span>
      ),
    },
    {
      title: t('points.amount'),
      key: 'amount',
      align: 'right',
      render: (_, { amount }) => <b>{formatCount(amount, language)}</b>,
    },
    { title: t('points.when'), key: 'at', render: (_, { at }) => <span className="c2 nw">{when.moment(at)}</span> },
    {
      title: <span className="sr">{t('points.takeBack')}</span>,
      key: 'do',
      align: 'right',
      render: (_, one) =>
        one.reversedAt ? (
          <span className="tag">{t('points.takenBack')}</span>
        ) : (
          can('points.manage') && (
            <Button size="small" onClick={() => setOpen(one)}>
              {t('points.takeBack')}
            </Button>
          )
        ),
    },
  ];
  return (
    <>
      <Table rowKey="id" size="middle" columns={columns} dataSource={gifts} pagination={false} />
      {open && (
        <ReasonDialog
          title={t('points.takeBackAsk', { amount: open.amount })}
          text={t('points.takeBackText')}
          ok={t('points.takeBack')}
          onClose={() => setOpen(undefined)}
          send={(reason) => takeBack.mutateAsync({ giftId: open.id, reason })}
        />
      )}
    </>
  );
}

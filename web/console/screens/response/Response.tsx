// How fast questions are answered, against what was promised. Questions that still wait count as waiting, so that the number is not
// made better by those that nobody answers. Every number leads to the questions behind it.
import { Segmented } from 'antd';
import type { ReactNode } from 'react';
import { useResponse, waitParts } from '../../data/response.ts';
import type { AnswerTime, Response as Found, ResponseWish, WaitPart } from '../../data/response.ts';
import { useHere } from '../../data/session.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { useFilters } from '../../pieces/filters.ts';
import { PageHead } from '../../pieces/PageHead.tsx';
import { useText } from '../../text.ts';
import { TalkNav } from '../talk/GroupRail.tsx';
import { AnswerCurve } from './AnswerCurve.tsx';
import { MedianNumber, PromiseNumber, ShareNumber } from './Numbers.tsx';
import { WaitDrawer } from './WaitDrawer.tsx';
import { sayWait } from './wait-words.ts';
import './response.css';

const windows = ['7', '28', '90'] as const;
const clocks = ['always', 'service'] as const;

/** Response time. */
export function Response() {
  const t = useText();
  const { communityId } = useHere();
  const filters = useFilters();
  const wish: ResponseWish = {
    days: windows.find((one) => one === filters.read('days')) ?? '28',
    clock: clocks.find((one) => one === filters.read('clock')) ?? 'always',
  };
  const response = useResponse(communityId, wish);
  const part = waitParts.find((one) => one === filters.read('part'));
  const [groupId, assigneeId] = [filters.read('groupId'), filters.read('assigneeId')];
  const isBack = filters.read('back') === 'true';
  const open = (place: Place) => (next: WaitPart) =>
    filters.set({ part: next, groupId: place.groupId, assigneeId: place.assigneeId, back: place.back });
  return (
    <>
      <PageHead title={t('response.title')} nav={<TalkNav on="response" />} />
      <div className="fb">
        <Segmented
          aria-label={t('response.days')}
          value={wish.days}
          options={windows.map((value) => ({ value, label: t('response.window', { count: Number(value) }) }))}
          onChange={(days) => filters.set({ days: days === '28' ? undefined : days })}
        />
        <Segmented
          aria-label={t('response.clock')}
          value={wish.clock}
          options={clocks.map((value) => ({ value, label: t(`response.clocks.${value}`) }))}
          onChange={(clock) => filters.set({ clock: clock === 'always' ? undefined : clock })}
        />
      </div>
      <Answer query={response}>
        {(found) => (
          <div className="response">
            <Together found={found} clock={wish.clock} open={open({})} />
            {found.total.n + found.last.n > 0 && <Compared found={found} days={wish.days} open={open} />}
            {found.total.n > 0 && <Groups found={found} open={open} />}
            {found.stewards.length > 0 && <Stewards found={found} open={open} />}
          </div>
        )}
      </Answer>
      {part && (
        <WaitDrawer
          filter={{
            ...wish,
            part,
            ...(groupId ? { groupId } : {}),
            ...(assigneeId ? { assigneeId } : {}),
            ...(isBack ? { back: 'true' } : {}),
          }}
          onClose={() => filters.set({ part: undefined, groupId: undefined, assigneeId: undefined, back: undefined })}
        />
      )}
    </>
  );
}

interface Place {
  groupId?: string;
  assigneeId?: string;
  back?: 'true';
}

type Open = (place: Place) => (part: WaitPart) => void;

function Together({ found, clock, open }: { found: Found; clock: ResponseWish['clock']; open: ReturnType<Open> }) {
  const t = useText();
  const { total, fewest, promiseMinutes, serviceFrom, serviceTo } = found;
  if (total.n === 0)
    return (
      <section className="card cb" aria-label={t('response.title')}>
        <EmptyState kind="nothing" title={t('response.none')} text={t('response.noneText')} />
      </section>
    );
  const shares = [
    ['in15', total.within15],
    ['in60', total.within60],
    ['in1440', total.within1440],
    ['longer', total.unanswered],
  ] as const;
  return (
    <section className="card response-all" aria-label={t('response.title')}>
      <div className="response-figures">
        <Figure name={t('response.median')}>
          <MedianNumber time={total} fewest={fewest} />
        </Figure>
        <Figure name={t('response.promise')}>
          <PromiseNumber promise={total.promise} onOpen={open} />
        </Figure>
        {shares.map(([part, share]) => (
          <Figure key={part} name={t(`response.part.${part}`)}>
            <ShareNumber share={share} part={part} about={t(`response.part.${part}`)} onOpen={open} />
          </Figure>
        ))}
        <p className="s c2">
          <button type="button" className="link" onClick={() => open('all')}>
            {t('response.count', { count: total.n })}
          </button>
          {' · '}
          {t('response.answered', { count: total.answered })}
          {total.n > total.answered && (
            <>
              {' · '}
              <button type="button" className="link" onClick={() => open('waiting')}>
                {t('response.waiting', { count: total.n - total.answered })}
              </button>
            </>
          )}
        </p>
      </div>
      <div className="response-curve">
        {found.curve.length > 0 ? (
          <AnswerCurve response={found} />
        ) : (
          <EmptyState kind="nothing" title={t('response.notEnough')} text={t('response.fewText', { count: fewest })} />
        )}
      </div>
      <p className="xs c3 response-how">
        {t(clock === 'service' ? 'response.howService' : 'response.how', { from: serviceFrom, to: serviceTo })}{' '}
        {promiseMinutes > 0
          ? t('response.howPromise', { span: sayWait(t, promiseMinutes), from: serviceFrom, to: serviceTo })
          : t('response.noPromise')}
      </p>
    </section>
  );
}

function Figure({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="response-figure">
      <span className="xs c3">{name}</span>
      {children}
    </div>
  );
}

/** These days beside those before, each with how sure it is. */
function Compared({ found, days, open }: { found: Found; days: ResponseWish['days']; open: Open }) {
  const t = useText();
  const count = Number(days);
  return (
    <section className="card" aria-label={t('response.compared')}>
      <div className="ch">
        <h2>{t('response.compared')}</h2>
      </div>
      <Rows
        label={t('response.compared')}
        rows={[
          { id: 'total', name: t('response.window', { count }), sub: '', time: found.total, open: open({}) },
          {
            id: 'last',
            name: t('response.before', { count }),
            sub: '',
            time: found.last,
            open: open({ back: 'true' }),
          },
        ]}
        fewest={found.fewest}
      />
      <p className="xs c3 response-how">{t('response.comparedHow')}</p>
    </section>
  );
}

function Groups({ found, open }: { found: Found; open: Open }) {
  const t = useText();
  return (
    <section className="card" aria-label={t('response.groups')}>
      <div className="ch">
        <h2>{t('response.groups')}</h2>
      </div>
      <Rows
        label={t('response.groups')}
        rows={found.groups.map(({ groupId, name, promiseMinutes, time }) => ({
          id: groupId,
          name,
          sub: promiseMinutes > 0 ? t('response.promiseOf', { span: sayWait(t, promiseMinutes) }) : '',
          time,
          open: open({ groupId }),
        }))}
        fewest={found.fewest}
      />
      {found.moreGroups > 0 && <p className="xs c3 response-how">{t('response.more', { count: found.moreGroups })}</p>}
    </section>
  );
}

function Stewards({ found, open }: { found: Found; open: Open }) {
  const t = useText();
  return (
    <section className="card" aria-label={t('response.stewards')}>
      <div className="ch">
        <h2>{t('response.stewards')}</h2>
      </div>
      <Rows
        label={t('response.stewards')}
        rows={found.stewards.map(({ userId, name, helped, time }) => ({
          id: userId,
          name,
          sub: helped > 0 ? t('response.helped', { count: helped }) : '',
          time,
          open: open({ assigneeId: userId }),
        }))}
        fewest={found.fewest}
      />
      <p className="xs c3 response-how">{t('response.stewardsHow')}</p>
    </section>
  );
}

interface Row {
  id: string;
  name: string;
  sub: string;
  time: AnswerTime;
  open: (part: WaitPart) => void;
}

function Rows({ label, rows, fewest }: { label: string; rows: readonly Row[]; fewest: number }) {
  const t = useText();
  const heads = ['count', 'median', 'promise', 'in60', 'longer'] as const;
  return (
    <div className="response-rows" role="table" aria-label={label}>
      <div className="response-row response-heads xs c3" role="row">
        <span role="columnheader">{t('response.head.name')}</span>
        {heads.map((head) => (
          <span key={head} role="columnheader">
            {t(`response.head.${head}`)}
          </span>
        ))}
      </div>
      {rows.map(({ id, name, sub, time, open }) => (
        <div className="response-row" role="row" key={id}>
          <div role="rowheader" className="response-name">
            <b className="ell">{name}</b>
            <span className="xs c3">{sub}</span>
          </div>
          <Cell head={t('response.head.count')}>
            <button type="button" className="link" onClick={() => open('all')}>
              {time.n}
            </button>
          </Cell>
          <Cell head={t('response.head.median')}>
            <MedianNumber time={time} fewest={fewest} />
          </Cell>
          <Cell head={t('response.head.promise')}>
            <PromiseNumber promise={time.promise} onOpen={open} />
          </Cell>
          <Cell head={t('response.head.in60')}>
            <ShareNumber share={time.within60} part="in60" about={t('response.head.in60')} onOpen={open} />
          </Cell>
          <Cell head={t('response.head.longer')}>
            <ShareNumber share={time.unanswered} part="longer" about={t('response.head.longer')} onOpen={open} />
          </Cell>
        </div>
      ))}
    </div>
  );
}

function Cell({ head, children }: { head: string; children: ReactNode }) {
  return (
    <div role="cell">
      <span className="response-lab xs c3" aria-hidden="true">
        {head}
      </span>
      {children}
    </div>
  );
}

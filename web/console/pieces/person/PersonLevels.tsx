// Where a person stands on each ladder and why; a level held by hand with its reason and end, and paid levels confirmed offline.
import { App, Button } from 'antd';
import { useState } from 'react';
import { useLevelAct, usePersonLevels } from '../../data/person-levels.ts';
import type { Payment, PersonLadder } from '../../data/person-levels.ts';
import { useHere } from '../../data/session.ts';
import { useText } from '../../text.ts';
import { Answer } from '../Answer.tsx';
import { useTellProblem } from '../problems.ts';
import { useWhen } from '../when.ts';
import { LockDialog, PayDialog } from './level-dialogs.tsx';
import './person-levels.css';

/** The levels of one person; nothing where the community has no ladder. */
export function PersonLevels({ personId }: { personId: string }) {
  const t = useText();
  const { communityId } = useHere();
  const levels = usePersonLevels(communityId, personId);
  return (
    <section className="plevels" aria-label={t('personLevels.title')}>
      <h3 className="lab">{t('personLevels.title')}</h3>
      <Answer query={levels} rows={3}>
        {({ items, payments }) =>
          items.length > 0 ? (
            items.map((ladder) => (
              <Ladder
                key={ladder.ladderId}
                personId={personId}
                ladder={ladder}
                payments={payments.filter(({ ladderId }) => ladderId === ladder.ladderId)}
              />
            ))
          ) : (
            <p className="s c3">{t('personLevels.none')}</p>
          )
        }
      </Answer>
    </section>
  );
}

interface LadderProps {
  personId: string;
  ladder: PersonLadder;
  payments: Payment[];
}

function Ladder({ personId, ladder, payments }: LadderProps) {
  const t = useText();
  const when = useWhen();
  const { can } = useHere();
  const [open, setOpen] = useState<'lock' | 'pay'>();
  const nameOf = (number: number) => ladder.levels.find((level) => level.number === number)?.name ?? String(number);
  const day = (text: string) => when.day(`${text}T12:00:00`);
  const { lock, paid, since } = ladder;
  const isForSale = ladder.levels.some(({ price }) => price !== null);
  const close = () => setOpen(undefined);
  return (
    <div className="pladder">
      <p>
        <b>{nameOf(ladder.level)}</b> <span className="xs c3">{ladder.name}</span>
      </p>
      <p className="s c2">
        {since === null ? t('personLevels.fromStart') : t('personLevels.since', { day: day(since) })}
        {ladder.ruleLevel !== ladder.level && (
          <>
            {t('pulse.comma')}
            {t('personLevels.byRules', { level: nameOf(ladder.ruleLevel) })}
          </>
        )}
      </p>
      {lock && (
        <p className="s">
          <span className="tag a">{t('personLevels.locked')}</span> {lock.reason}
          <span className="xs c3">
            {' '}
            {lock.until ? t('personLevels.until', { day: day(lock.until) }) : t('personLevels.noEnd')}
          </span>
        </p>
      )}
      {paid && (
        <p className="s">
          <span className="tag g">{t('personLevels.paid')}</span> {nameOf(paid.level)}
          <span className="xs c3"> {t('personLevels.until', { day: day(paid.until) })}</span>
        </p>
      )}
      {can('levels.manage') && (
        <div className="row wrap">
          <Button size="small" onClick={() => setOpen('lock')}>
            {t(lock ? 'personLevels.lockAgain' : 'personLevels.lock')}
          </Button>
          {lock && <Unlock personId={personId} ladder={ladder} />}
          {isForSale && (
            <Button size="small" onClick={() => setOpen('pay')}>
              {t('personLevels.confirm')}
            </Button>
          )}
        </div>
      )}
      <Payments personId={personId} payments={payments} nameOf={nameOf} />
      {open === 'lock' && <LockDialog personId={personId} ladder={ladder} onClose={close} />}
      {open === 'pay' && <PayDialog personId={personId} ladder={ladder} onClose={close} />}
    </div>
  );
}

function Unlock({ personId, ladder }: { personId: string; ladder: PersonLadder }) {
  const t = useText();
  const { communityId } = useHere();
  const tellProblem = useTellProblem();
  const act = useLevelAct(communityId, personId);
  return (
    <Button
      size="small"
      loading={act.isPending}
      onClick={() => void act.mutateAsync({ act: 'unlock', ladderId: ladder.ladderId }).catch(tellProblem)}
    >
      {t('personLevels.unlock')}
    </Button>
  );
}

interface PaymentsProps {
  personId: string;
  payments: Payment[];
  nameOf: (number: number) => string;
}

function Payments({ personId, payments, nameOf }: PaymentsProps) {
  const t = useText();
  const when = useWhen();
  const { communityId, can } = useHere();
  const { modal } = App.useApp();
  const tellProblem = useTellProblem();
  const act = useLevelAct(communityId, personId);
  if (payments.length === 0) return null;
  const ask = ({ id: paymentId, ladderId }: Payment) =>
    modal.confirm({
      title: t('personLevels.backAsk'),
      content: t('personLevels.backText'),
      okText: t('personLevels.back'),
      cancelText: t('common.cancel'),
      onOk: () => act.mutateAsync({ act: 'payBack', ladderId, paymentId }).catch(tellProblem),
    });
  return (
    <ul>
      {payments.map((one) => (
        <li key={one.id}>
          <span className="grow s">
            {t('personLevels.payment', {
              level: nameOf(one.level),
              currency: one.currency,
              amount: one.amount / 100,
              from: when.day(`${one.fromOn}T12:00:00`),
              until: when.day(`${one.untilOn}T12:00:00`),
            })}
            {one.note && <span className="xs c3 words"> {one.note}</span>}
          </span>
          {one.revokedAt ? (
            <span className="tag">{t('personLevels.takenBack')}</span>
          ) : (
            can('levels.manage') && (
              <Button size="small" type="text" onClick={() => void ask(one)}>
                {t('personLevels.back')}
              </Button>
            )
          )}
        </li>
      ))}
    </ul>
  );
}

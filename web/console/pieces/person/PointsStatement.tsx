// A person's points as they read them: what is there, each line with what it was for; the team takes a line back with a reason.
import { Button, Select } from 'antd';
import { useState } from 'react';
import { formatCount } from '../../../kit/format.ts';
import { useLanguage } from '../../../kit/i18n.ts';
import { useCorrectLine, usePersonPoints } from '../../data/points.ts';
import type { PersonPoints, PointsLine } from '../../data/points.ts';
import { useHere } from '../../data/session.ts';
import { useText } from '../../text.ts';
import type { Say } from '../../text.ts';
import { Answer } from '../Answer.tsx';
import { EmptyState } from '../EmptyState.tsx';
import { MoreButton } from '../MoreButton.tsx';
import { ReasonDialog } from '../ReasonDialog.tsx';
import { useWhen } from '../when.ts';
import './points-statement.css';

/** The statement of one person; of one of their accounts, where they have several. */
export function PointsStatement({ personId }: { personId: string }) {
  const t = useText();
  const { communityId } = useHere();
  const [account, setAccount] = useState<string>();
  const [open, setOpen] = useState<PointsLine>();
  const statement = usePersonPoints(communityId, personId, account);
  const correct = useCorrectLine(communityId, personId);
  return (
    <section className="pstate" aria-label={t('points.statement')}>
      <h3 className="lab">{t('points.statement')}</h3>
      <Answer query={statement} rows={4}>
        {(pages) => {
          const lines = pages.flatMap(({ items }) => items);
          return (
            <>
              <Balance page={pages[0]!} onAccount={setAccount} />
              {lines.length > 0 ? (
                <ul>
                  {lines.map((line) => (
                    <Line key={line.seq} line={line} onCorrect={() => setOpen(line)} />
                  ))}
                </ul>
              ) : (
                <EmptyState kind="nothing" title={t('points.noLines')} text={t('points.noLinesText')} />
              )}
              <MoreButton query={statement} label={t('points.more')} />
            </>
          );
        }}
      </Answer>
      {open && (
        <ReasonDialog
          title={t('points.correctAsk', { amount: Math.abs(open.amount) })}
          text={t('points.correctText')}
          ok={t('points.correct')}
          onClose={() => setOpen(undefined)}
          send={(reason) => correct.mutateAsync({ entryId: open.entryId, reason })}
        />
      )}
    </section>
  );
}

function Balance({ page, onAccount }: { page: PersonPoints; onAccount: (identityId: string) => void }) {
  const t = useText();
  const language = useLanguage();
  return (
    <div className="row pbalance">
      <span className="s c3">{t('points.have')}</span>
      <b className="song grow">{formatCount(page.balance, language)}</b>
      {page.accounts.length > 1 && (
        <Select
          size="small"
          aria-label={t('points.account')}
          value={page.identityId}
          options={page.accounts.map(({ identityId, name, balance }) => ({
            value: identityId,
            label: t('points.accountLine', { name, balance }),
          }))}
          onChange={onAccount}
        />
      )}
    </div>
  );
}

function Line({ line, onCorrect }: { line: PointsLine; onCorrect: () => void }) {
  const t = useText();
  const language = useLanguage();
  const when = useWhen();
  const { can } = useHere();
  const { amount, at, balance, reverses, reversedBy, label } = line;
  return (
    <li className={reversedBy ? 'gone' : undefined}>
      <span className="grow">
        <span className="words">{wordsOf(line, t)}</span>
        <span className="xs c3 pmore">
          <span>{when.moment(at)}</span>
          {label && <span>{label}</span>}
          <span>{t('points.after', { balance: formatCount(balance, language) })}</span>
          {reversedBy && <span className="tag">{t('points.takenBack')}</span>}
        </span>
      </span>
      <b className={amount > 0 ? 'num up' : 'num'}>
        {amount > 0 ? '+' : '−'}
        {formatCount(Math.abs(amount), language)}
      </b>
      {can('points.manage') && !reverses && !reversedBy && (
        <Button size="small" type="text" onClick={onCorrect}>
          {t('points.correct')}
        </Button>
      )}
    </li>
  );
}

function wordsOf({ gift, memo, label, reverses, amount }: PointsLine, t: Say): string {
  if (gift && !reverses) {
    const name = gift.name || t('points.gone');
    const words = t(gift.isMine ? 'points.gaveTo' : 'points.gotFrom', { name });
    return gift.note ? t('points.withNote', { words, note: gift.note }) : words;
  }
  return memo || label || t(amount > 0 ? 'points.came' : 'points.went');
}

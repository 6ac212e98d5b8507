import { useState, type ReactElement } from 'react';
import { problemText } from '../../kit/texts.ts';
import { useLanguage } from '../../kit/i18n.ts';
import { Sheet } from '../Sheet.tsx';
import { useT } from '../texts.ts';
import { spendCard, type CheckIn } from './check-ins.ts';
import { dayName, weekdayName } from './month.ts';

/** The make-up cards: how many are left, what they do, and the days that one could fill. */
export function CardRow(props: {
  groupId: string;
  checkIn: CheckIn;
  onUsed: (day: string) => void;
}): ReactElement | null {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  const { makeUp } = props.checkIn;
  if (makeUp.cardsPerMonth === 0) return null;
  return (
    <section className="card cards">
      <span className="sign" aria-hidden="true">
        {t('member:checkIn.cardSign')}
      </span>
      <div className="grow">
        <h2>{t('member:checkIn.cardsLeft', { count: makeUp.left })}</h2>
        <p className="s c2">
          {makeUp.left === 0
            ? t('member:checkIn.cardsNone')
            : makeUp.days.length > 0
              ? t('member:checkIn.cardsMissed', { count: makeUp.days.length })
              : t('member:checkIn.cardsKept', { days: makeUp.withinDays })}
        </p>
      </div>
      <button type="button" className="link s more" onClick={() => setOpen(true)}>
        {makeUp.days.length > 0 ? t('member:checkIn.cardsUse') : t('member:checkIn.cardsHow')}
      </button>
      {isOpen ? <CardSheet {...props} onClose={() => setOpen(false)} /> : null}
    </section>
  );
}

function CardSheet(props: {
  groupId: string;
  checkIn: CheckIn;
  onUsed: (day: string) => void;
  onClose: () => void;
}): ReactElement {
  const t = useT();
  const language = useLanguage();
  const [sending, setSending] = useState('');
  const [problem, setProblem] = useState('');
  const { programId, makeUp } = props.checkIn;
  const use = async (day: string): Promise<void> => {
    setSending(day);
    setProblem('');
    try {
      await spendCard({ groupId: props.groupId, programId }, day);
      props.onUsed(day);
      props.onClose();
    } catch (thrown) {
      setProblem(problemText(thrown));
      setSending('');
    }
  };
  return (
    <Sheet title={t('member:checkIn.cardsTitle')} onClose={props.onClose}>
      <p className="s c2">{t('member:checkIn.cardsText', { count: makeUp.cardsPerMonth, days: makeUp.withinDays })}</p>
      {makeUp.days.length > 0 ? <p className="s c2">{t('member:checkIn.cardsChoose')}</p> : null}
      {problem ? (
        <p className="wrong" role="alert">
          {problem}
        </p>
      ) : null}
      <ul className="missed">
        {makeUp.days.map((day) => (
          <li key={day}>
            <button type="button" className="btn line" disabled={sending !== ''} onClick={() => void use(day)}>
              {sending === day
                ? t('member:checkIn.sending')
                : t('member:checkIn.fill', { day: dayName(day, language), weekday: weekdayName(day, language) })}
            </button>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

import { useState, type ReactElement } from 'react';
import { formatDay, formatMoment } from '../../kit/format.ts';
import { useLanguage } from '../../kit/i18n.ts';
import { problemText } from '../../kit/texts.ts';
import { useNow } from '../clock.ts';
import { useT } from '../texts.ts';
import { appealCase, type CasePlace, type OwnCase } from './own-cases.ts';
import './cases.css';

/** What became of a case: where it stands, why, what followed, what was said on both sides. */
export function CaseStory({ one }: { one: OwnCase }): ReactElement {
  const t = useT();
  const language = useLanguage();
  const now = useNow(false);
  const moment = (when: string): string => formatMoment(when, { language });
  return (
    <div className="story">
      <p>
        <b>{one.stateText}</b>
      </p>
      <p className="c2">{one.why}</p>
      {one.note ? <p className="c2">{t('member:cases.note', { text: one.note })}</p> : null}
      {one.sanctions.map((step) => (
        <p key={`${step.step} ${step.decaysAt}`} className="s c2">
          <span className={step.state === 'undone' ? 'tag' : 'tag g'}>{step.text}</span>{' '}
          {step.state === 'undone'
            ? t('member:cases.undone')
            : step.until && Date.parse(step.until) > now
              ? t('member:cases.until', { when: moment(step.until) })
              : t('member:cases.decays', { when: formatDay(step.decaysAt, { language }) })}
        </p>
      ))}
      {one.appeal ? (
        <div className="said-back s">
          <p className="c2">{t('member:cases.asked', { when: moment(one.appeal.at), text: one.appeal.text })}</p>
          {one.appeal.decidedAt ? (
            <p>
              {one.appeal.note
                ? t('member:cases.answered', { when: moment(one.appeal.decidedAt), text: one.appeal.note })
                : t('member:cases.answeredOnly', { when: moment(one.appeal.decidedAt) })}
            </p>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

interface AppealProps {
  place: CasePlace;
  one: OwnCase;
  onChange: (one: OwnCase) => void;
}

/** One sentence and a button: somebody else of the team looks again. */
export function AppealForm({ place, one, onChange }: AppealProps): ReactElement {
  const t = useT();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState('');
  const [isBusy, setBusy] = useState(false);
  const appeal = async (): Promise<void> => {
    setBusy(true);
    setProblem('');
    try {
      onChange(await appealCase(place, one.id, text.trim()));
    } catch (thrown) {
      setProblem(problemText(thrown));
      setBusy(false);
    }
  };
  return (
    <>
      <label className="field">
        <span>{t('member:held.words')}</span>
        <textarea
          className="input"
          rows={3}
          maxLength={500}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <div role="alert">{problem ? <p className="wrong">{problem}</p> : null}</div>
      <button
        type="button"
        className="btn sheet-btn"
        disabled={text.trim().length < 2 || isBusy}
        onClick={() => void appeal()}
      >
        {t('member:held.send')}
      </button>
    </>
  );
}

import { useState, type ReactElement } from 'react';
import type { Message } from '../../kit/message.ts';
import { problemText } from '../../kit/texts.ts';
import { Link } from '../router.tsx';
import { ListWait } from '../ListWait.tsx';
import { readRules, type Rules } from '../rules/rules.ts';
import { Sheet } from '../Sheet.tsx';
import { useT } from '../texts.ts';
import { useLoad } from '../use-load.ts';
import { reasons, reportMessage, type ReportDraft } from './reports.ts';
import './reports.css';

interface ReportSheetProps {
  groupId: string;
  message: Message;
  onClose: () => void;
}

/** Asks the stewards to look at a message: which rule or what else, a few own words, and then a kind answer. */
export function ReportSheet({ groupId, message, onClose }: ReportSheetProps): ReactElement {
  const t = useT();
  const [answer, setAnswer] = useState('');
  return (
    <Sheet title={answer ? t('member:report.thanks') : t('member:report.title')} onClose={onClose}>
      <div role="status">{answer ? <p className="lead">{answer}</p> : null}</div>
      {answer ? (
        <>
          <button type="button" className="btn sheet-btn" onClick={onClose}>
            {t('member:report.close')}
          </button>
          <Link className="btn line sheet-btn" to={`/g/${groupId}/reports`}>
            {t('member:report.toMine')}
          </Link>
        </>
      ) : (
        <ReportForm groupId={groupId} message={message} onAnswer={setAnswer} />
      )}
    </Sheet>
  );
}

interface FormProps {
  groupId: string;
  message: Message;
  onAnswer: (text: string) => void;
}

function ReportForm({ groupId, message, onAnswer }: FormProps): ReactElement {
  const t = useT();
  const rules = useLoad<Rules>(`rules ${groupId}`, () => readRules(groupId));
  const [chosen, setChosen] = useState<Pick<ReportDraft, 'reason' | 'rule'>>();
  const [words, setWords] = useState('');
  const [problem, setProblem] = useState('');
  const [isBusy, setBusy] = useState(false);
  const send = async (): Promise<void> => {
    if (!chosen) return;
    setBusy(true);
    setProblem('');
    try {
      onAnswer((await reportMessage(groupId, message.id, { ...chosen, words: words.trim() })).text);
    } catch (thrown) {
      setProblem(problemText(thrown));
      setBusy(false);
    }
  };
  // Nothing moves under the finger: the rules come first, and without them the reasons do.
  const isReady = Boolean(rules.data ?? rules.error);
  const choices = [
    ...(rules.data?.items ?? []).map(({ key, name }) => ({
      reason: 'rule' as const,
      rule: key,
      label: t('member:report.reason.rule', { name }),
    })),
    ...reasons.map((reason) => ({ reason, rule: null, label: t(`member:report.reason.${reason}`) })),
  ];
  return (
    <>
      <p className="s c2 sheet-quote ell">
        <b>{message.author.name}</b> {message.text || t('member:menu.picture')}
      </p>
      <fieldset className="report-why">
        <legend className="s c2">{t('member:report.lead')}</legend>
        {isReady ? null : <ListWait loaded={rules} height={264} />}
        {(isReady ? choices : []).map(({ reason, rule, label }) => (
          <label key={rule ?? reason}>
            <input
              type="radio"
              name="report-why"
              checked={chosen?.reason === reason && chosen.rule === rule}
              onChange={() => setChosen({ reason, rule })}
            />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
      <label className="field">
        <span>{t('member:report.words')}</span>
        <textarea
          className="input"
          rows={2}
          maxLength={200}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </label>
      <div role="alert">{problem ? <p className="wrong">{problem}</p> : null}</div>
      <button type="button" className="btn sheet-btn" disabled={!chosen || isBusy} onClick={() => void send()}>
        {t('member:report.send')}
      </button>
    </>
  );
}

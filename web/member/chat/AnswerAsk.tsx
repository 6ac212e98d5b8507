import { useContext, useState, type ReactElement } from 'react';
import { problemText } from '../../kit/texts.ts';
import { Icon } from '../icons.tsx';
import { useT } from '../texts.ts';
import { AnswerAsksContext, type Verdict } from './answer-asks.ts';
import './answer-ask.css';

/** Under an answer to my question: did it help? Asked once and kindly; nothing under all other messages. */
export function AnswerAsk({ messageId }: { messageId: string }): ReactElement | null {
  const t = useT();
  const { questionOf, said, say } = useContext(AnswerAsksContext);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const questionId = questionOf(messageId);
  if (questionId === undefined) return null;
  const verdict = said.get(questionId);
  if (verdict === 'aside') return null;
  if (verdict)
    return (
      <p className="answer-ask s c2" role="status">
        {t(`member:answerAsk.${verdict === 'helpful' ? 'thanks' : 'again'}`)}
      </p>
    );
  const tap = (what: Verdict) => async () => {
    setBusy(true);
    setProblem('');
    try {
      await say(questionId, what);
    } catch (thrown) {
      setProblem(problemText(thrown));
      setBusy(false);
    }
  };
  return (
    <div className="answer-ask" role="group" aria-label={t('member:answerAsk.ask')}>
      <span className="s c2">{problem || t('member:answerAsk.ask')}</span>
      <button type="button" className="btn line sm" disabled={isBusy} onClick={tap('helpful')}>
        {t('member:answerAsk.helpful')}
      </button>
      <button type="button" className="btn line sm" disabled={isBusy} onClick={tap('unsolved')}>
        {t('member:answerAsk.unsolved')}
      </button>
      <button
        type="button"
        className="hit"
        disabled={isBusy}
        aria-label={t('member:answerAsk.aside')}
        title={t('member:answerAsk.aside')}
        onClick={tap('aside')}
      >
        <Icon name="close" size={16} />
      </button>
    </div>
  );
}

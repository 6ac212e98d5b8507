import { useState, type ReactElement } from 'react';
import { problemText } from '../../kit/texts.ts';
import { Sheet } from '../Sheet.tsx';
import { useT } from '../texts.ts';
import { useLoad } from '../use-load.ts';
import { appealCase, findOwnCase } from './own-cases.ts';

/** Why a message of mine waits, where it stands, and the way to ask for another look. */
export function HeldCase({ groupId, clientId, onClose }: HeldCaseProps): ReactElement {
  const t = useT();
  const found = useLoad(`held-${clientId}`, () => findOwnCase(groupId, clientId).then((one) => ({ one })));
  const [text, setText] = useState('');
  const [problem, setProblem] = useState('');
  const [isBusy, setBusy] = useState(false);
  const one = found.data?.one;
  const appeal = async (): Promise<void> => {
    if (!one) return;
    setBusy(true);
    setProblem('');
    try {
      found.set({ one: await appealCase(groupId, one.id, text.trim()) });
    } catch (thrown) {
      setProblem(problemText(thrown));
    }
    setBusy(false);
  };
  return (
    <Sheet title={t('member:held.title')} onClose={onClose}>
      <div role="alert">
        {found.error ? <p className="wrong">{problemText(found.error)}</p> : null}
        {found.data && !one ? <p className="c2">{t('member:held.unknown')}</p> : null}
        {problem ? <p className="wrong">{problem}</p> : null}
      </div>
      {one ? (
        <>
          <p role="status">
            <b>{one.stateText}</b>
          </p>
          <p className="c2">{one.why}</p>
          {one.appeal ? <p className="c2">{t('member:held.asked', { text: one.appeal.text })}</p> : null}
        </>
      ) : null}
      {one?.canAppeal ? (
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
          <button
            type="button"
            className="btn sheet-btn"
            disabled={text.trim().length < 2 || isBusy}
            onClick={() => void appeal()}
          >
            {t('member:held.send')}
          </button>
        </>
      ) : null}
      <button type="button" className="btn line sheet-btn" onClick={onClose}>
        {t('member:held.close')}
      </button>
    </Sheet>
  );
}

interface HeldCaseProps {
  groupId: string;
  clientId: string;
  onClose: () => void;
}

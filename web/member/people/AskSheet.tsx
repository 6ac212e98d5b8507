import { useState, type FormEvent, type ReactElement } from 'react';
import { problemText } from '../../kit/texts.ts';
import { Sheet } from '../Sheet.tsx';
import { useT } from '../texts.ts';
import { askForIntroduction } from './meet.ts';

interface AskSheetProps {
  communityId: string;
  to: { identityId: string; name: string };
  /** What on the board it is about. */
  entryId?: string;
  onClose: () => void;
  onAsked: () => void;
}

/** Asks somebody whether they want to know me: why, and how I want to be reached if they agree. */
export function AskSheet({ communityId, to, entryId, onClose, onAsked }: AskSheetProps): ReactElement {
  const t = useT();
  const [why, setWhy] = useState('');
  const [words, setWords] = useState('');
  const [problem, setProblem] = useState('');
  const [isBusy, setBusy] = useState(false);
  const ask = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setProblem('');
    try {
      await askForIntroduction(communityId, {
        toId: to.identityId,
        why: why.trim(),
        words: words.trim(),
        entryId: entryId ?? null,
      });
      onAsked();
    } catch (thrown) {
      setProblem(problemText(thrown));
      setBusy(false);
    }
  };
  return (
    <Sheet title={t('member:meet.askTitle', { name: to.name })} onClose={onClose}>
      <form className="card-form" onSubmit={(event) => void ask(event)}>
        <LineField name="why" value={why} onValue={setWhy} />
        <WordsField words={words} onWords={setWords} />
        <div role="alert">{problem ? <p className="wrong">{problem}</p> : null}</div>
        <button type="submit" className="btn" disabled={isBusy || !why.trim() || !words.trim()}>
          {t('member:meet.ask')}
        </button>
        <p className="xs c3">{t('member:meet.askNote')}</p>
      </form>
    </Sheet>
  );
}

/** How I want to be reached; shown to the other only when both agree. */
export function WordsField({ words, onWords }: { words: string; onWords: (words: string) => void }): ReactElement {
  return <LineField name="words" value={words} onValue={onWords} />;
}

/** One line that has to be said. */
function LineField({
  name,
  value,
  onValue,
}: {
  name: 'why' | 'words';
  value: string;
  onValue: (value: string) => void;
}): ReactElement {
  const t = useT();
  return (
    <label className="field">
      <span>{t(`member:meet.${name}`)}</span>
      <input
        className="input"
        name={name}
        value={value}
        required
        maxLength={120}
        placeholder={t(`member:meet.${name}Hint`)}
        onChange={(event) => onValue(event.target.value)}
      />
    </label>
  );
}

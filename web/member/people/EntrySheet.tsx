import { useState, type FormEvent, type ReactElement } from 'react';
import { problemText } from '../../kit/texts.ts';
import { getProfile } from '../self.ts';
import { Sheet } from '../Sheet.tsx';
import { useT } from '../texts.ts';
import { useLoad } from '../use-load.ts';
import { writeEntry } from './meet.ts';

const spans = [7, 30, 90] as const;

interface EntrySheetProps {
  communityId: string;
  kind: 'offer' | 'need';
  text: string;
  onClose: () => void;
  onSaved: () => void;
}

/** Puts an offer or a need on the board; what stands on the own card is taken over by one tap. */
export function EntrySheet({ communityId, kind, text: given, onClose, onSaved }: EntrySheetProps): ReactElement {
  const t = useT();
  const [text, setText] = useState(given);
  const [days, setDays] = useState<(typeof spans)[number]>(30);
  const [problem, setProblem] = useState('');
  const [isBusy, setBusy] = useState(false);
  const { data: profile } = useLoad(`profile ${communityId}`, () => getProfile(communityId));
  const onCard = profile?.card[kind === 'offer' ? 'offers' : 'needs']?.text.replace(/\s+/g, ' ');
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setProblem('');
    try {
      await writeEntry(communityId, { kind, text: text.trim(), days });
      onSaved();
    } catch (thrown) {
      setProblem(problemText(thrown));
      setBusy(false);
    }
  };
  return (
    <Sheet title={t(kind === 'offer' ? 'member:board.writeOffer' : 'member:board.writeNeed')} onClose={onClose}>
      <form className="card-form" onSubmit={(event) => void save(event)}>
        <label className="field">
          <span>{t(`member:board.${kind}Label`)}</span>
          <textarea
            className="input"
            rows={3}
            maxLength={200}
            required
            value={text}
            onChange={(event) => setText(event.target.value.replace(/\n/g, ' '))}
          />
        </label>
        {onCard && onCard !== text ? (
          <button type="button" className="btn sm line" onClick={() => setText(onCard)}>
            {t('member:board.fromCard')}
          </button>
        ) : null}
        <div className="chips" role="group" aria-label={t('member:board.span')}>
          {spans.map((span) => (
            <button
              key={span}
              type="button"
              className="chip num"
              aria-pressed={days === span}
              onClick={() => setDays(span)}
            >
              {t('member:board.days', { count: span })}
            </button>
          ))}
        </div>
        <div role="alert">{problem ? <p className="wrong">{problem}</p> : null}</div>
        <button type="submit" className="btn" disabled={isBusy || !text.trim()}>
          {t('member:board.put')}
        </button>
        <p className="xs c3">{t('member:board.note')}</p>
      </form>
    </Sheet>
  );
}

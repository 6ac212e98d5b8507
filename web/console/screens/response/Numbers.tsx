import type { AnswerTime, WaitPart } from '../../data/response.ts';
import { useText } from '../../text.ts';
import { sayWait } from './wait-words.ts';

/** Opens the questions behind a number. */
export type OpenPart = (part: WaitPart) => void;

const percent = (share: number) => Math.round(share * 100);

/** A share with the interval in which it lies; a button to the questions behind it. */
export function ShareNumber({ share, part, about, onOpen }: ShareNumberProps) {
  const t = useText();
  if (!share) return <NotEnough />;
  const { value, low, high } = share;
  const told = t('response.share', { about, share: percent(value), low: percent(low), high: percent(high) });
  return (
    <button type="button" className="share-number" aria-label={told} onClick={() => onOpen(part)}>
      <b className="song">{percent(value)}%</b>
      <span className="xs c3 nw">{t('response.between', { low: percent(low), high: percent(high) })}</span>
    </button>
  );
}

interface ShareNumberProps {
  share: AnswerTime['within15'];
  part: WaitPart;
  /** What it is a share of, for those who do not see the heading. */
  about: string;
  onOpen: OpenPart;
}

/** The time after which half of the questions are answered. */
export function MedianNumber({ time, fewest }: { time: AnswerTime; fewest: number }) {
  const t = useText();
  if (time.n < fewest) return <NotEnough />;
  if (!time.median) return <span className="s c2">{t('response.underHalf')}</span>;
  const { value, low, high } = time.median;
  const span = (minutes: number | null) => (minutes === null ? t('response.open') : sayWait(t, minutes));
  return (
    <span className="share-number">
      <b className="song">{span(value)}</b>
      <span className="xs c3 nw">{t('response.spans', { low: span(low), high: span(high) })}</span>
    </span>
  );
}

/** The promise: how many of those whose time has passed were kept. */
export function PromiseNumber({ promise, onOpen }: { promise: AnswerTime['promise']; onOpen: OpenPart }) {
  const t = useText();
  if (promise.of === 0) return <span className="c3">—</span>;
  return (
    <span className="promise-number">
      <ShareNumber share={promise.share} part="kept" about={t('response.promise')} onOpen={onOpen} />
      <span className="xs c2">
        {t('response.keptOf', promise)}
        {promise.kept < promise.of && (
          <>
            {' · '}
            <button type="button" className="link" onClick={() => onOpen('broken')}>
              {t('response.brokenOf', { count: promise.of - promise.kept })}
            </button>
          </>
        )}
      </span>
    </span>
  );
}

function NotEnough() {
  const t = useText();
  return <span className="tag o">{t('response.notEnough')}</span>;
}

import type { Share } from '../../data/answers.ts';
import { useText } from '../../text.ts';

const percent = (share: number) => Math.round(share * 100);

/** A share with the interval in which it lies, or that there is too little to say one. */
export function ShareWords({ share }: { share: Share }) {
  const t = useText();
  if (!share) return <span className="tag o">{t('answers.tooLittle')}</span>;
  return (
    <span className="share-words">
      <b className="song">{percent(share.value)}%</b>
      <span className="xs c3 nw">{t('response.between', { low: percent(share.low), high: percent(share.high) })}</span>
    </span>
  );
}

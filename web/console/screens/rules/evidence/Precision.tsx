import { useText } from '../../../text.ts';
import './evidence.css';

const percent = (share: number) => Math.round(share * 100);

/** How often something was right, with the interval in which that lies. */
export function Precision({ share, low, high }: { share: number; low: number; high: number }) {
  const t = useText();
  const told = t('rules.quality.share', { share: percent(share), low: percent(low), high: percent(high) });
  return (
    <span className="precision" title={t('rules.quality.shareHow')}>
      <b className="song">{percent(share)}%</b>
      <span className="precision-bar" role="img" aria-label={told}>
        <i style={{ left: `${percent(low)}%`, width: `${Math.max(1, percent(high) - percent(low))}%` }} />
        <em style={{ left: `${percent(share)}%` }} />
      </span>
      <span className="xs c3 nw">
        {percent(low)}–{percent(high)}%
      </span>
    </span>
  );
}

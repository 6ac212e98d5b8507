import { formatMoment, formatClock } from '../../../../kit/format.ts';
import { useLanguage } from '../../../../kit/i18n.ts';
import type { Roster } from '../../../data/duty.ts';
import { useNameOf } from '../../../pieces/duty/names.ts';
import { useText } from '../../../text.ts';

const most = 8;

/** Where nobody is in the next fourteen days though somebody should be, and where two shifts are on at once. */
export function Problems({ roster: { gaps, overlaps, zone, operators } }: { roster: Roster }) {
  const t = useText();
  const language = useLanguage();
  const nameOf = useNameOf(operators);
  const reading = { language, zone };
  const span = ({ start, end }: { start: string; end: string }) =>
    `${formatMoment(start, reading)}–${formatClock(end, reading)}`;
  const names = (ids: readonly string[]) => ids.map(nameOf).join(t('duty.and'));
  if (gaps.length + overlaps.length === 0) return <p className="cb s c2 duty-fine">{t('duty.fine')}</p>;
  return (
    <div className="cb duty-problems" role="status">
      {gaps.length > 0 && <h3 className="lab">{t('duty.gaps', { count: gaps.length })}</h3>}
      <ul>
        {gaps.slice(0, most).map((gap) => (
          <li key={gap.start}>
            <span className="tag a">{span(gap)}</span>
            {gap.away.length > 0 && <span className="xs c2"> {t('duty.away', { name: names(gap.away) })}</span>}
          </li>
        ))}
      </ul>
      {overlaps.length > 0 && <h3 className="lab">{t('duty.overlaps', { count: overlaps.length })}</h3>}
      <ul>
        {overlaps.slice(0, most).map((overlap) => (
          <li key={overlap.start + overlap.end}>
            <span className="tag">{span(overlap)}</span> <span className="xs c2">{names(overlap.userIds)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

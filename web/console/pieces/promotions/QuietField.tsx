import { TimePicker } from 'antd';
import dayjs from 'dayjs';
import { useText } from '../../text.ts';
import './promotions.css';

interface Quiet {
  /** Minutes of the local day; from = to means none. */
  from: number;
  to: number;
}

const midnight = dayjs('2000-01-01T00:00');

/** Chooses the hours in which nobody is disturbed; may go over midnight. */
export function QuietField({ value, disabled, onChange }: QuietFieldProps) {
  const t = useText();
  const field = (which: 'from' | 'to') => (
    <TimePicker
      aria-label={t(which === 'from' ? 'promo.quietFrom' : 'promo.quietTo')}
      format="HH:mm"
      needConfirm={false}
      minuteStep={15}
      allowClear={false}
      disabled={disabled}
      style={{ width: 96 }}
      value={midnight.add(value[which], 'minute')}
      onChange={(time) =>
        time && !Array.isArray(time) && onChange({ ...value, [which]: time.hour() * 60 + time.minute() })
      }
    />
  );
  return (
    <span className="quiet-field">
      <span className="s">{t('promo.quiet')}</span>
      <span className="row">
        {field('from')} <span className="c3">–</span> {field('to')}
      </span>
    </span>
  );
}

interface QuietFieldProps {
  value: Quiet;
  disabled: boolean;
  onChange: (value: Quiet) => void;
}

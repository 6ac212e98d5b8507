// Days and times of the day as texts (`YYYY-MM-DD`, `HH:mm`) in the pickers of the console, which speak the reader's language.
import { DatePicker, TimePicker } from 'antd';
import dayjs from 'dayjs';

interface PickerProps {
  value?: string;
  /** Filled by the form item. */
  onChange?: (value: string) => void;
  id?: string;
  disabled?: boolean;
  placeholder?: string;
  'aria-label'?: string;
}

/** Chooses a day; empty text = none. */
export function DayField({ value, onChange, min, ...rest }: PickerProps & { min?: string | undefined }) {
  return (
    <DatePicker
      {...rest}
      style={{ width: '100%' }}
      value={value ? dayjs(value) : null}
      minDate={min ? dayjs(min) : undefined}
      onChange={(day) => onChange?.(day ? day.format('YYYY-MM-DD') : '')}
    />
  );
}

/** Chooses a time of the day, to five minutes by the list, to the minute by typing. */
export function TimeField({ value, onChange, ...rest }: PickerProps) {
  const shown = value === '24:00' ? '00:00' : value;
  return (
    <TimePicker
      {...rest}
      style={{ width: '100%', maxWidth: 140 }}
      format="HH:mm"
      needConfirm={false}
      minuteStep={5}
      allowClear={false}
      value={shown ? dayjs(`2000-01-01T${shown}`) : null}
      onChange={(time) => time && !Array.isArray(time) && onChange?.(time.format('HH:mm'))}
    />
  );
}

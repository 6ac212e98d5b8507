import { useId } from 'react';
import { Icon } from '../../kit/antd/Icon.tsx';

/** A question answered by pressing words: one (`most` = 1) or several of them. */
export function Chips<Value extends string>({ label, hint, choices, chosen, most, onChange }: ChipsProps<Value>) {
  const id = useId();
  const press = (value: Value) => {
    if (chosen.includes(value)) onChange(chosen.filter((one) => one !== value));
    else if (most === 1) onChange([value]);
    else if (chosen.length < most) onChange([...chosen, value]);
  };
  return (
    <div className="chips" role="group" aria-labelledby={id}>
      <div className="chips-label" id={id}>
        {label}
        {hint !== undefined && <em>{hint}</em>}
      </div>
      <div className="row wrap">
        {choices.map(({ value, text }) => {
          const on = chosen.includes(value);
          return (
            <button
              key={value}
              type="button"
              aria-pressed={on}
              className={on ? 'chip on' : 'chip'}
              onClick={() => press(value)}
            >
              {on && <Icon name="check" size={13} />}
              {text}
            </button>
          );
        })}
      </div>
    </div>
  );
}

interface ChipsProps<Value extends string> {
  label: string;
  hint?: string;
  choices: { value: Value; text: string }[];
  chosen: Value[];
  /** How many may be chosen. */
  most: number;
  onChange: (chosen: Value[]) => void;
}

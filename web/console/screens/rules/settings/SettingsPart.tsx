import { InputNumber } from 'antd';
import type { ReactNode } from 'react';
import type { RulesSettings } from '../../../data/rules.ts';

/** What every card of the settings gets. */
export interface PartProps {
  value: RulesSettings;
  set: (part: Partial<RulesSettings>) => void;
  disabled: boolean;
}

/** One card of the settings. */
export function Part({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <section className="card cb" aria-label={title}>
      <h2 className="h2">{title}</h2>
      <p className="s c3">{text}</p>
      {children}
    </section>
  );
}

/** One setting with its name and what it does. */
export function Row({ name, text, children }: { name: string; text?: string; children: ReactNode }) {
  return (
    <div className="setrow">
      <div className="grow">
        <div>{name}</div>
        {text && <div className="s">{text}</div>}
      </div>
      {children}
    </div>
  );
}

/** A whole number with its unit. */
export function Count({ value, min, max, unit, label, disabled, onChange }: CountProps) {
  return (
    <span className="row count">
      <InputNumber
        aria-label={label}
        value={value}
        min={min}
        max={max}
        precision={0}
        disabled={disabled}
        onChange={(next) => next !== null && onChange(next)}
      />
      <span className="s c3 nw">{unit}</span>
    </span>
  );
}

interface CountProps {
  value: number;
  min: number;
  max: number;
  unit: string;
  label: string;
  disabled: boolean;
  onChange: (value: number) => void;
}

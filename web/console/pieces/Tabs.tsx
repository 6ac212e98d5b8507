import { useId, useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';

/** A small row of tabs with the panel of the chosen one; arrow keys walk. */
export function Tabs<Key extends string>({ label, value, items, onChange, children }: TabsProps<Key>) {
  const id = useId();
  const row = useRef<HTMLDivElement>(null);
  const walk = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const index = items.findIndex(({ key }) => key === value);
    const next = (index + step + items.length) % items.length;
    onChange(items[next]!.key);
    row.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <>
      <div className="tabs" role="tablist" aria-label={label} ref={row} onKeyDown={walk}>
        {items.map(({ key, text }) => (
          <button
            key={key}
            type="button"
            role="tab"
            id={`${id}-${key}`}
            aria-selected={key === value}
            aria-controls={`${id}-panel`}
            tabIndex={key === value ? 0 : -1}
            onClick={() => onChange(key)}
          >
            {text}
          </button>
        ))}
      </div>
      <div className="drb" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${value}`} tabIndex={0}>
        {children}
      </div>
    </>
  );
}

interface TabsProps<Key extends string> {
  label: string;
  value: Key;
  items: { key: Key; text: ReactNode }[];
  onChange: (key: Key) => void;
  children: ReactNode;
}

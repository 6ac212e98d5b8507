import { useEffect, useId, useRef, type ReactElement, type ReactNode } from 'react';
import { Icon } from './icons.tsx';
import { useT } from './texts.ts';

const focusable = 'a[href], button:not([disabled]), input, textarea, select, [tabindex="0"]';

/** A sheet from the foot of the page: keeps the focus inside, closes by Escape, the veil, or its own button. */
export function Sheet({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose: () => void;
  children: ReactNode;
}): ReactElement {
  const t = useT();
  const sheet = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    sheet.current?.focus({ preventScroll: true });
    return () => before?.focus({ preventScroll: true });
  }, []);
  const onKey = (event: React.KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onClose();
    }
    if (event.key === 'Tab') keepFocus(event, sheet.current);
  };
  return (
    <div className="veil" onClick={(event) => event.target === event.currentTarget && onClose()}>
      <div
        className="sheet"
        role="dialog"
        aria-modal="true"
        aria-labelledby={id}
        tabIndex={-1}
        ref={sheet}
        onKeyDown={onKey}
      >
        <div className="sheet-h">
          <h2 id={id}>{title}</h2>
          <button type="button" className="hit" aria-label={t('member:close')} onClick={onClose}>
            <Icon name="close" size={20} />
          </button>
        </div>
        {children}
      </div>
    </div>
  );
}

function keepFocus(event: React.KeyboardEvent, sheet: HTMLElement | null): void {
  const stops = [...(sheet?.querySelectorAll<HTMLElement>(focusable) ?? [])];
  const first = stops[0];
  const last = stops[stops.length - 1];
  const edge = event.shiftKey ? first : last;
  if (document.activeElement !== edge && document.activeElement !== sheet) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}

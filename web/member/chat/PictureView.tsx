import { useEffect, useRef, type ReactElement } from 'react';
import { Icon } from '../icons.tsx';
import { useT } from '../texts.ts';

/** A picture alone on the page: a real <img>, so that a phone's long press can save it or read a code in it. */
export function PictureView({ url, alt, onClose }: { url: string; alt: string; onClose: () => void }): ReactElement {
  const t = useT();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    button.current?.focus();
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') onClose();
      if (event.key === 'Tab') event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
      before?.focus({ preventScroll: true });
    };
  }, [onClose]);
  return (
    <div
      className="picture-view"
      role="dialog"
      aria-modal="true"
      aria-label={alt}
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      <img src={url} alt={alt} />
      <button type="button" className="hit" ref={button} aria-label={t('member:close')} onClick={onClose}>
        <Icon name="close" />
      </button>
    </div>
  );
}

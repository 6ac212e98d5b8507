import { useCallback, useEffect, useMemo, useState, type ReactElement } from 'react';

/** A short word at the foot of the page that goes by itself. */
export function useToast(): { text: string; show: (text: string) => void } {
  const [toast, setToast] = useState({ text: '' });
  const show = useCallback((text: string) => setToast({ text }), []);
  useEffect(() => {
    if (!toast.text) return;
    const timer = setTimeout(() => setToast({ text: '' }), 3500);
    return () => clearTimeout(timer);
  }, [toast]);
  return useMemo(() => ({ text: toast.text, show }), [toast, show]);
}

/** Where the word is shown; always there, so that screen readers hear it. */
export function Toast({ text }: { text: string }): ReactElement {
  return (
    <div role="status" aria-live="polite">
      {text ? <p className="toast">{text}</p> : null}
    </div>
  );
}

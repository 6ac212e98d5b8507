import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { useText } from '../text.ts';

/** Title of a screen, one line about it, its sections and its actions; also the title of the browser's tab. */
export function PageHead({ title, sub, nav, actions }: PageHeadProps) {
  const t = useText();
  useEffect(() => {
    document.title = `${title} · ${t('app.name')}`;
  }, [title, t]);
  return (
    <div className="ph">
      <h1>{title}</h1>
      {nav}
      {sub !== undefined && <span className="sub">{sub}</span>}
      {actions !== undefined && <div className="acts">{actions}</div>}
    </div>
  );
}

interface PageHeadProps {
  title: string;
  sub?: ReactNode;
  nav?: ReactNode;
  actions?: ReactNode;
}

import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { Evening } from '../../../kit/antd/Evening.tsx';
import { LanguageSwitch, LookSwitch } from '../../shell/TopBar.tsx';
import { useText } from '../../text.ts';
import './door.css';

/** The frame of the pages before the console: evening above, one card, language and light at the corner. */
export function Door({
  title,
  line,
  children,
  foot,
}: {
  title: string;
  line?: ReactNode;
  children: ReactNode;
  foot?: ReactNode;
}) {
  const t = useText();
  useEffect(() => {
    document.title = `${title} · ${t('app.name')}`;
  }, [title, t]);
  return (
    <div className="door-page">
      <div className="corner">
        <LookSwitch />
        <LanguageSwitch />
      </div>
      <main className="card door-card">
        <Evening title={title} line={line} />
        <div className="door-body">{children}</div>
        {foot !== undefined && <div className="door-foot">{foot}</div>}
      </main>
    </div>
  );
}

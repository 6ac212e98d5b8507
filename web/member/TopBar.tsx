import type { ReactElement } from 'react';
import { Icon } from './icons.tsx';
import { goBack } from './router.tsx';
import { useT } from './texts.ts';

/** The bar over a page: the way back, and where one is. */
export function TopBar({ title, back }: { title: string; back: string }): ReactElement {
  const t = useT();
  return (
    <header className="top">
      <button type="button" className="hit" aria-label={t('member:back')} onClick={() => goBack(back)}>
        <Icon name="back" />
      </button>
      <div className="top-t">
        <h1>{title}</h1>
      </div>
    </header>
  );
}

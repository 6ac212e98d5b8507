import type { ReactElement } from 'react';
import { Icon } from './icons.tsx';
import { Link } from './router.tsx';
import { useT } from './texts.ts';

/** The three places of a group. */
export function Tabs({ groupId, here }: { groupId: string; here: 'home' | 'me' }): ReactElement {
  const t = useT();
  const base = `/g/${groupId}`;
  return (
    <nav className="tabbar" aria-label={t('member:tabs.label')}>
      <Link to={`${base}/home`} aria-current={here === 'home' ? 'page' : undefined}>
        <Icon name="home" />
        <span>{t('member:tabs.home')}</span>
      </Link>
      <Link to={base}>
        <Icon name="chat" />
        <span>{t('member:tabs.chat')}</span>
      </Link>
      <Link to={`${base}/me`} aria-current={here === 'me' ? 'page' : undefined}>
        <Icon name="person" />
        <span>{t('member:tabs.me')}</span>
      </Link>
    </nav>
  );
}

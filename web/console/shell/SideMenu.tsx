import { Tooltip } from 'antd';
import { Link, useLocation } from 'react-router';
import { Icon } from '../../kit/antd/Icon.tsx';
import { useToday } from '../data/today.ts';
import type { Today } from '../data/today.ts';
import { useText } from '../text.ts';
import { menuEntries, settingsEntry } from './menu.ts';
import type { MenuEntry } from './menu.ts';

/** What waits behind an entry; hot when a promise is broken or somebody appealed. */
function waitingOf(key: string, today: Today | undefined): { count: number; hot: boolean } {
  if (!today) return { count: 0, hot: false };
  if (key === 'inbox') return { count: today.questions.open, hot: today.questions.overdue > 0 };
  if (key === 'rules') return { count: today.cases.waiting + today.cases.appealed, hot: today.cases.appealed > 0 };
  return { count: 0, hot: false };
}

/** The left menu; an entry stands here once its first screen exists and the role may see it. */
export function SideMenu({ communityId, can, slim, onFold, onNavigate }: SideMenuProps) {
  const t = useText();
  const base = `/c/${communityId}`;
  const place = useLocation().pathname.slice(base.length + 1);
  const today = useToday(can ? communityId : '').data;
  const item = ({ key, icon, text, to, owns }: MenuEntry) => {
    const on = owns.test(place);
    const { count, hot } = waitingOf(key, today);
    const link = (
      <Link
        key={key}
        to={`${base}/${to}`}
        className={on ? 'on' : undefined}
        aria-current={on ? 'page' : undefined}
        onClick={onNavigate}
        aria-label={slim ? [t(text), count > 0 ? count : ''].join(' ').trim() : undefined}
      >
        <Icon name={icon} size={19} />
        <span>{t(text)}</span>
        {count > 0 && <i className={hot ? 'n hot' : 'n'}>{count > 99 ? '99+' : count}</i>}
      </Link>
    );
    return slim ? (
      <Tooltip key={key} title={t(text)} placement="right">
        {link}
      </Tooltip>
    ) : (
      link
    );
  };
  return (
    <nav className="side" aria-label={t('menu.label')}>
      <div className="brand">
        <span className="seal" aria-hidden="true">
          庙
        </span>
        <b>{t('app.name')}</b>
        <div className="eave" />
      </div>
      <div className="menu">{menuEntries.filter(({ permission }) => !permission || can?.(permission)).map(item)}</div>
      <div className="foot menu">
        {item(settingsEntry)}
        {onFold && (
          <button type="button" className="fold" onClick={onFold} aria-label={t(slim ? 'menu.unfold' : 'menu.fold')}>
            <Icon name="fold" size={17} />
            <span>{t('menu.fold')}</span>
          </button>
        )}
      </div>
    </nav>
  );
}

interface SideMenuProps {
  communityId: string;
  /** What the role allows; absent at an address of a community that the operator has no part in. */
  can: ((permission: string) => boolean) | undefined;
  slim: boolean;
  onFold?: () => void;
  onNavigate?: () => void;
}

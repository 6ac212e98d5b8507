import { Tooltip } from 'antd';
import { Link, useLocation } from 'react-router';
import { Icon } from '../../kit/antd/Icon.tsx';
import type { IconName } from '../../kit/antd/Icon.tsx';
import { useOpenTaskCount } from '../data/tasks.ts';
import { useText } from '../text.ts';
import type { ConsoleKey } from '../text.ts';

interface Group {
  key: string;
  icon: IconName;
  text: ConsoleKey;
  to: string;
  /** First parts of the addresses that belong to this group. */
  owns: RegExp;
}

const groups: Group[] = [
  {
    key: 'community',
    icon: 'temple',
    text: 'menu.community',
    to: 'groups',
    owns: /^(groups\/new|groups$|purpose|entrances|playbook|$)/,
  },
  { key: 'people', icon: 'people', text: 'menu.people', to: 'people', owns: /^people/ },
  { key: 'talk', icon: 'talk', text: 'menu.talk', to: 'talk', owns: /^(talk|search|tasks|groups\/(?!new))/ },
];

/** The left menu; a group stands here once its first screen exists. */
export function SideMenu({ communityId, isMine, slim, onFold, onNavigate }: SideMenuProps) {
  const t = useText();
  const base = `/c/${communityId}`;
  const place = useLocation().pathname.slice(base.length + 1);
  const openTasks = useOpenTaskCount(isMine ? communityId : '');
  const item = ({ key, icon, text, to, owns }: Group) => {
    const on = owns.test(place);
    const link = (
      <Link
        key={key}
        to={`${base}/${to}`}
        className={on ? 'on' : undefined}
        aria-current={on ? 'page' : undefined}
        onClick={onNavigate}
        aria-label={slim ? [t(text), key === 'talk' && openTasks > 0 ? openTasks : ''].join(' ').trim() : undefined}
      >
        <Icon name={icon} size={19} />
        <span>{t(text)}</span>
        {key === 'talk' && openTasks > 0 && <i className="n">{openTasks}</i>}
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
      <div className="menu">{groups.map(item)}</div>
      <div className="foot menu">
        {item({ key: 'settings', icon: 'sliders', text: 'menu.settings', to: 'settings', owns: /^settings/ })}
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
  /** False at an address of a community that the operator has no part in. */
  isMine: boolean;
  slim: boolean;
  onFold?: () => void;
  onNavigate?: () => void;
}

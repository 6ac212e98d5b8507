import { Dropdown } from 'antd';
import type { MenuProps } from 'antd';
import { useNavigate } from 'react-router';
import { Icon } from '../../kit/antd/Icon.tsx';
import { setLanguage, useLanguage } from '../../kit/i18n.ts';
import { setTheme, useTheme } from '../../kit/theme.ts';
import { useSignOut } from '../data/account.ts';
import type { Here, Me } from '../data/session.ts';
import { Face } from '../pieces/Face.tsx';
import { useText } from '../text.ts';
import { Notices } from './Notices.tsx';
import { Palette } from './palette/Palette.tsx';
import { TaskCentre } from './TaskCentre.tsx';

const languageNames = { 'zh-CN': '简体中文', 'zh-TW': '繁體中文', en: 'English' } as const;
const languageMarks = { 'zh-CN': '简', 'zh-TW': '繁', en: 'EN' } as const;

/** Top bar: which community, search and commands, task centre, notices, light or dark, language, account. */
export function TopBar({ me, here, communityId, onMenu }: TopBarProps) {
  const t = useText();
  return (
    <header className="top">
      <button type="button" className="tb burger" onClick={onMenu} aria-label={t('menu.open')}>
        <Icon name="menu" size={20} />
      </button>
      <CommunitySwitch me={me} communityId={communityId} />
      <Palette me={me} here={here} />
      <div className="right">
        {here && <TaskCentre here={here} />}
        {here && <Notices here={here} />}
        <LookSwitch />
        <LanguageSwitch />
        <AccountMenu me={me} communityId={communityId} />
      </div>
    </header>
  );
}

interface TopBarProps {
  me: Me;
  here: Here | undefined;
  communityId: string;
  onMenu: () => void;
}

function CommunitySwitch({ me, communityId }: { me: Me; communityId: string }) {
  const t = useText();
  const navigate = useNavigate();
  const here = me.communities.find(({ id }) => id === communityId);
  const items: MenuProps['items'] = [
    ...me.communities.map(({ id, name }) => ({
      key: id,
      label: name,
      icon: <Face name={name} seed={id} size={22} square />,
    })),
    ...(me.installer
      ? [{ type: 'divider' as const }, { key: 'found', label: t('shell.foundAnother'), icon: <Icon name="plus" /> }]
      : []),
  ];
  const onClick: MenuProps['onClick'] = ({ key }) => void navigate(key === 'found' ? '/found' : `/c/${key}/today`);
  return (
    <Dropdown menu={{ items, onClick, selectedKeys: [communityId] }} trigger={['click']}>
      <button type="button" className="comm">
        <span className="sr">{t('shell.switch')}</span>
        <Face name={here?.name ?? '·'} seed={communityId} size={26} square />
        <span className="ell">{here?.name ?? t('shell.noCommunity')}</span>
        <Icon name="down" size={14} />
      </button>
    </Dropdown>
  );
}

/** Turns the page light or dark. */
export function LookSwitch() {
  const t = useText();
  const { shown } = useTheme();
  const next = shown === 'dark' ? 'light' : 'dark';
  return (
    <button
      type="button"
      className="tb look"
      onClick={() => setTheme(next)}
      aria-label={t(next === 'dark' ? 'shell.goDark' : 'shell.goLight')}
    >
      <Icon name={next === 'dark' ? 'moon' : 'sun'} size={18} />
    </button>
  );
}

/** Switches between the three languages. */
export function LanguageSwitch() {
  const t = useText();
  const language = useLanguage();
  const items = Object.entries(languageNames).map(([key, label]) => ({ key, label, lang: key }));
  return (
    <Dropdown
      menu={{ items, selectedKeys: [language], onClick: ({ key }) => void setLanguage(key as typeof language) }}
      trigger={['click']}
      placement="bottomRight"
    >
      <button type="button" className="tb" aria-label={t('shell.language')}>
        {languageMarks[language]}
      </button>
    </Dropdown>
  );
}

function AccountMenu({ me, communityId }: { me: Me; communityId: string }) {
  const t = useText();
  const navigate = useNavigate();
  const signOut = useSignOut(() => navigate('/sign-in'));
  const items: MenuProps['items'] = [
    { key: 'who', label: <span className="c3 s">{me.user.email}</span>, disabled: true },
    { key: 'account', label: t('settings.account') },
    { type: 'divider' },
    { key: 'out', label: t('shell.signOut') },
  ];
  const onClick: MenuProps['onClick'] = ({ key }) => {
    if (key === 'account') void navigate(`/c/${communityId}/settings/account`);
    if (key === 'out') void signOut();
  };
  return (
    <Dropdown menu={{ items, onClick }} trigger={['click']} placement="bottomRight">
      <button type="button" className="tb who">
        <span className="sr">{t('shell.account')}</span>
        <Face name={me.user.name} seed={me.user.id} size={26} />
        <span className="ell">{me.user.name}</span>
      </button>
    </Dropdown>
  );
}

import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import type { IconName } from '../../../kit/antd/Icon.tsx';
import { languages, setLanguage } from '../../../kit/i18n.ts';
import { setTheme, useTheme } from '../../../kit/theme.ts';
import { useGroups } from '../../data/groups.ts';
import { usePeople } from '../../data/people.ts';
import type { Here, Me } from '../../data/session.ts';
import { useText } from '../../text.ts';
import { innerScreens, menuEntries, settingsEntry } from '../menu.ts';

/** One thing that the palette offers. */
export interface Command {
  key: string;
  text: string;
  hint?: string;
  icon?: IconName;
  face?: { name: string; seed: string; pictureId: string | null; square?: boolean };
  run: () => void;
}

interface Section {
  key: string;
  title: string;
  commands: Command[];
}

const most = 6;
const settleMs = 200;

/** What fits the typed words: actions, screens, groups, people, and the search in everything that was said. */
export function useCommands({ me, here, typed }: { me: Me; here: Here | undefined; typed: string }) {
  const t = useText();
  const q = useSettled(typed);
  const isFit = ({ text, hint = '' }: Command) => `${text} ${hint}`.toLowerCase().includes(typed.toLowerCase());
  const screens = useScreens(here).filter(isFit);
  const actions = useActions(me, here).filter(isFit);
  const found = useFound(here, q);
  const search = useSearchCommand(here, typed);
  const sections: Section[] = [
    { key: 'groups', title: t('palette.groups'), commands: found.groups },
    { key: 'people', title: t('palette.people'), commands: found.people },
    {
      key: 'screens',
      title: t('palette.screens'),
      commands: typed === '' ? screens.slice(0, 9) : screens.slice(0, most),
    },
    { key: 'actions', title: t('palette.actions'), commands: actions.slice(0, most) },
    { key: 'search', title: t('palette.talk'), commands: search },
  ];
  return { sections: sections.filter(({ commands }) => commands.length > 0), isAsking: found.isAsking || q !== typed };
}

function useSettled(typed: string): string {
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), settleMs);
    return () => clearTimeout(timer);
  }, [typed]);
  return settled;
}

function useScreens(here: Here | undefined): Command[] {
  const t = useText();
  const navigate = useNavigate();
  if (!here) return [];
  const to = (place: string) => () => void navigate(`/c/${here.communityId}/${place}`);
  const entries = [...menuEntries, settingsEntry].filter(({ permission }) => !permission || here.can(permission));
  return [
    ...entries.map(({ key, text, icon, to: place }) => ({ key: `screen-${key}`, text: t(text), icon, run: to(place) })),
    ...innerScreens.map(({ to: place, text, icon }) => ({
      key: `screen-${place.replaceAll(/\W/g, '-')}`,
      text: t(text),
      icon,
      run: to(place),
    })),
  ];
}

function useActions(me: Me, here: Here | undefined): Command[] {
  const t = useText();
  const navigate = useNavigate();
  const { shown } = useTheme();
  const next = shown === 'dark' ? 'light' : 'dark';
  const names = { 'zh-CN': '简体中文', 'zh-TW': '繁體中文', en: 'English' };
  const place = (to: string) => () => void navigate(`/c/${here?.communityId}/${to}`);
  const when = (may: boolean | undefined, command: Command): Command[] => (may ? [command] : []);
  return [
    ...when(here?.can('desk.read'), { key: 'answer', text: t('palette.answer'), icon: 'talk', run: place('inbox') }),
    ...when(here?.can('groups.manage'), {
      key: 'new-group',
      text: t('groups.open'),
      icon: 'plus',
      run: place('groups/new'),
    }),
    ...when(here?.can('team.manage'), {
      key: 'invite',
      text: t('team.invite'),
      icon: 'people',
      run: place('settings/team'),
    }),
    {
      key: 'look',
      text: t(next === 'dark' ? 'shell.goDark' : 'shell.goLight'),
      icon: next === 'dark' ? 'moon' : 'sun',
      run: () => setTheme(next),
    },
    ...languages.map((language): Command => ({
      key: `speak-${language}`,
      text: names[language],
      hint: t('shell.language'),
      icon: 'sliders',
      run: () => void setLanguage(language),
    })),
    ...me.communities
      .filter(({ id }) => id !== here?.communityId)
      .map(({ id, name }): Command => ({
        key: `community-${id}`,
        text: name,
        hint: t('palette.switch'),
        face: { name, seed: id, pictureId: null, square: true },
        run: () => void navigate(`/c/${id}/today`),
      })),
    ...when(me.installer, {
      key: 'found',
      text: t('shell.foundAnother'),
      icon: 'temple',
      run: () => void navigate('/found'),
    }),
  ];
}

function useFound(here: Here | undefined, q: string) {
  const t = useText();
  const navigate = useNavigate();
  const communityId = here?.communityId ?? '';
  const isOn = communityId !== '' && q !== '';
  const groups = useGroups(communityId, { q, limit: most }, isOn);
  const people = usePeople(communityId, { q, limit: most }, isOn && here?.can('people.read'));
  return {
    isAsking: isOn && (groups.isFetching || people.isFetching),
    groups: ((isOn && groups.data?.items) || []).map(({ id, name, members, pictureId }): Command => ({
      key: `group-${id}`,
      text: name,
      hint: t('palette.members', { count: members }),
      face: { name, seed: id, pictureId, square: true },
      run: () => void navigate(`/c/${communityId}/inbox/${id}`),
    })),
    people: ((isOn && people.data?.items) || []).map(({ personId, identityId, name, pictureId, source }): Command => ({
      key: `person-${personId}`,
      text: name,
      ...(source ? { hint: source } : {}),
      face: { name, seed: identityId, pictureId },
      run: () => void navigate(`/c/${communityId}/people?open=${personId}`),
    })),
  };
}

function useSearchCommand(here: Here | undefined, typed: string): Command[] {
  const t = useText();
  const navigate = useNavigate();
  if (!here || typed === '') return [];
  const run = () => void navigate(`/c/${here.communityId}/search?q=${encodeURIComponent(typed)}`);
  return [{ key: 'search', text: t('palette.search', { q: typed }), icon: 'search', run }];
}

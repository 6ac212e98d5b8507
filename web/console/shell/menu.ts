// The places of the console in one list: the left menu, the command palette and the doors behind numbers read it.
import type { IconName } from '../../kit/antd/Icon.tsx';
import type { ConsoleKey } from '../text.ts';

/** One entry of the left menu. */
export interface MenuEntry {
  key: string;
  icon: IconName;
  text: ConsoleKey;
  to: string;
  /** First parts of the addresses that belong to this entry. */
  owns: RegExp;
  /** The role must allow this for the entry to stand there. */
  permission?: string;
}

/** First parts of addresses whose screens do not exist yet: no entry, no door leads there. */
const later: ReadonlySet<string> = new Set();

/** Whether an address below the community has a screen. */
export function hasScreen(to: string): boolean {
  return !later.has(to.split(/[/?]/)[0] ?? '');
}

const all: MenuEntry[] = [
  { key: 'today', icon: 'lantern', text: 'menu.today', to: 'today', owns: /^(today|alarms|$)/ },
  {
    key: 'community',
    icon: 'temple',
    text: 'menu.community',
    to: 'groups',
    owns: /^(groups\/new|groups$|purpose|entrances|playbook)/,
  },
  { key: 'people', icon: 'people', text: 'menu.people', to: 'people', owns: /^people/, permission: 'people.read' },
  {
    key: 'inbox',
    icon: 'talk',
    text: 'menu.talk',
    to: 'inbox',
    owns: /^(inbox|talk|search|tasks|scripts|response|answers|groups\/(?!new))/,
    permission: 'desk.read',
  },
  {
    key: 'programs',
    icon: 'calendar',
    text: 'menu.programs',
    to: 'programs',
    owns: /^programs/,
    permission: 'programs.read',
  },
  { key: 'rules', icon: 'scales', text: 'menu.rules', to: 'rules/cases', owns: /^rules/, permission: 'rules.read' },
];

/** Entries of the left menu, those with a screen. */
export const menuEntries: readonly MenuEntry[] = all.filter(({ to }) => hasScreen(to));

/** Settings stand at the foot of the menu. */
export const settingsEntry: MenuEntry = {
  key: 'settings',
  icon: 'sliders',
  text: 'menu.settings',
  to: 'settings',
  owns: /^settings/,
};

/** Screens below the menu's entries, for the palette. */
export const innerScreens: readonly { to: string; text: ConsoleKey; icon: IconName }[] = [
  { to: 'inbox?filter=all', text: 'inbox.allGroups', icon: 'talk' },
  { to: 'tasks', text: 'centre.title', icon: 'task' },
  { to: 'scripts', text: 'scripts.library', icon: 'talk' },
  { to: 'alarms', text: 'alarms.title', icon: 'warn' },
  { to: 'search', text: 'talk.section.search', icon: 'search' },
  { to: 'response', text: 'response.title', icon: 'talk' },
  { to: 'answers', text: 'answers.title', icon: 'talk' },
  { to: 'rules/text', text: 'rules.tab.text', icon: 'scales' },
  { to: 'rules/lists', text: 'rules.tab.lists', icon: 'scales' },
  { to: 'rules/waves', text: 'rules.tab.waves', icon: 'scales' },
  { to: 'rules/promotions', text: 'rules.tab.promotions', icon: 'scales' },
  { to: 'rules/settings', text: 'rules.palette', icon: 'scales' },
  { to: 'people/newcomers', text: 'newcomers.title', icon: 'people' },
  { to: 'people/care', text: 'care.fading', icon: 'people' },
  { to: 'people/sorting', text: 'sorting.title', icon: 'people' },
  { to: 'people/rounds', text: 'care.rounds', icon: 'people' },
  { to: 'purpose', text: 'section.purpose', icon: 'temple' },
  { to: 'entrances', text: 'section.entrances', icon: 'link' },
  { to: 'playbook', text: 'section.playbook', icon: 'temple' },
  { to: 'people?view=bans', text: 'people.bans', icon: 'ban' },
  { to: 'programs/new', text: 'programs.new', icon: 'calendar' },
  { to: 'programs/welcome', text: 'programs.welcome', icon: 'enter' },
  { to: 'settings/team', text: 'settings.team', icon: 'sliders' },
  { to: 'settings/duty', text: 'settings.duty', icon: 'sliders' },
  { to: 'settings/roles', text: 'settings.roles', icon: 'sliders' },
  { to: 'settings/community', text: 'settings.community', icon: 'sliders' },
  { to: 'settings/audit', text: 'settings.audit', icon: 'sliders' },
  { to: 'settings/account', text: 'settings.account', icon: 'sliders' },
];

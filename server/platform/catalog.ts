import type alerts from '../locales/zh-CN/alerts.json';
import type auth from '../locales/zh-CN/auth.json';
import type care from '../locales/zh-CN/care.json';
import type carriers from '../locales/zh-CN/carriers.json';
import type commands from '../locales/zh-CN/commands.json';
import type communities from '../locales/zh-CN/communities.json';
import type desk from '../locales/zh-CN/desk.json';
import type diagnose from '../locales/zh-CN/diagnose.json';
import type groups from '../locales/zh-CN/groups.json';
import type imports from '../locales/zh-CN/imports.json';
import type insight from '../locales/zh-CN/insight.json';
import type ledger from '../locales/zh-CN/ledger.json';
import type messages from '../locales/zh-CN/messages.json';
import type people from '../locales/zh-CN/people.json';
import type platform from '../locales/zh-CN/platform.json';
import type notices from '../locales/zh-CN/notices.json';
import type profiles from '../locales/zh-CN/profiles.json';
import type programs from '../locales/zh-CN/programs.json';
import type promotions from '../locales/zh-CN/promotions.json';
import type rules from '../locales/zh-CN/rules.json';
import type sample from '../locales/zh-CN/sample.json';
import type team from '../locales/zh-CN/team.json';

/** The zh-CN texts of every module; the type of all translation keys follows from it. One line for each module. */
export interface Catalog {
  commands: typeof commands;
  diagnose: typeof diagnose;
  platform: typeof platform;
  auth: typeof auth;
  communities: typeof communities;
  groups: typeof groups;
  ledger: typeof ledger;
  team: typeof team;
  people: typeof people;
  carriers: typeof carriers;
  messages: typeof messages;
  profiles: typeof profiles;
  imports: typeof imports;
  desk: typeof desk;
  promotions: typeof promotions;
  rules: typeof rules;
  sample: typeof sample;
  programs: typeof programs;
  care: typeof care;
  notices: typeof notices;
  insight: typeof insight;
  alerts: typeof alerts;
}

import type auth from '../locales/zh-CN/auth.json';
import type commands from '../locales/zh-CN/commands.json';
import type platform from '../locales/zh-CN/platform.json';

/** The zh-CN texts of every module; the type of all translation keys follows from it. One line for each module. */
export interface Catalog {
  commands: typeof commands;
  platform: typeof platform;
  auth: typeof auth;
}

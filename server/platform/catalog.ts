import type platform from '../locales/zh-CN/platform.json';

/** The zh-CN texts of every module; the type of all translation keys follows from it. One line for each module. */
export interface Catalog {
  platform: typeof platform;
}

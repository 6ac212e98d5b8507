/**
 * `miaohui diagnose`: reads an export, says whether the group is a community, and writes a page that can be kept or shown. Everything
 * happens in this process: no database is started and nothing goes over the network.
 */
import { pickLocale, type Locale } from '../../platform/i18n.ts';
import type { Command, CommandCall } from '../command.ts';
import { print } from '../usage.ts';
import { explainReading } from './explain.ts';
import { defaultZone, readWish } from './wish.ts';

/** `miaohui diagnose FILE|FOLDER`. */
export const diagnoseCommand: Command = {
  name: 'diagnose',
  usage:
    'diagnose FILE|FOLDER [--html out.html] [--json out.json] [--group NAME] [--zone Asia/Shanghai] [--lang zh-CN|zh-TW|en] [--pseudonyms] [--now DATE]',
  summary: 'diagnose:summary',
  options: {
    html: { type: 'string' },
    json: { type: 'string' },
    group: { type: 'string' },
    zone: { type: 'string', default: defaultZone },
    lang: { type: 'string' },
    pseudonyms: { type: 'boolean' },
    now: { type: 'string' },
  },
  run: (call) => {
    // Whoever reads only the first lines closes the pipe; the files are written all the same.
    process.stdout.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
    return runDiagnose(call, print);
  },
};

/** Runs the command; what it has to say goes to `say`, line by line. */
export async function runDiagnose(call: CommandCall, say: (line?: string) => void): Promise<number> {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const spoken = (LC_ALL || LC_MESSAGES || LANG || '').split('.')[0]?.replace('_', '-');
  const lang: Locale = pickLocale(call.options.lang ?? spoken, undefined);
  const t = call.i18n.translator(lang);
  const wish = readWish({ ...call, t }, lang);
  try {
    const { diagnose } = await import('./work.ts');
    await diagnose(wish, { t, say });
  } catch (error) {
    throw explainReading(error, { t, path: wish.path });
  }
  return 0;
}

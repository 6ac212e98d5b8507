import { parseArgs } from 'node:util';
import { commands, findCommand } from './commands/index.ts';
import { explainFailure } from './commands/failures.ts';
import { loadI18n, pickLocale, type Translate } from './platform/i18n.ts';

/** The command line: finds the command, reads its options, and turns a failure into one sentence with its cure. */
async function main(args: readonly string[]): Promise<number> {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const language = (LC_ALL || LC_MESSAGES || LANG || '').split('.')[0]?.replace('_', '-');
  const i18n = await loadI18n();
  const t = i18n.translator(pickLocale(language, undefined));
  const found = findCommand(args);
  if (!found) {
    const asked = args.length > 0 && !['help', '--help', '-h'].includes(args[0]!);
    if (asked) process.stderr.write(`${t('commands:unknown', { command: args.join(' ') })}\n\n`);
    process.stdout.write(describeCommands(t));
    return asked ? 2 : 0;
  }
  const { command, rest } = found;
  try {
    const { values, positionals } = parseArgs({
      args: rest,
      options: { ...command.options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    });
    if (values.help) {
      process.stdout.write(`${command.usage}\n\n${t(command.summary)}\n`);
      return 0;
    }
    return await command.run({ options: values as Record<string, string | undefined>, positionals, t, i18n });
  } catch (error) {
    process.stderr.write(`${explainFailure(error, t)}\n`);
    return 1;
  }
}

function describeCommands(t: Translate): string {
  const width = Math.max(...commands.map((command) => command.usage.length)) + 3;
  const rows = commands.map((command) => `  ${command.usage.padEnd(width)}${t(command.summary)}`);
  return `${t('commands:heading')}\n\n${rows.join('\n')}\n\n${t('commands:environment')}\n`;
}

process.exitCode = await main(process.argv.slice(2));

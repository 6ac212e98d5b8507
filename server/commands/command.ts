import type { ParseArgsConfig } from 'node:util';
import type { I18n, TextKey, Translate } from '../platform/i18n.ts';
import { createProcessLog, readProcessConfig } from '../main.ts';
import type { Config } from '../platform/config.ts';
import type { Log } from '../platform/log.ts';
import { UsageError } from './usage.ts';

export { print, UsageError } from './usage.ts';

/** One command of the command line. */
export interface Command {
  /** The words that call it, e.g. `user add`. */
  readonly name: string;
  /** Shown in the help: words, arguments, options. */
  readonly usage: string;
  readonly summary: TextKey;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** Resolves with the exit code. */
  readonly run: (call: CommandCall) => Promise<number>;
}

/** What a command is called with. */
export interface CommandCall {
  options: Record<string, string | undefined>;
  positionals: readonly string[];
  t: Translate;
  i18n: I18n;
}

/** Options of every command that needs the installation. */
export const installationOptions = {
  data: { type: 'string' },
  port: { type: 'string', short: 'p' },
  host: { type: 'string' },
  role: { type: 'string' },
} as const satisfies Command['options'];

/** Reads configuration and options; prints every problem and throws when there is one. */
export function readCommandConfig({ options, t }: CommandCall, quiet = false): { config: Config; log: Log } {
  const read = readProcessConfig({
    MIAOHUI_DATA: options.data,
    PORT: options.port,
    HOST: options.host,
    MIAOHUI_ROLE: options.role,
  });
  if (!read.ok) {
    throw new UsageError(
      read.problems
        .map(({ variable, problem, value }) => t(`platform:config.${problem}` as TextKey, { variable, value }))
        .join('\n'),
    );
  }
  const { config } = read;
  // On a terminal the lines for people are what counts; a service's journal gets everything from "info" on.
  if (process.env.LOG_LEVEL === undefined && process.stderr.isTTY) config.logLevel = 'warn';
  return { config, log: createProcessLog(quiet && config.logLevel === 'info' ? 'error' : config.logLevel) };
}

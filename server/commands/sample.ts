import { withInstallation } from '../installation.ts';
import { loadSample, removeSample } from '../sample/index.ts';
import { installationOptions, print, readCommandConfig, UsageError, type Command } from './command.ts';

/** `miaohui sample`: puts in the sample community; with `--remove`, takes it away with everything that belongs to it. */
export const sampleCommand: Command = {
  name: 'sample',
  usage: 'sample [--remove] [--data DIR]',
  summary: 'commands:sample.summary',
  options: { ...installationOptions, remove: { type: 'boolean' } },
  run: async (call) => {
    const { t, options, positionals } = call;
    if (positionals.length > 0) throw new UsageError(`miaohui ${sampleCommand.usage}`);
    const { config, log } = readCommandConfig(call, true);
    await withInstallation({ config, log }, async (app) => {
      const ctx = app.context({ actor: { kind: 'system', name: 'command line' } });
      if (options.remove) {
        const rows = await removeSample(ctx);
        print(rows > 0 ? t('commands:sample.removed', { rows }) : t('commands:sample.none'));
        return;
      }
      const started = performance.now();
      const isTerminal = process.stderr.isTTY;
      const { people, messages } = await loadSample(ctx, {
        progress: (done, days) => {
          if (isTerminal) process.stderr.write(`\r${t('commands:sample.loading', { done, days })}`);
        },
      });
      if (isTerminal) process.stderr.write('\n');
      const seconds = Math.round((performance.now() - started) / 1000);
      print(t('commands:sample.loaded', { people, messages, seconds }));
    });
    return 0;
  },
};

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startServer, webFolder } from '../main.ts';
import { ensureSetupToken } from '../platform/auth/index.ts';
import { installationOptions, print, readCommandConfig, type Command, type CommandCall } from './command.ts';

/** `miaohui start`: runs until it is told to stop. */
export const startCommand: Command = {
  name: 'start',
  usage: 'start [--port N] [--data DIR] [--host ADDRESS] [--role ROLES]',
  summary: 'commands:start.summary',
  options: installationOptions,
  run: async (call) => {
    const { config, log } = readCommandConfig(call);
    const server = await startServer({ config, log });
    const ended = waitForSignal();
    await greet(call, server);
    await ended;
    print(call.t('commands:start.stopping'));
    await server.stop();
    return 0;
  },
};

async function greet({ t }: CommandCall, server: Awaited<ReturnType<typeof startServer>>): Promise<void> {
  const { app, url, port } = server;
  const token = await ensureSetupToken(app.services);
  print();
  print(t('commands:start.ready', { url }));
  const local = `http://localhost:${port}`;
  if (url !== local && app.services.config.publicUrl === undefined) print(t('commands:start.local', { url: local }));
  if (token !== undefined) {
    print();
    print(t('commands:start.first_run', { url: `${url}/setup?token=${token}` }));
  }
  if (!existsSync(join(webFolder, 'console.html'))) print(t('commands:start.no_pages'));
  print();
  print(t('commands:start.how_to_stop'));
}

/** The first signal stops in order; a second one, or a parent that is gone, must not wait for that. */
function waitForSignal(): Promise<void> {
  return new Promise((resolve) => {
    let asked = 0;
    const stop = () => {
      asked += 1;
      if (asked === 1) resolve();
      if (asked === 3) process.exit(1);
    };
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop);
  });
}

/**
 * A server as `miaohui start` runs it, except for options that the product does not offer: for negative controls. Started
 * by `startSpoiltServer` as a process of its own, with the options in its first argument.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createApp } from '../../server/app.ts';
import { openInstallation } from '../../server/installation.ts';
import { createProcessLog, readProcessConfig } from '../../server/main.ts';
import { ensureSetupToken } from '../../server/platform/auth/index.ts';
import type { HubOptions } from '../../server/platform/live/hub.ts';
import { serverEnvironment, type Reached } from './place.ts';

/** What is spoilt. */
export interface Spoilt {
  hub: HubOptions;
}

/** A spoilt server that runs. */
export interface SpoiltServer extends Reached {
  readonly pid: number;
  stop(): Promise<void>;
}

/** Starts a server process with options that are bad for it. */
export async function startSpoiltServer(dataDir: string, spoilt: Spoilt): Promise<SpoiltServer> {
  const child = fork(fileURLToPath(import.meta.url), [JSON.stringify(spoilt)], {
    env: { ...process.env, ...serverEnvironment, MIAOHUI_DATA: dataDir, PORT: '0', HOST: '127.0.0.1' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const exited = once(child, 'exit');
  const [answer] = await Promise.race([once(child, 'message'), exited]);
  if (typeof answer !== 'object' || answer === null) throw new Error(`the spoilt server ended with ${answer}`);
  return {
    ...(answer as { url: string; setupToken: string | undefined }),
    pid: child.pid!,
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

async function runServer(spoilt: Spoilt): Promise<void> {
  const read = readProcessConfig();
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const { config } = read;
  const log = createProcessLog('error');
  const installation = await openInstallation({ config, log, share: false });
  const app = await createApp({ config, log, connection: installation.connection, background: true, ...spoilt });
  const server = app.http.createServer();
  app.attachLive(server);
  const listening = once(server, 'listening');
  server.listen(config.port, config.host);
  await listening;
  const { port } = server.address() as AddressInfo;
  process.send!({ url: `http://127.0.0.1:${port}`, setupToken: await ensureSetupToken(app.services) });
  await once(process, 'SIGTERM');
  server.close();
  server.closeAllConnections();
  await app.close();
  await installation.close();
  process.disconnect();
}

if (import.meta.main) await runServer(JSON.parse(process.argv[2]!) as Spoilt);

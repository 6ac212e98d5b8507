/**
 * A server as `miaohui start` runs it, except that live frames are not gathered: each is sent to everybody as soon as it is
 * published. For the negative control of bench/sockets.ts; started by `startSpoiltServer` as a process of its own.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createApp } from '../../server/app.ts';
import { openInstallation } from '../../server/installation.ts';
import { createProcessLog, readProcessConfig } from '../../server/main.ts';
import { ensureSetupToken } from '../../server/platform/auth/index.ts';
import { createHub, type Listener, type LiveHub } from '../../server/platform/live/hub.ts';
import { serverEnvironment, type Reached } from './place.ts';

/** A spoilt server that runs. */
export interface SpoiltServer extends Reached {
  readonly pid: number;
  stop(): Promise<void>;
}

/** Starts a server process that gathers nothing. */
export async function startSpoiltServer(dataDir: string): Promise<SpoiltServer> {
  const child = fork(fileURLToPath(import.meta.url), {
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

async function runServer(): Promise<void> {
  const read = readProcessConfig();
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const { config } = read;
  const log = createProcessLog('error');
  const installation = await openInstallation({ config, log, share: false });
  const app = await createApp({
    config,
    log,
    connection: installation.connection,
    background: true,
    live: createPlainHub(),
  });
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

/** The product's hub with the publishing that one would write first: for every frame a loop over the listeners. */
function createPlainHub(): LiveHub {
  const hub = createHub();
  const rooms = new Map<string, Set<Listener>>();
  const listenersOf = (channel: string, id: string) => rooms.get(`${channel}:${id}`) ?? new Set();
  return {
    ...hub,
    publish: (channel, id, frame) => {
      hub.statistics.frames += 1;
      const bytes = Buffer.from(JSON.stringify({ t: 'frames', channel, id, frames: [frame] }));
      for (const listener of listenersOf(channel, id)) listener.send(bytes);
    },
    join: (room, listener) => {
      hub.join(room, listener);
      rooms.set(`${room.channel}:${room.id}`, listenersOf(room.channel, room.id).add(listener));
    },
    leave: (room, listener) => {
      hub.leave(room, listener);
      listenersOf(room.channel, room.id).delete(listener);
    },
  };
}

if (import.meta.main) await runServer();

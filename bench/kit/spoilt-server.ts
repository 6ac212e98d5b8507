/**
 * A server as `miaohui start` runs it, except that one thing is not gathered: live frames are sent to everybody as soon as they are
 * published, or each post is recorded and answered by reactions on its own. For negative controls; started by `startSpoiltServer` as a process of its own.
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
import { modules } from '../../server/modules.ts';
import { incoming, type IncomingReceiver } from '../../server/carriers/index.ts';
import type { ModuleDefinition } from '../../server/platform/module.ts';
import { fill, type Filling } from '../../server/platform/slots.ts';
import { serverEnvironment, type Reached } from './place.ts';

/** A spoilt server that runs. */
export interface SpoiltServer extends Reached {
  readonly pid: number;
  stop(): Promise<void>;
}

/** What a spoilt server does not gather. */
export type Spoilt = 'frames' | 'posts';

/** Starts a server process that does not gather one thing. */
export async function startSpoiltServer(dataDir: string, spoilt: Spoilt): Promise<SpoiltServer> {
  const child = fork(fileURLToPath(import.meta.url), [spoilt], {
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
  const app = await createApp({
    config,
    log,
    connection: installation.connection,
    background: true,
    ...(spoilt === 'frames'
      ? { live: createPlainHub() }
      : { modules: modules.map(withoutBatches), reactionPauseMs: 0 }),
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

/** The module, with a receiver of posts that takes every one of a batch as a batch of its own. */
function withoutBatches(module: ModuleDefinition): ModuleDefinition {
  const fills = module.fills?.map((filling): Filling => {
    if (filling.slot !== incoming) return filling;
    const { receive } = filling.value as IncomingReceiver;
    const oneByOne: IncomingReceiver['receive'] = async (ctx, batch) => {
      const results = [];
      for (const item of batch.items) results.push(...(await receive(ctx, { ...batch, items: [item] })));
      return results;
    };
    return fill(incoming, { receive: oneByOne });
  });
  return fills ? { ...module, fills } : module;
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

if (import.meta.main) await runServer(process.argv[2] as Spoilt);

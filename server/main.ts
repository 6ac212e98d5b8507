/**
 * The only reader of `process.env`. Order at start: configuration → database → migrations → app → socket; at stop the
 * other way round, so that what was accepted is finished before the database goes.
 */
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { fileURLToPath } from 'node:url';
import { createApp, type App } from './app.ts';
import { openInstallation, type Installation } from './installation.ts';
import { readConfig, redactConfig, type Config, type ConfigProblem } from './platform/config.ts';
import { defaultDataDir } from './platform/db/embedded/index.ts';
import { createLog, type Log } from './platform/log.ts';

/** The configuration of this process, or what is wrong with it. `flags` of the command line win over the environment. */
export function readProcessConfig(
  flags: Readonly<Record<string, string | undefined>> = {},
): { ok: true; config: Config } | { ok: false; problems: ConfigProblem[] } {
  const given = Object.fromEntries(Object.entries(flags).filter(([, value]) => value !== undefined));
  return readConfig({ ...process.env, ...given }, defaultDataDir(process.env));
}

/** The log of this process: one JSON line each on standard error, so that standard output stays for people. */
export function createProcessLog(level: Config['logLevel']): Log {
  return createLog({ level, write: (line) => void process.stderr.write(`${line}\n`) });
}

/** A server that runs. */
export interface RunningServer {
  readonly app: App;
  /** The address on this machine's network, or PUBLIC_URL. */
  readonly url: string;
  readonly port: number;
  readonly installation: Installation;
  stop(): Promise<void>;
}

/** Folder of the built pages. */
export const webFolder = fileURLToPath(new URL('../web/dist', import.meta.url));

/** Starts everything; throws EmbeddedError, NewerDatabase, or the socket's error (EADDRINUSE, EACCES). */
export async function startServer(options: { config: Config; log: Log }): Promise<RunningServer> {
  const { config, log } = options;
  log.info('platform.starting', { config: redactConfig(config) });
  const installation = await openInstallation({ config, log, share: false });
  let app: App | undefined;
  try {
    app = await createApp({ config, log, connection: installation.connection, background: true, webFolder });
    const server = app.http.createServer();
    app.attachLive(server);
    await listen(server, config);
    const { port } = server.address() as AddressInfo;
    log.info('platform.listening', { port });
    return {
      app,
      port,
      installation,
      url: config.publicUrl ?? `http://${lanAddress(config.host)}:${port}`,
      stop: () => stopAll({ server, app: app!, installation, log }),
    };
  } catch (error) {
    await app?.close();
    await installation.close();
    throw error;
  }
}

async function listen(server: Server, config: Config): Promise<void> {
  const listening = once(server, 'listening');
  server.listen(config.port, config.host);
  await listening;
}

async function stopAll(parts: { server: Server; app: App; installation: Installation; log: Log }): Promise<void> {
  const { server, app, installation, log } = parts;
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  // Requests in flight get a moment; keep-alive connections of browsers would wait for ever.
  const cut = setTimeout(() => server.closeAllConnections(), 3000);
  await app.close();
  await closed;
  clearTimeout(cut);
  await installation.close();
  log.info('platform.stopped');
}

/** The address under which a phone in the same network reaches this machine: private IPv4 first, else localhost. */
export function lanAddress(host: string): string {
  if (host !== '0.0.0.0' && host !== '::') return host;
  const addresses = Object.entries(networkInterfaces())
    // Bridges of containers and virtual machines are no way in for a phone.
    .filter(([name]) => !/^(docker|br-|veth|virbr|vmnet|utun|tun|tap)/.test(name))
    .flatMap(([, list]) => list ?? [])
    .filter((address) => address.family === 'IPv4' && !address.internal && !address.address.startsWith('169.254.'))
    .map((address) => address.address);
  const isPrivate = (address: string) => /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address);
  return addresses.find(isPrivate) ?? addresses[0] ?? 'localhost';
}

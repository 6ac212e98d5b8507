import type { Server } from 'node:http';
import { modules as allModules } from './modules.ts';
import { allSources } from './platform/auth/index.ts';
import type { ActorSource } from './platform/auth/actor-source.ts';
import { mergePermissions } from './platform/auth/permissions.ts';
import { createSecretBox, readMasterKey } from './platform/auth/secret-box.ts';
import { startDeliverer, type Deliverer } from './platform/bus/deliverer.ts';
import { systemClock, type Clock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import { createContext, type Caller, type Ctx, type Services } from './platform/context.ts';
import { isDatabaseReady, openDatabase, type Connection, type Database } from './platform/db/database.ts';
import { createHttp, type HttpApp } from './platform/http/server.ts';
import { openWeb } from './platform/http/web.ts';
import { loadI18n } from './platform/i18n.ts';
import { migrateJobs, startJobs, type JobRunner } from './platform/jobs/runner.ts';
import { createHub, type LiveHub } from './platform/live/hub.ts';
import { serveLive, type LiveServer } from './platform/live/server.ts';
import type { Log } from './platform/log.ts';
import { createMetrics, type Metrics } from './platform/metrics.ts';
import type { ModuleDefinition } from './platform/module.ts';
import { readSlots } from './platform/slots.ts';
import { shareTags } from './share-tags.ts';
import { version } from './version.ts';

/** What an app is made of; tests give their own clock and database. */
export interface AppOptions {
  config: Config;
  connection: Connection;
  log: Log;
  clock?: Clock;
  /** Whether jobs and reactions run by themselves; tests settle them by hand. */
  background: boolean;
  /** Folder of the built pages. */
  webFolder?: string;
  modules?: readonly ModuleDefinition[];
  /** Further ways to learn who sends a request, asked first; tests act as anybody through one. */
  sources?: readonly ActorSource[];
  /** Another hub than the product's own; benchmarks compare it with a plain one. */
  live?: LiveHub;
  /** Another pause between rounds of reactions than the product's own; a benchmark shows what gathering them is worth. */
  reactionPauseMs?: number;
}

/** A running Miaohui without its socket. */
export interface App {
  readonly services: Services;
  readonly http: HttpApp;
  readonly metrics: Metrics;
  readonly modules: readonly ModuleDefinition[];
  readonly bus: Deliverer;
  readonly jobs: JobRunner;
  /** A context on the pool for commands and jobs. */
  context(caller: Partial<Caller>): Ctx;
  /** Binds the live channel to an HTTP server made by `http.createServer`. */
  attachLive(server: Server): LiveServer;
  close(): Promise<void>;
}

/** Builds the app on a migrated database; leaves nothing open when it fails. */
export async function createApp(options: AppOptions): Promise<App> {
  const { config, log } = options;
  const database = openDatabase({ connection: options.connection, maxConnections: config.databaseConnections, log });
  try {
    return await buildApp(options, database);
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function buildApp(options: AppOptions, database: Database): Promise<App> {
  const { config, log, background } = options;
  const modules = options.modules ?? allModules;
  const metrics = createMetrics();
  let wakeBus: Services['wakeBus'] = () => {};
  const services: Services = {
    config,
    log,
    metrics,
    database,
    clock: options.clock ?? systemClock,
    i18n: await loadI18n(),
    slots: readSlots(modules.flatMap((module) => module.fills ?? [])),
    permissions: mergePermissions(modules.map((module) => module.permissions ?? {})),
    live: options.live ?? createHub(),
    secrets: createSecretBox(await readMasterKey(config)),
    wakeBus: (names) => wakeBus(names),
  };
  const works = background && config.roles.includes('worker');
  const bus = await startDeliverer({
    services,
    subscriptions: modules.flatMap((module) => module.on ?? []),
    pollMs: works ? 2000 : 0,
    ...(options.reactionPauseMs === undefined ? {} : { pauseMs: options.reactionPauseMs }),
  });
  wakeBus = bus.wake;
  const jobs = await startJobs({ services, jobs: modules.flatMap((module) => module.jobs ?? []), background: works });
  const http = createHttp({
    services,
    metrics,
    version,
    routes: modules.flatMap((module) => module.routes ?? []),
    sources: [...(options.sources ?? []), ...allSources],
    isReady: () => isDatabaseReady(database),
    web: options.webFolder === undefined ? undefined : await openWeb(options.webFolder),
    shareTags,
  });
  const live: LiveServer[] = [];
  addGauges(metrics, services, live);
  return {
    services,
    http,
    metrics,
    modules,
    bus,
    jobs,
    context: (caller) =>
      createContext(services, {
        actor: { kind: 'system', name: 'miaohui' },
        requestId: 'local',
        locale: 'zh-CN',
        publicUrl: config.publicUrl ?? '',
        ...caller,
      }),
    attachLive: (server) => {
      const attached = serveLive(server, {
        services,
        channels: modules.flatMap((module) => module.channels ?? []),
        readActor: async (headers) => (await http.api.readActor(headers)).actor,
        readOrigin: http.readOrigin,
        locale: (headers) => http.api.readLocale(headers),
      });
      live.push(attached);
      return attached;
    },
    close: async () => {
      await Promise.all(live.map((server) => server.close()));
      services.live.close();
      await bus.stop();
      await jobs.stop();
      await database.close();
    },
  };
}

/** Makes graphile-worker's tables; called after the project's own migrations. */
export async function migrateWorker(connection: Connection, log: Log): Promise<void> {
  const database = openDatabase({ connection, maxConnections: 2, log });
  try {
    await migrateJobs(database.pool, log);
  } finally {
    await database.close();
  }
}

function addGauges(metrics: Metrics, services: Services, live: readonly LiveServer[]): void {
  const { pool } = services.database;
  metrics.gauge('miaohui_live_sockets', 'Open live sockets', () =>
    live.reduce((sum, server) => sum + server.sockets, 0),
  );
  metrics.gauge('miaohui_live_frames_total', 'Frames published', () => services.live.statistics.frames);
  metrics.gauge(
    'miaohui_live_frames_dropped_total',
    'Frames not sent to slow clients',
    () => services.live.statistics.dropped,
  );
  metrics.gauge('miaohui_database_connections', 'Connections of the pool', () => pool.totalCount);
  metrics.gauge('miaohui_database_waiting', 'Requests that wait for a connection', () => pool.waitingCount);
  metrics.gauge('miaohui_resident_bytes', 'Resident memory of Node', () => process.memoryUsage.rss());
}

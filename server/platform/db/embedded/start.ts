import { getPackage } from './binaries.ts';
import type { Package } from './binaries.ts';
import { takeClaim } from './claim.ts';
import { removeDrafts } from './cluster.ts';
import { ensureDatabase } from './database.ts';
import { toEmbeddedError } from './errors.ts';
import { describeLayout, prepareRun } from './layout.ts';
import { reachPostmaster, stopPostmaster } from './postmaster.ts';
import type { Log, Postmaster, Site } from './postmaster.ts';
import { Supervisor } from './supervisor.ts';
import type { Embedded } from './supervisor.ts';

/** What `startEmbedded` needs to know. */
export interface EmbeddedOptions {
  dataDir: string;
  log: Log;
  /** PostgreSQL settings that replace the defaults. */
  settings?: Record<string, string>;
}

/** Starts, or adopts, the PostgreSQL server of one data directory and returns how to reach it. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  return startFrom(await getPackage(), options);
}

/** The same with the programs of a given package. */
export async function startFrom(source: Package, options: EmbeddedOptions): Promise<Embedded> {
  const began = performance.now();
  const layout = describeLayout(options.dataDir);
  const site: Site = { layout, source, settings: options.settings ?? {}, log: options.log };
  try {
    await prepareRun(layout);
    const claim = await takeClaim(layout);
    try {
      const supervisor = await startClaimed(site, claim);
      const ms = Math.round(performance.now() - began);
      const { pid, adopted } = supervisor;
      site.log('info', adopted ? 'running PostgreSQL adopted' : 'PostgreSQL started', { pid, ms });
      return supervisor;
    } catch (error) {
      await claim.release();
      throw error;
    }
  } catch (error) {
    throw toEmbeddedError(error, layout.dataDir);
  }
}

async function startClaimed(site: Site, claim: Awaited<ReturnType<typeof takeClaim>>): Promise<Supervisor> {
  const drafts = await removeDrafts(site.layout);
  if (drafts.length > 0) site.log('warn', 'an interrupted set-up of the database was removed', { drafts });
  const server = await reachCurrent(site);
  try {
    await ensureDatabase(server.watch);
  } catch (error) {
    await stopPostmaster(server, site.layout.cluster, new AbortController().signal);
    throw error;
  }
  return new Supervisor(site, claim, server);
}

/** A running server of another minor version is restarted: its programs and libraries on the disk were replaced. */
async function reachCurrent(site: Site): Promise<Postmaster> {
  const { signal } = new AbortController();
  const server = await reachPostmaster(site, signal);
  if (!server.adopted) return server;
  const { rows } = await server.watch.query(`SELECT current_setting('server_version') AS running`);
  if (site.source.version.startsWith(`${rows[0].running}.`)) return server;
  site.log('info', 'restarting PostgreSQL for its new version', {
    running: rows[0].running,
    wanted: site.source.version,
  });
  await stopPostmaster(server, site.layout.cluster, signal);
  return reachPostmaster(site, signal);
}

/**
 * Keeps one PostgreSQL server up for the life of this process.
 * It watches the session it holds and the child it started; when either ends, it finds or starts the server again with back-off.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { Claim } from './claim.ts';
import { DATABASE } from './cluster.ts';
import { ensureDatabase } from './database.ts';
import { toEmbeddedError } from './errors.ts';
import { findPostmaster, reachPostmaster, stopPostmaster } from './postmaster.ts';
import type { Postmaster, Site } from './postmaster.ts';
import { PORT } from './settings.ts';

/** A PostgreSQL server that is kept running until `stop`. It does not keep this process alive by itself. */
export interface Embedded {
  /** Connection settings for `pg`: a unix socket, the kernel vouches for the user, no password. */
  readonly connection: { host: string; port: number; user: string; password?: string; database: string };
  /** The same as a postgres:// address, for child processes of the same user. */
  readonly url: string;
  /** Whether a running server was adopted rather than started. */
  readonly adopted: boolean;
  /** Process id of the present server; changes with a restart. */
  readonly pid: number;
  /** Calls back when the server went away unexpectedly; it is restarted without further doing. */
  onDown(listener: (reason: string) => void): void;
  /** Calls back when the server answers again. */
  onUp(listener: () => void): void;
  /** Stops the server and releases the data directory; a second call while the first waits makes it immediate. */
  stop(): Promise<void>;
}

const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 10_000;
const REFRESH_EVERY = 3600_000;

/** The supervisor of one running server. */
export class Supervisor implements Embedded {
  readonly adopted: boolean;
  readonly connection: Embedded['connection'];
  readonly url: string;
  #server: Postmaster;
  readonly #site: Site;
  readonly #claim: Claim;
  readonly #downs: ((reason: string) => void)[] = [];
  readonly #ups: ((nothing: undefined) => void)[] = [];
  readonly #stopping = new AbortController();
  readonly #urgent = new AbortController();
  readonly #refresher: NodeJS.Timeout;
  #recovery: Promise<void> | undefined;
  #stopped: Promise<void> | undefined;

  constructor(site: Site, claim: Claim, server: Postmaster) {
    this.#site = site;
    this.#claim = claim;
    this.#server = server;
    this.adopted = server.adopted;
    const host = server.socketDir;
    this.connection = { host, port: PORT, user: DATABASE, database: DATABASE };
    this.url = `postgres://${DATABASE}@${encodeURIComponent(host)}:${PORT}/${DATABASE}`;
    this.#refresher = setInterval(() => {
      claim
        .refresh()
        .catch((error: Error) => site.log('warn', 'the claim could not be refreshed', { error: error.message }));
    }, REFRESH_EVERY).unref();
    this.#attend(server);
  }

  get pid(): number {
    return this.#server.pid;
  }

  onDown(listener: (reason: string) => void): void {
    this.#downs.push(listener);
  }

  onUp(listener: () => void): void {
    this.#ups.push(listener);
  }

  stop(): Promise<void> {
    if (this.#stopped) this.#urgent.abort();
    this.#stopped ??= this.#shutDown();
    return this.#stopped;
  }

  async #shutDown(): Promise<void> {
    this.#stopping.abort();
    clearInterval(this.#refresher);
    await this.#recovery;
    await stopPostmaster(this.#server, this.#site.layout.cluster, this.#urgent.signal);
    await this.#claim.release();
    this.#site.log('info', 'PostgreSQL stopped', { pid: this.pid });
  }

  /** Listens for the end of this server. Sockets and child are unreferenced: they must not keep a finished process alive. */
  #attend(server: Postmaster): void {
    const lost = (reason: string) => {
      if (this.#server !== server || this.#recovery || this.#stopping.signal.aborted) return;
      this.#recovery = this.#recover(server, reason).finally(() => {
        this.#recovery = undefined;
        this.#attend(this.#server);
      });
    };
    const { child, watch } = server;
    (watch as unknown as { unref(): void }).unref();
    if (child && (child.exitCode !== null || child.signalCode !== null)) return lost('exited');
    child?.once('exit', (code, signal) => lost(signal ? `killed by ${signal}` : `exited with code ${code}`));
    watch.once('end', () => lost('connection lost'));
  }

  async #recover(old: Postmaster, reason: string): Promise<void> {
    if (await this.#reattach(old)) return;
    this.#site.log('warn', 'PostgreSQL went away', { pid: old.pid, reason });
    this.#notify(this.#downs, reason);
    for (let pause = FIRST_PAUSE; !this.#stopping.signal.aborted; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
      try {
        await this.#renew(old);
        this.#site.log('info', 'PostgreSQL is back', { pid: this.pid });
        this.#notify(this.#ups, undefined);
        return;
      } catch (error) {
        if (this.#stopping.signal.aborted) return;
        const { message, code } = toEmbeddedError(error, this.#site.layout.dataDir);
        this.#site.log('error', 'PostgreSQL could not be restarted, trying again', { code, message, pause });
        await delay(pause, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
      }
    }
  }

  /** A listener that throws must not stop the recovery. */
  #notify<T>(listeners: ((value: T) => void)[], value: T): void {
    for (const listener of listeners) {
      try {
        listener(value);
      } catch (error) {
        this.#site.log('error', 'a listener of the database failed', { message: (error as Error).message });
      }
    }
  }

  async #renew(old: Postmaster): Promise<void> {
    const server = await reachPostmaster(this.#site, this.#stopping.signal);
    if (server.pid === old.pid) server.child = old.child; // it recovered by itself
    this.#server = server; // before anything can fail: stop() must know of it
    try {
      await ensureDatabase(server.watch);
    } catch (error) {
      await server.watch.end().catch(() => undefined);
      throw error;
    }
  }

  /** Only our session ended while the same server goes on: nothing to tell. */
  async #reattach(old: Postmaster): Promise<boolean> {
    const found = await findPostmaster(this.#site).catch(() => 'absent' as const);
    if (typeof found === 'string') return false;
    if (found.pid !== old.pid) {
      await found.watch.end();
      return false;
    }
    this.#server = { ...found, child: old.child };
    return true;
  }
}

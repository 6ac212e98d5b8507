import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { z } from 'zod';
import { actorKey, type Actor } from '../auth/actor.ts';
import { createContext, type Services } from '../context.ts';
import { isSameOrigin, type Origin } from '../http/request.ts';
import { newSecret } from '../ids.ts';
import type { Locale } from '../i18n.ts';
import type { Channel } from './channel.ts';
import { createWorkQueue, type WorkQueue } from '../work-queue.ts';
import type { Listener, RoomName } from './hub.ts';

/**
 * The live channel: one WebSocket for each open page at `/live`. Clients ask to listen to rooms; the channel's module
 * says whether they may. Nothing is written through it, so a lost socket never loses anything.
 */
export interface LiveServer {
  /** Ends all sockets with code 1001 so that clients come back to the restarted server. */
  close(): Promise<void>;
  readonly sockets: number;
}

/** What the live server needs to know of a request. */
export interface LiveOptions {
  services: Services;
  channels: readonly Channel[];
  readActor: (headers: Headers) => Promise<Actor>;
  readOrigin: (headers: Headers, peer: string) => Origin;
  locale: (headers: Headers) => Locale;
  /** Milliseconds between heartbeats; a client that misses one is dropped. */
  heartbeatMs?: number;
}

const wish = z.discriminatedUnion('op', [
  z.object({ op: z.literal('listen'), channel: z.string().max(40), id: z.string().max(80) }),
  z.object({ op: z.literal('leave'), channel: z.string().max(40), id: z.string().max(80) }),
]);

const mostRooms = 300;
/** Every wish to listen asks the database; a page that comes back asks once for each of its rooms. */
const mostWishes = { count: 1200, perMs: 60_000 };

/** Open pages of one person or program: a forgotten loop that opens sockets must not use up what is there for everybody. */
const mostSockets = 50;
/** How many listeners are asked again at the same time: after a change of roles it may be everybody in every room. */
const rechecksAtOnce = 8;

/** Takes over upgrade requests for `/live` of an HTTP server. */
export function serveLive(server: Server, options: LiveOptions): LiveServer {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 4096, perMessageDeflate: false });
  const alive = new WeakSet<WebSocket>();
  const rechecks = createWorkQueue({ capacity: rechecksAtOnce, mostWaiting: Number.POSITIVE_INFINITY });
  const open = new Map<string, number>();
  const heartbeat = setInterval(() => {
    for (const socket of sockets.clients) {
      if (!alive.has(socket)) socket.terminate();
      alive.delete(socket);
      socket.ping();
    }
  }, options.heartbeatMs ?? 30_000);
  heartbeat.unref();
  // Sessions that ended without anybody saying so (expiry, sign-out elsewhere) are noticed here.
  const recheck = setInterval(() => options.services.live.recheckAll(), 5 * 60_000);
  recheck.unref();

  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', () => stream.destroy());
    admit(request, options).then(
      (admitted) => {
        if ('refused' in admitted) return refuse(stream, admitted.refused);
        const actor = actorKey(admitted.actor);
        if ((open.get(actor) ?? 0) >= mostSockets) return refuse(stream, '429 Too Many Requests');
        sockets.handleUpgrade(request, stream, head, (socket) => {
          alive.add(socket);
          socket.on('pong', () => alive.add(socket));
          open.set(actor, (open.get(actor) ?? 0) + 1);
          socket.on('close', () =>
            open.get(actor) === 1 ? open.delete(actor) : open.set(actor, open.get(actor)! - 1),
          );
          welcome(socket, admitted, { ...options, rechecks });
        });
      },
      (error: unknown) => {
        options.services.log.warn('live.upgrade_failed', { error });
        refuse(stream, '503 Service Unavailable');
      },
    );
  });

  return {
    get sockets() {
      return sockets.clients.size;
    },
    close: async () => {
      clearInterval(heartbeat);
      clearInterval(recheck);
      for (const socket of sockets.clients) socket.close(1001);
      const ended = new Promise<void>((resolve) => sockets.close(() => resolve()));
      const cut = setTimeout(() => sockets.clients.forEach((socket) => socket.terminate()), 500);
      await ended;
      clearTimeout(cut);
    },
  };
}

interface Admitted {
  headers: Headers;
  actor: Actor;
  locale: Locale;
  publicUrl: string;
}

async function admit(request: IncomingMessage, options: LiveOptions): Promise<Admitted | { refused: string }> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const origin = options.readOrigin(headers, request.socket.remoteAddress ?? '');
  if (new URL(request.url ?? '/', 'http://x').pathname !== '/live') return { refused: '404 Not Found' };
  // A browser always names its page's origin here; another site must not listen with the visitor's cookies.
  if (headers.get('origin') !== null && !isSameOrigin(headers, origin)) return { refused: '403 Forbidden' };
  const actor = await options.readActor(headers);
  if (actor.kind === 'anonymous') return { refused: '401 Unauthorized' };
  return { headers, actor, locale: options.locale(headers), publicUrl: origin.url };
}

function refuse(stream: Duplex, status: string): void {
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function welcome(socket: WebSocket, admitted: Admitted, options: LiveOptions & { rechecks: WorkQueue }): void {
  const { services, channels } = options;
  const rooms = new Map<string, RoomName>();
  const tell = (message: object) => socket.readyState === socket.OPEN && socket.send(JSON.stringify(message));
  const listener: Listener = {
    send: (bytes) => socket.readyState === socket.OPEN && socket.send(bytes, { binary: false }),
    waitingBytes: () => socket.bufferedAmount,
    deviceId: 'deviceId' in admitted.actor ? admitted.actor.deviceId : undefined,
    recheck: (room) => void options.rechecks.run(1, () => listen(room.channel, room.id)),
  };
  const leave = (room: RoomName) => {
    if (rooms.delete(`${room.channel}:${room.id}`)) services.live.leave(room, listener);
  };
  const listen = async (channel: string, id: string) => {
    const room = { channel, id };
    const allowed = await mayListen(room);
    if (socket.readyState !== socket.OPEN) return;
    const entered = allowed && (rooms.has(`${channel}:${id}`) || rooms.size < mostRooms);
    if (entered) {
      if (!rooms.has(`${channel}:${id}`)) services.live.join(room, listener);
      rooms.set(`${channel}:${id}`, room);
    } else {
      leave(room);
    }
    tell({ t: entered ? 'ok' : 'denied', channel, id });
  };
  const mayListen = async (room: RoomName): Promise<boolean> => {
    const declared = channels.find((candidate) => candidate.name === room.channel);
    if (!declared) return false;
    try {
      // Read again each time: the session or device may have ended since the socket was opened.
      const actor = await options.readActor(admitted.headers);
      if (actor.kind === 'anonymous') return false;
      const { locale, publicUrl } = admitted;
      const ctx = createContext(services, { actor, locale, publicUrl, requestId: newSecret(9) });
      return await declared.mayListen(ctx, room.id);
    } catch (error) {
      services.log.warn('live.listen_failed', { channel: room.channel, actor: actorKey(admitted.actor), error });
      return false;
    }
  };
  let wishes = { count: 0, since: performance.now() };
  socket.on('message', (data) => {
    if (performance.now() - wishes.since > mostWishes.perMs) wishes = { count: 0, since: performance.now() };
    wishes.count += 1;
    if (wishes.count > mostWishes.count) return socket.close(1008, 'too many requests');
    const parsed = parseWish((data as Buffer).toString('utf8'));
    if (parsed?.op === 'listen') void listen(parsed.channel, parsed.id);
    else if (parsed?.op === 'leave') leave(parsed);
    else socket.close(1008, 'unknown request');
  });
  socket.on('error', () => socket.terminate());
  socket.on('close', () => [...rooms.values()].forEach(leave));
}

function parseWish(text: string): z.infer<typeof wish> | undefined {
  try {
    return wish.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

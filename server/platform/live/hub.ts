/**
 * Rooms of listeners and the frames that wait for them. What is published within one window leaves as one text, encoded
 * once for everybody: in a room of 2000 the work is one encoding and 2000 writes, whatever the number of frames.
 */

/** One connected client, seen from the hub. */
export interface Listener {
  /** The device that listens, when it is a member's. */
  readonly deviceId?: string | undefined;
  /** Hands over encoded bytes; must not throw. */
  send(bytes: Buffer): void;
  /** Bytes that wait in this client's socket. */
  waitingBytes(): number;
  /** Asked again whether it may stay in the room; leaves by itself when not. */
  recheck(room: RoomName): void;
}

/** A room is one id of one channel, e.g. `group` + a group's id. */
export interface RoomName {
  readonly channel: string;
  readonly id: string;
}

/** The live side of the process: what was committed is shown at once to those who listen. */
export interface LiveHub {
  /** Sends a frame to everybody in the room; call after commit. */
  publish(channel: string, id: string, frame: unknown): void;
  /** Listeners of the room (only those on `deviceIds`, when given) must prove again that they may listen; call when somebody lost the right. */
  recheck(channel: string, id: string, deviceIds?: readonly string[]): void;
  /** The same for everybody in every room, after roles have changed. */
  recheckAll(): void;
  join(room: RoomName, listener: Listener): void;
  leave(room: RoomName, listener: Listener): void;
  /** How many listen in the room. */
  count(channel: string, id: string): number;
  readonly statistics: { frames: number; flushes: number; dropped: number };
  /** Sends what waits and forgets all rooms. */
  close(): void;
}

interface Room {
  readonly name: RoomName;
  readonly listeners: Set<Listener>;
  /** Listeners that missed frames and must be told to read again. */
  readonly lagging: Set<Listener>;
  frames: string[];
  timer: NodeJS.Timeout | NodeJS.Immediate | null;
  /** Whether the timer is for frames, not only for looking after clients that are behind. */
  due: boolean;
}

/** How the hub trades delay against work. */
export interface HubOptions {
  /** Window in which frames of a large room are gathered, in milliseconds. */
  windowMs?: number;
  /** Rooms up to this size are flushed at the end of the current turn instead. */
  smallRoom?: number;
  /** A client with more than this waiting gets no more frames until it has drained, then a `resync`. */
  mostWaitingBytes?: number;
  /** How often a client that is behind is looked at when nothing is published. */
  lagCheckMs?: number;
}

/** Makes the hub of this process. */
export function createHub(options: HubOptions = {}): LiveHub {
  const { windowMs = 50, smallRoom = 50, mostWaitingBytes = 1 << 20, lagCheckMs = 500 } = options;
  const rooms = new Map<string, Room>();
  const statistics = { frames: 0, flushes: 0, dropped: 0 };

  const flush = (room: Room) => {
    room.timer = null;
    room.due = false;
    const { frames } = room;
    room.frames = [];
    const bytes = frames.length > 0 ? encode(room.name, frames) : undefined;
    if (bytes) statistics.flushes += 1;
    for (const listener of room.listeners) {
      if (listener.waitingBytes() > mostWaitingBytes) {
        statistics.dropped += frames.length;
        room.lagging.add(listener);
      } else if (room.lagging.delete(listener)) {
        listener.send(encode(room.name, ['{"type":"resync"}']));
      } else if (bytes) {
        listener.send(bytes);
      }
    }
    // A client that missed the last frames of a quiet room must hear of it without waiting for the next one.
    if (room.lagging.size > 0) room.timer = setTimeout(() => flush(room), lagCheckMs).unref();
  };
  const schedule = (room: Room) => {
    if (room.due) return;
    clearTimer(room);
    room.due = true;
    const run = () => flush(room);
    room.timer = room.listeners.size <= smallRoom ? setImmediate(run) : setTimeout(run, windowMs);
  };

  return {
    statistics,
    publish: (channel, id, frame) => {
      const room = rooms.get(roomKey(channel, id));
      if (!room) return;
      statistics.frames += 1;
      room.frames.push(JSON.stringify(frame));
      schedule(room);
    },
    recheck: (channel, id, deviceIds) => {
      const room = rooms.get(roomKey(channel, id));
      for (const listener of room?.listeners ?? []) {
        if (!deviceIds || (listener.deviceId && deviceIds.includes(listener.deviceId))) listener.recheck(room!.name);
      }
    },
    recheckAll: () => {
      for (const room of rooms.values()) for (const listener of room.listeners) listener.recheck(room.name);
    },
    join: (name, listener) => {
      const key = roomKey(name.channel, name.id);
      const room = rooms.get(key) ?? {
        name,
        listeners: new Set(),
        lagging: new Set(),
        frames: [],
        timer: null,
        due: false,
      };
      rooms.set(key, room);
      room.listeners.add(listener);
    },
    leave: (name, listener) => {
      const key = roomKey(name.channel, name.id);
      const room = rooms.get(key);
      room?.listeners.delete(listener);
      room?.lagging.delete(listener);
      if (room?.listeners.size === 0) {
        clearTimer(room);
        rooms.delete(key);
      }
    },
    count: (channel, id) => rooms.get(roomKey(channel, id))?.listeners.size ?? 0,
    close: () => {
      for (const room of rooms.values()) {
        clearTimer(room);
        flush(room);
      }
      rooms.clear();
    },
  };
}

function roomKey(channel: string, id: string): string {
  return `${channel}:${id}`;
}

function encode(room: RoomName, frames: readonly string[]): Buffer {
  const head = JSON.stringify({ t: 'frames', channel: room.channel, id: room.id });
  return Buffer.from(`${head.slice(0, -1)},"frames":[${frames.join(',')}]}`);
}

function clearTimer(room: Room): void {
  if (room.timer === null) return;
  clearTimeout(room.timer as NodeJS.Timeout);
  clearImmediate(room.timer as NodeJS.Immediate);
  room.timer = null;
}

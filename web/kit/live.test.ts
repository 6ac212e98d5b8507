import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLive, type Socket } from './live.ts';

/** A network that opens sockets on demand, and a clock that runs timers by hand. */
function startNetwork() {
  const sockets: (Socket & { sent: string[]; readyState: number })[] = [];
  const timers: { ms: number; run: () => void; isOff: boolean }[] = [];
  const live = createLive({
    open: () => {
      const sent: string[] = [];
      const socket = {
        sent,
        readyState: 0,
        onopen: null,
        onclose: null,
        onmessage: null,
        send: (text: string) => sent.push(text),
        close() {},
      };
      sockets.push(socket as never);
      return socket as never;
    },
    after: (ms, run) => {
      const timer = { ms, run, isOff: false };
      timers.push(timer);
      return () => {
        timer.isOff = true;
      };
    },
    random: () => 1,
  });
  const last = () => sockets[sockets.length - 1]!;
  return {
    live,
    sockets,
    timers,
    last,
    accept: () => {
      last().readyState = 1;
      last().onopen?.();
    },
    drop: () => {
      last().readyState = 3;
      last().onclose?.();
    },
    tell: (told: unknown) => last().onmessage?.({ data: JSON.stringify(told) }),
    /** Runs the timer set last. */
    tick: () => {
      const timer = timers[timers.length - 1]!;
      if (!timer.isOff) timer.run();
      return timer.ms;
    },
  };
}

test('listens from the last number, and again from a later one after a reconnect', () => {
  const network = startNetwork();
  let seq = 4;
  let ready = 0;
  network.live.listen({ channel: 'group', id: 'g', after: () => seq, onFrames: () => {}, onReady: () => (ready += 1) });
  network.accept();
  assert.deepEqual(
    network.last().sent.map((text) => JSON.parse(text)),
    [{ op: 'listen', channel: 'group', id: 'g', after: 4 }],
  );
  network.tell({ t: 'ok', channel: 'group', id: 'g' });
  seq = 9;
  network.drop();
  assert.equal(network.live.state(), 'offline');
  network.tick();
  network.accept();
  assert.equal(network.live.state(), 'open');
  assert.equal(JSON.parse(network.last().sent[0]!).after, 9);
  network.tell({ t: 'ok', channel: 'group', id: 'g' });
  network.tell({ t: 'ok', channel: 'group', id: 'g' });
  assert.equal(ready, 2, 'an unasked confirmation is no reconnect');
});

test('pauses double up to their limit and start anew after a success', () => {
  const network = startNetwork();
  network.live.listen({ channel: 'group', id: 'g', onFrames: () => {} });
  const pauses = Array.from({ length: 8 }, () => {
    network.drop();
    return network.tick();
  });
  assert.deepEqual(pauses, [500, 1000, 2000, 4000, 8000, 16000, 20000, 20000]);
  network.accept();
  network.drop();
  assert.equal(network.tick(), 500);
});

test('frames reach only the listener of their channel; a broken text reaches none', () => {
  const network = startNetwork();
  const got: string[] = [];
  network.live.listen({ channel: 'group', id: 'a', onFrames: (frames) => got.push(`a${frames.length}`) });
  network.live.listen({
    channel: 'group',
    id: 'b',
    onFrames: (frames) => got.push(`b${frames.length}`),
    onDenied: () => got.push('b denied'),
  });
  network.accept();
  network.tell({ t: 'frames', channel: 'group', id: 'b', frames: [{ type: 'x' }, { type: 'y' }] });
  network.tell({ t: 'denied', channel: 'group', id: 'b' });
  network.last().onmessage?.({ data: '{broken' });
  assert.deepEqual(got, ['b2', 'b denied']);
});

test('after waking, a connection that no longer answers is replaced', () => {
  const network = startNetwork();
  network.live.listen({ channel: 'group', id: 'g', onFrames: () => {} });
  network.accept();
  network.live.wake();
  network.tell({ t: 'ok', channel: 'group', id: 'g' });
  network.tick();
  assert.equal(network.sockets.length, 1, 'it answered: kept');
  network.live.wake();
  network.tick();
  network.tick();
  assert.equal(network.sockets.length, 2, 'it was silent: replaced');
});

test('without listeners the connection rests', () => {
  const network = startNetwork();
  const stop = network.live.listen({ channel: 'group', id: 'g', onFrames: () => {} });
  network.accept();
  stop();
  network.drop();
  assert.equal(network.timers.length, 0);
});

test('offline is said at once, and taken back when the old connection answers after all', () => {
  const network = startNetwork();
  const states: string[] = [];
  network.live.watch(() => states.push(network.live.state()));
  network.live.listen({ channel: 'group', id: 'g', onFrames: () => {} });
  network.accept();
  network.live.noteOffline();
  network.live.wake();
  network.tell({ t: 'ok', channel: 'group', id: 'g' });
  assert.deepEqual(states, ['open', 'offline', 'open']);
  assert.equal(network.sockets.length, 1);
});

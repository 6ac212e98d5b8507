import assert from 'node:assert/strict';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { test } from 'node:test';
import { createHub, type Listener } from './hub.ts';

interface Ear extends Listener {
  heard: string[];
  texts: number;
  waiting: number;
}

function ear(): Ear {
  const self: Ear = {
    heard: [],
    texts: 0,
    waiting: 0,
    send: (bytes) => {
      self.texts += 1;
      const { frames } = JSON.parse(bytes.toString('utf8')) as { frames: { n?: number; type?: string }[] };
      self.heard.push(...frames.map((frame) => String(frame.n ?? frame.type)));
    },
    waitingBytes: () => self.waiting,
    recheck: () => {},
  };
  return self;
}

const room = { channel: 'group', id: 'a' };

test('frames of one turn leave as one text, in order, to that room only', async () => {
  const hub = createHub();
  const [here, elsewhere] = [ear(), ear()];
  hub.join(room, here);
  hub.join({ channel: 'group', id: 'b' }, elsewhere);
  for (const n of [1, 2, 3]) hub.publish('group', 'a', { n });
  await nextTurn();
  assert.deepEqual(here.heard, ['1', '2', '3']);
  assert.equal(here.texts, 1);
  assert.deepEqual(elsewhere.heard, []);
});

test('a slow client gets nothing while it is behind, then one resync, then frames again', async () => {
  const hub = createHub({ mostWaitingBytes: 100 });
  const slow = ear();
  hub.join(room, slow);
  slow.waiting = 101;
  hub.publish('group', 'a', { n: 1 });
  await nextTurn();
  slow.waiting = 0;
  hub.publish('group', 'a', { n: 2 });
  await nextTurn();
  hub.publish('group', 'a', { n: 3 });
  await nextTurn();
  assert.deepEqual(slow.heard, ['resync', '3']);
  assert.equal(hub.statistics.dropped, 1);
});

test('a slow client hears of what it missed even when nothing more is published', async () => {
  const hub = createHub({ mostWaitingBytes: 100, lagCheckMs: 1 });
  const slow = ear();
  hub.join(room, slow);
  slow.waiting = 101;
  hub.publish('group', 'a', { n: 1 });
  await nextTurn();
  slow.waiting = 0;
  const told = new Promise<void>((resolve) => {
    const { send } = slow;
    slow.send = (bytes) => {
      send(bytes);
      resolve();
    };
  });
  const holdOpen = setInterval(() => {}, 1000);
  await told;
  clearInterval(holdOpen);
  assert.deepEqual(slow.heard, ['resync']);
});

test('who left hears nothing; an empty room is forgotten', async () => {
  const hub = createHub();
  const one = ear();
  hub.join(room, one);
  hub.publish('group', 'a', { n: 1 });
  hub.leave(room, one);
  await nextTurn();
  assert.deepEqual(one.heard, []);
  assert.equal(hub.count('group', 'a'), 0);
});

test('closing sends what waits', () => {
  const hub = createHub({ smallRoom: 0, windowMs: 60_000 });
  const one = ear();
  hub.join(room, one);
  hub.publish('group', 'a', { n: 1 });
  hub.close();
  assert.deepEqual(one.heard, ['1']);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { followGroup, type Changes, type Numbered } from './feed.ts';
import type { Frame, Listener } from './live.ts';

/** A group's stream as the server keeps it, and a wire that can lose, repeat and shuffle frames. */
function startGroup() {
  const rows = new Map<string, Numbered>();
  const state = { lastSeq: 0, listener: undefined as Listener | undefined, asked: [] as number[], failNext: 0 };
  const shown = new Map<string, number>();
  const change = (id: string): Frame => {
    state.lastSeq += 1;
    const known = rows.get(id);
    const message = { id, seq: known?.seq ?? state.lastSeq, changedSeq: state.lastSeq };
    rows.set(id, message);
    return { type: 'message', message };
  };
  const fetchAfter = async (seq: number): Promise<Changes<Numbered>> => {
    state.asked.push(seq);
    if (state.failNext > 0) {
      state.failNext -= 1;
      throw new TypeError('network');
    }
    const changed = [...rows.values()]
      .filter((row) => row.changedSeq > seq)
      .sort((a, b) => a.changedSeq - b.changedSeq);
    return { items: changed.slice(0, 3), lastSeq: state.lastSeq, hasMore: changed.length > 3 };
  };
  const feed = followGroup<Numbered>({
    live: {
      listen: (listener) => {
        state.listener = listener;
        return () => {
          state.listener = undefined;
        };
      },
    },
    groupId: 'g',
    from: 0,
    fetchAfter,
    wait: async () => {},
    onMessages: (messages) => {
      for (const { id, changedSeq } of messages) shown.set(id, Math.max(shown.get(id) ?? 0, changedSeq));
    },
  });
  const settle = async (): Promise<void> => {
    for (let round = 0; round < 60; round += 1) await Promise.resolve();
  };
  return { rows, state, shown, change, feed, settle, deliver: (frames: Frame[]) => state.listener?.onFrames(frames) };
}

test('frames in order are shown without asking the API', async () => {
  const group = startGroup();
  group.deliver([group.change('a'), group.change('b')]);
  group.deliver([group.change('a')]);
  await group.settle();
  assert.deepEqual(group.state.asked, []);
  assert.equal(group.feed.upTo(), 3);
});

test('a lost frame is fetched from the last sure number, page by page', async () => {
  const group = startGroup();
  group.deliver([group.change('a')]);
  for (const id of ['b', 'c', 'd', 'e', 'f']) group.change(id);
  group.deliver([group.change('g')]);
  await group.settle();
  assert.deepEqual([...group.shown.keys()].sort(), ['a', 'b', 'c', 'd', 'e', 'f', 'g']);
  assert.deepEqual(group.state.asked, [1, 4]);
  assert.equal(group.feed.upTo(), 7);
});

test('a reconnect asks even when no frame shows a gap, and repeats until the network is back', async () => {
  const group = startGroup();
  group.change('a');
  group.state.failNext = 2;
  group.state.listener?.onReady?.();
  await group.settle();
  assert.equal(group.shown.get('a'), 1);
  assert.deepEqual(group.state.asked, [0, 0, 0]);
});

test('"resync" asks; after stop nothing is asked any more', async () => {
  const group = startGroup();
  group.change('a');
  const { listener } = group.state;
  listener?.onFrames([{ type: 'resync' }]);
  await group.settle();
  assert.equal(group.shown.get('a'), 1);
  group.feed.stop();
  group.change('b');
  listener?.onReady?.();
  await group.settle();
  assert.equal(group.shown.has('b'), false);
});

test('whatever the wire loses, repeats or reorders, in the end every message is here in its last state', async () => {
  const step = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    fate: fc.constantFrom('deliver', 'lose', 'twice', 'hold'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const group = startGroup();
      const held: Frame[] = [];
      for (const { id, fate } of steps) {
        const frame = group.change(id);
        if (fate === 'hold') held.push(frame);
        if (fate === 'deliver') group.deliver([frame]);
        if (fate === 'twice') group.deliver([frame, frame]);
        await group.settle();
      }
      group.deliver(held);
      group.state.listener?.onReady?.();
      await group.settle();
      assert.deepEqual(
        Object.fromEntries(group.shown),
        Object.fromEntries([...group.rows.values()].map((row) => [row.id, row.changedSeq])),
      );
      assert.equal(group.feed.upTo(), group.state.lastSeq);
    }),
    { numRuns: 200 },
  );
});

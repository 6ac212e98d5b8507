import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Message } from '../../kit/message.ts';
import { ApiError } from '../../kit/problem.ts';
import type { Pending } from './log.ts';
import { createOutbox } from './outbox.ts';

const draft = (clientId: string): Pending => ({
  clientId,
  at: '2026-11-19T11:42:00Z',
  kind: 'text',
  text: clientId,
  replyTo: null,
  mentions: [],
  state: 'sending',
});

const written = Date.parse('2026-11-19T11:42:00Z');

/** A server that stores by client id, like ours, and whose answers can be lost on the way back. */
function startServer(kept: Pending[] = []) {
  const stored: string[] = [];
  const calls: string[] = [];
  const failures: Error[] = [];
  const storage = { kept: kept as readonly Pending[] };
  const sent: string[] = [];
  const outbox = createOutbox({
    post: async ({ clientId }) => {
      calls.push(clientId);
      const failure = failures.shift();
      if (failure instanceof ApiError && !failure.isNetwork) throw failure;
      if (!stored.includes(clientId)) stored.push(clientId);
      if (failure) throw failure;
      return { id: clientId, clientId } as Message;
    },
    storage: { read: () => [...storage.kept], write: (pending) => void (storage.kept = pending) },
    onChange: () => {},
    onSent: (message) => sent.push(message.id),
    describe: (error) => error.code,
  });
  const settle = async (): Promise<void> => {
    for (let round = 0; round < 40; round += 1) await Promise.resolve();
  };
  return { stored, calls, failures, storage, sent, outbox, settle };
}

test('messages leave one after another in the order they were written', async () => {
  const server = startServer();
  for (const id of ['a', 'b', 'c']) server.outbox.add(draft(id));
  await server.settle();
  assert.deepEqual([server.stored, server.sent, server.outbox.list()], [['a', 'b', 'c'], ['a', 'b', 'c'], []]);
});

test('a lost answer leaves the message failed; the retry is the same message', async () => {
  const server = startServer();
  server.failures.push(new ApiError({ code: 'network' }));
  server.outbox.add(draft('a'));
  await server.settle();
  assert.equal(server.outbox.list()[0]?.state, 'failed');
  server.outbox.retry('a');
  await server.settle();
  assert.deepEqual([server.calls, server.stored, server.outbox.list()], [['a', 'a'], ['a'], []]);
});

test('pressing retry while it is on its way sends nothing twice', async () => {
  const server = startServer();
  server.outbox.add(draft('a'));
  server.outbox.retry('a');
  server.outbox.retryLost(written);
  await server.settle();
  assert.deepEqual(server.calls, ['a']);
});

test('a refusal stays with its reason, does not hold up the others, and is never leaves again by itself', async () => {
  const server = startServer();
  server.failures.push(new ApiError({ code: 'messages.muted', status: 403 }));
  server.outbox.add(draft('a'));
  server.outbox.add(draft('b'));
  await server.settle();
  assert.deepEqual(
    server.outbox.list().map(({ clientId, state, problem }) => [clientId, state, problem]),
    [['a', 'refused', 'messages.muted']],
  );
  server.outbox.retryLost(written);
  await server.settle();
  assert.deepEqual(server.stored, ['b']);
  assert.equal(server.outbox.drop('a')?.text, 'a');
  assert.deepEqual(server.storage.kept, []);
});

test('what an earlier visit left is shown as failed and waits to be asked for', async () => {
  const server = startServer([draft('old')]);
  await server.settle();
  assert.deepEqual([server.calls, server.outbox.list()[0]?.state], [[], 'failed']);
  server.outbox.settle(['old']);
  assert.deepEqual(server.outbox.list(), []);
});

test('when the network is gone, later messages wait with the lost one and leave in order when it is back', async () => {
  const server = startServer();
  server.failures.push(new ApiError({ code: 'network' }));
  for (const id of ['a', 'b', 'c']) server.outbox.add(draft(id));
  await server.settle();
  assert.deepEqual(
    server.outbox.list().map(({ state }) => state),
    ['failed', 'failed', 'failed'],
  );
  server.outbox.retryLost(written + 60_000);
  await server.settle();
  assert.deepEqual([server.stored, server.outbox.list()], [['a', 'b', 'c'], []]);
});

test('what was written long ago, or too fast, waits to be asked', async () => {
  const server = startServer();
  server.failures.push(new ApiError({ code: 'messages.slow_mode', status: 429 }));
  server.outbox.add(draft('fast'));
  await server.settle();
  server.failures.push(new ApiError({ code: 'network' }));
  server.outbox.add(draft('old'));
  await server.settle();
  server.outbox.retryLost(written + 11 * 60_000);
  await server.settle();
  assert.deepEqual(
    server.outbox.list().map(({ clientId, state }) => [clientId, state]),
    [
      ['fast', 'failed'],
      ['old', 'failed'],
    ],
  );
});

test('a message held for a moderator is never sent again, not after a reload either', async () => {
  const server = startServer();
  server.failures.push(new ApiError({ code: 'rules.held_links', status: 409 }));
  server.outbox.add(draft('held'));
  await server.settle();
  const later = startServer([...server.storage.kept]);
  for (const one of [server, later]) {
    one.outbox.retry('held');
    one.outbox.retryLost(written + 60_000);
    await one.settle();
    assert.deepEqual(
      one.outbox.list().map(({ clientId, state }) => [clientId, state]),
      [['held', 'refused']],
    );
  }
  assert.deepEqual([server.calls, later.calls], [['held'], []]);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Message } from '../../data/messages.ts';
import { rebuildThread } from './thread.ts';

interface Said {
  by: string;
  replyTo?: string;
  calls?: string;
  kind?: Message['kind'];
}

const say = (id: string, { by, replyTo, calls, kind = 'text' }: Said) =>
  ({
    id,
    kind,
    author: { identityId: by },
    replyTo: replyTo ? { id: replyTo } : null,
    mentions: calls ? [{ identityId: calls }] : [],
  }) as unknown as Message;

const shape = (messages: Message[], id: string) =>
  rebuildThread(messages, id).map((part) =>
    part.kind === 'message' ? part.message.id : part.messages.map((message) => message.id),
  );

test('the line of a question keeps replies, the asker and who calls them; the rest is folded where it stood', () => {
  const talk = [
    say('old', { by: 'x' }),
    say('before', { by: 'y' }),
    say('q', { by: 'tao', replyTo: 'before' }),
    say('a', { by: 'sun', replyTo: 'q' }),
    say('n1', { by: 'x' }),
    say('n2', { by: 'y' }),
    say('b', { by: 'xu', replyTo: 'a' }),
    say('again', { by: 'tao' }),
    say('s', { by: 'bot', kind: 'system' }),
    say('call', { by: 'x', calls: 'tao' }),
  ];
  assert.deepEqual(shape(talk, 'q'), ['before', 'q', 'a', ['n1', 'n2'], 'b', 'again', 'call']);
});

test('one foreign message is not worth a fold, and a question that is not there folds nothing', () => {
  const talk = [say('q', { by: 'tao' }), say('n', { by: 'x' }), say('a', { by: 'y', replyTo: 'q' })];
  assert.deepEqual(shape(talk, 'q'), ['q', 'n', 'a']);
  assert.deepEqual(shape(talk, 'gone'), ['q', 'n', 'a']);
});

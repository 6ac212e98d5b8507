import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Message } from '../../kit/message.ts';
import { emptyLog, markReaction, mergeMessages, toRows, trimLog, type Log, type Pending } from './log.ts';

const start = Date.parse('2026-11-19T11:00:00Z');

function message(seq: number, rest: Partial<Message> & { by?: string; minute?: number } = {}): Message {
  const { by = 'tan', minute = seq, ...more } = rest;
  return {
    id: `m${seq}`,
    groupId: 'g',
    seq,
    changedSeq: seq,
    at: new Date(start + minute * 60_000).toISOString(),
    author: { identityId: by, name: by, pictureId: null, role: 'member', kind: 'member' },
    kind: 'text',
    text: `text ${seq}`,
    picture: null,
    replyTo: null,
    mentions: [],
    reactions: [],
    pinned: false,
    recalledAt: null,
    editedAt: null,
    clientId: null,
    ...more,
  };
}

const viewing = { me: 'me', readUpTo: undefined, pending: [] as Pending[], zone: 'Asia/Shanghai' };
const ids = (log: Log): string[] => log.messages.map(({ id }) => id);

test('messages come in any order and any number of times, and stand once, by time', () => {
  const log = mergeMessages(mergeMessages(emptyLog, [message(2), message(1)]), [message(3), message(2)]);
  assert.deepEqual(ids(log), ['m1', 'm2', 'm3']);
});

test('an older state of a message never replaces a newer one', () => {
  const recalled = message(1, { changedSeq: 5, recalledAt: '2026-11-19T11:05:00Z', text: '' });
  const log = mergeMessages(mergeMessages(emptyLog, [recalled]), [message(1)]);
  assert.equal(log.messages[0]?.recalledAt, recalled.recalledAt);
});

test('my word stays mine when a frame for everybody says otherwise, and goes when nobody gives it any more', () => {
  const own = mergeMessages(emptyLog, [message(1, { reactions: [{ key: 'like', count: 1, mine: true }] })]);
  const more = mergeMessages(own, [message(1, { changedSeq: 2, reactions: [{ key: 'like', count: 2, mine: false }] })]);
  assert.deepEqual(more.messages[0]?.reactions, [{ key: 'like', count: 2, mine: true }]);
  const none = mergeMessages(more, [message(1, { changedSeq: 3, reactions: [] })]);
  assert.deepEqual(none.messages[0]?.reactions, []);
});

test('a word given and taken back counts once each, however often it is pressed', () => {
  const log = mergeMessages(emptyLog, [message(1)]);
  const on = markReaction(markReaction(log, 'm1', { key: 'like', isOn: true }), 'm1', { key: 'like', isOn: true });
  assert.deepEqual(on.messages[0]?.reactions, [{ key: 'like', count: 1, mine: true }]);
  assert.deepEqual(markReaction(on, 'm1', { key: 'like', isOn: false }).messages[0]?.reactions, []);
});

test('in an older part of the talk new messages stay out, changes come in', () => {
  const part: Log = { messages: [message(4), message(5)], hasOlder: true, isLatest: false };
  const log = mergeMessages(part, [message(9), message(2), message(4, { changedSeq: 9, text: 'new' })]);
  assert.deepEqual(ids(log), ['m4', 'm5']);
  assert.equal(log.messages[0]?.text, 'new');
  assert.deepEqual(ids(mergeMessages(part, [message(3)], { extend: true })), ['m3', 'm4', 'm5']);
});

test('trimming lets go of the far end and remembers it', () => {
  const log: Log = { messages: [1, 2, 3, 4].map((seq) => message(seq)), hasOlder: false, isLatest: true };
  assert.deepEqual([ids(trimLog(log, 'start', 2)), trimLog(log, 'start', 2).isLatest], [['m1', 'm2'], false]);
  assert.deepEqual([ids(trimLog(log, 'end', 3)), trimLog(log, 'end', 3).hasOlder], [['m2', 'm3', 'm4'], true]);
  assert.equal(trimLog(log, 'end', 4), log);
});

test('rows: a day, a time after a quiet spell, bubbles grouped by author within five minutes', () => {
  const log = mergeMessages(emptyLog, [
    message(1, { minute: 0 }),
    message(2, { minute: 1 }),
    message(3, { minute: 2, by: 'me' }),
    message(4, { minute: 20 }),
    message(5, { minute: 26 }),
    message(6, { minute: 60 * 24 }),
  ]);
  const rows = toRows(log, viewing).map((row) =>
    row.kind === 'message' ? `${row.key}${row.isFirst ? ' first' : ''}${row.isMine ? ' mine' : ''}` : row.kind,
  );
  assert.deepEqual(rows, ['day', 'm1 first', 'm2', 'm3 first mine', 'time', 'm4 first', 'm5 first', 'day', 'm6 first']);
});

test('midnight belongs to the zone of the reader', () => {
  const log = mergeMessages(emptyLog, [
    message(1, { at: '2026-11-19T15:59:00Z' }),
    message(2, { at: '2026-11-19T16:00:00Z' }),
  ]);
  assert.deepEqual(
    toRows(log, viewing).map(({ kind }) => kind),
    ['day', 'message', 'day', 'message'],
  );
  assert.deepEqual(
    toRows(log, { ...viewing, zone: 'UTC' }).map(({ kind }) => kind),
    ['day', 'message', 'message'],
  );
});

test('"new from here" stands before the first unread message of somebody else, and not above everything', () => {
  const log = mergeMessages(emptyLog, [message(1), message(2, { by: 'me' }), message(3)]);
  const kinds = (readUpTo: number): string[] =>
    toRows(log, { ...viewing, readUpTo }).map((row) => ('message' in row ? row.key : row.kind));
  assert.deepEqual(kinds(1), ['day', 'm1', 'm2', 'unread', 'm3']);
  assert.deepEqual(kinds(0), ['day', 'm1', 'm2', 'm3']);
  assert.deepEqual(kinds(3), ['day', 'm1', 'm2', 'm3']);
});

test('a pending message is shown until its own clientId is in the talk: never doubled', () => {
  const pending: Pending = {
    clientId: 'c1',
    at: new Date(start + 4 * 60_000).toISOString(),
    kind: 'text',
    text: 'x',
    replyTo: null,
    mentions: [],
    state: 'sending',
  };
  const log = mergeMessages(emptyLog, [message(1)]);
  assert.equal(toRows(log, { ...viewing, pending: [pending] }).filter(({ kind }) => kind === 'pending').length, 1);
  const arrived = mergeMessages(log, [message(4, { by: 'me', clientId: 'c1' })]);
  assert.equal(toRows(arrived, { ...viewing, pending: [pending] }).filter(({ kind }) => kind === 'pending').length, 0);
});

test('recalled and system messages are rows of their own and end a group of bubbles', () => {
  const log = mergeMessages(emptyLog, [
    message(1, { minute: 0 }),
    message(2, { minute: 1, recalledAt: '2026-11-19T11:02:00Z' }),
    message(3, { minute: 2, kind: 'system' }),
    message(4, { minute: 3 }),
  ]);
  const rows = toRows(log, viewing);
  assert.deepEqual(
    rows.map(({ kind }) => kind),
    ['day', 'message', 'recalled', 'system', 'message'],
  );
  assert.equal(rows[4]?.kind === 'message' && rows[4].isFirst, true);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markLikeness, readSigns, type Arrived } from './signs.ts';

const joinedAt = new Date('2026-11-19T12:00:00Z');
const arrived = (name: string, face: string | null = null): Arrived => ({ identityId: name, name, face, joinedAt });
const many = (count: number, name: (at: number) => string, face: (at: number) => string | null = () => null) =>
  Array.from({ length: count }, (_, at) => arrived(name(at), face(at)));
const guests = ['小满', '阿圆', '何小曼', '米粒妈', '阿德', '辣妹厨房', '王秀芬', '老周'];
const asGuests = guests.map((name) => arrived(name));

test('names with one stem, one face, or far too many are signs; eight guests of an evening are none', () => {
  const sameFace = many(
    8,
    (at) => guests[at]!,
    (at) => (at < 4 ? 'same' : `other${at}`),
  );
  const crowd = many(24, (at) => `${guests[at % 8]}${'甲乙丙'[at % 3]}`);
  const found = [asGuests, many(8, (at) => `美美${at + 100}`), many(8, (at) => `user_${at}83${at}`), sameFace, crowd];
  assert.deepEqual(
    found.map((some) => readSigns(some, 8)),
    [null, 'names', 'names', 'faces', 'crowd'],
  );
  assert.equal(readSigns([...many(4, (at) => `${at}小满`), ...asGuests], 8), null);
});

test('only who looks like others is marked', () => {
  const marked = markLikeness([...many(6, (at) => `甜甜${at + 20}`), arrived('老周', 'one'), arrived('阿德', 'one')]);
  assert.deepEqual(
    marked.map(({ isNameAlike, isFaceAlike }) => [isNameAlike, isFaceAlike]),
    [...Array.from({ length: 6 }, () => [true, false]), [false, true], [false, true]],
  );
  assert.ok(markLikeness(asGuests).every(({ isNameAlike, isFaceAlike }) => !isNameAlike && !isFaceAlike));
});

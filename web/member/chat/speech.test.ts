import assert from 'node:assert/strict';
import { test } from 'node:test';
import { speechOf } from './speech.ts';

const now = Date.parse('2026-11-19T11:42:00Z');
const group = {
  id: 'g',
  name: '',
  tier: 'ordinary',
  lifecycle: 'growing',
  members: 3,
  pictureId: null,
  mutedAll: false,
  slowModeSeconds: 0,
  notice: null,
};
const member = { identityId: 'i', name: '', pictureId: null, role: 'member' as const, joinedAt: '', mutedUntil: null };

test('who may speak, and who may not, and until when', () => {
  const later = now + 60_000;
  const inAMinute = new Date(later).toISOString();
  const cases = [
    [{ group, membership: member, slowUntil: 0 }, { may: true }],
    [
      { group, membership: { ...member, mutedUntil: inAMinute }, slowUntil: 0 },
      { may: false, why: 'muted', until: later },
    ],
    [{ group, membership: { ...member, mutedUntil: new Date(now - 1).toISOString() }, slowUntil: 0 }, { may: true }],
    [
      { group: { ...group, mutedAll: true }, membership: member, slowUntil: 0 },
      { may: false, why: 'mutedAll' },
    ],
    [
      { group: { ...group, mutedAll: true }, membership: { ...member, role: 'steward' as const }, slowUntil: later },
      { may: true },
    ],
    [
      { group, membership: { ...member, role: 'admin' as const, mutedUntil: inAMinute }, slowUntil: 0 },
      { may: false, why: 'muted', until: later },
    ],
    [
      { group: { ...group, slowModeSeconds: 90 }, membership: member, slowUntil: later },
      { may: false, why: 'slow', until: later },
    ],
    [{ group, membership: member, slowUntil: later }, { may: true }],
    [
      { group: { ...group, lifecycle: 'dissolved' }, membership: { ...member, role: 'owner' as const }, slowUntil: 0 },
      { may: false, why: 'dissolved' },
    ],
  ] as const;
  for (const [given, expected] of cases) assert.deepEqual(speechOf(now, given), expected);
});

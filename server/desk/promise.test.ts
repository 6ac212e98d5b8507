import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deskSettings, promiseUntil } from './promise.ts';
import { canMove, checkSteps, lifeOfQuestion } from './question-state.ts';

const groupId = '0190a0a0-0000-7000-8000-00000000000a';
const shanghai = 'Asia/Shanghai';

function until(at: string, wish: { zone?: string; settings?: object; group?: string } = {}): string | undefined {
  const settings = deskSettings.schema.parse({ serviceFrom: '09:00', serviceTo: '22:00', ...wish.settings });
  const { group = groupId, zone = shanghai } = wish;
  return promiseUntil(new Date(at), { groupId: group, zone, settings })?.toISOString();
}

test('a promise runs only in the hours of service, over evenings and several days', () => {
  assert.equal(until('2026-11-19T03:00:00Z'), '2026-11-19T03:30:00.000Z');
  // 21:50 in Shanghai: ten minutes today, twenty tomorrow from nine.
  assert.equal(until('2026-11-19T13:50:00Z'), '2026-11-20T01:20:00.000Z');
  // 02:00 at night counts from nine.
  assert.equal(until('2026-11-18T18:00:00Z'), '2026-11-19T01:30:00.000Z');
  // Twenty-six hours are two days of service.
  assert.equal(until('2026-11-19T01:00:00Z', { settings: { promiseMinutes: 26 * 60 } }), '2026-11-20T14:00:00.000Z');
});

test('around the clock, at night only, for one group, and none at all', () => {
  const aroundTheClock = { serviceFrom: '00:00', serviceTo: '00:00' };
  assert.equal(until('2026-11-19T18:00:00Z', { settings: aroundTheClock }), '2026-11-19T18:30:00.000Z');
  const atNight = { serviceFrom: '22:00', serviceTo: '06:00' };
  assert.equal(until('2026-11-19T15:50:00Z', { settings: atNight }), '2026-11-19T16:20:00.000Z');
  assert.equal(until('2026-11-19T04:00:00Z', { settings: atNight }), '2026-11-19T14:30:00.000Z');
  const forOne = { groupMinutes: { [groupId]: 5 } };
  assert.equal(until('2026-11-19T03:00:00Z', { settings: forOne }), '2026-11-19T03:05:00.000Z');
  assert.equal(until('2026-11-19T03:00:00Z', { settings: forOne, group: 'other' }), '2026-11-19T03:30:00.000Z');
  assert.equal(until('2026-11-19T03:00:00Z', { settings: { promiseMinutes: 0 } }), undefined);
});

test('a change to winter time in the middle of a promise does not lose an hour of service', () => {
  // Berlin, the night of 25 October 2026 has 25 hours: 21:50 there is 19:50 UTC, nine in the morning is 08:00 UTC.
  assert.equal(until('2026-10-24T19:50:00Z', { zone: 'Europe/Berlin' }), '2026-10-25T08:20:00.000Z');
});

test('the life of a question: what the talk may do the team may undo, and nothing is settled twice', () => {
  assert.ok(canMove({ from: 'open', to: 'answered', by: 'talk' }));
  assert.ok(canMove({ from: 'answered', to: 'open', by: 'team' }));
  assert.ok(!canMove({ from: 'closed', to: 'answered', by: 'talk' }));
  assert.ok(!canMove({ from: 'closed', to: 'open', by: 'program' }));
  assert.throws(() => checkSteps([...lifeOfQuestion, lifeOfQuestion[0]!]), /declared twice/);
  assert.throws(() => checkSteps([...lifeOfQuestion, { from: 'open', to: 'open', by: 'team' }]), /leads nowhere/);
  assert.throws(() => checkSteps(lifeOfQuestion.filter(({ to }) => to !== 'closed')), /closed can't be reached/);
  assert.throws(() => checkSteps(lifeOfQuestion.filter(({ from }) => from !== 'closed')), /no way out of closed/);
});

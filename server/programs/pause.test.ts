/** A program that rests: nothing counts and nothing breaks, whatever the pauses are. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { shiftDay } from '../platform/clock.ts';
import type { Pause } from './definition.ts';
import { countStanding, playedBefore, streakOf } from './streak.ts';
import { enter, look, makeUp, openTalk, openTalkApp, plan, press, said, type Talk } from './testing.ts';

const app = await openTalkApp();

const ask = (talk: Talk, path: string, body: object) =>
  app.request('POST', `/api/communities/${talk.communityId}/programs/${path}`, { as: talk.owner, body });

test('a pause begins tomorrow, counts nothing, breaks no streak, and ends when it is called back', async () => {
  app.clock.set('2026-11-16T11:00:00Z');
  const talk = await openTalk(app);
  const lan = await enter(talk, '阿兰');
  const program = await plan(talk);
  await press(talk, lan, program);
  app.clock.set('2026-11-17T11:00:00Z');
  const paused = await ask(talk, `${program.id}/pause`, {});
  assert.deepEqual([paused.body.state, paused.body.pause], ['running', { from: '2026-11-18', to: null }]);
  assert.equal((await ask(talk, `${program.id}/pause`, {})).body.code, 'programs.not_running');
  await press(talk, lan, program);
  app.clock.set('2026-11-20T11:00:00Z');
  assert.equal((await press(talk, lan, program)).body.code, 'programs.paused');
  await said(talk, lan, '打卡');
  await app.settle();
  const resting = await look(talk, lan, program);
  assert.deepEqual([resting.today.state, resting.me.streak, resting.makeUp.days], ['paused', 2, []]);
  assert.equal((await makeUp(talk, lan, { program, day: '2026-11-18' })).body.code, 'programs.bad_day');
  const back = await ask(talk, `${program.id}/resume`, {});
  assert.deepEqual([back.body.state, back.body.pause], ['running', null]);
  assert.equal((await press(talk, lan, program)).body.checkIn.me.streak, 3);
  app.clock.set('2026-11-22T11:00:00Z');
  assert.equal((await look(talk, lan, program)).me.streak, 0, 'a day missed after the pause breaks it');
  assert.equal((await ask(talk, `${program.id}/resume`, {})).body.code, 'programs.not_paused');
});

test('a pause with an end goes by itself; one that has not begun is taken back without a trace', async () => {
  app.clock.set('2026-11-16T11:00:00Z');
  const talk = await openTalk(app);
  const lan = await enter(talk, '阿兰');
  const program = await plan(talk);
  await press(talk, lan, program);
  assert.equal((await ask(talk, `${program.id}/pause`, { until: '2026-11-16' })).body.code, 'programs.pause_too_short');
  await ask(talk, `${program.id}/pause`, { until: '2026-11-18' });
  assert.equal((await ask(talk, `${program.id}/resume`, {})).body.pause, null);
  await ask(talk, `${program.id}/pause`, { until: '2026-11-18' });
  app.clock.set('2026-11-19T11:00:00Z');
  assert.equal((await press(talk, lan, program)).body.checkIn.me.streak, 2);
  const base = `/api/communities/${talk.communityId}/programs/${program.id}`;
  const line = (await app.request('GET', `${base}/board?scope=all`, { as: talk.owner })).body.items[0];
  assert.deepEqual([line.days, line.streak, line.longest], [2, 2, 2]);
});

const offset = fc.nat(40);
const dayAt = (at: number) => shiftDay('2026-02-10', at);

test('counting with pauses is counting on a calendar from which they were cut out', () => {
  fc.assert(
    fc.property(fc.uniqueArray(offset), fc.array(fc.tuple(offset, fc.nat(5)), { maxLength: 4 }), (given, wanted) => {
      const pauses: Pause[] = [];
      for (const [start, length] of wanted.toSorted(([a], [b]) => a - b)) {
        const last = pauses.at(-1);
        if (!last || last.to! < dayAt(start)) pauses.push({ from: dayAt(start), to: dayAt(start + length) });
      }
      const rests = (day: string) => pauses.some(({ from, to }) => day >= from && day <= to!);
      const played = Array.from({ length: 60 }, (_, at) => dayAt(at)).filter((day) => !rests(day));
      const days = given.map(dayAt).filter((day) => !rests(day));
      // The same days on a calendar without gaps.
      const moved = days.map((day) => dayAt(played.indexOf(day)));
      const { lastDay, ...counted } = countStanding(days, pauses);
      const { lastDay: _moved, ...plain } = countStanding(moved);
      assert.deepEqual(counted, plain);
      for (const today of played.slice(1)) {
        assert.equal(playedBefore(today, pauses), played[played.indexOf(today) - 1]);
        const alive = lastDay !== null && played.indexOf(today) - played.indexOf(lastDay) <= 1;
        assert.equal(streakOf({ run: counted.run, lastDay }, today, pauses), alive ? counted.run : 0);
      }
    }),
  );
});

/**
 * Levels in a large community: everybody is placed on a ladder of five levels, the ladder is gone through at night, a change of rules is
 * tried, and those of whom something has changed are looked at. Each by the functions that jobs and routes call.
 */
import { performance } from 'node:perf_hooks';
import { inTransaction } from '../server/platform/context.ts';
import type { Draft } from '../server/levels/index.ts';
import { tryLadder } from '../server/levels/dry-run.ts';
import { createLadder } from '../server/levels/ladder.ts';
import { evaluatePeople, evaluateTouched, runPass } from '../server/levels/pass.ts';
import { startPass } from '../server/levels/store/ladder.ts';
import { catchUp } from '../server/profiles/refresh.ts';
import { readNumbers, runBenchmark, say, type Outcome } from './kit/benchmark.ts';
import { besideApp } from './kit/database.ts';
import { openFilled } from './kit/filled.ts';
import { round } from './kit/statistics.ts';

const targetMs = 60_000;
/** Ten times the people may take at most so many times as long for each of them. */
const mostGrowth = 1.5;
const options = readNumbers({
  groups: 1000,
  people: 200_000,
  stays: 10,
  counters: 3_000_000,
  moved: 5000,
  control: 300,
});
const inside = await openFilled(options);
const { app, communityId, groupIds } = inside;
const ctx = app.context({});
let ladderId = '';

await runBenchmark({
  name: 'levels',
  about: `a ladder of five levels over ${options.people} people in ${options.groups} groups; target: a night of ${options.moved} changed people ≤ ${targetMs / 1000} s; changes cost by people touched.`,
  controlAbout: 'every person is asked for alone, as when somebody opens their own page; reckoned up to everybody.',
  measure,
  control,
  end: inside.close,
});

async function measure(): Promise<Outcome> {
  await forgetLadders();
  const place = async () => {
    ladderId = (await inTransaction(ctx, (inner) => createLadder(inner, communityId, draft(200)))).id;
    await runPass(ctx, { communityId, id: ladderId });
  };
  const placedMs = await time('everybody placed for the first time', place);
  const levels = await countLevels();
  say(`  people above the first level: ${levels.join(', ')}`);
  await besideApp(app, (database) => database.query('vacuum analyze profiles_facts, levels_standings'));
  await spend(options.moved);
  while (await catchUp(ctx, communityId)) {
    // As the job of profiles does it.
  }
  const before = await countChanges();
  const nightMs = await time(`a night after ${options.moved} people had other points`, night);
  const changes = (await countChanges()) - before;
  say(`  changes: ${changes}`);
  const calmMs = await time('a night in which nothing had changed', night);
  const dryMs = await time('a change of rules, tried', async () => {
    const { up, down } = await tryLadder(ctx, communityId, { ladderId, draft: { ...(await numbered()), ...rest() } });
    say(`  ${up.count} up, ${down.count} down`);
    if (up.count === 0 || down.count === 0) throw new Error('the change moves nobody');
  });
  const touched = await measureTouched();
  const ok = nightMs <= targetMs && placedMs <= targetMs && changes > 0 && touched.growth <= mostGrowth;
  return { ok, figures: { targetMs, ...options, placedMs, levels, nightMs, changes, calmMs, dryMs, touched } };
}

/** One after another, some of everybody. */
async function control(): Promise<Outcome> {
  const people = await besideApp(app, async (database) => {
    const { rows } = await database.query<{ person_id: string }>(
      'select person_id from profiles_facts where community_id = $1 order by md5(person_id::text) limit $2',
      [communityId, options.control],
    );
    return rows.map((row) => row.person_id);
  });
  const begun = performance.now();
  for (const personId of people) await inTransaction(ctx, (inner) => evaluatePeople(inner, communityId, [personId]));
  const eachMs = (performance.now() - begun) / people.length;
  const allMs = round(eachMs * options.people);
  say(`  ${round(eachMs)} ms for each, ${round(allMs / 1000)} s for everybody`);
  return { ok: allMs <= targetMs, figures: { eachMs: round(eachMs), allMs } };
}

async function night(): Promise<void> {
  await startPass(ctx, communityId, ladderId);
  await runPass(ctx, { communityId, id: ladderId });
}

/** What it costs to look at some people, and at ten times as many: each of them should cost the same. */
async function measureTouched(): Promise<{ fewMs: number; manyMs: number; growth: number }> {
  const touch = async (count: number) => {
    await besideApp(app, (database) =>
      database.query(
        `insert into levels_marks select community_id, identity_id from profiles_facts
         where community_id = $1 order by md5(person_id::text) limit $2 on conflict do nothing`,
        [communityId, count],
      ),
    );
    const begun = performance.now();
    while (await evaluateTouched(ctx, communityId)) {
      // Until nobody is left.
    }
    return performance.now() - begun;
  };
  await touch(1000);
  const [fewMs, manyMs] = [await touch(1000), await touch(10_000)];
  const growth = round(manyMs / 10 / fewMs);
  say(
    `  looked at: 1,000 people ${round(fewMs)} ms, 10,000 people ${round(manyMs)} ms (${growth} times as long for each)`,
  );
  return { fewMs: round(fewMs), manyMs: round(manyMs), growth };
}

async function forgetLadders(): Promise<void> {
  await besideApp(app, async (database) => {
    for (const table of ['changes', 'standings', 'payments', 'marks', 'ladders'])
      await database.query(`delete from levels_${table}`);
  });
}

/** Other points for some people, as a day would bring them. */
async function spend(count: number): Promise<void> {
  await besideApp(app, (database) =>
    database.query(
      `with picked as (select id, owner_id from ledger_accounts where owner_kind = 'identity' order by md5(id::text) limit $1),
       moved as (update ledger_accounts a set balance = (balance + 700) % 2000 from picked where a.id = picked.id returning a.owner_id)
       insert into profiles_stale select $2::uuid, owner_id from moved on conflict do nothing`,
      [count, communityId],
    ),
  );
}

async function countLevels(): Promise<number[]> {
  return besideApp(app, async (database) => {
    const { rows } = await database.query<{ people: number }>(
      'select count(*)::int as people from levels_standings where ladder_id = $1 group by level order by level',
      [ladderId],
    );
    return rows.map(({ people }) => people);
  });
}

async function countChanges(): Promise<number> {
  return besideApp(app, async (database) => {
    const { rows } = await database.query<{ count: number }>('select count(*)::int from levels_changes');
    return rows[0]!.count;
  });
}

/** The same ladder with a harder and an easier rule. */
async function numbered(): Promise<Pick<Draft, 'levels'>> {
  const { levels } = draft(400);
  return { levels: levels.map((level, at) => ({ ...level, number: at + 1 })) };
}

function rest(): Omit<Draft, 'levels'> {
  const { levels: _levels, ...others } = draft(400);
  return others;
}

/** Rules over points, windows, tenure, a set of groups; no days of grace, so that a night moves people both ways. */
function draft(silver: number): Draft {
  const one = (fact: string, op: string, more: object = {}) => ({ fact, op, not: false, ...more });
  const all = (...items: object[]) => ({ join: 'all', items });
  const spoke = (days: number, number: number) => one('people.messages', 'at_least', { days, number });
  const points = (number: number) => one('ledger.points', 'at_least', { number });
  const level = (name: string, entry: object | null, staying: object | null) => ({
    number: null,
    name,
    entry,
    staying,
    price: null,
    privileges: [],
  });
  return {
    name: '成长',
    main: true,
    policy: { keepDays: 0, graceDays: 0, stepDays: 0 },
    levels: [
      level('新朋友', null, null),
      level(
        '熟面孔',
        all(silver === 200 ? spoke(90, 1) : one('people.groups', 'at_least', { number: 1 })),
        all(one('people.last_spoke', 'within', { number: 60 })),
      ),
      level('银牌', all(points(silver), spoke(28, 1)), all(points(silver * 0.9))),
      level(
        '金牌',
        all(points(900), one('people.active_days', 'at_least', { days: 28, number: silver === 200 ? 4 : 1 })),
        all(points(800)),
      ),
      level(
        '元老',
        all(points(1500), one('people.joined', 'before', { number: 60 }), {
          join: 'any',
          items: [
            one('people.in_group', 'in_now', { options: groupIds.slice(0, 100) }),
            spoke(90, silver === 200 ? 20 : 10),
          ],
        }),
        all(points(1400)),
      ),
    ],
  } as Draft;
}

async function time(what: string, work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  const took = round(performance.now() - begun);
  say(`  ${what}: ${round(took / 1000)} s`);
  return took;
}

/**
 * Segments in a large community, through the API: 200,000 people in 1,000 groups with 2 million stays, what they said in 90 days, points,
 * tags, fields. Twenty given segments, each counted, put into words and shown as a page of people; beside them the list, the search
 * and the drawer. Then what it costs to keep facts right, by people touched. The control asks the same from the tables themselves.
 */
import { performance } from 'node:perf_hooks';
import { catchUp } from '../server/profiles/refresh.ts';
import { readNumbers, runBenchmark, say, type Outcome } from './kit/benchmark.ts';
import { besideApp } from './kit/database.ts';
import { openFilled } from './kit/filled.ts';
import { makeOwnerToken } from './kit/owner-token.ts';
import { describe, round, summarise } from './kit/statistics.ts';
import { findProfileIds, givenSegments, type GivenSegment } from './kit/profiles.ts';

const targetMs = 300;
/** Ten times the people may take at most so many times as long for each of them. */
const mostGrowth = 1.5;
const options = readNumbers({
  groups: 1000,
  people: 200_000,
  stays: 10,
  counters: 3_000_000,
  runs: 200,
  control: 10,
});
const inside = await openFilled(options);
const { app, communityId, groupIds } = inside;
const base = `http://bench.test/api/communities/${communityId}`;
const headers = {
  authorization: `Bearer ${await makeOwnerToken(inside)}`,
  host: 'bench.test',
  'content-type': 'application/json',
};
const ids = await besideApp(app, findProfileIds);

await runBenchmark({
  name: 'segments',
  about: `20 segments, list, search and drawer with ${options.people} people in ${options.groups} groups, ${options.people * options.stays} stays; target: p95 of ${options.runs} runs ≤ ${targetMs} ms; facts cost by people touched.`,
  controlAbout: 'the three segments with windows count days of people where they were written down, for everybody.',
  measure,
  control,
  end: inside.close,
});

async function measure(): Promise<Outcome> {
  const segments = givenSegments(ids, groupIds);
  const cold = await askCold(segments);
  const asked = await askAll(segments);
  const touched = await measureTouched();
  const ok = asked.p95 <= targetMs && touched.growth <= mostGrowth && cold.slowest <= 5 * targetMs;
  return { ok, figures: { targetMs, ...options, touched, cold, ...asked } };
}

async function control(): Promise<Outcome> {
  const times: number[] = [];
  for (let at = 0; at < options.control; at++) {
    const begun = performance.now();
    await besideApp(app, (database) =>
      database.query(
        `select count(*) from people_persons p where p.community_id = $1 and (
           select coalesce(sum(d.messages), 0) from people_identities i
           join people_days d on d.community_id = i.community_id and d.identity_id = i.id and d.day > current_date - 28
           where i.community_id = p.community_id and i.person_id = p.id) >= 3`,
        [communityId],
      ),
    );
    times.push(performance.now() - begun);
  }
  const latencyMs = summarise(times);
  say(`  ${describe(latencyMs)}`);
  return { ok: latencyMs.p95 <= targetMs, figures: { latencyMs } };
}

/** What it costs to make facts anew of some people, and of ten times as many: each of them should cost the same. */
async function measureTouched(): Promise<{ fewMs: number; manyMs: number; perPersonMs: number; growth: number }> {
  const touch = async (count: number) => {
    await besideApp(app, (database) =>
      database.query(
        `insert into profiles_stale select community_id, identity_id from profiles_facts
         where community_id = $1 order by md5(person_id::text) limit $2 on conflict do nothing`,
        [communityId, count],
      ),
    );
    const begun = performance.now();
    while (await catchUp(app.context({}), communityId)) {
      // Until nobody is left.
    }
    return performance.now() - begun;
  };
  await touch(400);
  const [fewMs, manyMs] = [await touch(1000), await touch(10_000)];
  const growth = round(manyMs / 10 / fewMs);
  say(
    `  facts anew: 1,000 people ${round(fewMs)} ms, 10,000 people ${round(manyMs)} ms (${growth} times as long for each)`,
  );
  return { fewMs: round(fewMs), manyMs: round(manyMs), perPersonMs: round(manyMs / 10_000), growth };
}

/** Each segment once after the database has forgotten what it had in memory. */
async function askCold(segments: readonly GivenSegment[]): Promise<{ slowest: number }> {
  await besideApp(app, async (database) => {
    // Reading a larger table pushes everything else out of the shared memory.
    await database.query('select count(*) from people_memberships');
    await database.query('select sum(messages) from people_days');
    await database.query('select count(*) from people_identities where name_key is not null');
  });
  let slowest = 0;
  for (const segment of segments) {
    const begun = performance.now();
    await preview(segment);
    slowest = Math.max(slowest, performance.now() - begun);
  }
  say(`  first time after other work: slowest ${round(slowest)} ms`);
  return { slowest: round(slowest) };
}

/** The segments in turns, so many runs in all; the other questions forty times each. */
async function askAll(segments: readonly GivenSegment[]) {
  const latencyMs: Record<string, ReturnType<typeof summarise>> = {};
  const rounds = Math.ceil(options.runs / segments.length);
  const ofSegments = await askTimes(
    segments.map((segment) => [segment.name, () => preview(segment)]),
    rounds,
  );
  const ofScreens = await askTimes(
    [
      ['list, newest', () => get('/people')],
      ['list, latest active', () => get('/people?sort=active')],
      ['search', () => get(`/people?q=${encodeURIComponent('小红')}`)],
      ['drawer: person', () => get(`/people/${ids.personId}`)],
      ['drawer: profile', () => get(`/people/${ids.personId}/profile`)],
      ['drawer: timeline', () => get(`/people/${ids.personId}/timeline`)],
      ['drawer: notes', () => get(`/people/${ids.personId}/notes`)],
      ['drawer: points', () => get(`/people/${ids.personId}/points`)],
      ['drawer: levels', () => get(`/people/${ids.personId}/levels`)],
      ['drawer: merges', () => get(`/people/${ids.personId}/merges`)],
      ['drawer: likenesses', () => get(`/likenesses?personId=${ids.personId}&limit=5`)],
      ['likenesses', () => get('/likenesses?limit=50')],
      ['counts', () => get('/people-counts')],
      ['channels', () => get('/people-sources')],
      ['tags', () => get('/tags')],
      ['points: who earned most', () => get('/points/earners')],
      ['care: fading', () => get('/care/fading?limit=50')],
      ['care: newcomers', () => get('/care/newcomers')],
      ['care: contacts', () => get('/care/contacts')],
      ['care: seeds', () => get('/care/seeds')],
      ['care: sorting', () => get('/care/sorting')],
      ['guests', () => get('/guests')],
      ['tags of a page', () => get(`/people-tags?personIds=${ids.personIds.join(',')}`)],
    ],
    40,
  );
  for (const [name, times] of [...ofSegments, ...ofScreens]) {
    latencyMs[name] = summarise(times);
    say(`  ${name}: ${describe(latencyMs[name])}`);
  }
  const all = summarise([...ofSegments.values()].flat());
  say(`  the segments, all runs: ${describe(all)}`);
  const screens = Math.max(...[...ofScreens.keys()].map((name) => latencyMs[name]!.p95));
  return { segmentsMs: all, screensP95Ms: screens, latencyMs, p95: Math.max(all.p95, screens) };
}

async function askTimes(
  asks: readonly (readonly [string, () => Promise<void>])[],
  rounds: number,
): Promise<Map<string, number[]>> {
  const times = new Map<string, number[]>(asks.map(([name]) => [name, []]));
  for (let at = 0; at < rounds; at++) {
    for (const [name, ask] of asks) {
      const begun = performance.now();
      await ask();
      times.get(name)!.push(performance.now() - begun);
    }
  }
  return times;
}

async function preview({ definition, isFound = true }: GivenSegment): Promise<void> {
  const body = JSON.stringify({ definition, limit: 50 });
  const response = await app.http.fetch(new Request(`${base}/segments/preview`, { method: 'POST', headers, body }));
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${response.status} ${text.slice(0, 300)}`);
  if (isFound && (JSON.parse(text) as { count: number }).count === 0) throw new Error(`nobody: ${body}`);
}

async function get(path: string): Promise<void> {
  const response = await app.http.fetch(new Request(base + path, { headers }));
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${path}: ${response.status} ${text.slice(0, 300)}`);
}

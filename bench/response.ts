/**
 * Response time in a large community, through the API: 200,000 questions of 1,000 groups in 90 days, by both clocks, and pages of the
 * questions behind a number. The control reads the same questions row by row, as a screen without counting in the database would.
 */
import { performance } from 'node:perf_hooks';
import { readNumbers, runBenchmark, say, type Outcome } from './kit/benchmark.ts';
import { besideApp, refreshStatistics } from './kit/database.ts';
import { openInside } from './kit/inside.ts';
import { makeOwnerToken } from './kit/owner-token.ts';
import { summarise } from './kit/statistics.ts';

const targetMs = 1000;
const options = readNumbers({ groups: 1000, questions: 200_000, runs: 30, control: 5 });
const inside = await openInside({ groups: options.groups });
const { app, communityId, groupIds } = inside;
const base = `http://bench.test/api/communities/${communityId}`;
const headers = { authorization: `Bearer ${await makeOwnerToken(inside)}`, host: 'bench.test' };

await runBenchmark({
  name: 'response',
  about: `response time of ${options.questions} questions in ${options.groups} groups over 90 days, both clocks; target: p95 of ${options.runs} runs ≤ ${targetMs} ms.`,
  controlAbout: 'the same questions come over row by row before anything is counted.',
  measure,
  control,
  end: inside.close,
});

async function measure(): Promise<Outcome> {
  await besideApp(app, (database) =>
    database.query(
      `insert into desk_questions (community_id, id, group_id, message_id, asked_by, at, excerpt, due_at, state, assignee_id,
         answered_how, answered_by, answered_message_id, answered_at, settled_at, settled_by)
       select $1, gen_random_uuid(), ($2::uuid[])[1 + n % $3], gen_random_uuid(), gen_random_uuid(), at, '这个周末还办吗？',
         at + interval '30 minutes', case when answered is null then 'open' else 'answered' end,
         case when n % 3 = 0 then ($2::uuid[])[1 + n % 20] end,
         case when answered is not null then 'reply' end, case when answered is not null then gen_random_uuid() end,
         case when answered is not null then gen_random_uuid() end, answered, answered,
         case when answered is not null then 'system:desk' end
       from (select n, at, case when n % 10 < 8 then least($4::timestamptz, at + (-ln(1 - random()) * 45) * interval '1 minute') end as answered
         from (select n, $4::timestamptz - random() * interval '89 days' as at from generate_series(1, $5::int) n) one) two`,
      [communityId, groupIds, groupIds.length, new Date(), options.questions],
    ),
  );
  await besideApp(app, (database) =>
    database.query(
      `insert into desk_holds (community_id, question_id, since, user_id)
       select community_id, id, at + interval '2 minutes', assignee_id from desk_questions where assignee_id is not null`,
    ),
  );
  await besideApp(app, refreshStatistics);
  const found = await ask('/response?days=90');
  say(`${found.total.n} questions, median ${found.total.median.value} min`);
  const always = await time('/response?days=90');
  const service = await time('/response?days=90&clock=service');
  const month = await time('/response?days=28');
  const page = await time('/response/questions?days=90&part=longer&clock=service');
  const ok = found.total.n === options.questions && [always, service, month, page].every(({ p95 }) => p95 <= targetMs);
  return { ok, figures: { targetMs, ...options, always, service, month, page } };
}

async function control(): Promise<Outcome> {
  const times: number[] = [];
  for (let at = 0; at < options.control; at++) {
    const begun = performance.now();
    await besideApp(app, (database) =>
      database.query(`select * from desk_questions where community_id = $1 order by at`, [communityId]),
    );
    times.push(performance.now() - begun);
  }
  const read = summarise(times);
  return { ok: read.p95 <= targetMs, figures: { read } };
}

async function time(path: string) {
  const times: number[] = [];
  for (let at = 0; at < options.runs; at++) {
    const begun = performance.now();
    await ask(path);
    times.push(performance.now() - begun);
  }
  return summarise(times);
}

async function ask(path: string) {
  const answer = await app.http.fetch(new Request(base + path, { headers }));
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${text.slice(0, 300)}`);
  return JSON.parse(text);
}

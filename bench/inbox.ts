/**
 * The inbox of a team with 20 groups of 5,000 messages a day, through the API of two servers side by side, one with four times the days:
 * list, counts, questions, a question's talk, an answer, and how soon a new message moves the list. What comes in meanwhile comes in.
 * The control counts unread messages where they were said.
 */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { WebSocket } from 'ws';
import { createClient } from '../e2e/kit/client.ts';
import { makeDataDir, startServer, type ServerProcess } from '../e2e/kit/server-process.ts';
import { readNumbers, runBenchmark, say, type Outcome } from './kit/benchmark.ts';
import { besideServer, refreshStatistics } from './kit/database.ts';
import { foundPlace, serverEnvironment, type Place } from './kit/place.ts';
import { runPosting } from './kit/posting.ts';
import { describe, round, summarise } from './kit/statistics.ts';
import { createTalker } from './kit/talk.ts';
import { fillQuestions, fillTalk } from './kit/team-inbox.ts';

const targetMs = 150;
/** Until a message that somebody sends has moved the list of the team, its own recording included. */
const liveTargetMs = 250;
const live = 'a new message moves the list';
const mostRatio = 1.2;
const options = readNumbers({
  groups: 20,
  members: 12,
  daily: 5000,
  days: 2,
  times: 4,
  open: 200,
  settled: 2000,
  rounds: 100,
  /** Posts a second in each of the two places while it is measured; 100,000 a day are 1.2. */
  rate: 3,
  control: 20,
});

/** A server with its place, and a socket on which the team hears. */
interface Site {
  server: ServerProcess;
  dataDir: string;
  place: Place;
  base: string;
  questions: Question[];
  socket: WebSocket;
}

interface Question {
  id: string;
  groupId: string;
  messageId: string;
  askedBy: { personId: string };
}

const sites: Site[] = [];
const speak = createTalker('inbox');

const get =
  (path: (question: Question) => string) =>
  ({ place, base }: Site, question: Question): Promise<unknown> =>
    place.operator.call('GET', base + path(question));

/** What the screen asks, and two things that happen on it. */
const screen: Record<string, (site: Site, question: Question) => Promise<unknown>> = {
  groups: get(() => '/inbox?filter=all&limit=40'),
  'groups that speak to us': get(() => '/inbox?filter=mentions&limit=40'),
  'groups by name': get(() => '/inbox?filter=all&limit=40&q=7'),
  totals: get(() => '/inbox?limit=1'),
  'open questions': get(() => '/questions?state=open&snoozed=without&limit=40'),
  'open questions of a group': get(
    ({ groupId }) => `/questions?state=open&snoozed=without&limit=40&groupId=${groupId}`,
  ),
  'put off': get(() => '/questions?state=open&snoozed=only&limit=40'),
  answered: get(() => '/questions?state=answered&limit=40'),
  'laid aside': get(() => '/questions?state=closed&limit=40'),
  counts: get(() => '/question-counts'),
  'one question': get(({ id }) => `/questions/${id}`),
  'its talk': get(({ groupId, messageId }) => `/groups/${groupId}/messages?around=${messageId}&limit=80`),
  'who asks': get(({ askedBy }) => `/people/${askedBy.personId}`),
  'their timeline': get(({ askedBy }) => `/people/${askedBy.personId}/timeline?limit=6`),
  'a group’s latest talk': get(({ groupId }) => `/groups/${groupId}/messages?limit=50`),
  read: ({ place, base }, { groupId }) => place.operator.call('POST', `${base}/inbox/${groupId}/read`, {}),
  answer: answerNext,
  [live]: hearOne,
};

await runBenchmark({
  name: 'inbox',
  about:
    `The inbox with ${options.groups} groups × ${options.daily} messages a day, ${options.open} open questions, ${options.rate} posts/s meanwhile; ` +
    `target: p95 ≤ ${targetMs} ms for every request, ≤ ${liveTargetMs} ms until a new message moves the list; and with ${options.times} times the messages requests take at most ${mostRatio} times as long.`,
  controlAbout: 'unread messages are counted where they were said, for each look at the list.',
  measure,
  control,
  end: async () => {
    for (const { socket } of sites) socket.terminate();
    await Promise.all(sites.map(({ server }) => server.stop()));
  },
});

async function measure(): Promise<Outcome> {
  for (const days of [options.days, options.days * options.times]) sites.push(await openSite(days));
  // The first five warm both servers.
  await askAll(sites, 5);
  const seconds = Math.ceil((options.rounds * 18 * 2 * 15) / 1000);
  const posting = sites.map(({ server, place }) =>
    runPosting({ url: server.url, rooms: place.rooms.slice(1), perSecond: options.rate, seconds, warmUpSeconds: 0 }),
  );
  const asked = await askAll(sites, options.rounds);
  const posted = await Promise.all(posting);
  say(`  posted meanwhile: ${posted.map(({ messages }) => messages.length).join(' and ')} messages`);
  const { figures, worst, worstLive, ratio } = compare(asked);
  say(`  slowest p95 ${worst} ms, live ${worstLive} ms; ${options.times} times the messages: ${ratio} times as long`);
  const ok = worst <= targetMs && worstLive <= liveTargetMs && ratio <= mostRatio;
  return {
    ok,
    figures: {
      targetMs,
      liveTargetMs,
      mostRatio,
      ...options,
      p95Ms: worst,
      liveP95Ms: worstLive,
      ratio,
      requests: figures,
    },
  };
}

async function control(): Promise<Outcome> {
  const asked = sites.map(() => new Map<string, number[]>([['list', []]]));
  for (let at = 0; at < options.control; at++)
    for (const [number, site] of sites.entries()) {
      const begun = performance.now();
      await Promise.all([site.place.operator.call('GET', `${site.base}/inbox?limit=40`), countFromMessages(site)]);
      asked[number]!.get('list')!.push(performance.now() - begun);
    }
  const { figures, worst, ratio } = compare(asked);
  return { ok: worst <= targetMs && ratio <= mostRatio, figures: { p95Ms: worst, ratio, requests: figures } };
}

/** A server with so many days of talk; with BENCH_DATA=/path talk and people are kept there, questions are written anew. */
async function openSite(days: number): Promise<Site> {
  const kept = process.env['BENCH_DATA'];
  const dataDir = kept ? join(kept, `${days}-days`) : await makeDataDir();
  await mkdir(dataDir, { recursive: true });
  const record = join(dataDir, 'place.json');
  const isNew = !existsSync(record);
  const server = await startServer({ dataDir, env: serverEnvironment });
  const place = isNew ? await found(server) : reopen(server, JSON.parse(await readFile(record, 'utf8')) as KeptPlace);
  const { communityId, operator, rooms } = place;
  const groupIds = rooms.map(({ id }) => id);
  const begun = performance.now();
  const { daily, open, settled } = options;
  await besideServer(dataDir, async (database) => {
    if (isNew) await fillTalk(database, { communityId, groupIds, daily, days });
    await fillQuestions(database, { communityId, groupIds, daily, open, settled });
    await refreshStatistics(database);
  });
  say(`  ${options.groups * daily * days} messages and questions in ${round((performance.now() - begun) / 1000)} s`);
  await writeFile(record, JSON.stringify({ communityId, rooms, cookies: [...operator.cookies] }));
  const base = `/api/communities/${communityId}`;
  const questions = await listOpen(place, base);
  return { server, dataDir, place, base, questions, socket: await listen(server.url, place) };
}

type KeptPlace = Pick<Place, 'communityId' | 'rooms'> & { cookies: [string, string][] };

function found(server: ServerProcess): Promise<Place> {
  return foundPlace(
    server,
    Array.from({ length: options.groups }, () => options.members),
  );
}

function reopen(server: ServerProcess, { communityId, rooms, cookies }: KeptPlace): Place {
  const operator = createClient(() => server.url);
  for (const [name, value] of cookies) operator.cookies.set(name, value);
  return { operator, communityId, rooms };
}

async function listOpen({ operator }: Place, base: string): Promise<Question[]> {
  const questions: Question[] = [];
  for (let cursor = ''; ;) {
    const page = await operator.call('GET', `${base}/questions?state=open&limit=100${cursor}`);
    questions.push(...page.items);
    if (!page.nextCursor) break;
    cursor = `&cursor=${page.nextCursor}`;
  }
  if (questions.length < options.open) throw new Error(`only ${questions.length} questions are open`);
  return questions;
}

async function listen(url: string, { operator, communityId }: Place): Promise<WebSocket> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/live`, { headers: { cookie: operator.cookieHeader() } });
  await once(socket, 'open');
  socket.send(JSON.stringify({ op: 'listen', channel: 'team', id: communityId }));
  const [first] = (await once(socket, 'message')) as [Buffer];
  if (JSON.parse(first.toString()).t !== 'ok') throw new Error(first.toString());
  return socket;
}

/** What the screen asks, in turns and on one server after the other, so that both meet the same minutes; times by request. */
async function askAll(from: readonly Site[], rounds: number): Promise<Map<string, number[]>[]> {
  const times = from.map(() => new Map<string, number[]>());
  for (let at = 0; at < rounds; at++)
    for (const name of Object.keys(screen))
      for (const [number, site] of from.entries()) {
        // An operator answers once a second at most.
        if (name === 'answer' && at % 2 === 1) continue;
        const question = site.questions[(at * 7) % site.questions.length]!;
        const begun = performance.now();
        await screen[name]!(site, question);
        const list = times[number]!.get(name) ?? [];
        times[number]!.set(name, [...list, performance.now() - begun]);
      }
  return times;
}

/** Each answer settles another question; those that are left are looked at. */
async function answerNext({ place, base, questions }: Site): Promise<void> {
  const { id } = questions.pop()!;
  const answer = { clientId: randomUUID(), text: '先放两勺米，小火煮一个小时就好。' };
  await place.operator.call('POST', `${base}/questions/${id}/answer`, answer);
}

/** From the sending of a member's words to the frame that says so to the team; nobody else posts in that group. */
async function hearOne({ server, place, socket }: Site): Promise<void> {
  const room = place.rooms[0]!;
  const heard = new Promise<void>((resolve) => {
    const hear = (bytes: Buffer) => {
      const { frames = [] } = JSON.parse(bytes.toString()) as { frames?: { type: string; groupId?: string }[] };
      if (!frames.some(({ type, groupId }) => type === 'inbox' && groupId === room.id)) return;
      socket.off('message', hear);
      resolve();
    };
    socket.on('message', hear);
  });
  const cookie = room.cookies[Math.floor(Math.random() * room.cookies.length)]!;
  const sent = await fetch(`${server.url}/api/member/groups/${room.id}/messages`, {
    method: 'POST',
    headers: { origin: server.url, cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ clientId: randomUUID(), kind: 'text', text: speak() }),
  });
  if (sent.status !== 201) throw new Error(`${sent.status} ${await sent.text()}`);
  await heard;
}

async function countFromMessages({ dataDir, place }: Site): Promise<void> {
  await besideServer(dataDir, (database) =>
    database.query(`select group_id, count(*), max(at) from messages where community_id = $1 group by 1`, [
      place.communityId,
    ]),
  );
}

/** Each request where there is less and where there is more; the ratio is that of the sums of all their p50. */
function compare([few, many]: readonly Map<string, number[]>[]) {
  const figures: Record<string, object> = {};
  let worst = 0;
  let worstLive = 0;
  for (const [name, times] of few!) {
    const [less, more] = [summarise(times), summarise(many!.get(name)!)];
    if (name === live) worstLive = Math.max(less.p95, more.p95);
    else worst = Math.max(worst, less.p95, more.p95);
    const ratio = round(more.p50 / less.p50);
    figures[name] = { less, more, ratio };
    say(`  ${name}: ${describe(less)}; more: ${describe(more)} (${ratio} times)`);
  }
  const whole = (times: Map<string, number[]>) =>
    [...times].reduce((sum, [name, list]) => (name === live ? sum : sum + summarise(list).p50), 0);
  return { figures, worst, worstLive, ratio: round(whole(many!) / whole(few!)) };
}

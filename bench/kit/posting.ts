/**
 * Posts that arrive on a schedule of their own (open loop): a slow answer does not hold back the next post, and latency
 * counts from the moment at which the post was due. A server that stalls cannot hide the posts that had to wait.
 */
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';
import type { Room } from './place.ts';
import { createTalker } from './talk.ts';
import { createRandom } from './texts.ts';

/** Which posts arrive where. */
export interface PostingPlan {
  url: string;
  rooms: readonly Room[];
  perSecond: number;
  seconds: number;
  /** Posts of the first seconds are made but not counted: code gets warm, connections open. */
  warmUpSeconds: number;
}

/** What became of the posts. */
export interface Posted {
  /** Milliseconds from due to acknowledged, of each counted post that was acknowledged. */
  latencies: number[];
  /** Counted posts acknowledged within the time in which they were due, for each second of it. */
  perSecond: number;
  /** Answers other than 201 and `held`, by status; 0 = no answer. */
  refused: Record<number, number>;
  /** Posts of newcomers that the rules have stopped until somebody has looked at them: of this talk, some in a thousand. */
  held: number;
  /** All acknowledged messages, also of the warm-up. */
  messages: { roomId: string; seq: number }[];
  /** The longest delay of the load generator itself, in milliseconds: above a few, its machine was too busy. */
  generatorLag: number;
}

/** Posts by the plan; arrivals are random (Poisson), the same for every run. Resolves when everything was answered. */
export async function runPosting(plan: PostingPlan): Promise<Posted> {
  const due = scheduleArrivals(plan);
  const speak = createTalker('posting');
  const texts = due.map(speak);
  const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
  const posted: Posted = { latencies: [], perSecond: 0, refused: {}, held: 0, messages: [], generatorLag: 0 };
  const start = performance.now() + 50;
  const warmUntil = start + plan.warmUpSeconds * 1000;
  const end = warmUntil + plan.seconds * 1000;
  const speakers = new Map(plan.rooms.map((room) => [room.id, 0]));
  let inTime = 0;

  const post = async (number: number, dueAt: number) => {
    const room = plan.rooms[number % plan.rooms.length]!;
    const turn = speakers.get(room.id)!;
    speakers.set(room.id, turn + 1);
    const cookie = room.cookies[turn % room.cookies.length]!;
    const answer = await send(plan.url, { agent, cookie, roomId: room.id, text: texts[number]! });
    const now = performance.now();
    if (answer.status === 409) {
      posted.held += 1;
      return;
    }
    if (answer.status !== 201) {
      posted.refused[answer.status] = (posted.refused[answer.status] ?? 0) + 1;
      return;
    }
    posted.messages.push({ roomId: room.id, seq: answer.seq });
    if (dueAt < warmUntil) return;
    posted.latencies.push(now - dueAt);
    if (now <= end) inTime += 1;
  };

  const open: Promise<void>[] = [];
  await runSchedule(due, start, (number, dueAt) => {
    if (dueAt >= warmUntil) posted.generatorLag = Math.max(posted.generatorLag, performance.now() - dueAt);
    open.push(post(number, dueAt));
  });
  await Promise.all(open);
  agent.destroy();
  posted.perSecond = inTime / plan.seconds;
  return posted;
}

function scheduleArrivals({ perSecond, seconds, warmUpSeconds }: PostingPlan): number[] {
  const random = createRandom(7);
  const length = (seconds + warmUpSeconds) * 1000;
  const due: number[] = [];
  // Gaps of a Poisson process: independent of each other, so now and then several posts come at once.
  for (let at = gap(); at < length; at += gap()) due.push(at);
  return due;
  function gap(): number {
    return (-Math.log(1 - random()) * 1000) / perSecond;
  }
}

/** Calls `fire` for each entry when it is due, several at once if the timer came late. */
function runSchedule(
  due: readonly number[],
  start: number,
  fire: (number: number, dueAt: number) => void,
): Promise<void> {
  return new Promise((resolve) => {
    let next = 0;
    const tick = () => {
      const now = performance.now() - start;
      while (next < due.length && due[next]! <= now) {
        fire(next, start + due[next]!);
        next += 1;
      }
      if (next === due.length) return resolve();
      setTimeout(tick, due[next]! - now);
    };
    tick();
  });
}

interface Sending {
  agent: Agent;
  cookie: string;
  roomId: string;
  text: string;
}

function send(url: string, { agent, cookie, roomId, text }: Sending): Promise<{ status: number; seq: number }> {
  const body = JSON.stringify({ clientId: randomUUID(), kind: 'text', text });
  return new Promise((resolve) => {
    const sent = request(
      new URL(`/api/member/groups/${roomId}/messages`, url),
      {
        method: 'POST',
        agent,
        headers: {
          origin: url,
          cookie,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
        },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', () => resolve({ status: 0, seq: 0 }));
        response.on('end', () => {
          const status = response.statusCode ?? 0;
          const seq = status === 201 ? readSeq(Buffer.concat(parts).toString()) : 0;
          resolve({ status, seq });
        });
      },
    );
    sent.on('error', () => resolve({ status: 0, seq: 0 }));
    sent.end(body);
  });
}

function readSeq(text: string): number {
  return (JSON.parse(text) as { message: { seq: number } }).message.seq;
}

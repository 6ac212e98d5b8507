/**
 * Many phones that listen to one group, in a process of their own, so that their work does not disturb the clock of whoever
 * posts. Each socket is a real client with its own cookie; all get the same bytes, so each text is parsed only once.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { WebSocket } from 'ws';
import { runInParallel } from './parallel.ts';
import { createHistogram, type Summary } from './statistics.ts';

/** Who listens where. */
export interface AudiencePlan {
  url: string;
  roomId: string;
  cookies: readonly string[];
}

/** What the audience has heard. */
export interface Heard {
  /** Clients that saw every number up to the last, each once and in order. */
  complete: number;
  /** Clients that missed or repeated at least one number, or lost their socket. */
  incomplete: number;
  /** Milliseconds from the message's `at`, which is before its commit, to each client. */
  latencyMs: Summary;
  /** Messages × clients. */
  received: number;
  /** WebSocket messages in which they came. */
  envelopes: number;
}

/** An audience that listens. */
export interface Audience {
  /** Waits until everybody has heard number `lastSeq`, or nothing more has come for `patienceMs`. */
  finish(lastSeq: number, patienceMs: number): Promise<Heard>;
}

/** Brings the audience in; resolves when everybody listens. */
export async function gatherAudience(plan: AudiencePlan): Promise<Audience> {
  const child = fork(fileURLToPath(import.meta.url), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const exited = once(child, 'exit');
  const next = async () => {
    const [answer] = await Promise.race([once(child, 'message'), exited]);
    if (typeof answer !== 'object' || answer === null) throw new Error(`the audience ended with ${answer}`);
    return answer as object;
  };
  child.send(plan);
  await next();
  return {
    finish: async (lastSeq, patienceMs) => {
      child.send({ lastSeq, patienceMs });
      const heard = (await next()) as Heard;
      await exited;
      return heard;
    },
  };
}

interface Phone {
  expected: number;
  broken: boolean;
}

/** One text that many clients get: the numbers in it and when they were said. */
interface Text {
  bytes: Buffer;
  seqs: number[];
  ats: number[];
  bad: boolean;
}

const state = {
  phones: [] as Phone[],
  recent: [] as Text[],
  latencies: createHistogram(),
  received: 0,
  envelopes: 0,
  lastAt: 0,
};

async function listen(plan: AudiencePlan): Promise<WebSocket[]> {
  const sockets: WebSocket[] = [];
  const address = `${plan.url.replace('http', 'ws')}/live`;
  await runInParallel(plan.cookies.length, 40, async (at) => {
    const headers = { cookie: plan.cookies[at]! };
    const socket = new WebSocket(address, { headers, perMessageDeflate: false, skipUTF8Validation: true });
    const phone: Phone = { expected: 1, broken: false };
    state.phones[at] = phone;
    sockets[at] = socket;
    await once(socket, 'open');
    socket.send(JSON.stringify({ op: 'listen', channel: 'group', id: plan.roomId }));
    const [first] = (await once(socket, 'message')) as [Buffer];
    if (JSON.parse(first.toString()).t !== 'ok') throw new Error(`client ${at} may not listen: ${first.toString()}`);
    socket.on('message', (bytes: Buffer) => hear(phone, bytes));
    socket.on('close', () => (phone.broken = true));
    socket.on('error', () => (phone.broken = true));
  });
  return sockets;
}

function hear(phone: Phone, bytes: Buffer): void {
  const now = Date.now();
  const text = state.recent.findLast((known) => known.bytes.equals(bytes)) ?? readText(bytes);
  state.envelopes += 1;
  state.lastAt = now;
  if (text.bad) phone.broken = true;
  for (let at = 0; at < text.seqs.length; at++) {
    if (text.seqs[at] !== phone.expected) phone.broken = true;
    phone.expected = text.seqs[at]! + 1;
    state.received += 1;
    state.latencies.add(now - text.ats[at]!);
  }
}

function readText(bytes: Buffer): Text {
  const { frames } = JSON.parse(bytes.toString()) as {
    frames: { type: string; message?: { seq: number; at: string } }[];
  };
  const messages = frames.flatMap((frame) => frame.message ?? []);
  const text = {
    bytes: Buffer.from(bytes),
    seqs: messages.map((message) => message.seq),
    ats: messages.map((message) => Date.parse(message.at)),
    bad: frames.some((frame) => frame.type === 'resync'),
  };
  state.recent.push(text);
  if (state.recent.length > 64) state.recent.shift();
  return text;
}

async function report(wish: { lastSeq: number; patienceMs: number }): Promise<Heard> {
  const isDone = () => state.phones.every((phone) => phone.expected > wish.lastSeq);
  const asked = Date.now();
  while (!isDone() && Date.now() - Math.max(asked, state.lastAt) < wish.patienceMs) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const complete = state.phones.filter((phone) => !phone.broken && phone.expected === wish.lastSeq + 1).length;
  return {
    complete,
    incomplete: state.phones.length - complete,
    latencyMs: state.latencies.summarise(),
    received: state.received,
    envelopes: state.envelopes,
  };
}

async function runAudience(): Promise<void> {
  const [plan] = (await once(process, 'message')) as [AudiencePlan];
  const sockets = await listen(plan);
  process.send!({});
  const [wish] = (await once(process, 'message')) as [{ lastSeq: number; patienceMs: number }];
  process.send!(await report(wish));
  for (const socket of sockets) socket.terminate();
  process.disconnect();
}

if (import.meta.main) await runAudience();

/**
 * Reads QR codes in a thread of its own, which is started with the first picture and ends when nothing has come for a while. A picture
 * that takes too long ends the thread; the next one gets a new one.
 */
import { Worker } from 'node:worker_threads';
import type { GreyPixels } from '../../platform/files/index.ts';

/** One picture on its way to the thread. */
export interface CodeTask extends GreyPixels {
  number: number;
}

/** What came of it. */
export interface CodeAnswer {
  number: number;
  codes: string[];
}

const longestMs = 3000;
const idleMs = 120_000;
const mostWaiting = 32;
/** The longest edge that is stored. */
const largestEdge = 2048;

interface Waiting {
  task: CodeTask;
  done: (codes: string[] | null) => void;
}

const line: Waiting[] = [];
let worker: Worker | undefined;
let current: { waiting: Waiting; timer: NodeJS.Timeout } | undefined;
let idle: NodeJS.Timeout | undefined;
let numbers = 0;

/** What the QR codes of a picture hold; null when it can't be told: too many pictures wait, or this one took too long. */
export function readQrCodes({ data, width, height }: GreyPixels): Promise<string[] | null> {
  const isSound = width > 0 && height > 0 && Math.max(width, height) <= largestEdge && data.length === width * height;
  if (!isSound || line.length >= mostWaiting) return Promise.resolve(null);
  return new Promise((done) => {
    line.push({ task: { number: ++numbers, data, width, height }, done });
    next();
  });
}

function next(): void {
  clearTimeout(idle);
  if (current) return;
  const waiting = line.shift();
  if (!waiting) {
    idle = setTimeout(stop, idleMs);
    idle.unref();
    return;
  }
  const timer = setTimeout(giveUp, longestMs);
  timer.unref();
  current = { waiting, timer };
  worker ??= start();
  // While it reads, it keeps the process alive; idle it does not.
  worker.ref();
  worker.postMessage(waiting.task);
}

function start(): Worker {
  const fresh = new Worker(new URL('./code-worker.ts', import.meta.url), { stdin: false });
  fresh.unref();
  fresh.on('message', ({ number, codes }: CodeAnswer) => {
    if (current?.waiting.task.number === number) finish(codes);
  });
  const give = () => {
    if (worker === fresh) giveUp();
  };
  fresh.on('error', give);
  fresh.on('exit', give);
  return fresh;
}

function stop(): void {
  const ending = worker;
  worker = undefined;
  void ending?.terminate();
}

/** The thread is of no use any more. */
function giveUp(): void {
  stop();
  finish(null);
}

/** Answers for the picture at hand and takes the next one. */
function finish(codes: string[] | null): void {
  const done = current;
  current = undefined;
  if (!done) return;
  clearTimeout(done.timer);
  worker?.unref();
  done.waiting.done(codes);
  next();
}

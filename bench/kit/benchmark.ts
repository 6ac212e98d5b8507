/**
 * The frame of every benchmark: says what is measured, measures, runs the negative control, prints one JSON object as the
 * last line. It fails when a target is missed, and also when the control does not fail: then the measuring sees nothing.
 */
import { parseArgs } from 'node:util';
import { cleanUp } from '../../e2e/kit/server-process.ts';
import { examineMachine } from './machine.ts';

/** What a measurement gave. */
export interface Outcome {
  /** Whether every target was met. */
  ok: boolean;
  figures: Record<string, unknown>;
}

/** One benchmark. */
export interface Benchmark {
  name: string;
  /** What is measured and the target, in plain words. */
  about: string;
  /** What the negative control takes away, in plain words. */
  controlAbout: string;
  measure(): Promise<Outcome>;
  /** The same measurement on something that was spoilt; its `ok` must be false. */
  control(): Promise<Outcome>;
  /** Ends what still runs, also after a failure; servers of e2e/kit and their data are looked after anyway. */
  end?(): Promise<void>;
}

/** Runs a benchmark and sets the exit code of the process. */
export async function runBenchmark(benchmark: Benchmark): Promise<void> {
  const { name, about, controlAbout } = benchmark;
  const machine = examineMachine();
  try {
    say(about);
    const measured = await benchmark.measure();
    say(measured.ok ? 'The target is met.' : 'THE TARGET IS MISSED.');
    say(`Negative control: ${controlAbout}`);
    const control = await benchmark.control();
    const failed = !control.ok;
    say(failed ? 'The control fails, as it must.' : 'THE CONTROL DOES NOT FAIL: this measurement proves nothing.');
    const ok = measured.ok && failed;
    process.exitCode = ok ? 0 : 1;
    const result = { name, ok, ...measured.figures, control: { about: controlAbout, failed, ...control.figures } };
    await endAll(benchmark);
    // The last line, also when ending has said something.
    console.log(JSON.stringify({ ...result, date: new Date().toISOString(), machine }));
  } finally {
    await endAll(benchmark);
  }
}

async function endAll(benchmark: Benchmark): Promise<void> {
  await benchmark.end?.();
  await cleanUp();
}

/** Prints a line for people. */
export function say(line: string): void {
  console.log(line);
}

/** Reads `--name N` from the command line over the given defaults; anything else ends with the list of options. */
export function readNumbers<Name extends string>(defaults: Record<Name, number>): Record<Name, number> {
  const names = Object.keys(defaults) as Name[];
  try {
    const { values } = parseArgs({ options: Object.fromEntries(names.map((name) => [name, { type: 'string' }])) });
    return Object.fromEntries(
      names.map((name) => [name, readNumber(name, values[name] as string | undefined, defaults[name])]),
    ) as Record<Name, number>;
  } catch (error) {
    console.error((error as Error).message);
    console.error(`Options: ${names.map((name) => `--${name} N (default ${defaults[name]})`).join(', ')}`);
    process.exit(2);
  }
}

function readNumber(name: string, given: string | undefined, otherwise: number): number {
  if (given === undefined) return otherwise;
  const value = Number(given);
  if (!Number.isFinite(value) || value <= 0) throw new Error(`--${name} takes a number above 0, not "${given}"`);
  return value;
}

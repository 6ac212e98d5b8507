// `miaohui bench [NAME] [options]`: runs bench/NAME.ts, or every benchmark; each prints its own figures and fails by its
// exit code. Benchmarks are the files directly in bench/; pieces that they share live in folders below it.
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { runStep } from './child.mjs';

/** Runs the benchmarks one after another and resolves with the exit code. */
export async function run({ root, args }) {
  const names = listBenchmarks(root);
  const named = args.length > 0 && !args[0].startsWith('-');
  const wanted = named ? [args[0]] : names;
  const options = named ? args.slice(1) : args;
  if (wanted.length === 0 || !wanted.every((name) => names.includes(name))) {
    console.error(`There is no benchmark ${named ? args[0] : ''}. Benchmarks: ${names.join(', ') || 'none yet'}`);
    return 1;
  }
  const failed = [];
  for (const name of wanted) {
    console.log(`\n── ${name}`);
    const file = `bench/${name}.ts`;
    if (!(await runStep(process.execPath, [file, ...options], { cwd: root }))) failed.push(name);
  }
  if (failed.length > 0) console.error(`\nFailed: ${failed.join(', ')}`);
  return failed.length > 0 ? 1 : 0;
}

/** Names of the benchmarks, sorted. */
export function listBenchmarks(root) {
  const files = globSync('bench/*.ts', { cwd: root }).filter((file) => !/\.(test|d)\.ts$/.test(file));
  return files.map((file) => basename(file, '.ts')).sort();
}

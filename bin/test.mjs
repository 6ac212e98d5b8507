// `miaohui test [path …] [--node-test-option …]`: every check and every test, nothing skipped because something before it
// failed, one sum at the end. With paths only the test files that contain one of them.
import { LauncherError } from './messages.mjs';
import { startTestDatabase } from './test-database.mjs';
import { listSteps } from './test-parts.mjs';

/** Runs the tests and resolves with the exit code; the last line printed is `N passed, N failed`. */
export async function run({ root, args }) {
  const filters = args.filter((arg) => !arg.startsWith('-'));
  const options = args.filter((arg) => arg.startsWith('-'));
  const steps = listSteps({ root, filters, options });
  const results = [];
  const stopDatabase = await startTestDatabase({ root });
  try {
    for (const lanes of steps) results.push(...(await Promise.all(lanes.map((lane) => runLane(lane, lanes)))).flat());
  } finally {
    await stopDatabase();
  }
  if (!results.some(({ title }) => ['tests', 'journeys', 'walks'].includes(title))) {
    console.error(filters.length > 0 ? `No test file matches ${filters.join(' ')}.` : 'There are no test files.');
    results.push({ title: 'test files', passed: 0, failed: 1, skipped: 0 });
  }
  return report(results);
}

async function runLane(lane, { length }) {
  const results = [];
  for (const part of lane) results.push({ title: part.title, ...(await runPart(part, length > 1)) });
  return results;
}

/** Runs a part under its title; one with others beside it is titled when it has ended, over what it said. */
async function runPart({ title, work }, isBeside) {
  const head = `\n── ${title}`;
  if (!isBeside) console.log(head);
  const start = performance.now();
  const seconds = () => (performance.now() - start) / 1000;
  try {
    const { said = '', ...counts } = await work();
    if (isBeside) console.log(`${head}\n${said.trimEnd()}`);
    return { ...counts, seconds: seconds() };
  } catch (error) {
    if (error instanceof LauncherError && error.stoppedBy) throw error;
    console.error(isBeside ? `${head}\n` : '', error instanceof LauncherError ? error.message : error);
    return { passed: 0, failed: 1, skipped: 0, seconds: seconds() };
  }
}

function report(results) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  console.log('\n── summary');
  for (const { title, passed, failed, skipped, wavering = [], seconds = 0 } of results) {
    const mark = failed > 0 ? '✗' : '✓';
    const skips = skipped > 0 ? `, ${skipped} skipped` : '';
    const again = wavering.length > 0 ? `, only at the second try: ${wavering.join(' ')}` : '';
    console.log(`${mark} ${title}: ${passed} passed, ${failed} failed${skips}${again} (${seconds.toFixed(1)} s)`);
  }
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') > 0 ? 1 : 0;
}

// `miaohui test [path …] [--node-test-option …]`: every check and every test, nothing skipped because something before it
// failed, one sum at the end. With paths only the test files that contain one of them.
import { LauncherError } from './messages.mjs';
import { startTestDatabase } from './test-database.mjs';
import { listParts } from './test-parts.mjs';

/** Runs the tests and resolves with the exit code; the last line printed is `N passed, N failed`. */
export async function run({ root, args }) {
  const filters = args.filter((arg) => !arg.startsWith('-'));
  const options = args.filter((arg) => arg.startsWith('-'));
  const parts = listParts({ root, filters, options });
  const results = [];
  const stopDatabase = await startTestDatabase({ root });
  try {
    for (const part of parts) results.push({ title: part.title, ...(await runPart(part)) });
  } finally {
    await stopDatabase();
  }
  if (!results.some(({ title }) => ['tests', 'journeys', 'walks'].includes(title))) {
    console.error(filters.length > 0 ? `No test file matches ${filters.join(' ')}.` : 'There are no test files.');
    results.push({ title: 'test files', passed: 0, failed: 1, skipped: 0 });
  }
  return report(results);
}

async function runPart({ title, work }) {
  console.log(`\n── ${title}`);
  const start = performance.now();
  try {
    return { ...(await work()), seconds: (performance.now() - start) / 1000 };
  } catch (error) {
    if (error instanceof LauncherError && error.stoppedBy) throw error;
    console.error(error instanceof LauncherError ? error.message : error);
    return { passed: 0, failed: 1, skipped: 0, seconds: (performance.now() - start) / 1000 };
  }
}

function report(results) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  console.log('\n── summary');
  for (const { title, passed, failed, skipped, seconds = 0 } of results) {
    const mark = failed > 0 ? '✗' : '✓';
    const skips = skipped > 0 ? `, ${skipped} skipped` : '';
    console.log(`${mark} ${title}: ${passed} passed, ${failed} failed${skips} (${seconds.toFixed(1)} s)`);
  }
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') > 0 ? 1 : 0;
}

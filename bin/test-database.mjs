// One database server for all test files of a run: starting one in every file would cost a second each.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Starts the server unless MIAOHUI_TEST_DATABASE_URL names one; resolves with a function that stops it. */
export async function startTestDatabase({ root }) {
  if (process.env.MIAOHUI_TEST_DATABASE_URL) return async () => {};
  const script = join(root, 'server/platform/testing-server.ts');
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const line = await Promise.race([once(createInterface(child.stdout), 'line'), exited.then(() => undefined)]);
  if (!line) throw new Error('The database server for the tests did not start.');
  process.env.MIAOHUI_TEST_DATABASE_URL = line[0];
  return async () => {
    delete process.env.MIAOHUI_TEST_DATABASE_URL;
    child.stdin.end();
    await exited;
  };
}

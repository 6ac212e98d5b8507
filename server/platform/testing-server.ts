/**
 * The database server that all test files of one run share: started by `npm test`, gone when that process is. Prints its
 * address, then waits for the end of its standard input.
 */
import { chmod, mkdtemp, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { startEmbedded } from './db/embedded/index.ts';
import { carelessSettings } from './testing-database.ts';

const memory = await statfs('/dev/shm').catch(() => undefined);
const ground = memory && memory.bavail * memory.bsize > 2 ** 31 ? '/dev/shm' : '/tmp';
const folder = await mkdtemp(join(ground, 'miaohui-tests-'));
await chmod(folder, 0o755);
const embedded = await startEmbedded({ dataDir: folder, log: () => {}, settings: carelessSettings });
process.stdout.write(`${embedded.url}\n`);
process.stdin.resume();
await new Promise((resolve) => process.stdin.once('close', resolve).once('end', resolve));
await embedded.stop();
await rm(folder, { recursive: true, force: true });

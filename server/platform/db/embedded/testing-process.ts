// A miaohui in miniature for the fault tests: holds the data directory of its first argument until its stdin ends or it is killed.
import { readPackage } from './binaries.ts';
import { EmbeddedError } from './errors.ts';
import { startEmbedded } from './index.ts';
import { startFrom } from './start.ts';

const [dataDir = '', packageDir] = process.argv.slice(2);
const tell = (answer: object) => process.stdout.write(`${JSON.stringify(answer)}\n`);

try {
  const options = { dataDir, log: () => undefined };
  const embedded = packageDir ? await startFrom(await readPackage(packageDir), options) : await startEmbedded(options);
  tell({ pid: embedded.pid, adopted: embedded.adopted, url: embedded.url });
  process.stdin.resume();
  process.stdin.once('end', () => void embedded.stop());
} catch (error) {
  if (!(error instanceof EmbeddedError)) throw error;
  tell({ code: error.code, data: error.data });
}

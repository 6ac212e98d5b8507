// What a visitor's phone must load before the join page works: the scripts of the member entry, everything they import,
// and the largest language. Fails above the budget, so that a careless import is noticed before a slow phone notices it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** Kilobytes (1000 bytes) of compressed script that the join page may cost. */
export const budgetKb = 130;

/** Measures a built `dist` folder; sizes in bytes, compressed. */
export function measureJoinPage(dist) {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
  const sizes = new Map();
  const size = (file) => {
    if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(join(dist, file)), { level: 9 }).length);
    return sizes.get(file);
  };
  const start = closureOf(manifest, 'member.html');
  const languages = ['zh-CN', 'zh-TW', 'en'].map((language) =>
    ['member', 'kit'].flatMap((name) => [...closureOf(manifest, `locales/${language}/${name}.json`)]),
  );
  const scripts = (files) => [...new Set(files)].filter((file) => file.endsWith('.js') && !start.has(file));
  const total = (files) => files.reduce((sum, file) => sum + size(file), 0);
  const largest = languages.map(scripts).sort((a, b) => total(b) - total(a))[0];
  const files = [...[...start].filter((file) => file.endsWith('.js')), ...largest];
  return { total: total(files), files: files.map((file) => ({ file, size: size(file) })) };
}

/** Files of a chunk and of everything it imports at once. */
function closureOf(manifest, name, files = new Set()) {
  const chunk = manifest[name];
  if (!chunk) throw new Error(`${name} is not in the manifest: was the page built?`);
  if (files.has(chunk.file)) return files;
  files.add(chunk.file);
  for (const imported of chunk.imports ?? []) closureOf(manifest, imported, files);
  return files;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const dist = process.argv[2] ?? fileURLToPath(new URL('dist', import.meta.url));
  const { total, files } = measureJoinPage(dist);
  for (const { file, size } of files) console.log(`${(size / 1000).toFixed(1).padStart(7)} kB  ${file}`);
  const isWithin = total <= budgetKb * 1000;
  console.log(
    `${(total / 1000).toFixed(1).padStart(7)} kB  join page, budget ${budgetKb} kB: ${isWithin ? 'within' : 'EXCEEDED'}`,
  );
  process.exitCode = isWithin ? 0 : 1;
}

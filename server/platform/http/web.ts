import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Readable } from 'node:stream';

/** The built pages in `web/dist`: hashed assets that may be kept for ever, and two HTML files that must not. */
export interface Web {
  /** Answers a GET that is not for the API, in an encoding that `accepts` names; undefined when there is no such asset. */
  serve(path: string, accepts: string, head: (html: string) => Promise<string>): Promise<Response | undefined>;
}

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

/** Paths of the members' app; everything else is the console. */
const memberPath = /^\/(j|g|m)(\/|$)/;

/** Lists the built files once; only listed files are ever opened, so no path can leave the folder. */
export async function openWeb(folder: string): Promise<Web> {
  const files = await listFiles(folder);
  return {
    serve: async (path, accepts, head) => {
      if (files.has(path) && extname(path) in types && !path.endsWith('.html')) {
        return serveAsset({ folder, files }, path, accepts);
      }
      if (extname(path) !== '' && !memberPath.test(path)) return undefined;
      const page = memberPath.test(path) ? '/member.html' : '/console.html';
      if (!files.has(page)) return undefined;
      const html = await head(await readFile(join(folder, page), 'utf8'));
      return new Response(html, { headers: { 'content-type': types['.html']!, 'cache-control': 'no-cache' } });
    },
  };
}

/** Compressed at build time, best first: an encoding's name and the ending of its file. */
const encodings = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

async function serveAsset(place: { folder: string; files: ReadonlySet<string> }, name: string, accepts: string) {
  const packed = encodings.find(([coding, ending]) => accepts.includes(coding) && place.files.has(name + ending));
  const path = join(place.folder, packed ? name + packed[1] : name);
  const { size } = await stat(path);
  const hashed = name.startsWith('/assets/');
  return new Response(Readable.toWeb(createReadStream(path)) as ReadableStream, {
    headers: {
      'content-type': types[extname(name)] ?? 'application/octet-stream',
      'content-length': String(size),
      'cache-control': hashed ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
      vary: 'accept-encoding',
      ...(packed ? { 'content-encoding': packed[0] } : {}),
    },
  });
}

async function listFiles(folder: string): Promise<Set<string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return new Set(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath.slice(folder.length).replaceAll('\\', '/')}/${entry.name}`),
  );
}

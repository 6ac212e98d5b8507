// Builds the web pages: one entry for members (phones, small), one for the console. Nothing inline is written into the
// pages, so the server can send a strict Content-Security-Policy (script-src 'self').
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));
// One page alone can be built for a check that needs no other.
const wanted = process.env.MIAOHUI_WEB_PAGES?.split(',') ?? ['member', 'console'];
const pages = wanted.filter((page) => existsSync(`${root}${page}.html`));
const server = process.env.MIAOHUI_DEV_SERVER ?? 'http://127.0.0.1:7788';

export default defineConfig({
  root,
  publicDir: false,
  plugins: [react(), pagesByPath(), serviceWorker(), compressAssets()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    // Data URLs would need img-src data: and font-src data: in the policy.
    assetsInlineLimit: 0,
    // WeChat's web view on cheap phones lags years behind; older ones than these get no `import()` worth having.
    target: ['chrome93', 'safari15.4', 'firefox100'],
    chunkSizeWarningLimit: 1500,
    rolldownOptions: { input: Object.fromEntries(pages.map((page) => [page, `${root}${page}.html`])) },
  },
  server: {
    proxy: { '/api': server, '/live': { target: server, ws: true } },
  },
});

/** In development the pages answer at the same paths as on the real server. */
function pagesByPath(): Plugin {
  return {
    name: 'miaohui-pages',
    configureServer(dev) {
      dev.middlewares.use((request, _response, next) => {
        const path = (request.url ?? '/').split('?')[0] ?? '/';
        const isPage = !/\.|^\/(api|live|@|node_modules|member\/|console\/|kit\/)/.test(path);
        if (isPage) request.url = /^\/[jgm](\/|$)/.test(path) ? '/member.html' : '/console.html';
        next();
      });
    },
  };
}

/** The service worker stands at the root under a name that never changes: only there it may speak for the whole site. */
function serviceWorker(): Plugin {
  return {
    name: 'miaohui-service-worker',
    apply: 'build',
    generateBundle() {
      if (!pages.includes('member')) return;
      this.emitFile({ type: 'asset', fileName: 'sw.js', source: readFileSync(`${root}member/sw.js`) });
    },
  };
}

/** Writes `.br` and `.gz` beside every text asset once, so that the server never compresses the same bytes again. */
function compressAssets(): Plugin {
  return {
    name: 'miaohui-compress',
    apply: 'build',
    writeBundle({ dir = '' }) {
      const folder = join(dir, 'assets');
      for (const name of readdirSync(folder).filter((file) => /\.(js|css|svg)$/.test(file))) {
        const bytes = readFileSync(join(folder, name));
        if (bytes.length < 1024) continue;
        writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes));
        writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }));
      }
    },
  };
}

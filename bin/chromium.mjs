// A Chromium for the browser tests: the one that is there, else installed through the system's package manager where that
// needs nobody's password, else a sentence that says what to install.
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runChild } from './child.mjs';

// The shell has no windows to paint behind the page: journeys take a fifth less of the processor with it.
const programs = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const macPaths = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
// Without the fonts Chinese and emoji are empty boxes in every screenshot.
const fonts = ['fonts-noto-cjk', 'fonts-noto-color-emoji'];
const cure =
  'The browser tests need Chromium. Install it (Debian: apt-get install chromium fonts-noto-cjk fonts-noto-color-emoji; ' +
  'macOS: brew install --cask chromium), or name a Chromium or Chrome by CHROMIUM_PATH=/path/to/it.';

/** Resolves { path } of a Chromium that runs here, or { path: null, cure }. */
export async function findOrInstallChromium(env = process.env) {
  if (env.CHROMIUM_PATH) {
    if (await doesRun(env.CHROMIUM_PATH)) return { path: env.CHROMIUM_PATH };
    return { path: null, cure: `CHROMIUM_PATH=${env.CHROMIUM_PATH} does not run. ${cure}` };
  }
  const found = await findChromium(env);
  if (found) return { path: found };
  for (const [command, ...args] of await listInstallSteps(env)) {
    console.error(`Installing Chromium: ${command} ${args.join(' ')}`);
    const settings = { ...env, DEBIAN_FRONTEND: 'noninteractive' };
    const { code } = await runChild(command, args, { env: settings, stdio: ['ignore', 'ignore', 'inherit'] });
    if (code !== 0) return { path: null, cure };
  }
  return { path: await findChromium(env), cure };
}

async function findChromium(env) {
  const onPath = programs.map((program) => findProgram(program, env)).filter(Boolean);
  for (const path of [...onPath, ...macPaths.filter((candidate) => existsSync(candidate))]) {
    if (await doesRun(path)) return path;
  }
  return null;
}

/** Runs it: on Ubuntu `chromium` may be a stub that only asks for a snap. */
async function doesRun(path) {
  const { code } = await runChild(path, ['--version'], { stdio: 'ignore' });
  return code === 0;
}

async function listInstallSteps(env) {
  if (process.platform === 'darwin' && findProgram('brew', env)) return [['brew', 'install', '--cask', 'chromium']];
  if (!findProgram('apt-get', env)) return [];
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n', '-E'];
  if (asRoot.length > 0 && !(findProgram('sudo', env) && (await maySudo()))) return [];
  // Not every system that has apt packs the shell.
  const install = `apt-get install -q -y --no-install-recommends ${fonts.join(' ')}`;
  return [
    [...asRoot, 'apt-get', 'update', '-q'],
    [...asRoot, 'sh', '-c', `${install} chromium-headless-shell || ${install} chromium`],
  ];
}

async function maySudo() {
  const { code } = await runChild('sudo', ['-n', 'true'], { stdio: 'ignore' });
  return code === 0;
}

function findProgram(name, env) {
  for (const folder of (env.PATH ?? '').split(delimiter).filter(Boolean)) {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return join(folder, name);
    } catch {
      continue; // not in this folder
    }
  }
  return null;
}

import { createServer } from 'node:net';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { lanAddress, webFolder } from '../main.ts';
import type { Config } from '../platform/config.ts';
import { connectionSettings } from '../platform/db/database.ts';
import { examineEmbedded } from '../platform/db/embedded/index.ts';
import type { TextKey, Translate } from '../platform/i18n.ts';
import { examineSmtp } from '../platform/mail/index.ts';
import { installationOptions, print, readCommandConfig, type Command } from './command.ts';

/** One thing that was looked at. */
interface Finding {
  state: 'well' | 'note' | 'wrong';
  text: string;
}

/** `miaohui doctor`: says in plain words what is wrong with this machine; changes nothing. */
export const doctorCommand: Command = {
  name: 'doctor',
  usage: 'doctor [--port N] [--data DIR]',
  summary: 'commands:doctor.summary',
  options: installationOptions,
  run: async (call) => {
    const { t } = call;
    const { config } = readCommandConfig(call, true);
    const findings = [
      examineNode(t),
      examineMemory(t),
      ...(config.databaseUrl ? [await examineExternal(config.databaseUrl, t)] : await examineOwn(config, t)),
      await examinePort(config, t),
      examineAddress(config, t),
      await examineMail(config, t),
      examinePages(t),
    ];
    const marks = { well: '✓', note: '·', wrong: '✗' };
    for (const { state, text } of findings) print(`${marks[state]} ${text}`);
    const wrong = findings.filter((finding) => finding.state === 'wrong').length;
    print();
    print(wrong === 0 ? t('commands:doctor.all_well') : t('commands:doctor.some_wrong', { count: wrong }));
    return wrong === 0 ? 0 : 1;
  },
};

function examineNode(t: Translate): Finding {
  return {
    state: 'well',
    text: t('commands:doctor.node', { version: process.version, arch: `${process.platform}-${process.arch}` }),
  };
}

function examineMemory(t: Translate): Finding {
  // What a container may use counts, not what its host has.
  const available = process.availableMemory() / 2 ** 20;
  const megabytes = Math.round(available);
  return {
    state: megabytes < 512 ? 'note' : 'well',
    text: t(megabytes < 512 ? 'commands:doctor.memory_low' : 'commands:doctor.memory', { megabytes }),
  };
}

async function examineExternal(url: string, t: Translate): Promise<Finding> {
  const client = new pg.Client({ ...connectionSettings(url), connectionTimeoutMillis: 5000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string; number: number }>(
      `select current_setting('server_version') as version, current_setting('server_version_num')::int as number`,
    );
    const { version, number } = rows[0]!;
    if (number < 150_000) return { state: 'wrong', text: t('commands:doctor.database_old', { version }) };
    return { state: 'well', text: t('commands:doctor.database', { version }) };
  } catch (error) {
    return { state: 'wrong', text: t('commands:database_unreachable', { message: (error as Error).message }) };
  } finally {
    await client.end().catch(() => {});
  }
}

async function examineMail({ smtpUrl }: Config, t: Translate): Promise<Finding> {
  if (!smtpUrl) return { state: 'note', text: t('commands:doctor.no_mail') };
  const { host } = new URL(smtpUrl);
  const seen = await examineSmtp(smtpUrl);
  return seen.ok
    ? { state: 'well', text: t('commands:doctor.mail', { host }) }
    : { state: 'wrong', text: t('commands:doctor.mail_wrong', { host, message: seen.code }) };
}

async function examineOwn(config: Config, t: Translate): Promise<Finding[]> {
  const { findings } = await examineEmbedded(config.dataDir);
  const harmless = new Set(['held', 'running', 'stopped', 'not_initialised']);
  const noted = new Set(['disk_low', 'unclean']);
  const place: Finding = { state: 'well', text: t('commands:doctor.data', { path: config.dataDir }) };
  return [
    place,
    ...findings.map(({ code, data }): Finding => {
      const state = harmless.has(code) ? 'well' : noted.has(code) ? 'note' : 'wrong';
      const group = state === 'wrong' ? 'embedded' : 'doctor';
      return { state, text: t(`commands:${group}.${code}` as TextKey, data as Record<string, unknown>) };
    }),
  ];
}

async function examinePort(config: Config, t: Translate): Promise<Finding> {
  const { port } = config;
  const answer = await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(2000) }).catch(
    () => undefined,
  );
  if (answer?.ok) return { state: 'well', text: t('commands:doctor.port_ours', { port }) };
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const key = error.code === 'EACCES' ? 'commands:port_forbidden' : 'commands:port_in_use';
      resolve({ state: 'wrong', text: t(key, { port }) });
    });
    probe.listen(port, config.host, () => {
      probe.close(() => resolve({ state: 'well', text: t('commands:doctor.port_free', { port }) }));
    });
  });
}

function examineAddress(config: Config, t: Translate): Finding {
  if (config.publicUrl) return { state: 'well', text: t('commands:doctor.public_url', { url: config.publicUrl }) };
  const address = lanAddress(config.host);
  if (address === 'localhost' || address.startsWith('127.'))
    return { state: 'note', text: t('commands:doctor.no_network') };
  return { state: 'note', text: t('commands:doctor.lan', { url: `http://${address}:${config.port}` }) };
}

function examinePages(t: Translate): Finding {
  const built = existsSync(join(webFolder, 'console.html'));
  return { state: built ? 'well' : 'note', text: t(built ? 'commands:doctor.pages' : 'commands:doctor.no_pages') };
}

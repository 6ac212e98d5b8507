import { z } from 'zod';

/** Everything that is decided before the process starts; all else is a setting in the database. */
export interface Config {
  /** Where the embedded database, pictures and keys live. */
  dataDir: string;
  /** PostgreSQL to use instead of the embedded one. */
  databaseUrl: string | undefined;
  host: string;
  port: number;
  /** The address people use, without a trailing slash; undefined = derived from the machine's own address. */
  publicUrl: string | undefined;
  /** CIDR ranges whose X-Forwarded-* headers are believed. */
  trustedProxies: readonly string[];
  roles: readonly Role[];
  logLevel: 'debug' | 'info' | 'warn' | 'error';
  /** 32 bytes, base64; undefined = a key file beside the data, made at first start. */
  secretKey: string | undefined;
  /** Lets a monitor on another machine read /metrics. */
  metricsToken: string | undefined;
  /** The mail server that takes what we send, with user and password; undefined = this installation sends no mail. */
  smtpUrl: string | undefined;
  /** Sender of our mails, `name <address>` or an address. */
  mailFrom: string | undefined;
  /** Largest database pool of this process. */
  databaseConnections: number;
}

/** What a process does; one process does everything by default. */
export type Role = 'web' | 'worker' | 'carriers';

/** A problem with one variable, for a message that names the cure. */
export interface ConfigProblem {
  variable: string;
  /** Key under `platform:config.` in the locales. */
  problem: string;
  value?: string;
}

const integer = (min: number, max: number) => z.coerce.number().int().min(min).max(max);

const readers = {
  PORT: integer(0, 65535),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\/.+/),
  DATABASE_CONNECTIONS: integer(4, 500),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, '')),
  SECRET_KEY: z.string().refine((text) => Buffer.from(text, 'base64').length === 32),
  METRICS_TOKEN: z.string().min(16),
  SMTP_URL: z.string().refine(isSmtpUrl),
  MAIL_FROM: z.string().regex(/^([^<>\p{Cc}]*<[^<>@\s\p{Cc}]+@[^<>@\s\p{Cc}]+>|[^<>@\s\p{Cc}]+@[^<>@\s\p{Cc}]+)$/u),
  MIAOHUI_ROLE: z.string().transform((text, issues) => {
    const names = text.split(',').map((name) => name.trim());
    for (const name of names) if (!isRole(name)) issues.addIssue({ code: 'custom', message: 'role' });
    return names.filter(isRole);
  }),
  TRUSTED_PROXIES: z.string().transform((text, issues) => {
    const ranges = text
      .split(',')
      .map((range) => range.trim())
      .filter(Boolean);
    for (const range of ranges) {
      if (!/^[0-9a-f.:]+(\/\d{1,3})?$/i.test(range)) issues.addIssue({ code: 'custom', message: 'range' });
    }
    return ranges;
  }),
} as const;

/** Host, port, user and password only: how far the connection is encrypted follows from the scheme (mail/smtp.ts). */
function isSmtpUrl(text: string): boolean {
  const url = URL.parse(text);
  if (!url || !/^smtps?:$/.test(url.protocol) || url.hostname === '') return false;
  if (/%(?![0-9a-f]{2})/i.test(url.username + url.password)) return false;
  return url.search === '' && url.hash === '' && /^\/?$/.test(url.pathname);
}

function isRole(name: string): name is Role {
  return name === 'web' || name === 'worker' || name === 'carriers';
}

/**
 * Reads the configuration from environment variables. Pure; collects every problem instead of stopping at the first.
 * `defaultDataDir` is what the platform would use when MIAOHUI_DATA is not set.
 */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  defaultDataDir: string,
): { ok: true; config: Config } | { ok: false; problems: ConfigProblem[] } {
  const problems: ConfigProblem[] = [];
  const read = <Name extends keyof typeof readers>(name: Name): z.output<(typeof readers)[Name]> | undefined => {
    const text = env[name]?.trim();
    if (!text) return undefined;
    const result = readers[name].safeParse(text);
    if (result.success) return result.data as z.output<(typeof readers)[Name]>;
    const secret = ['SECRET_KEY', 'DATABASE_URL', 'METRICS_TOKEN', 'SMTP_URL'].includes(name);
    problems.push({ variable: name, problem: name.toLowerCase(), value: secret ? '•••' : text });
    return undefined;
  };
  const config: Config = {
    dataDir: env.MIAOHUI_DATA?.trim() || defaultDataDir,
    databaseUrl: read('DATABASE_URL'),
    host: env.HOST?.trim() || '0.0.0.0',
    port: read('PORT') ?? 7420,
    publicUrl: read('PUBLIC_URL'),
    trustedProxies: read('TRUSTED_PROXIES') ?? [],
    roles: read('MIAOHUI_ROLE') ?? ['web', 'worker', 'carriers'],
    logLevel: read('LOG_LEVEL') ?? 'info',
    secretKey: read('SECRET_KEY'),
    metricsToken: read('METRICS_TOKEN'),
    smtpUrl: read('SMTP_URL'),
    mailFrom: read('MAIL_FROM'),
    databaseConnections: read('DATABASE_CONNECTIONS') ?? 20,
  };
  if (config.smtpUrl && !env.MAIL_FROM?.trim())
    problems.push({ variable: 'MAIL_FROM', problem: 'mail_from', value: '' });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, config };
}

/** The configuration as it may be printed: secrets and passwords are replaced by •••. */
export function redactConfig(config: Config): Record<string, unknown> {
  return {
    ...config,
    databaseUrl: hidePassword(config.databaseUrl),
    smtpUrl: hidePassword(config.smtpUrl),
    secretKey: config.secretKey && '•••',
    metricsToken: config.metricsToken && '•••',
  };
}

function hidePassword(url: string | undefined): string | undefined {
  return url?.replace(/\/\/([^:/@]*)(:[^@]*)?@/, '//$1:•••@');
}

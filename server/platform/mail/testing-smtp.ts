/**
 * A real, small mail server for tests: speaks SMTP on a socket of 127.0.0.1, remembers what it took, and can be made to
 * refuse, to put off, to hang up, or to go away and come back on the same port.
 */
import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { sql } from 'kysely';
import type { TestApp } from '../testing.ts';

/** A mail that the server took. */
export interface TakenMail {
  /** Envelope. */
  from: string;
  to: string[];
  headers: Map<string, string>;
  subject: string;
  text: string;
  html: string;
}

/** What the server does with the next mails. */
export type SmtpMood =
  | 'take'
  /** 550 for the recipient. */
  | 'refuse'
  /** 451 for the recipient: try later. */
  | 'put_off'
  /** Hangs up when the mail's words come. */
  | 'hang_up'
  /** Takes the mail and hangs up before it says so. */
  | 'take_silently';

/** The server. */
export interface TestSmtp {
  readonly url: string;
  readonly mails: TakenMail[];
  /** User and password of the latest sign-in, `user:password`. */
  signedInAs: string | undefined;
  mood: SmtpMood;
  /** Closes the port; clients are refused until `start`. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

/** Starts a mail server; the caller stops it. With `login` the address holds a user and a password. */
export async function startTestSmtp(options: { login?: { user: string; password: string } } = {}): Promise<TestSmtp> {
  const sockets = new Set<Socket>();
  let server: Server | undefined;
  let port = 0;
  const { login } = options;
  const smtp: TestSmtp = {
    get url() {
      const user = login ? `${encodeURIComponent(login.user)}:${encodeURIComponent(login.password)}@` : '';
      return `smtp://${user}127.0.0.1:${port}`;
    },
    mails: [],
    signedInAs: undefined,
    mood: 'take',
    start: async () => {
      server = createServer((socket) => {
        sockets.add(socket);
        socket.on('close', () => sockets.delete(socket));
        socket.on('error', () => {});
        talk(socket, smtp);
      });
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
      port = (server.address() as AddressInfo).port;
    },
    stop: async () => {
      if (!server?.listening) return;
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
  await smtp.start();
  return smtp;
}

function talk(socket: Socket, smtp: TestSmtp): void {
  const say = (line: string) => void socket.write(`${line}\r\n`);
  let buffer = '';
  let isInData = false;
  let envelope = { from: '', to: [] as string[] };
  const endData = (raw: string) => {
    smtp.mails.push(readMail(envelope, raw));
    envelope = { from: '', to: [] };
    isInData = false;
    if (smtp.mood === 'take_silently') socket.destroy();
    else say('250 taken');
  };
  const answer = (line: string) => {
    const [, verb = ''] = /^(\S+)/.exec(line) ?? [];
    const mailbox = /<([^>]*)>/.exec(line)?.[1] ?? '';
    if (/^(EHLO)$/i.test(verb)) return say('250-fair.test\r\n250-AUTH PLAIN\r\n250 8BITMIME');
    if (/^AUTH$/i.test(verb)) {
      const [, user = '', password = ''] = Buffer.from(line.split(' ')[2] ?? '', 'base64')
        .toString()
        .split('\0');
      smtp.signedInAs = `${user}:${password}`;
      return say('235 welcome');
    }
    if (/^MAIL$/i.test(verb)) envelope = { from: mailbox, to: [] };
    if (/^RCPT$/i.test(verb)) {
      // Like real servers, the refusal quotes the address: it must not get into logs.
      if (smtp.mood === 'refuse') return say(`550 5.1.1 <${mailbox}>: no such mailbox`);
      if (smtp.mood === 'put_off') return say(`451 4.7.1 <${mailbox}>: greylisted`);
      envelope.to.push(mailbox);
    }
    if (/^DATA$/i.test(verb)) {
      if (smtp.mood === 'hang_up') return void socket.destroy();
      isInData = true;
      return say('354 go on');
    }
    if (/^QUIT$/i.test(verb)) return void socket.end('221 bye\r\n');
    say(/^(MAIL|RCPT|RSET|NOOP)$/i.test(verb) ? '250 ok' : '502 not here');
  };
  say('220 fair.test');
  socket.setEncoding('utf8');
  socket.on('data', (chunk: string) => {
    buffer += chunk;
    for (;;) {
      const mark = isInData ? '\r\n.\r\n' : '\r\n';
      const end = buffer.indexOf(mark);
      if (end < 0) return;
      const part = buffer.slice(0, end);
      buffer = buffer.slice(end + mark.length);
      if (isInData) endData(part);
      else answer(part);
    }
  });
}

function readMail(envelope: { from: string; to: string[] }, raw: string): TakenMail {
  const { headers, body } = splitHead(raw.replace(/\r\n\.\./g, '\r\n.'));
  const boundary = /boundary="?([^";]+)"?/.exec(headers.get('content-type') ?? '')?.[1];
  const parts = boundary === undefined ? [] : body.split(`--${boundary}`).slice(1, -1);
  const part = (type: string) => {
    const found = parts
      .map((text) => splitHead(text.trimStart()))
      .find((one) => one.headers.get('content-type')?.startsWith(type));
    return found ? Buffer.from(found.body, 'base64').toString('utf8') : '';
  };
  return {
    ...envelope,
    headers,
    subject: decodeWords(headers.get('subject') ?? ''),
    text: part('text/plain'),
    html: part('text/html'),
  };
}

function splitHead(raw: string): { headers: Map<string, string>; body: string } {
  const end = raw.indexOf('\r\n\r\n');
  const head = raw.slice(0, end).replace(/\r\n[ \t]+/g, ' ');
  const headers = new Map(
    head
      .split('\r\n')
      .map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  return { headers, body: raw.slice(end + 4) };
}

/** RFC 2047: `=?UTF-8?B?…?=` and `=?UTF-8?Q?…?=`. */
function decodeWords(text: string): string {
  const joined = text.replace(/\?=\s+=\?/g, '?==?');
  return joined.replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, form: string, body: string) => {
    if (form.toLowerCase() === 'b') return Buffer.from(body, 'base64').toString('utf8');
    const bytes = body
      .replaceAll('_', ' ')
      .replace(/=([0-9a-f]{2})/gi, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));
    return Buffer.from(bytes, 'latin1').toString('utf8');
  });
}

/** Settles until every mail has had its attempt: one round leaves jobs of a lane whose lock is given back a moment later. */
export async function settleMails(app: Pick<TestApp, 'settle' | 'services'>): Promise<void> {
  for (let round = 0; round < 50; round++) {
    await app.settle();
    const { rows } = await sql`
      select from graphile_worker.jobs where task_identifier = 'platform.send_mail' and run_at <= now()`.execute(
      app.services.database.db,
    );
    if (rows.length === 0) return;
  }
  throw new Error('mails that are never tried');
}

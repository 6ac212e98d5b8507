import type { Config } from '../config.ts';

/** A mail that is ready to go. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
}

/** What the mail server said; `code` names the trouble without any address in it. */
export type SmtpOutcome = { ok: true } | { ok: false; isFinal: boolean; code: string };

/** Whether this installation can send mail at all. */
export function isMailReady(config: Pick<Config, 'smtpUrl' | 'mailFrom'>): boolean {
  return config.smtpUrl !== undefined && config.mailFrom !== undefined;
}

/**
 * Hands one mail to the server of SMTP_URL, the only one that is ever talked to. `smtps:` is encrypted from the first
 * byte; `smtp:` is encrypted when the server offers it, and must be when a password is sent to another machine.
 */
export async function sendBySmtp(
  config: Pick<Config, 'smtpUrl' | 'mailFrom'>,
  mail: Mail & { id: string },
): Promise<SmtpOutcome> {
  if (config.smtpUrl === undefined || config.mailFrom === undefined) {
    return { ok: false, isFinal: false, code: 'NOT_CONFIGURED' };
  }
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({
    ...connectionOf(config.smtpUrl),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      from: config.mailFrom,
      to: mail.to,
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      textEncoding: 'base64',
      // The same for every attempt, so that mail servers and programs may recognise a repeat.
      messageId: `<${mail.id}@${/@([^@>\s]+)>?$/.exec(config.mailFrom)?.[1] ?? 'localhost'}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
    return { ok: true };
  } catch (error) {
    return describeFailure(error);
  } finally {
    transport.close();
  }
}

/** Whether the mail server can be reached and lets us in, without sending anything; its trouble as a code when not. */
export async function examineSmtp(smtpUrl: string): Promise<SmtpOutcome> {
  const { createTransport } = await import('nodemailer');
  const transport = createTransport(connectionOf(smtpUrl));
  try {
    await transport.verify();
    return { ok: true };
  } catch (error) {
    return describeFailure(error);
  } finally {
    transport.close();
  }
}

function connectionOf(smtpUrl: string) {
  const url = new URL(smtpUrl);
  const secure = url.protocol === 'smtps:';
  const user = decodeURIComponent(url.username);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isOwnMachine = host === 'localhost' || host === '::1' || host.startsWith('127.');
  return {
    host,
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    requireTLS: !secure && user !== '' && !isOwnMachine,
    ...(user === '' ? {} : { auth: { user, pass: decodeURIComponent(url.password) } }),
    dnsTimeout: 5_000,
    connectionTimeout: 8_000,
    greetingTimeout: 8_000,
    socketTimeout: 15_000,
  };
}

/** Messages of the mail server quote addresses, so only codes leave this file. */
function describeFailure(error: unknown): SmtpOutcome {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  const name = typeof code === 'string' && /^[A-Z_]{2,40}$/.test(code) ? code : 'UNKNOWN';
  const said = typeof responseCode === 'number' ? responseCode : 0;
  // A refused sign-in is the operator's trouble and may be repaired; a refused address or text stays refused.
  const isFinal = said >= 500 && (name === 'EENVELOPE' || name === 'EMESSAGE');
  return { ok: false, isFinal, code: said === 0 ? name : `${name}_${said}` };
}

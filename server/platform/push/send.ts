import { ForbiddenAddress, postToStranger, type OutgoingAnswer } from '../http/outgoing.ts';
import { encryptPush, type PushTarget } from './encrypt.ts';
import { signVapid, type VapidKeys } from './vapid.ts';

/** What a push service made of a push: taken, never again (the browser is gone), or perhaps later. */
export type PushOutcome =
  { state: 'taken' } | { state: 'gone' } | { state: 'later'; afterSeconds: number | null; code: string };

/** One push. */
export interface Push {
  target: PushTarget;
  /** JSON for the service worker. */
  text: string;
  /** Pushes of one topic replace each other while the phone is away; at most 32 characters of base64url. */
  topic: string;
  isUrgent: boolean;
}

/** How pushes leave: keys, who answers for them (`mailto:` or `https:`), and the way out, which tests replace by their own receiver. */
export interface PushSender {
  keys: VapidKeys;
  subject: string;
  now: Date;
  post?: (url: string, message: { headers: Record<string, string>; body: Buffer }) => Promise<OutgoingAnswer>;
}

/** How long a push service keeps a push for a phone that is off. */
const keepSeconds = 24 * 3600;

/** Sends one push; never throws for what the other side does. */
export async function sendPush(push: Push, sender: PushSender): Promise<PushOutcome> {
  const { target, topic, isUrgent } = push;
  const { keys, subject, now, post = postToStranger } = sender;
  const headers = {
    authorization: signVapid(keys, { endpoint: target.endpoint, subject, now }),
    'content-encoding': 'aes128gcm',
    'content-type': 'application/octet-stream',
    ttl: String(keepSeconds),
    topic,
    urgency: isUrgent ? 'high' : 'normal',
  };
  try {
    const body = encryptPush(Buffer.from(push.text), target);
    const answer = await post(target.endpoint, { headers, body });
    if (answer.status >= 200 && answer.status < 300) return { state: 'taken' };
    // Only these two say that nobody listens any more. Any other refusal may be our own fault, e.g. a key or a clock that is
    // wrong: it must not cost everybody their subscription.
    if (answer.status === 404 || answer.status === 410) return { state: 'gone' };
    return { state: 'later', afterSeconds: answer.retryAfterSeconds, code: String(answer.status) };
  } catch (error) {
    if (error instanceof ForbiddenAddress) return { state: 'gone' };
    return { state: 'later', afterSeconds: null, code: (error as NodeJS.ErrnoException).code ?? 'ERROR' };
  }
}

import { createHash } from 'node:crypto';
import { actorKey } from '../auth/actor.ts';
import { inTransaction, type Ctx } from '../context.ts';
import { AppError, platformErrors } from '../errors.ts';
import { readBytes } from '../http/body.ts';
import { claimKey, keepAnswer } from '../http/idempotency.ts';
import { encodePicture, pictureLimits, pictureTooLarge, tooBusy, type EncodedPicture } from './encode.ts';
import { recordPicture, type NewPicture, type PicturePlace } from './picture.ts';
import { createBudget } from '../work-queue.ts';

/** Bytes of uploads that may be in memory at once; the next one is asked to come again in a moment. */
const inFlight = createBudget(96 * 1024 * 1024);
/** Uploads of one sender at once: a few slow ones must not use up what is there for everybody. */
const mostOfOneSender = 3;
const bySender = new Map<string, number>();

/**
 * Takes a picture from the body of a request, whatever Content-Type it claims. A repeat with the same `Idempotency-Key`
 * gives the first picture again. For routes with `body: 'binary'` and `transaction: false`: no connection of the
 * database is held while bytes arrive and are decoded.
 */
export async function receivePicture(ctx: Ctx, request: Request, place: PicturePlace): Promise<NewPicture> {
  const limit = announcedBytes(request.headers);
  if (limit > pictureLimits.bytes) throw pictureTooLarge();
  const leave = enterLine(actorKey(ctx.actor));
  const giveBack = leave && inFlight.take(limit);
  if (!giveBack) {
    leave?.();
    throw tooBusy();
  }
  try {
    const bytes = await readPicture(request, limit);
    const encoded = await encodePicture(bytes);
    const key = request.headers.get('idempotency-key');
    return await inTransaction(ctx, (inner) =>
      key === null ? recordPicture(inner, place, encoded) : recordOnce(inner, { key, bytes, place, encoded }),
    );
  } finally {
    giveBack();
    leave();
  }
}

/** Counts an upload of a sender; gives the function that ends it, undefined when they have enough of them on the way. */
function enterLine(sender: string): (() => void) | undefined {
  const running = bySender.get(sender) ?? 0;
  if (running >= mostOfOneSender) return undefined;
  bySender.set(sender, running + 1);
  return () => {
    const left = bySender.get(sender)! - 1;
    if (left > 0) bySender.set(sender, left);
    else bySender.delete(sender);
  };
}

function announcedBytes(headers: Headers): number {
  const text = headers.get('content-length') ?? '';
  return /^\d+$/.test(text) ? Number(text) : pictureLimits.bytes;
}

async function readPicture(request: Request, limit: number): Promise<Uint8Array> {
  try {
    return await readBytes(request, limit);
  } catch (error) {
    throw error instanceof AppError && error.code === 'platform.body_too_large' ? pictureTooLarge() : error;
  }
}

interface Once {
  key: string;
  bytes: Uint8Array;
  place: PicturePlace;
  encoded: EncodedPicture;
}

async function recordOnce(ctx: Ctx, { key, bytes, place, encoded }: Once): Promise<NewPicture> {
  if (key.length > 200 || key.length < 1) throw platformErrors.bad_input({ field: 'Idempotency-Key' });
  const requestHash = createHash('sha256').update(`files\0${place.communityId}\0`).update(bytes).digest('base64url');
  const stored = await claimKey(ctx, { key, requestHash });
  if (stored?.body) return JSON.parse(stored.body) as NewPicture;
  const picture = await recordPicture(ctx, place, encoded);
  await keepAnswer(ctx, key, { status: 201, body: JSON.stringify(picture) });
  return picture;
}

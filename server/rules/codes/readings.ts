/**
 * What the codes of pictures hold, kept by the picture's id: it is read when the picture comes in, so that the post which shows it a
 * moment later does not wait. Pictures of other processes or of an earlier time are read when they are asked for.
 */
import type { Ctx, Services } from '../../platform/context.ts';
import { readPixels, type GreyPixels, type PictureWatcher } from '../../platform/files/index.ts';
import { readQrCodes } from './reader.ts';

/** For how long a post waits for its picture; the slot of gates allows 200 ms for all of them. */
const patienceMs = 120;
const mostKept = 5000;

interface Reading {
  /** Null = could not be read. */
  codes: Promise<readonly string[] | null>;
  /** Undefined until it is done. */
  known: readonly string[] | null | undefined;
}

interface Readings {
  byPicture: Map<string, Reading>;
  patienceMs: number;
}

const kept = new WeakMap<Services, Readings>();

function readingsOf({ services }: Ctx): Readings {
  const found = kept.get(services) ?? { byPicture: new Map<string, Reading>(), patienceMs };
  kept.set(services, found);
  return found;
}

/** Reads every picture that comes in. */
export const readUploads: PictureWatcher = {
  name: 'rules.codes',
  look: (ctx, { id }, pixels) => void keep(ctx, id, readQrCodes(pixels)),
};

function keep(ctx: Ctx, id: string, codes: Reading['codes']): Reading {
  const { byPicture } = readingsOf(ctx);
  const reading: Reading = { codes, known: undefined };
  byPicture.set(id, reading);
  if (byPicture.size > mostKept) byPicture.delete(byPicture.keys().next().value!);
  const settle = (known: readonly string[] | null) => {
    reading.known = known;
    // What could not be read is tried again when it is asked for.
    if (known === null && byPicture.get(id) === reading) byPicture.delete(id);
  };
  reading.codes.then(settle, () => settle(null));
  return reading;
}

/** What the codes of a picture hold, however long it takes; null when it can't be read. */
export async function readCodes(ctx: Ctx, pictureId: string): Promise<readonly string[] | null> {
  const found = readingsOf(ctx).byPicture.get(pictureId) ?? keep(ctx, pictureId, readStored(ctx, pictureId));
  return found.codes.catch(() => null);
}

/** The same for a post that can't wait: `late` when it is not known in time. */
export async function readCodesInTime(ctx: Ctx, pictureId: string): Promise<readonly string[] | 'late'> {
  const codes = readCodes(ctx, pictureId);
  const readings = readingsOf(ctx);
  const known = readings.byPicture.get(pictureId)?.known;
  if (known) return known;
  if (readings.patienceMs <= 0) return 'late';
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<'late'>((resolve) => {
    timer = setTimeout(resolve, readings.patienceMs, 'late').unref();
  });
  return Promise.race([codes.then((all) => all ?? 'late'), tooLate]).finally(() => clearTimeout(timer));
}

/** For tests: how long posts wait, and that everything is forgotten. */
export function setPatience(ctx: Ctx, ms: number): void {
  kept.set(ctx.services, { byPicture: new Map(), patienceMs: ms });
}

async function readStored(ctx: Ctx, pictureId: string): Promise<readonly string[] | null> {
  const pixels: GreyPixels | undefined = await readPixels(ctx, pictureId);
  return pixels ? readQrCodes(pixels) : null;
}

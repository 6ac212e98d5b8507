/**
 * Makes of an uploaded picture what is stored: upright, at most 2048 px, WebP, with nothing of the original but its
 * pixels (no EXIF, no place, no colour profile). One heavy picture or two light ones are worked on at a time.
 */
import type { default as SharpModule, Sharp } from 'sharp';
import { platformErrors } from '../errors.ts';
import { readPictureKind } from './kind.ts';
import { createWorkQueue } from '../work-queue.ts';

/** What a picture may be when it comes in, and what it is when it is stored. */
export const pictureLimits = {
  bytes: 12 * 1024 * 1024,
  pixels: 50_000_000,
  fullEdge: 2048,
  thumbEdge: 480,
} as const;

/** A picture as it is stored, in both sizes. */
export interface EncodedPicture {
  full: Buffer;
  thumb: Buffer;
  width: number;
  height: number;
  /** The full picture without colours, while it is in memory anyhow. */
  pixels: GreyPixels;
}

/** A picture as it is looked at: one byte for each pixel, line by line. */
export interface GreyPixels {
  data: Uint8Array;
  width: number;
  height: number;
}

/** From here on a picture is decoded alone: the decoder may need four bytes for every pixel. */
const heavyPixels = 16_000_000;

const queue = createWorkQueue({ capacity: 2, mostWaiting: 24 });

/**
 * Checks and re-encodes a picture. Throws `platform.picture_unreadable`, `platform.picture_too_large`, or
 * `platform.too_many_requests` when many others are being worked on.
 */
export async function encodePicture(bytes: Uint8Array): Promise<EncodedPicture> {
  if (bytes.byteLength > pictureLimits.bytes) throw pictureTooLarge();
  const kind = readPictureKind(bytes);
  if (!kind) throw platformErrors.picture_unreadable();
  const sharp = await loadSharp();
  const open = (limitInputPixels: number | false) => sharp(bytes, { failOn: 'truncated', limitInputPixels, pages: 1 });
  const pixels = await readPixels(open(false), kind);
  if (pixels > pictureLimits.pixels) throw pictureTooLarge();
  const encoded = queue.run(pixels > heavyPixels ? 2 : 1, () => encode(sharp, open(pictureLimits.pixels)));
  if (!encoded) throw tooBusy();
  return encoded;
}

/** The refusal of a picture that is over a limit. */
export function pictureTooLarge() {
  const { bytes, pixels } = pictureLimits;
  return platformErrors.picture_too_large({ megabytes: bytes / 1024 / 1024, megapixels: pixels / 1_000_000 });
}

/** The refusal while too many uploads are in the works. */
export function tooBusy() {
  return platformErrors.too_many_requests({ retryAfterMs: 5000, seconds: 5 });
}

/** Reads only the header, so a picture of any claimed size costs nothing yet. */
async function readPixels(picture: Sharp, kind: string): Promise<number> {
  const { format, width, height } = await picture.metadata().catch(refuseUnreadable);
  if ((format === 'heif' ? 'avif' : format) !== kind || !width || !height) throw platformErrors.picture_unreadable();
  return width * height;
}

async function encode(sharp: typeof SharpModule, picture: Sharp): Promise<EncodedPicture> {
  // Decoded once; everything else is made of these pixels.
  const { data, info } = await picture
    .timeout({ seconds: 20 })
    .autoOrient()
    .resize({ ...edge(pictureLimits.fullEdge), withoutEnlargement: true })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch(refuseUnreadable);
  const { width, height, channels } = info;
  const open = () => sharp(data, { raw: { width, height, channels } });
  const full = await open().webp({ quality: 80, effort: 2 }).toBuffer();
  const thumb = await open()
    .resize({ ...edge(pictureLimits.thumbEdge), withoutEnlargement: true })
    .webp({ quality: 72, effort: 2 })
    .toBuffer();
  return { full, thumb, width, height, pixels: await readGrey(open()) };
}

/** The pixels of a stored picture; undefined when it can't be read. */
export async function decodeGrey(full: Uint8Array): Promise<GreyPixels | undefined> {
  const sharp = await loadSharp();
  const { fullEdge } = pictureLimits;
  const picture = sharp(full, { limitInputPixels: fullEdge * fullEdge, pages: 1 });
  return readGrey(picture.timeout({ seconds: 5 })).catch(() => undefined);
}

async function readGrey(picture: Sharp): Promise<GreyPixels> {
  const { data, info } = await picture
    .flatten({ background: '#fff' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

function edge(pixels: number) {
  return { width: pixels, height: pixels, fit: 'inside' } as const;
}

function refuseUnreadable(error: unknown): never {
  throw platformErrors.picture_unreadable(undefined, error);
}

let loaded: Promise<typeof SharpModule> | undefined;

/** The codec is loaded with the first picture: it costs memory that an idle server should not hold. */
function loadSharp(): Promise<typeof SharpModule> {
  loaded ??= import('sharp').then(({ default: sharp }) => {
    sharp.cache(false);
    sharp.concurrency(1);
    return sharp;
  });
  return loaded;
}

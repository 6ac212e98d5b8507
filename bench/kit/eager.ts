/**
 * For the negative control of bench/memory.ts, given to Node by --import: loads at start what belongs to its first use, the
 * dictionaries between Chinese scripts and the picture codec, and keeps a picture in work.
 */
import { Converter } from 'opencc-js';
import sharp from 'sharp';

/** What stays in memory for ever: the mistake that the benchmark has to see. */
export const kept: unknown[] = [Converter({ from: 'cn', to: 'twp' }), Converter({ from: 'twp', to: 'cn' })];

const size = { width: 6000, height: 4000, channels: 3, background: '#c43d2f' } as const;
kept.push(await sharp({ create: size }).raw().toBuffer());

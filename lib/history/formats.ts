import type { Reader } from './reader.ts';
import { whatsapp } from './readers/whatsapp.ts';

/** Every format that can be read; the order decides between equally sure probes. */
export const readers: readonly Reader[] = [whatsapp];

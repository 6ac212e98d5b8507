import type { Reader } from './reader.ts';
import { genericCsv, genericJson } from './readers/generic.ts';
import { qqTxt } from './readers/qq-txt.ts';
import { telegram } from './readers/telegram.ts';
import { whatsapp } from './readers/whatsapp.ts';

/** Every format that can be read; the order decides between equally sure probes. */
export const readers: readonly Reader[] = [telegram, whatsapp, qqTxt, genericCsv, genericJson];

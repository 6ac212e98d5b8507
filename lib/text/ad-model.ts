/**
 * The model of the wording of advertisements that is shipped: a weight for each feature of `ad-features`, their sum divided by the
 * root of how many there are, brought to a logit. Weights are one byte each, kept as base64 in JSON.
 */
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { openAdFeatures, type FeatureReader } from './ad-features.ts';
import { readBase64 } from './base64.ts';

/** A trained model as it is stored. */
export interface AdModelFile {
  version: 2;
  /** What it was trained on, in words for people. */
  about: Record<string, unknown>;
  /** The table has 2^bits weights. */
  bits: number;
  /** What one step of a stored weight is worth. */
  step: number;
  bias: number;
  /** Fewer features than this count as this many: a few characters prove little. */
  fewest: number;
  /** From score to logit: slope · score + offset. */
  calibration: { slope: number; offset: number };
  /** Signed bytes, base64. */
  weights: string;
}

/** A model that is ready to answer. */
export interface AdModel {
  /** How much more likely than not a text is an advertisement, as the logarithm of the odds. */
  logit(text: string): number;
}

let shipped: AdModel | undefined;

/** The shipped model; read at the first call. */
export function openShippedModel(): AdModel {
  return (shipped ??= openAdModel(readShippedFile()));
}

let name: string | undefined;

/** The name of the shipped model: eight characters that another model does not have. */
export function nameShippedModel(): string {
  return (name ??= createHash('sha256').update(JSON.stringify(readShippedFile())).digest('hex').slice(0, 8));
}

function readShippedFile(): AdModelFile {
  return createRequire(import.meta.url)('./ads.weights.json') as AdModelFile;
}

/** Makes a stored model ready. */
export function openAdModel(file: AdModelFile): AdModel {
  const weights = new Int8Array(readBase64(file.weights).buffer);
  if (weights.length !== 2 ** file.bits)
    throw new RangeError(`a table of 2^${file.bits} weights has ${weights.length} entries`);
  let reader: FeatureReader | undefined;
  return {
    logit(text) {
      reader ??= openAdFeatures({ bits: file.bits, withCues: false });
      const count = reader.read(text);
      let sum = 0;
      for (let at = 0; at < count; at++) sum += weights[reader.buckets[at]!]!;
      const score = (sum * file.step) / Math.sqrt(Math.max(file.fewest, count)) + file.bias;
      return file.calibration.slope * score + file.calibration.offset;
    },
  };
}

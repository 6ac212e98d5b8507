/**
 * Trains what lib/text knows of language but for advertisements (see train-ads): `npm run bench -- train-text --data FOLDER [--only offence|pairs]`,
 * where the folder holds `cold-offense-zh` (train.csv, dev.csv). Hyperparameters, probabilities and thresholds come from the train
 * part alone; the dev part only tells how well it went. The last line is JSON.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import { openModel, type ModelFile } from '../lib/text/linear-model.ts';
import { foldText } from '../lib/text/normalise.ts';
import { openGrammar, seedRandom } from './kit/ad-writer.ts';
import { bestThreshold, measureClasses } from './kit/classification.ts';
import { readCsvFile } from './kit/labelled-csv.ts';
import { createPairCount } from './kit/pair-training.ts';
import { trainModel, type LabelledText } from './kit/text-training.ts';

const { values } = parseArgs({
  options: { data: { type: 'string', default: '../shared/data' }, only: { type: 'string' } },
});
const rude = /[傻操艹滚贱婊逼屄屌蠢猪狗垃圾死妈娘黑奴鬼婆娘屎尿屁骚色逼脑残智障废物畜]/;
const trainers = { offence: trainOffence, pairs: countPairs };
const asked = Object.entries(trainers).filter(([name]) => values.only === undefined || values.only === name);
if (asked.length === 0) throw new Error(`--only takes ${Object.keys(trainers).join(' or ')}`);
const figures = asked.map(([name, train]) => [name, train(values.data)]);
console.log(JSON.stringify({ name: 'train-text', ...Object.fromEntries(figures) }));

function trainOffence(data: string): object {
  const [train, dev] = ['train', 'dev'].map((part) => readCold(data, part)) as [LabelledText[], LabelledText[]];
  const options = { orders: [1, 2, 3], bits: 19, fewest: 24, freedom: 3, rounds: 50, chooseThreshold: bestThreshold };
  const { file, unseen } = trainModel([...train, ...readChat()], options);
  const about = {
    what: 'Probability that people would call a Chinese message offensive.',
    trainedOn:
      'COLD train (thu-coai/COLDataset, Apache-2.0): comments about race, region and gender; our own everyday talk (bench/grammar, the sample community)',
    figures: {
      trainUnseen: measureClasses(unseen.slice(0, train.length), listLabels(train), file.threshold),
      dev: measure({ ...file, about: {} }, dev),
    },
  };
  return writeModel('offence', { ...file, about });
}

/** Everyday talk, which COLD has none of, as calm examples of little weight; what has a rude word in it is left out. */
function readChat(): LabelledText[] {
  const [write, random] = [openGrammar('talk'), seedRandom(2)];
  const texts = [...Array.from({ length: 6000 }, () => write(random)), ...readSample()];
  return texts.filter((text) => !rude.test(text)).map((text) => ({ text: foldText(text), label: 0, importance: 0.2 }));
}

/** The lines of our sample community that are talk. */
function readSample(): string[] {
  const folder = new URL('../server/sample/content/', import.meta.url);
  const files = readdirSync(folder).filter((name) => !name.startsWith('ad'));
  const lines = files.flatMap((name) => readFileSync(new URL(name, folder), 'utf8').split('\n'));
  return lines.filter((line) => line.length > 3 && !/[{|]/.test(line));
}

/** Pairs of characters that people write beside each other. */
function countPairs(data: string): object {
  const count = createPairCount();
  for (const part of ['train', 'dev']) for (const { text } of readCold(data, part)) count.add(text);
  const dictionary = createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt');
  for (const line of readFileSync(dictionary, 'utf8').split('\n')) {
    const [word, times] = line.split(' ');
    if (word && Number(times) >= 5) count.add(word, 2);
  }
  for (const line of readSample()) count.add(line, 2);
  const file = count.pack({
    what: 'Pairs of Chinese characters that stand beside each other in ordinary texts, as a hashed set.',
    madeFrom:
      'COLD train and dev (thu-coai/COLDataset, Apache-2.0), the dictionary of jieba (MIT), our own sample community',
  });
  writeFileSync(new URL('../lib/text/ordinary-pairs.json', import.meta.url), `${JSON.stringify(file, null, 2)}\n`);
  return file.about;
}

function readCold(data: string, part: string): LabelledText[] {
  const rows = readCsvFile(`${data}/cold-offense-zh/${part}.csv`);
  return rows.map(({ label, TEXT }) => ({ text: foldText(TEXT!), label: label === '1' ? 1 : 0 }));
}

function listLabels(examples: readonly LabelledText[]): Uint8Array {
  return Uint8Array.from(examples, ({ label }) => label);
}

/** Measures a file as lib/text will use it, with weights of one byte. */
function measure(file: ModelFile, examples: readonly LabelledText[]): object {
  const model = openModel(file);
  const probabilities = Float64Array.from(examples, ({ text }) => model.probability(text));
  return measureClasses(probabilities, listLabels(examples), file.threshold);
}

function writeModel(name: string, file: ModelFile): object {
  // Short lists on one line, as the formatter wants them.
  const json = JSON.stringify(file, null, 2).replace(
    /\[\s+([\d,\s]+?)\s+\]/g,
    (_, list) => `[${list.replace(/\s+/g, ' ')}]`,
  );
  writeFileSync(new URL(`../lib/text/${name}.weights.json`, import.meta.url), `${json}\n`);
  return file.about['figures'] as object;
}

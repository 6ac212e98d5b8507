/**
 * Trains the language models of lib/text and writes their weights: `npm run bench -- train-text --data FOLDER [--only offence|ads]`,
 * where the folder holds `cold-offense-zh` (train.csv, dev.csv) and `zh-chat-spam` (train.csv). Hyperparameters, probabilities
 * and thresholds come from the train parts alone; dev parts only tell how well it went. The last line is JSON.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { outlineWording, readPlainCues, weighCues } from '../lib/text/ads.ts';
import { openModel, type ModelFile } from '../lib/text/linear-model.ts';
import { foldText } from '../lib/text/normalise.ts';
import { hashGram } from '../lib/text/tokens.ts';
import { bestThreshold, measureClasses } from './kit/classification.ts';
import { readCsvFile } from './kit/labelled-csv.ts';
import { trainModel, type LabelledText } from './kit/text-training.ts';

const { values } = parseArgs({
  options: { data: { type: 'string', default: '../shared/data' }, only: { type: 'string' } },
});
const rude = /[傻操艹滚贱婊逼屄屌蠢猪狗垃圾死妈娘黑奴鬼婆娘屎尿屁骚色逼脑残智障废物畜]/;
const trainers = { offence: trainOffence, ads: trainAds };
const asked = Object.entries(trainers).filter(([name]) => values.only === undefined || values.only === name);
if (asked.length === 0) throw new Error(`--only takes ${Object.keys(trainers).join(' or ')}`);
const figures = asked.map(([name, train]) => [name, train(values.data)]);
console.log(JSON.stringify({ name: 'train-text', ...Object.fromEntries(figures) }));

function trainOffence(data: string): object {
  const [train, dev] = ['train', 'dev'].map((part) => readCold(data, part)) as [LabelledText[], LabelledText[]];
  const options = { orders: [1, 2, 3], bits: 19, fewest: 24, freedom: 3, rounds: 50, chooseThreshold: bestThreshold };
  const { file, unseen } = trainModel([...train, ...readChat(data)], options);
  const about = {
    what: 'Probability that people would call a Chinese message offensive.',
    trainedOn:
      'COLD train (thu-coai/COLDataset, Apache-2.0): comments about race, region and gender; zh-chat-spam as everyday talk',
    figures: {
      trainUnseen: measureClasses(unseen.slice(0, train.length), listLabels(train), file.threshold),
      dev: measure({ ...file, about: {} }, dev),
    },
  };
  return writeModel('offence', { ...file, about });
}

/** Everyday talk, which COLD has none of, as calm examples of little weight; what has a rude word in it is left out. */
function readChat(data: string): LabelledText[] {
  return readCsvFile(`${data}/zh-chat-spam/train.csv`)
    .filter(({ target, input }) => target === '0' && !rude.test(input!))
    .map(({ input }) => ({ text: foldText(input!), label: 0, importance: 0.2 }));
}

/** One part in five is kept for measuring; which one is told by a hash of what the message says. */
function trainAds(data: string): object {
  const examples = readSpam(data);
  const isKept = ({ text }: LabelledText) => hashGram(text, 9) % 5 === 0;
  const kept = examples.filter(isKept);
  const train = [...examples.filter((example) => !isKept(example)), ...readOrdinary(data)];
  const options = { orders: [1, 2, 3], bits: 17, fewest: 16, freedom: 3, rounds: 50, chooseThreshold: () => 0.9 };
  const { file, unseen } = trainModel(train, options);
  const about = {
    what: 'Probability that a Chinese message is worded like an advertisement, from its outline (see ads.ts).',
    trainedOn:
      'zh-chat-spam (MarkIvory2973/tg-spam), four parts in five, its labels cleaned; COLD train as ordinary talk',
    figures: {
      trainUnseen: measureClasses(unseen, listLabels(train), file.threshold),
      dev: measure({ ...file, about: {} }, kept),
    },
  };
  return writeModel('ads', { ...file, about });
}

/** The labels call vulgar talk an advertisement, and some advertisements not: examples that the cues contradict are left out. */
function readSpam(data: string): LabelledText[] {
  return readCsvFile(`${data}/zh-chat-spam/train.csv`).flatMap(({ target, input }) => {
    const folded = foldText(input!);
    const text = outlineWording(folded);
    const cues = readPlainCues(folded);
    const hasCue = /0{4}|w|[a-z]{3}/.test(text) || cues.some(({ weight }) => weight > 0);
    const isClear = target === '1' ? hasCue : weighCues(cues, folded.length) < 0.5;
    return isClear && text.length > 1 ? [{ text, label: target === '1' ? 1 : 0 }] : [];
  });
}

function readOrdinary(data: string): LabelledText[] {
  return readCold(data, 'train')
    .filter(({ text }) => weighCues(readPlainCues(text), text.length) < 0.5)
    .map(({ text }) => ({ text: outlineWording(text), label: 0, importance: 0.5 }));
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

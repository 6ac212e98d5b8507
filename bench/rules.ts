/**
 * How well lib/text sees advertisements: `--train FILE --test FILE` (CSV target,input; shipped, and taught with the first as decisions
 * of six moderators over sixty days), `--attacks FILE` (CSV technique,plain,disguised), `--innocent FILE` (one text a line), `--alarms`
 * (false alarms over the data in `--data FOLDER` and the sample community, listed), `--speed`. Without any: everything, with a part
 * of the public data that is kept apart by a hash, and our own lists. Scores are those of newcomers: from .5 on a message is held.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readPlainCues } from '../lib/text/ad-cues.ts';
import { weighCues } from '../lib/text/ads.ts';
import { foldText, rateAd } from '../lib/text/index.ts';
import { hashGram } from '../lib/text/tokens.ts';
import { runBenchmark, say, type Outcome } from './kit/benchmark.ts';
import { measureChecks, writeMessages, writeTerms } from './kit/check-speed.ts';
import { readColdTrain, readGitter, readSampleTalk } from './kit/innocent-texts.ts';
import { readCsvFile } from './kit/labelled-csv.ts';
import { makeRandom } from './kit/random.ts';
import { measureRanking } from './kit/ranking.ts';
import { teachCommunity, type CalledText } from './kit/taught-community.ts';

const least = { f1: 0.93, recallAt1pct: 0.83, shippedRecallAt1pct: 0.6, caught: 0.9, perSecond: 20_000 };
const most = { stopped: 0.02, gitter: 0.002, cold: 0.01, sample: 0.005, memoryMb: 120 };
const held = 0.5;
const seed = 4;
const ownData = fileURLToPath(new URL('../../shared/data', import.meta.url));
const fixture = (name: string) => fileURLToPath(new URL(`../lib/text/fixtures/${name}`, import.meta.url));

const file = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const { values } = parseArgs({
  options: {
    train: file,
    test: file,
    attacks: file,
    innocent: file,
    alarms: flag,
    speed: flag,
    data: { ...file, default: ownData },
  },
});
if ((values.train === undefined) !== (values.test === undefined)) {
  console.error('--train FILE and --test FILE go together: two CSV files with the columns target and input.');
  process.exit(2);
}
const all = !values.train && !values.attacks && !values.innocent && !values.alarms && !values.speed;
type Part = (spoilt: boolean) => Outcome;
// Speed first, before other work has filled the memory of the process.
const parts: Part[] = values.speed || all ? [measureSpeed] : [];
const spam = join(values.data, 'zh-chat-spam', 'train.csv');
if (values.train && values.test) parts.push(measureLearning(readCalled(values.train), readCalled(values.test)));
else if (all && existsSync(spam)) parts.push(measureLearning(...splitCalled(spam)));
if (values.attacks || all) parts.push(measureAttacks(values.attacks ?? fixture('disguised-ads.csv')));
if (values.innocent || all) parts.push(measureInnocent(values.innocent ?? fixture('innocent-lookalikes.txt')));
if (values.alarms || all) parts.push(measureAlarms);

await runBenchmark({
  name: 'rules',
  about:
    'Advertisements: shipped model and what a community teaches it, disguises, innocent texts, false alarms, speed.',
  controlAbout:
    'decisions at random; texts as they stand, without a look behind disguises and without the model; an advertisement behind each innocent text; terms looked for one by one.',
  measure: async () => joinOutcomes(parts.map((part) => part(false))),
  // Every part must see what was spoilt for it.
  control: async () => {
    const outcomes = parts.map((part) => part(true));
    return { ...joinOutcomes(outcomes), ok: outcomes.some(({ ok }) => ok) };
  },
});

function joinOutcomes(outcomes: readonly Outcome[]): Outcome {
  return {
    ok: outcomes.every(({ ok }) => ok),
    figures: Object.assign({}, ...outcomes.map(({ figures }) => figures)) as object as Record<string, unknown>,
  };
}

function readCalled(path: string): CalledText[] {
  return readCsvFile(path).map(({ target, input }) => ({ text: input ?? '', isUnwelcome: target?.trim() === '1' }));
}

/** Each text once, one of five kept apart; which one is told by a hash of what it says. */
function splitCalled(path: string): [CalledText[], CalledText[]] {
  const once = new Map(
    readCalled(path).map((called) => [foldText(called.text).replace(/[^\p{L}\p{N}]/gu, ''), called] as const),
  );
  once.delete('');
  const isApart = (said: string) => hashGram(said, 11) % 5 === 0;
  const pick = (apart: boolean) => [...once].filter(([said]) => isApart(said) === apart).map(([, called]) => called);
  return [pick(false), pick(true)];
}

function measureLearning(train: CalledText[], test: CalledText[]): Part {
  return (spoilt) => {
    const random = makeRandom(seed);
    const given = spoilt ? train.map(({ text }) => ({ text, isUnwelcome: random() < 0.5 })) : train;
    const labels = test.map(({ isUnwelcome }) => isUnwelcome);
    const shipped = measureRanking(
      test.map(({ text }) => rateAd(text)),
      labels,
    );
    const { learner, heldBack, microsecondsEach } = teachCommunity(given, seed);
    const learned = measureRanking(
      test.map(({ text }) => learner.rate(text)),
      labels,
    );
    const texts = { train: train.length, test: test.length, heldBack, microsecondsEach };
    say(`  ${train.length} decisions, ${test.length} texts; budgets held back ${JSON.stringify(heldBack)}`);
    say(`  shipped ${JSON.stringify(shipped)}`);
    say(`  learned ${JSON.stringify(learned)}`);
    const ok = learned.f1 >= least.f1 && learned.recallAt1pct >= least.recallAt1pct;
    return { ok: ok && shipped.recallAt1pct >= least.shippedRecallAt1pct, figures: { shipped, learned, texts } };
  };
}

/** The likeness of a text as it stands, by its words and signs alone. */
function rateAsWritten(text: string): number {
  const folded = foldText(text);
  return weighCues(readPlainCues(folded), folded.length);
}

function measureAttacks(path: string): Part {
  const rows = readCsvFile(path);
  return (spoilt) => {
    const rateDisguised = spoilt ? rateAsWritten : rateAd;
    const techniques: Record<string, { rows: number; plainCaught: number; caught: number; share: number }> = {};
    for (const { technique = '', plain = '', disguised = '' } of rows) {
      const figures = (techniques[technique] ??= { rows: 0, plainCaught: 0, caught: 0, share: 0 });
      figures.rows++;
      if (rateAd(plain) < held) continue;
      figures.plainCaught++;
      if (rateDisguised(disguised) >= held) figures.caught++;
      else if (!spoilt) say(`  missed, ${technique}: ${disguised.replaceAll('\n', '⏎')}`);
    }
    const lists = Object.values(techniques);
    for (const each of lists) each.share = share(each.caught, each.plainCaught);
    const sum = (read: (each: (typeof lists)[number]) => number) =>
      lists.reduce((total, each) => total + read(each), 0);
    const attacks = {
      rows: rows.length,
      plainCaught: sum((each) => each.plainCaught),
      caught: share(
        sum((each) => each.caught),
        sum((each) => each.plainCaught),
      ),
      techniques,
    };
    say(
      `  ${rows.length} disguised advertisements: ${attacks.plainCaught} plain ones seen, ${attacks.caught} of their disguises`,
    );
    return { ok: attacks.caught >= least.caught, figures: { attacks } };
  };
}

function measureInnocent(path: string): Part {
  const texts = readFileSync(path, 'utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  return (spoilt) => {
    const given = spoilt ? texts.map((text) => `${text}，兼职刷单日结，加微信 abc12345`) : texts;
    const stopped = given.filter((text) => rateAd(text) >= held);
    if (!spoilt) for (const text of stopped) say(`  stopped: ${text}`);
    const innocent = { texts: texts.length, stopped: stopped.length, share: share(stopped.length, texts.length) };
    say(`  ${texts.length} innocent texts, ${stopped.length} stopped`);
    return { ok: innocent.share <= most.stopped, figures: { innocent } };
  };
}

function measureAlarms(spoilt: boolean): Outcome {
  const lists = { gitter: readGitter(values.data), cold: readColdTrain(values.data), sample: readSampleTalk() };
  const alarms: Record<string, object> = {};
  let ok = true;
  for (const [name, texts] of Object.entries(lists)) {
    if (texts.length === 0) continue;
    const given = spoilt ? texts.slice(0, 2000).map((text) => `兼职刷单日结，加微信 abc12345。${text}`) : texts;
    const stopped = given.filter((text) => rateAd(text) >= held);
    const figures = { texts: given.length, stopped: stopped.length, share: share(stopped.length, given.length) };
    alarms[name] = figures;
    ok &&= figures.share <= most[name as keyof typeof lists];
    say(`  ${name}: ${stopped.length} of ${given.length} stopped (at most ${most[name as keyof typeof lists]})`);
    if (!spoilt) for (const text of stopped) say(`    ${text.replaceAll('\n', '⏎').slice(0, 160)}`);
  }
  return { ok, figures: { alarms } };
}

function measureSpeed(spoilt: boolean): Outcome {
  const terms = writeTerms(100_000);
  const messages = writeMessages(spoilt ? 20 : 20_000);
  const speed = spoilt ? lookOneByOne(terms, messages) : measureChecks(terms, messages);
  say(`  ${terms.length} terms: ${JSON.stringify(speed)}`);
  return { ok: speed.perSecond >= least.perSecond && speed.memoryMb <= most.memoryMb, figures: { speed } };
}

function lookOneByOne(
  terms: readonly string[],
  messages: readonly string[],
): { perSecond: number; memoryMb: number; found: number } {
  const begun = process.cpuUsage().user;
  const found = messages.reduce((sum, text) => sum + terms.filter((term) => text.includes(term)).length, 0);
  return { perSecond: Math.round((messages.length * 1e6) / (process.cpuUsage().user - begun)), memoryMb: 0, found };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 10_000;
}

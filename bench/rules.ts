/**
 * How well the checks of the server see advertisements: `--train FILE --test FILE` (CSV target,input; shipped, and taught with the first as decisions
 * of six moderators over sixty days), `--attacks FILE` (CSV technique,plain,disguised), `--innocent FILE` (one text a line), `--alarms`
 * (false alarms over the data in `--data FOLDER` and the sample community, listed), `--speed`. Without any: everything, with a part
 * of the public data that is kept apart by a hash, and our own lists. All checks look, as at a newcomer's message in a new community; what
 * is stopped waits for a moderator. Innocent texts are counted without the rule that holds every link of a newcomer, and with it beside.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { foldText } from '../lib/text/index.ts';
import { hashGram } from '../lib/text/tokens.ts';
import { openWording } from '../server/rules/learner.ts';
import { runBenchmark, say, type Outcome } from './kit/benchmark.ts';
import { measureChecks, writeMessages, writeTerms } from './kit/check-speed.ts';
import { measureAttacks, measureInnocent, type InnocentFigures } from './kit/disguises.ts';
import { readColdTrain, readGitter, readSampleTalk } from './kit/innocent-texts.ts';
import { readCsvFile } from './kit/labelled-csv.ts';
import { openJudge, type Judge } from './kit/newcomer.ts';
import { makeRandom } from './kit/random.ts';
import { measureRanking } from './kit/ranking.ts';
import { teachCommunity, type CalledText } from './kit/taught-community.ts';

const least = { f1: 0.93, recallAt1pct: 0.83, shippedRecallAt1pct: 0.6, caught: 0.9, perSecond: 20_000 };
const most = { stopped: 0.02, gitter: 0.002, cold: 0.01, sample: 0.005, memoryMb: 120 };
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
if (values.attacks || all) parts.push(measureDisguises(values.attacks ?? fixture('disguised-ads.csv')));
if (values.innocent || all) parts.push(measureLookAlikes(values.innocent ?? fixture('innocent-lookalikes.txt')));
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
    const measureJudge = ({ rate }: Judge) =>
      measureRanking(
        test.map(({ text }) => rate(text)),
        labels,
      );
    const shipped = measureJudge(openJudge());
    const { learner, heldBack, microsecondsEach } = teachCommunity(given, seed);
    const learned = measureJudge(openJudge({ model: openWording(learner, learner.decisions) }));
    const texts = { train: train.length, test: test.length, heldBack, microsecondsEach };
    say(`  ${train.length} decisions, ${test.length} texts; budgets held back ${JSON.stringify(heldBack)}`);
    say(`  shipped ${JSON.stringify(shipped)}`);
    say(`  learned ${JSON.stringify(learned)}`);
    const ok = learned.f1 >= least.f1 && learned.recallAt1pct >= least.recallAt1pct;
    return { ok: ok && shipped.recallAt1pct >= least.shippedRecallAt1pct, figures: { shipped, learned, texts } };
  };
}

function measureDisguises(path: string): Part {
  const rows = readCsvFile(path);
  return (spoilt) => {
    const attacks = measureAttacks(rows, spoilt);
    return { ok: attacks.caught >= least.caught, figures: { attacks } };
  };
}

function measureLookAlikes(path: string): Part {
  const texts = readFileSync(path, 'utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  return (spoilt) => {
    const given = spoilt ? texts.map((text) => `${text}，兼职刷单日结，加微信 abc12345`) : texts;
    const innocent = measureInnocent(given, !spoilt);
    say(`  innocent texts: ${JSON.stringify(innocent)}`);
    return { ok: innocent.share <= most.stopped && innocent.refused === 0, figures: { innocent } };
  };
}

function measureAlarms(spoilt: boolean): Outcome {
  const lists = { gitter: readGitter(values.data), cold: readColdTrain(values.data), sample: readSampleTalk() };
  const alarms: Record<string, InnocentFigures> = {};
  let ok = true;
  for (const [name, texts] of Object.entries(lists)) {
    if (texts.length === 0) continue;
    const given = spoilt ? texts.slice(0, 2000).map((text) => `兼职刷单日结，加微信 abc12345。${text}`) : texts;
    const figures = (alarms[name] = measureInnocent(given, !spoilt));
    ok &&= figures.share <= most[name as keyof typeof lists] && figures.refused === 0;
    say(`  ${name} (at most ${most[name as keyof typeof lists]}): ${JSON.stringify(figures)}`);
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

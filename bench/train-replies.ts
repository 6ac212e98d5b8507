/**
 * Trains the reply linkers of lib/replies on hand-linked IRC. `--data FOLDER --check` fits on four fifths of the days and
 * says how the rest went; `--data FOLDER` fits on everything and writes lib/replies/weights.json. Each takes about a minute.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { createLogisticLinker } from '../lib/replies/logistic.ts';
import { createPreviousLinker } from '../lib/replies/previous.ts';
import { createRuleLinker } from '../lib/replies/rule.ts';
import { loadWeights, storeWeights } from '../lib/replies/weights.ts';
import { hideNames, readAnnotatedLogs } from './kit/annotated-irc.ts';
import type { AnnotatedLog } from './kit/annotated-irc.ts';
import { countPrevious, countRule, runLinker } from './kit/linker-reports.ts';
import type { LinkerReport } from './kit/linker-reports.ts';
import { makeQuietGroups } from './kit/quiet-groups.ts';
import { fitWeights } from './kit/reply-training.ts';

const gapMinutes = [0, 4, 14, 59];
const target = new URL('../lib/replies/weights.json', import.meta.url);
const credit = {
  about: 'Weights of the reply linkers. Written by bench/train-replies.ts; do not edit by hand.',
  source:
    'Fitted on the training part of "A Large-Scale Corpus for Conversation Disentanglement" (Kummerfeld et al., ACL 2019), ' +
    'https://github.com/jkkummerfeld/irc-disentanglement, CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/).',
  changes: 'Only weights and shares are derived; no text of the corpus is contained.',
};

/**
 * Beside each log a copy with fewer names (none, or in a fifth of the messages), and small groups made of its conversations:
 * few chats name people as much as IRC, or start so many conversations. The atoms `habit` and `crowd` tell the weights which
 * kind of chat it is.
 */
function addOtherChats(logs: readonly AnnotatedLog[]): AnnotatedLog[] {
  const copies = logs.flatMap((log, at) => [log, at % 2 === 1 ? withoutNames(log) : withFewNames(log)]);
  return [...copies, ...makeQuietGroups(logs, 5)];
}

function withoutNames(log: AnnotatedLog): AnnotatedLog {
  return hideNames(log, () => false);
}

function withFewNames(log: AnnotatedLog): AnnotatedLog {
  return hideNames(log, (message) => Math.imul(message + 1, 2654435761) >>> 0 < 0.2 * 2 ** 32);
}

function splitByDay(logs: readonly AnnotatedLog[]): { fit: AnnotatedLog[]; held: AnnotatedLog[] } {
  const days = [...new Set(logs.map(dayOf))];
  const isHeld = (log: AnnotatedLog) => days.indexOf(dayOf(log)) % 5 === 2;
  return { fit: logs.filter((log) => !isHeld(log)), held: logs.filter(isHeld) };
}

function dayOf(log: AnnotatedLog): string {
  return log.name.slice(0, 10);
}

function check(logs: readonly AnnotatedLog[]): void {
  const { fit, held } = splitByDay(logs);
  console.log(`${fit.length} logs to fit, ${held.length} held out (other days)`);
  const weights = loadWeights(storeWeights(fitWeights(addOtherChats(fit), console.log)));
  const rule = countRule(addOtherChats(fit));
  const previous = { minutes: gapMinutes, p: countPrevious(addOtherChats(fit), gapMinutes) };
  const figures: Record<string, unknown> = {};
  const kinds = {
    names: held,
    fewNames: held.map(withFewNames),
    noNames: held.map(withoutNames),
    quiet: makeQuietGroups(held, 9),
  };
  for (const [kind, some] of Object.entries(kinds)) {
    figures[kind] = {
      previous: report(runLinker(some, (input) => createPreviousLinker(input, previous))),
      rule: report(runLinker(some, (input) => createRuleLinker(input, rule))),
      logistic: report(runLinker(some, (input) => createLogisticLinker(input, weights))),
    };
  }
  console.table(
    runLinker(held, (input) => createLogisticLinker(input, weights))
      .reliability.steps()
      .map(({ n, promised, came }) => ({ n, promised: round(promised, 3), came: round(came, 3) })),
  );
  console.log(JSON.stringify(figures));
}

function report({ f1, reliability }: LinkerReport): { f1: number; ece: number } {
  return { f1: round(f1, 2), ece: round(reliability.error(), 4) };
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

async function train(logs: readonly AnnotatedLog[]): Promise<void> {
  const logistic = storeWeights(fitWeights(addOtherChats(logs), console.log));
  const rule = countRule(addOtherChats(logs));
  const previous = { minutes: gapMinutes, p: countPrevious(addOtherChats(logs), gapMinutes) };
  await writeFile(target, `${JSON.stringify({ ...credit, logs: logs.length, rule, previous, logistic })}\n`);
  console.log(`Written: ${target.pathname}`);
}

const { values } = parseArgs({ options: { data: { type: 'string' }, check: { type: 'boolean', default: false } } });
if (values.data === undefined) {
  console.log(
    'Not a benchmark: trains lib/replies. --data FOLDER of N.ascii.txt and N.annotation.txt, --check to only look.',
  );
} else {
  const logs = await readAnnotatedLogs(values.data);
  if (values.check) check(logs);
  else await train(logs);
}

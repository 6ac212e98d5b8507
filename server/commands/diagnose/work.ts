/** The work of `miaohui diagnose`: read, analyse, hide, write. Loaded only when it is asked for, because the dictionaries are large. */
import { analyse } from '../../../lib/analysis/index.ts';
import type { Diagnosis } from '../../../lib/analysis/index.ts';
import { openHistory } from '../../../lib/history/index.ts';
import { createPseudonyms, hidePeople, renderReport } from '../../../lib/report/index.ts';
import { print, UsageError, type CommandCall } from '../command.ts';
import { openPath } from './file-source.ts';
import { collectIdentities } from './identities.ts';
import { prepareOutput, writeOutput } from './output.ts';
import { startProgress } from './progress.ts';
import { describeVerdicts } from './verdicts.ts';
import type { Wish } from './wish.ts';

/** Does what was wished. */
export async function diagnose(call: CommandCall, wish: Wish): Promise<void> {
  const { t } = call;
  for (const path of [wish.html, wish.json]) if (path !== undefined) prepareOutput(path, { t, input: wish.path });
  const read = await readDiagnosis(call, wish);
  const diagnosis = wish.pseudonyms ? read.hide() : read.diagnosis;
  const { lang, pseudonyms } = wish;
  if (wish.json !== undefined) writeOutput(wish.json, `${JSON.stringify(diagnosis, undefined, 1)}\n`);
  if (wish.html !== undefined) writeOutput(wish.html, renderReport(diagnosis, { lang, pseudonyms }));
  // Where the JSON itself goes to the output, nothing else may.
  if (wish.json === '-') return;
  print(describeVerdicts(diagnosis, lang));
  print();
  for (const path of [wish.html, wish.json]) if (path !== undefined) print(t('diagnose:written', { path }));
  if (!pseudonyms) print(t('diagnose:private'));
}

async function readDiagnosis({ t }: CommandCall, wish: Wish): Promise<{ diagnosis: Diagnosis; hide(): Diagnosis }> {
  const progress = startProgress(t);
  try {
    const { input, bytes } = await openPath(wish.path, (count) => progress.countBytes(count));
    progress.expectBytes(bytes);
    const history = await openHistory(input, { zone: wish.zone });
    const identities = collectIdentities(history);
    const watched = wish.pseudonyms ? identities.history : history;
    const diagnosis = await analyse(watched, {
      zone: wish.zone,
      group: wish.group,
      now: wish.now,
      onProgress: (step) => progress.show(step),
    });
    if (wish.group !== undefined && diagnosis.groups.length === 0)
      throw missingGroup(t, wish.group, identities.groupNames());
    const hide = () => {
      const { people, groups } = identities.list();
      return hidePeople(diagnosis, createPseudonyms(people, groups, wish.lang));
    };
    return { diagnosis, hide };
  } finally {
    progress.end();
  }
}

function missingGroup(t: CommandCall['t'], group: string, known: readonly string[]): UsageError {
  const names = known.slice(0, 20).join(t('diagnose:and'));
  return new UsageError(
    known.length === 0 ? t('diagnose:no_groups', { group }) : t('diagnose:no_group', { group, names }),
  );
}

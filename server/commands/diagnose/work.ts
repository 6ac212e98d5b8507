/** The work of `miaohui diagnose`: read, analyse, hide, write. Loaded only when it is asked for, because the dictionaries are large. */
import { analyse } from '../../../lib/analysis/index.ts';
import type { Diagnosis } from '../../../lib/analysis/index.ts';
import { openHistory } from '../../../lib/history/index.ts';
import { createPseudonyms, hidePeople, renderReport } from '../../../lib/report/index.ts';
import type { Translate } from '../../platform/i18n.ts';
import { UsageError } from '../usage.ts';
import { openPath } from './file-source.ts';
import { collectIdentities } from './identities.ts';
import { prepareOutput, standardOutput, writeOutput } from './output.ts';
import { startProgress } from './progress.ts';
import { describeVerdicts } from './verdicts.ts';
import { nameOf, type Wish } from './wish.ts';

const day = 86_400_000;

/** How the work talks to whoever asked. */
interface Voice {
  t: Translate;
  say(line?: string): void;
}

/** Does what was wished. */
export async function diagnose(wish: Wish, { t, say }: Voice): Promise<void> {
  for (const path of [wish.html, wish.json]) if (path !== undefined) prepareOutput(path, { t, input: wish.path });
  const read = await readDiagnosis(wish, t);
  const diagnosis = wish.pseudonyms ? read.hide() : read.diagnosis;
  const { lang, pseudonyms, html, json } = wish;
  if (html !== undefined)
    writeOutput(
      html,
      renderReport(diagnosis, { lang, pseudonyms, nameless: pseudonyms ? undefined : nameOf(wish.path) }),
    );
  // Where the JSON itself is what is said, nothing else may be.
  if (json === standardOutput) return say(JSON.stringify(diagnosis, undefined, 1));
  if (json !== undefined) writeOutput(json, `${JSON.stringify(diagnosis, undefined, 1)}\n`);
  say(describeVerdicts(diagnosis, lang));
  say();
  for (const path of [html, json]) if (path !== undefined) say(t('diagnose:written', { path }));
  if (!pseudonyms) say(t('diagnose:private'));
}

async function readDiagnosis(wish: Wish, t: Translate): Promise<{ diagnosis: Diagnosis; hide(): Diagnosis }> {
  const progress = startProgress(t);
  try {
    const { input, bytes } = await openPath(wish.path, (count) => progress.countBytes(count));
    progress.expectBytes(bytes);
    const history = await openHistory(input, { zone: wish.zone });
    const identities = collectIdentities(history);
    const watched = wish.pseudonyms || wish.group !== undefined ? identities.history : history;
    const diagnosis = await analyse(watched, {
      zone: wish.zone,
      group: wish.group,
      now: wish.now,
      // Zones differ by a day at most.
      latest: new Date(Date.now() + day),
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

function missingGroup(t: Translate, group: string, known: readonly string[]): UsageError {
  const names = known.slice(0, 20).join(t('diagnose:and'));
  return new UsageError(
    known.length === 0 ? t('diagnose:no_groups', { group }) : t('diagnose:no_group', { group, names }),
  );
}

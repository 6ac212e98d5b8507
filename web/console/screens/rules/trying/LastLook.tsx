import { isGoing, useDryRuns } from '../../../data/dry-runs.ts';
import type { DryRun } from '../../../data/dry-runs.ts';
import { useHere } from '../../../data/session.ts';
import { useWhen } from '../../../pieces/when.ts';
import { useText } from '../../../text.ts';
import { nameAbout, saySum } from './dry-words.ts';
import { useLook } from './LookBack.tsx';

/** The newest dry run of the last day about a list, or about anything but lists, in one line; nothing when there is none. */
export function LastLook({ about }: { about: { listId: string } | 'settings' }) {
  const t = useText();
  const { communityId } = useHere();
  const when = useWhen();
  const look = useLook();
  const isMeant = (run: DryRun) =>
    about === 'settings' ? run.about.kind !== 'list' : run.about.listId === about.listId && !run.about.adds;
  const run = useDryRuns(communityId).data?.find((one) => isMeant(one) && (one.state === 'done' || isGoing(one)));
  if (!run) return null;
  const told = { when: when.moment(run.askedAt), sum: isGoing(run) ? t('rules.look.stillGoing') : saySum(t, run) };
  return (
    <p className="s c2">
      {about === 'settings'
        ? t('rules.look.lastOf', { ...told, name: nameAbout(t, run, undefined) })
        : t('rules.look.last', told)}{' '}
      <button type="button" className="link" onClick={() => look.open(run.id)}>
        {t('rules.look.open')}
      </button>
    </p>
  );
}

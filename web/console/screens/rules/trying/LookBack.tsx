import { Button } from 'antd';
import { Icon } from '../../../../kit/antd/Icon.tsx';
import { useAskDryRun } from '../../../data/dry-runs.ts';
import type { DryRunAbout } from '../../../data/dry-runs.ts';
import { useHere } from '../../../data/session.ts';
import { useFilters } from '../../../pieces/filters.ts';
import { useTellProblem } from '../../../pieces/problems.ts';
import { useText } from '../../../text.ts';
import { DryRunDrawer } from './DryRunDrawer.tsx';

/** The dry run that stands open on a screen; it is in the address, so that it is still there after a while. */
export function useLook() {
  const { communityId } = useHere();
  const filters = useFilters();
  const ask = useAskDryRun(communityId);
  const tellProblem = useTellProblem();
  return {
    runId: filters.read('look'),
    isAsking: ask.isPending,
    open: (runId: string | undefined) => filters.set({ look: runId }),
    begin: (about: DryRunAbout) =>
      ask
        .mutateAsync(about)
        .then(({ id }) => filters.set({ look: id }))
        .catch(tellProblem),
  };
}

/** Begins a dry run; with a `name` as one of several on a screen. */
export function LookBack({ about, name }: { about: DryRunAbout; name?: string }) {
  const t = useText();
  const look = useLook();
  return (
    <Button
      size="small"
      type={name === undefined ? 'default' : 'text'}
      {...(name === undefined
        ? { icon: <Icon name="clock" size={14} /> }
        : { 'aria-label': t('rules.look.of', { name }) })}
      loading={look.isAsking}
      onClick={() => void look.begin(about)}
    >
      {t(name === undefined ? 'rules.look.begin' : 'rules.look.short')}
    </Button>
  );
}

/** The open dry run of a screen. */
export function OpenLook({ about }: { about?: DryRunAbout | undefined }) {
  const look = useLook();
  if (look.runId === undefined) return null;
  return (
    <DryRunDrawer
      runId={look.runId}
      onClose={() => look.open(undefined)}
      onAgain={about && (() => look.begin(about))}
    />
  );
}

// A dry run: how far it is, what it would have stopped of the last thirty days, and each of these messages with a door to the talk.
import { Button, Drawer, Progress, Segmented } from 'antd';
import { useState } from 'react';
import { isGoing, useCancelDryRun, useDryRun } from '../../../data/dry-runs.ts';
import type { DryRun } from '../../../data/dry-runs.ts';
import { useTermLists } from '../../../data/rule-lists.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { EmptyState } from '../../../pieces/EmptyState.tsx';
import { useTellProblem } from '../../../pieces/problems.ts';
import { useWhen } from '../../../pieces/when.ts';
import { useText } from '../../../text.ts';
import { DryHits } from './DryHits.tsx';
import { nameAbout, saySum } from './dry-words.ts';
import './trying.css';

interface DryRunDrawerProps {
  runId: string;
  onClose: () => void;
  /** Begins the same once more; absent where nobody knows any more what was tried. */
  onAgain?: (() => Promise<unknown>) | undefined;
}

/** The open dry run. */
export function DryRunDrawer({ runId, onClose, onAgain }: DryRunDrawerProps) {
  const t = useText();
  const { communityId } = useHere();
  const run = useDryRun(communityId, runId);
  const lists = useTermLists(communityId).data;
  return (
    <Drawer
      open
      title={run.data ? t('rules.look.of', { name: nameAbout(t, run.data, lists) }) : t('rules.look.begin')}
      size={Math.min(560, innerWidth)}
      onClose={onClose}
    >
      <Answer query={run} rows={4}>
        {(found) => (isGoing(found) ? <Going run={found} /> : <Ended run={found} onAgain={onAgain} />)}
      </Answer>
    </Drawer>
  );
}

function Going({ run }: { run: DryRun }) {
  const t = useText();
  const { communityId, can } = useHere();
  const cancel = useCancelDryRun(communityId);
  const tellProblem = useTellProblem();
  const { looked, total, hits } = run;
  return (
    <div className="dry-going" role="status">
      <p>{t(total === 0 ? 'rules.look.begins' : 'rules.look.going', { looked, total, hits })}</p>
      <Progress percent={total === 0 ? 0 : Math.round((100 * looked) / total)} aria-label={t('rules.look.progress')} />
      <p className="s c3">{t('rules.look.goesOn')}</p>
      {can('rules.manage') && (
        <Button loading={cancel.isPending} onClick={() => void cancel.mutateAsync(run.id).catch(tellProblem)}>
          {t('rules.look.cancel')}
        </Button>
      )}
    </div>
  );
}

function Ended({ run, onAgain }: Pick<DryRunDrawerProps, 'onAgain'> & { run: DryRun }) {
  const t = useText();
  const again = onAgain && <Button onClick={() => void onAgain()}>{t('rules.look.again')}</Button>;
  if (run.state === 'failed')
    return <EmptyState kind="failed" title={t('rules.look.failed')} text={t('rules.look.failedText')} action={again} />;
  if (run.state !== 'done')
    return (
      <EmptyState
        kind="nothing"
        title={t('rules.look.cancelled')}
        text={t('rules.look.cancelledText')}
        action={again}
      />
    );
  return <Done run={run} />;
}

function Done({ run }: { run: DryRun }) {
  const t = useText();
  const when = useWhen();
  const [doubtful, setDoubtful] = useState(false);
  const { hits, freed, said, total, since } = run;
  return (
    <>
      <p className="dry-sum song" role="status">
        {saySum(t, run)}
      </p>
      {freed > 0 && <p className="s">{t('rules.look.freed', { count: freed })}</p>}
      <p className="s c3 dry-how">
        {t(total < said ? 'rules.look.lookedPart' : 'rules.look.looked', { total, said, since: when.day(since) })}{' '}
        {t('rules.look.how')}
      </p>
      {hits === 0 ? (
        <EmptyState kind="nothing" title={t('rules.look.nothing')} text={t('rules.look.nothingText')} />
      ) : (
        <>
          <Segmented
            block
            value={doubtful ? 'doubtful' : 'all'}
            aria-label={t('rules.look.which')}
            options={[
              { value: 'all', label: t('rules.look.all', { count: hits }) },
              { value: 'doubtful', label: t('rules.look.doubtful', { count: run.doubtful }) },
            ]}
            onChange={(value) => setDoubtful(value === 'doubtful')}
          />
          <DryHits key={String(doubtful)} run={run} doubtful={doubtful} onAll={() => setDoubtful(false)} />
        </>
      )}
    </>
  );
}

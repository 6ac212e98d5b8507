// What may be done about a wave of joins with one tap, and what is being done with the way to end it. Nothing happens by itself, and
// nothing of it removes anybody.
import { App, Button, Popconfirm, Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { Icon } from '../../../kit/antd/Icon.tsx';
import { useHere } from '../../data/session.ts';
import { useWave, useWaveAct } from '../../data/waves.ts';
import type { Wave, WaveAct } from '../../data/waves.ts';
import { useText } from '../../text.ts';
import { ProblemState } from '../Answer.tsx';
import { useTellProblem } from '../problems.ts';
import { useWhen } from '../when.ts';
import './waves.css';

/** The answers below an alarm. */
export function WaveCard({ waveId }: { waveId: string }) {
  const { communityId } = useHere();
  const query = useWave(communityId, waveId);
  // Forgotten by now: the alarm still has its numbers.
  if (query.error?.status === 404) return null;
  if (query.error && !query.data) return <ProblemState problem={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton active title={false} paragraph={{ rows: 1 }} />;
  return <WaveAnswers wave={query.data} />;
}

/** What may be done, and what runs. */
export function WaveAnswers({ wave, isMain = false }: WaveAnswersProps) {
  const t = useText();
  const when = useWhen();
  const { communityId, can } = useHere();
  const { message } = App.useApp();
  const change = useWaveAct(communityId, wave.id);
  const tellProblem = useTellProblem();
  const may = can('rules.moderate');
  const act = (what: WaveAct) =>
    change
      .mutateAsync(what)
      .then(() => message.success(t(`waves.did.${what}`)))
      .catch(tellProblem);
  const { how, approvalUntil, heldUntil } = wave;
  if (how !== null) return null;
  return (
    <div className="wave-answers">
      {approvalUntil && (
        <Runs isBusy={change.isPending} may={may} onUndo={() => void act('approvalOff')}>
          <Minutes until={approvalUntil} />
        </Runs>
      )}
      {heldUntil && (
        <Runs isBusy={change.isPending} may={may} onUndo={() => void act('holdOff')}>
          {t('waves.holdRuns', { when: when.moment(heldUntil) })}
        </Runs>
      )}
      {may && (
        <div className="wave-acts">
          {!approvalUntil && (
            <Button
              type={isMain ? 'primary' : 'default'}
              size="small"
              loading={change.isPending}
              onClick={() => void act('approval')}
            >
              {t('waves.approval')}
            </Button>
          )}
          {!heldUntil && (
            <Button size="small" loading={change.isPending} onClick={() => void act('hold')}>
              {t('waves.hold')}
            </Button>
          )}
          <Popconfirm
            title={t('waves.guestsAsk')}
            description={t('waves.guestsText')}
            okText={t('waves.guests')}
            onConfirm={() => act('guests')}
          >
            <Button size="small" type="text">
              {t('waves.guests')}
            </Button>
          </Popconfirm>
        </div>
      )}
    </div>
  );
}

interface WaveAnswersProps {
  wave: Pick<Wave, 'id' | 'how' | 'approvalUntil' | 'heldUntil'>;
  /** It is what the screen is for. */
  isMain?: boolean;
}

function Runs({ children, isBusy, may, onUndo }: RunsProps) {
  const t = useText();
  return (
    <div className="wave-runs" role="status">
      <Icon name="clock" size={15} />
      <span className="grow">{children}</span>
      {may && (
        <Button size="small" loading={isBusy} onClick={onUndo}>
          {t('waves.undo')}
        </Button>
      )}
    </div>
  );
}

interface RunsProps {
  children: ReactNode;
  isBusy: boolean;
  may: boolean;
  onUndo: () => void;
}

/** How long the approval still runs. */
function Minutes({ until }: { until: string }) {
  const t = useText();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 10_000);
    return () => clearInterval(timer);
  }, []);
  return t('waves.approvalRuns', { minutes: Math.max(1, Math.ceil((Date.parse(until) - now) / 60_000)) });
}

import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { Icon } from '../../../kit/antd/Icon.tsx';
import { useHere } from '../../data/session.ts';
import type { Quarrel } from '../../data/quarrels.ts';
import { useText } from '../../text.ts';

const minute = 60_000;

/** The slow mode that runs: how slow, how long still, what comes after it, and the way to end it now. */
export function SlowLine({ slow, isBusy, onUndo }: SlowLineProps) {
  const t = useText();
  const { can } = useHere();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 10_000);
    return () => clearInterval(timer);
  }, []);
  const minutes = Math.max(1, Math.ceil((Date.parse(slow.until) - now) / minute));
  const after =
    slow.formerSeconds === 0 ? t('quarrel.afterOff') : t('quarrel.afterSlow', { seconds: slow.formerSeconds });
  return (
    <div className="quarrel-slow" role="status">
      <Icon name="clock" size={15} />
      <span className="grow">{t('quarrel.slowRuns', { seconds: slow.seconds, minutes, after })}</span>
      {can('carriers.act') && (
        <Button size="small" loading={isBusy} onClick={onUndo}>
          {t('quarrel.undo')}
        </Button>
      )}
    </div>
  );
}

interface SlowLineProps {
  slow: NonNullable<Quarrel['slowMode']>;
  isBusy: boolean;
  onUndo: () => void;
}

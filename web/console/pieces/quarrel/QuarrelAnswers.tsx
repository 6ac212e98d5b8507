import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import type { Quarrel } from '../../data/quarrels.ts';
import { useHere } from '../../data/session.ts';
import { useText } from '../../text.ts';
import { NoteDialog, TalkDialog } from './dialogs.tsx';
import { SlowLine } from './SlowLine.tsx';
import { useAnswerQuarrel } from './useAnswerQuarrel.ts';

/** What may be done about a quarrel, each by one tap. Nothing happens by itself. */
export function QuarrelAnswers({ quarrel }: { quarrel: Quarrel }) {
  const t = useText();
  const { can } = useHere();
  const { answer, isBusy } = useAnswerQuarrel(quarrel);
  const [open, setOpen] = useState<'note' | 'talk'>();
  const close = () => setOpen(undefined);
  const closeAfter = (done: Promise<boolean>) => void done.then((isDone) => isDone && close());
  const { slowMode, slowOffer } = quarrel;
  return (
    <>
      {slowMode && <SlowLine slow={slowMode} isBusy={isBusy} onUndo={() => void answer({ what: 'undo' })} />}
      <div className="quarrel-acts">
        {!slowMode && can('carriers.act') && (
          <Button type="primary" size="small" loading={isBusy} onClick={() => void answer({ what: 'slow' })}>
            {t('quarrel.slow', { minutes: slowOffer.minutes })}
          </Button>
        )}
        {can('messages.send') && (
          <Button size="small" onClick={() => setOpen('note')}>
            {t('quarrel.note')}
          </Button>
        )}
        {can('carriers.act') && (
          <Button size="small" onClick={() => setOpen('talk')}>
            {t('quarrel.talk')}
          </Button>
        )}
        {can('carriers.act') && quarrel.isReal !== false && (
          <Popconfirm
            title={t('quarrel.noneAsk')}
            description={t('quarrel.noneText')}
            okText={t('quarrel.none')}
            onConfirm={() => answer({ what: 'none' })}
          >
            <Button size="small" type="text">
              {t('quarrel.none')}
            </Button>
          </Popconfirm>
        )}
      </div>
      {open === 'note' && (
        <NoteDialog
          quarrel={quarrel}
          isBusy={isBusy}
          onSay={(text) => closeAfter(answer({ what: 'note', text }))}
          onClose={close}
        />
      )}
      {open === 'talk' && (
        <TalkDialog
          quarrel={quarrel}
          isBusy={isBusy}
          onAsk={(wish) => closeAfter(answer({ what: 'talk', ...wish }))}
          onClose={close}
        />
      )}
    </>
  );
}

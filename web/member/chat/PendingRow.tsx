import { lazy, Suspense, useState, type ReactElement } from 'react';
import { createPortal } from 'react-dom';
import { Icon } from '../icons.tsx';
import { readAddress, useAddress } from '../router.tsx';
import { useT } from '../texts.ts';
import { isHeld } from './held.ts';
import type { Pending } from './log.ts';
import type { MessageActions } from './MessageList.tsx';
import { pictureBox } from './MessageRow.tsx';

const HeldCase = lazy(async () => ({ default: (await import('./HeldCase.tsx')).HeldCase }));

/** A message that is not in the talk yet: on its way, waiting for the network, or stopped with the reason. */
export function PendingRow({ pending, actions }: { pending: Pending; actions: MessageActions }): ReactElement {
  const t = useT();
  const { picture, replyTo, state } = pending;
  return (
    <li className={`m me ${state === 'sending' ? 'sending' : 'stopped'}`}>
      <span className="no-face" />
      <div className="b">
        <span className="hidden">{t('member:chat.you')}</span>
        {picture ? (
          <div className="bub img">
            <img src={picture.url} alt={t('member:chat.yourPicture')} {...pictureBox(picture)} />
          </div>
        ) : (
          <div className="bub">
            {replyTo ? (
              <p className="rp">
                <b>{replyTo.authorName}</b> {replyTo.excerpt}
              </p>
            ) : null}
            <p className="say">{pending.text}</p>
          </div>
        )}
        {state === 'sending' ? (
          <p className="xxs c3 way" role="status">
            {t('member:chat.sending')}
          </p>
        ) : (
          <div className="stop" role="alert">
            <Icon name={state === 'failed' ? 'retry' : 'eye'} size={18} />
            <div>
              <p>
                <b>{state === 'failed' ? t('member:chat.notSent') : t('member:chat.onlyYou')}</b> {pending.problem}
              </p>
              <p className="act">
                {state === 'failed' ? (
                  <button type="button" className="link" onClick={() => actions.retry(pending)}>
                    {t('member:chat.sendAgain')}
                  </button>
                ) : null}
                <button
                  type="button"
                  className={state === 'failed' ? 'c2' : 'link'}
                  onClick={() => actions.editPending(pending)}
                >
                  {pending.kind === 'text' ? t('member:chat.changeAndSend') : t('member:chat.takeAway')}
                </button>
                {isHeld(pending.code) ? <HeldDoor clientId={pending.clientId} /> : null}
              </p>
            </div>
          </div>
        )}
      </div>
    </li>
  );
}

/** The way to the case of a held message; the group is that of the address. */
function HeldDoor({ clientId }: { clientId: string }): ReactElement {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  const address = readAddress(useAddress());
  if (address.name !== 'chat') return <></>;
  return (
    <>
      <button type="button" className="link" onClick={() => setOpen(true)}>
        {t('member:held.appeal')}
      </button>
      {isOpen
        ? // Outside the row: its look (and its being an alert) is not the sheet's.
          createPortal(
            <Suspense fallback={null}>
              <HeldCase groupId={address.groupId} clientId={clientId} onClose={() => setOpen(false)} />
            </Suspense>,
            document.body,
          )
        : null}
    </>
  );
}

import type { ReactElement } from 'react';
import { reactionKeys, type Message } from '../../kit/message.ts';
import { copyText } from '../clipboard.ts';
import { useNow } from '../clock.ts';
import { isSteward, type Membership } from '../group.ts';
import { Icon } from '../icons.tsx';
import { Sheet } from '../Sheet.tsx';
import { useT } from '../texts.ts';
import type { MessageActions } from './MessageList.tsx';

const recallMs = 2 * 60_000;

interface SheetProps {
  message: Message;
  me: Membership;
  actions: MessageActions;
  /** Whether points may be given here. */
  canThank: boolean;
  onClose: () => void;
}

/** What can be done with one message: a word of response, reply, copy, ask a steward to look, take back. */
export function MessageSheet(props: SheetProps): ReactElement {
  const { message, me, actions, canThank, onClose } = props;
  const t = useT();
  const openedAt = useNow(false);
  const isMine = message.author.identityId === me.identityId;
  const mayRecall = isSteward(me.role) || (isMine && openedAt - Date.parse(message.at) < recallMs);
  const then = (act: () => void) => () => {
    onClose();
    act();
  };
  const copy = async (): Promise<void> => {
    const isCopied = await copyText(message.text);
    actions.say(isCopied ? t('member:menu.copied') : t('member:menu.notCopied'));
  };
  return (
    <Sheet title={t('member:menu.title')} onClose={onClose}>
      <p className="s c2 sheet-quote ell">
        <b>{message.author.name}</b> {message.text || t('member:menu.picture')}
      </p>
      <div className="words" role="group" aria-label={t('member:chat.addReaction')}>
        {reactionKeys.map((key) => {
          const isOn = message.reactions.some((reaction) => reaction.key === key && reaction.mine);
          return (
            <button
              type="button"
              key={key}
              aria-pressed={isOn}
              className={isOn ? 'on' : ''}
              onClick={then(() => actions.react(message, key))}
            >
              {t(`member:reaction.${key}`)}
            </button>
          );
        })}
      </div>
      <ul className="rows acts">
        <li>
          <button type="button" onClick={then(() => actions.reply(message))}>
            <Icon name="reply" size={22} />
            {t('member:menu.reply')}
          </button>
        </li>
        {message.text ? (
          <li>
            <button type="button" onClick={then(() => void copy())}>
              <Icon name="copy" size={22} />
              {t('member:menu.copy')}
            </button>
          </li>
        ) : null}
        {canThank && !isMine && message.author.kind === 'member' ? (
          <li>
            <button type="button" onClick={then(() => actions.thank(message))}>
              <Icon name="flame" size={22} />
              {t('member:points.thank')}
            </button>
          </li>
        ) : null}
        {isSteward(me.role) ? (
          <li>
            <button type="button" onClick={then(() => actions.pin(message))}>
              <Icon name="pin" size={22} />
              {message.pinned ? t('member:menu.unpin') : t('member:menu.pin')}
            </button>
          </li>
        ) : null}
        {isMine ? null : (
          <li>
            <button type="button" onClick={then(() => actions.report(message))}>
              <Icon name="shield" size={22} />
              {t('member:menu.report')}
            </button>
          </li>
        )}
        {mayRecall ? (
          <li>
            <button type="button" onClick={then(() => actions.recall(message))}>
              <Icon name="undo" size={22} />
              {isMine ? t('member:menu.recall') : t('member:menu.recallTheirs')}
            </button>
          </li>
        ) : null}
      </ul>
    </Sheet>
  );
}

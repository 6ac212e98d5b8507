import { useContext, type ReactElement } from 'react';
import { Icon } from '../icons.tsx';
import { useT } from '../texts.ts';
import { MessageGiftsContext } from './message-gifts.ts';
import './gift-mark.css';

/** Under a message that was thanked for: the sum of it, without who gave how much. */
export function GiftMark({ messageId }: { messageId: string }): ReactElement | null {
  const t = useT();
  const sum = useContext(MessageGiftsContext).get(messageId);
  if (!sum) return null;
  return (
    <p className="gift-mark xs">
      <Icon name="flame" size={14} />
      <span className="num">
        {t(sum.isMine ? 'member:points.atMessageMine' : 'member:points.atMessage', { count: sum.points })}
      </span>
    </p>
  );
}

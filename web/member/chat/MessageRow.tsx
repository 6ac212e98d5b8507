import { memo, type ReactElement } from 'react';
import type { Message } from '../../kit/message.ts';
import { Avatar, fileUrl } from '../Avatar.tsx';
import { Icon } from '../icons.tsx';
import { GiftMark } from '../points/GiftMark.tsx';
import { SeedMark } from '../seeds/SeedMark.tsx';
import { useT, type MemberKey } from '../texts.ts';
import { AnswerAsk } from './AnswerAsk.tsx';
import type { MessageActions } from './MessageList.tsx';
import { MessageText } from './MessageText.tsx';
import { useTouch } from './touch.ts';

interface RowProps {
  message: Message;
  me: string;
  isMine: boolean;
  isFirst: boolean;
  actions: MessageActions;
}

/** One message: face and name once per group of bubbles, quote, text or picture, words of response. */
export const MessageRow = memo(function MessageRow({ message, me, isMine, isFirst, actions }: RowProps): ReactElement {
  const t = useT();
  const { author } = message;
  const touch = useTouch({ onHold: () => actions.openMenu(message), onSwipe: () => actions.reply(message) });
  const role = roleTag(message);
  return (
    <li className={isMine ? 'm me' : 'm'} data-message={message.id} data-first={isFirst || undefined}>
      {isFirst ? (
        <Avatar
          face={{ id: author.identityId, name: author.name, pictureId: author.pictureId, kind: author.kind }}
          size={38}
        />
      ) : (
        <span className="no-face" />
      )}
      <div className="b">
        {isFirst && !isMine ? (
          <p className="who">
            {author.name}
            {role ? <span className={role.className}>{t(role.key)}</span> : null}
            <SeedMark identityId={author.identityId} name={author.name} />
          </p>
        ) : (
          <span className="hidden">{isMine ? t('member:chat.you') : author.name}</span>
        )}
        <div className="bub-row" {...touch}>
          <Bubble message={message} me={me} actions={actions} />
          <button
            type="button"
            className="dots"
            aria-label={t('member:chat.menuFor', { name: author.name })}
            onClick={() => actions.openMenu(message)}
          >
            <Icon name="more" size={18} />
          </button>
        </div>
        {message.reactions.length > 0 ? (
          <p className="rx">
            {message.reactions.map((reaction) => (
              <button
                type="button"
                key={reaction.key}
                className={reaction.mine ? 'on' : ''}
                aria-pressed={reaction.mine}
                onClick={() => actions.react(message, reaction.key)}
              >
                {t(`member:reaction.${reaction.key}` as MemberKey)} <i className="num">{reaction.count}</i>
              </button>
            ))}
            <button
              type="button"
              className="add"
              aria-label={t('member:chat.addReaction')}
              onClick={() => actions.openMenu(message)}
            >
              <Icon name="smile" size={18} />
            </button>
          </p>
        ) : null}
        <GiftMark messageId={message.id} />
        {isMine ? null : <AnswerAsk messageId={message.id} />}
      </div>
    </li>
  );
});

function Bubble({ message, me, actions }: Pick<RowProps, 'message' | 'me' | 'actions'>): ReactElement {
  const t = useT();
  const { picture, replyTo, text } = message;
  const className = message.kind === 'announcement' ? 'bub ann-bub' : 'bub';
  return (
    <div className="bubs">
      {picture ? (
        <button
          type="button"
          className="bub img"
          aria-label={t('member:chat.openPicture', { name: message.author.name })}
          onClick={() =>
            actions.openPicture({
              url: fileUrl(picture.id, 'full'),
              alt: t('member:chat.pictureOf', { name: message.author.name }),
            })
          }
        >
          <img src={fileUrl(picture.id, 'thumb')} alt="" loading="lazy" {...pictureBox(picture)} />
        </button>
      ) : null}
      {text || !picture ? (
        <div className={className}>
          {message.kind === 'announcement' ? (
            <p className="ann-h">
              <Icon name="horn" size={16} />
              {t('member:chat.announcement')}
            </p>
          ) : null}
          {replyTo ? (
            <button type="button" className="rp" onClick={() => actions.jumpTo(replyTo.id)}>
              <b>{replyTo.authorName}</b>{' '}
              {replyTo.recalled ? t('member:chat.recalledQuote') : replyTo.excerpt || t('member:menu.picture')}
            </button>
          ) : null}
          <MessageText text={text} mentions={message.mentions} me={me} />
        </div>
      ) : null}
    </div>
  );
}

/** The size a picture takes before it is here, so that nothing jumps when it comes. */
export function pictureBox({ width, height }: { width: number; height: number }): { width: number; height: number } {
  if (!width || !height) return { width: 172, height: 128 };
  const scale = Math.min(220 / width, 260 / height, 1);
  return { width: Math.max(64, Math.round(width * scale)), height: Math.max(48, Math.round(height * scale)) };
}

function roleTag({ author }: Message): { key: MemberKey; className: string } | undefined {
  if (author.kind === 'bot') return { key: 'member:role.bot', className: 'tag g' };
  if (author.kind === 'official') return { key: 'member:role.official', className: 'tag r' };
  if (author.kind === 'tombstone' || author.role === 'member') return undefined;
  return { key: `member:role.${author.role}`, className: author.role === 'owner' ? 'tag r' : 'tag g' };
}

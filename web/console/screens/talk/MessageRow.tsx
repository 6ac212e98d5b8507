// One message with everything that may be done about it and about its author. Text is text: nothing in it is ever markup.
import { App, Dropdown, Image } from 'antd';
import type { MenuProps } from 'antd';
import { useState } from 'react';
import { formatClock } from '../../../kit/format.ts';
import { useLanguage } from '../../../kit/i18n.ts';
import { linkify } from '../../../kit/linkify.ts';
import { splitMentions } from '../../../kit/spoken.ts';
import { Icon } from '../../../kit/antd/Icon.tsx';
import type { Group } from '../../data/groups.ts';
import { usePin, useRecall } from '../../data/messages.ts';
import type { Message } from '../../data/messages.ts';
import { useCorrect } from '../../data/promotions.ts';
import { useHere } from '../../data/session.ts';
import { Face } from '../../pieces/Face.tsx';
import { RoleTag } from '../../pieces/MemberList.tsx';
import { BringCase } from '../../pieces/moderation/BringCase.tsx';
import { useModeration } from '../../pieces/moderation/useModeration.tsx';
import { SeedTag } from '../../pieces/SeedTag.tsx';
import { useMakeTask } from '../../data/inbox.ts';
import { useFinishTask } from '../../data/tasks.ts';
import { useUndo } from '../../pieces/useUndo.tsx';
import { useTellProblem } from '../../pieces/problems.ts';
import { useText } from '../../text.ts';
import { Readers } from './Readers.tsx';
import type { ConsoleKey } from '../../text.ts';

interface MessageRowProps {
  group: Group;
  message: Message;
  isFirst: boolean;
  isHit: boolean;
  zone: string | undefined;
  onReply: (message: Message) => void;
}

/** One message. */
export function MessageRow({ group, message, isFirst, isHit, zone, onReply }: MessageRowProps) {
  const t = useText();
  const language = useLanguage();
  const { author } = message;
  const name = author.kind === 'tombstone' ? t('talk.gone') : author.name;
  const classes = ['msg', isFirst ? 'first' : '', isHit ? 'hit' : '', author.kind === 'official' ? 'official' : ''];
  return (
    <article className={classes.join(' ')} aria-label={t('talk.messageOf', { name })}>
      <div className="msg-side">
        {isFirst && <Face name={name} seed={author.identityId} size={32} pictureId={author.pictureId} />}
      </div>
      <div className="grow">
        {isFirst && (
          <div className="msg-who">
            <b className="ell">{name}</b>
            <RoleTag role={author.role ?? 'member'} kind={author.kind} />
            <SeedTag groupId={group.id} identityId={author.identityId} />
            <time className="xs c3" dateTime={message.at}>
              {formatClock(message.at, { language, zone })}
            </time>
            {message.pinned && <span className="tag g">{t('talk.pinned')}</span>}
          </div>
        )}
        {message.recalledAt ? <div className="c3 s">{t('talk.recalled')}</div> : <Body message={message} />}
      </div>
      {!message.recalledAt && <Actions group={group} message={message} name={name} onReply={onReply} />}
    </article>
  );
}

function Body({ message }: { message: Message }) {
  const t = useText();
  const { replyTo, picture, reactions } = message;
  return (
    <div className={message.kind === 'announcement' ? 'announced' : undefined}>
      {message.kind === 'announcement' && (
        <div className="xs gold row">
          <Icon name="horn" size={14} />
          {t('talk.announcement')}
          {message.readers !== undefined && <Readers message={message} />}
        </div>
      )}
      {replyTo && (
        <div className="quote ell">
          {replyTo.recalled ? t('talk.quoteRecalled') : `${replyTo.authorName}：${replyTo.excerpt}`}
        </div>
      )}
      {message.text !== '' && (
        <div className="words">
          {splitMentions(message.text, message.mentions, { me: '', all: t('talk.everyone') }).map((part, index) =>
            part.kind === 'mention' ? (
              <b key={index} className="spoken">
                {part.text}
              </b>
            ) : (
              <Linked key={index} text={part.text} />
            ),
          )}
        </div>
      )}
      {picture && (
        <Image
          className="msg-picture"
          src={`/api/files/${picture.id}?size=thumb`}
          preview={{ src: `/api/files/${picture.id}?size=full` }}
          width={Math.min(260, picture.width)}
          height={(Math.min(260, picture.width) * picture.height) / picture.width}
          alt={t('talk.pictureOf', { name: message.author.name })}
        />
      )}
      {reactions.length > 0 && (
        <div className="row wrap reactions">
          {reactions.map(({ key, count }) => (
            <span key={key} className="tag">
              {t(`reaction.${key}` as ConsoleKey)} {count}
            </span>
          ))}
        </div>
      )}
      {message.delivery && message.delivery !== 'delivered' && (
        <span className="tag a">{t(`delivery.${message.delivery}`)}</span>
      )}
    </div>
  );
}

/** A text in which addresses can be followed. */
function Linked({ text }: { text: string }) {
  return linkify(text).map((part, index) =>
    part.kind === 'link' ? (
      <a key={index} className="link" href={part.href} target="_blank" rel="noreferrer noopener">
        {part.text}
      </a>
    ) : (
      part.text
    ),
  );
}

function Actions({
  group,
  message,
  name,
  onReply,
}: {
  group: Group;
  message: Message;
  name: string;
  onReply: (message: Message) => void;
}) {
  const t = useText();
  const { communityId, can } = useHere();
  const { message: toast, modal } = App.useApp();
  const recall = useRecall(communityId, group.id);
  const pin = usePin(communityId, group.id);
  const correct = useCorrect(communityId, group.id);
  const tellProblem = useTellProblem();
  const [bringing, setBringing] = useState(false);
  const noteTask = useNoteTask(group.id, message.id);
  const { identityId, kind, role } = message.author;
  const moderation = useModeration(group, { identityId, name, muted: false, role: role ?? 'member' });
  const items: NonNullable<MenuProps['items']> = [
    ...(can('messages.send') ? [{ key: 'reply', label: t('talk.reply') }] : []),
    ...(can('desk.work') && kind !== 'tombstone' ? [{ key: 'task', label: t('inbox.makeTask') }] : []),
    ...(can('messages.moderate')
      ? [
          { key: 'pin', label: t(message.pinned ? 'talk.unpin' : 'talk.pin') },
          { key: 'recall', label: t('talk.recall'), danger: true },
        ]
      : []),
    ...(can('promotions.plan') && (kind === 'official' || (role ?? 'member') !== 'member')
      ? [
          { key: 'promotion', label: t('promo.isOne') },
          { key: 'noPromotion', label: t('promo.isNone') },
        ]
      : []),
    ...(can('rules.moderate') && kind === 'member' ? [{ key: 'bring', label: t('rules.bring') }] : []),
    ...(kind === 'member' && moderation.items.length > 0
      ? [{ type: 'divider' as const }, { type: 'group' as const, label: name, children: moderation.items }]
      : []),
  ];
  const onClick: MenuProps['onClick'] = ({ key }) => {
    if (key === 'reply') onReply(message);
    else if (key === 'task') noteTask();
    else if (key === 'promotion' || key === 'noPromotion') {
      const promotion = key === 'promotion';
      correct
        .mutateAsync({ messageId: message.id, promotion })
        .then(() => toast.success(t(promotion ? 'promo.nowOne' : 'promo.nowNone')))
        .catch(tellProblem);
    } else if (key === 'bring') setBringing(true);
    else if (key === 'pin') pin.mutateAsync({ messageId: message.id, pinned: !message.pinned }).catch(tellProblem);
    else if (key === 'recall') {
      void modal.confirm({
        title: t('talk.recallAsk'),
        content: t('talk.recallText'),
        okText: t('talk.recall'),
        onOk: () => recall.mutateAsync(message.id).catch(tellProblem),
      });
    } else moderation.onPick(key);
  };
  if (items.length === 0) return null;
  return (
    <div className="msg-acts">
      {can('messages.send') && (
        <button type="button" className="tb" onClick={() => onReply(message)} aria-label={t('talk.replyTo', { name })}>
          <Icon name="reply" size={16} />
        </button>
      )}
      <Dropdown menu={{ items, onClick }} trigger={['click']} placement="bottomRight">
        <button type="button" className="tb" aria-label={t('talk.more', { name })}>
          <Icon name="more" size={18} style={{ strokeWidth: 3 }} />
        </button>
      </Dropdown>
      {moderation.dialog}
      {bringing && (
        <BringCase groupId={group.id} messageId={message.id} name={name} onClose={() => setBringing(false)} />
      )}
    </div>
  );
}

/** Makes a task of a message, and offers to take it back. */
function useNoteTask(groupId: string, messageId: string): () => void {
  const t = useText();
  const { communityId } = useHere();
  const make = useMakeTask(communityId);
  const finish = useFinishTask(communityId);
  const undoable = useUndo();
  return () => {
    const made = { taskId: '' };
    void undoable({
      key: 'talk',
      work: async () => Object.assign(made, await make.mutateAsync({ groupId, messageId })),
      done: t('inbox.noted'),
      undo: () => finish.mutateAsync({ taskId: made.taskId, how: 'skip' }),
    });
  };
}

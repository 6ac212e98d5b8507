import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { formatDate } from '../../../kit/format.ts';
import { useLanguage } from '../../../kit/i18n.ts';
import type { ApiError } from '../../../kit/problem.ts';
import { splitMentions } from '../../../kit/spoken.ts';
import { useCommunity } from '../../data/communities.ts';
import { readTalk } from '../../data/messages.ts';
import type { Message, Talk } from '../../data/messages.ts';
import type { Question } from '../../data/inbox.ts';
import { useHere } from '../../data/session.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { Face } from '../../pieces/Face.tsx';
import { RoleTag } from '../../pieces/MemberList.tsx';
import { useWaited } from '../../pieces/waiting.ts';
import { useWhen } from '../../pieces/when.ts';
import { useText } from '../../text.ts';
import { rebuildThread } from './thread.ts';
import type { ThreadPart } from './thread.ts';

const stretch = 80;

/** The line of a question; what was said about other things in between can be unfolded. */
export function Thread({ question }: { question: Question }) {
  const t = useText();
  const language = useLanguage();
  const { communityId } = useHere();
  const zone = useCommunity(communityId).data?.zone;
  const talk = useQuery<Talk, ApiError>({
    queryKey: ['thread', communityId, question.groupId, question.messageId],
    queryFn: () => readTalk(communityId, question.groupId, { around: question.messageId, limit: stretch }),
  });
  const box = useRef<HTMLDivElement>(null);
  const isHere = talk.data !== undefined;
  useEffect(() => {
    if (isHere) box.current?.querySelector('.hit')?.scrollIntoView({ block: 'nearest' });
  }, [isHere]);
  return (
    <div className="messages thread" ref={box} tabIndex={0} role="log" aria-label={t('talk.log')}>
      <Answer query={talk} rows={4}>
        {({ items }) => (
          <>
            <div className="dayline">{formatDate(question.at, { language, zone })}</div>
            {rebuildThread(
              items.toSorted((one, other) => one.seq - other.seq),
              question.messageId,
            ).map((part) => (
              <Part key={part.kind === 'message' ? part.message.id : part.key} part={part} question={question} />
            ))}
          </>
        )}
      </Answer>
    </div>
  );
}

function Part({ part, question }: { part: ThreadPart; question: Question }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  if (part.kind === 'message') return <Line message={part.message} question={question} />;
  if (open)
    return part.messages.map((message) => <Line key={message.id} message={message} question={question} faint />);
  return (
    <button type="button" className="skipped" onClick={() => setOpen(true)}>
      {t('inbox.folded', { count: part.messages.length })}
    </button>
  );
}

function Line({ message, question, faint = false }: { message: Message; question: Question; faint?: boolean }) {
  const t = useText();
  const when = useWhen();
  const waited = useWaited();
  const { author, replyTo, picture, text } = message;
  const name = author.kind === 'tombstone' ? t('talk.gone') : author.name;
  const isQuestion = message.id === question.messageId;
  return (
    <article
      className={['msg first', isQuestion ? 'hit' : '', faint ? 'faint' : ''].join(' ')}
      aria-label={t('talk.messageOf', { name })}
    >
      <div className="msg-side">
        <Face name={name} seed={author.identityId} size={32} pictureId={author.pictureId} />
      </div>
      <div className="grow">
        <div className="msg-who">
          <b className="ell">{name}</b>
          <RoleTag role={author.role ?? 'member'} kind={author.kind} />
          <time className="xs c3" dateTime={message.at}>
            {when.moment(message.at)}
          </time>
        </div>
        {replyTo && replyTo.id !== question.messageId && (
          <div className="quote ell">
            {replyTo.recalled ? t('talk.quoteRecalled') : `${replyTo.authorName}：${replyTo.excerpt}`}
          </div>
        )}
        {message.recalledAt ? (
          <div className="c3 s">{t('talk.recalled')}</div>
        ) : (
          <div className="words">
            {splitMentions(text, message.mentions, { me: '', all: t('talk.everyone') }).map((piece, index) =>
              piece.kind === 'mention' ? (
                <b key={index} className="spoken">
                  {piece.text}
                </b>
              ) : (
                piece.text
              ),
            )}
          </div>
        )}
        {picture && !message.recalledAt && (
          <img
            className="msg-picture"
            src={`/api/files/${picture.id}?size=thumb`}
            alt={t('talk.pictureOf', { name })}
            width={Math.min(220, picture.width)}
          />
        )}
        {isQuestion && question.state === 'open' && (
          <div className={question.overdue ? 'xs amber' : 'xs c3'}>
            {question.dueAt
              ? t(question.overdue ? 'inbox.promiseBroken' : 'inbox.promise', {
                  waited: waited(question.at),
                  when: when.moment(question.dueAt),
                })
              : t('inbox.waited', { waited: waited(question.at) })}
          </div>
        )}
      </div>
    </article>
  );
}

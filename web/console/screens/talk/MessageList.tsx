import { Button } from 'antd';
import { useLayoutEffect, useRef, useState } from 'react';
import { formatDate } from '../../../kit/format.ts';
import { useLanguage } from '../../../kit/i18n.ts';
import { useCommunity } from '../../data/communities.ts';
import type { Group } from '../../data/groups.ts';
import type { Message } from '../../data/messages.ts';
import { useHere } from '../../data/session.ts';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { wordsOf } from '../../pieces/problems.ts';
import { useText } from '../../text.ts';
import { toRows } from './log.ts';
import { MessageRow } from './MessageRow.tsx';
import type { Pending, Room } from './useRoom.ts';

const nearEnd = 120;

interface MessageListProps {
  group: Group;
  room: Room;
  around: string | undefined;
  onReply: (message: Message) => void;
}

/** The talk, newest below; stays at the end while it is being read there, and where it is while older talk is read. */
export function MessageList({ group, room, around, onReply }: MessageListProps) {
  const t = useText();
  const language = useLanguage();
  const { communityId } = useHere();
  const zone = useCommunity(communityId).data?.zone;
  const { box, onScroll, fresh, toEnd } = useStickToEnd(room, around);
  const [loading, setLoading] = useState(false);
  const older = async () => {
    setLoading(true);
    await room.loadOlder().catch(() => {});
    setLoading(false);
  };
  const rows = toRows(room.log.messages, zone);
  if (rows.length === 0 && room.pending.length === 0) {
    return (
      <div className="messages">
        <EmptyState kind="nothing" title={t('talk.quiet')} text={t('talk.quietText')} />
      </div>
    );
  }
  return (
    <div className="messages-box">
      <div
        className="messages"
        ref={box}
        onScroll={onScroll}
        tabIndex={0}
        role="log"
        aria-label={t('talk.log')}
        aria-live="polite"
      >
        {room.log.hasOlder && (
          <Button size="small" type="text" loading={loading} onClick={() => void older()} className="older">
            {t('talk.older')}
          </Button>
        )}
        {rows.map((row) => {
          if (row.kind === 'day')
            return (
              <div key={row.key} className="dayline">
                {formatDate(row.at, { language, zone })}
              </div>
            );
          if (row.kind === 'system')
            return (
              <div key={row.key} className="dayline words">
                {row.message.text}
              </div>
            );
          return (
            <MessageRow
              key={row.key}
              group={group}
              message={row.message}
              isFirst={row.isFirst}
              isHit={row.message.id === around}
              zone={zone}
              onReply={onReply}
            />
          );
        })}
        {room.pending.map((pending) => (
          <PendingRow key={pending.saying.clientId} pending={pending} room={room} />
        ))}
      </div>
      {fresh && (
        <button type="button" className="fresh" onClick={toEnd}>
          {t('talk.fresh')}
        </button>
      )}
    </div>
  );
}

function PendingRow({ pending, room }: { pending: Pending; room: Room }) {
  const t = useText();
  const { saying, state, problem } = pending;
  return (
    <div className={`msg pending ${state}`}>
      <div className="msg-side" />
      <div className="grow">
        <div className="words">{saying.text || t('talk.picture')}</div>
        {state === 'sending' ? (
          <span className="xs c3">{t('talk.sending')}</span>
        ) : (
          <span className="xs red row wrap" role="alert">
            {problem ? wordsOf(problem, t) : ''}
            <button type="button" className="link" onClick={() => void room.sendAgain(saying)}>
              {t('problem.retry')}
            </button>
            <button type="button" className="link" onClick={() => room.drop(saying.clientId)}>
              {t('talk.drop')}
            </button>
          </span>
        )}
      </div>
    </div>
  );
}

/** What was on the page when it was last drawn. */
interface Shown {
  firstId: string | undefined;
  lastId: string | undefined;
  waiting: number;
  height: number;
}

function useStickToEnd(room: Room, around: string | undefined) {
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(around === undefined);
  const before = useRef<Shown>({ firstId: undefined, lastId: undefined, waiting: 0, height: 0 });
  const [fresh, setFresh] = useState(false);
  const firstId = room.log.messages[0]?.id;
  const lastId = room.log.messages.at(-1)?.id;
  const waiting = room.pending.length;
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const grownAbove = before.current.firstId !== undefined && before.current.firstId !== firstId;
    if (grownAbove && !atEnd.current) element.scrollTop += element.scrollHeight - before.current.height;
    else if (atEnd.current) element.scrollTop = element.scrollHeight;
    else if (before.current.firstId === undefined) element.querySelector('.hit')?.scrollIntoView({ block: 'center' });
    else setFresh(true);
    before.current = { firstId, lastId, waiting, height: element.scrollHeight };
  }, [firstId, lastId, waiting]);
  const onScroll = () => {
    const element = box.current;
    if (!element) return;
    atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < nearEnd;
    if (atEnd.current) setFresh(false);
  };
  const toEnd = () => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
  };
  return { box, onScroll, fresh: fresh && room.log.isLatest, toEnd };
}

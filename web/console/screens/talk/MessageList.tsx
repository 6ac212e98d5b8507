import { Button } from 'antd';
import { Fragment, useLayoutEffect, useRef, useState } from 'react';
import { formatDate } from '../../../kit/format.ts';
import { useLanguage } from '../../../kit/i18n.ts';
import { useCommunity } from '../../data/communities.ts';
import type { Group } from '../../data/groups.ts';
import type { Message } from '../../data/messages.ts';
import { useHere } from '../../data/session.ts';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { wordsOf } from '../../pieces/problems.ts';
import { HeldActions, isHeldPromotion } from '../../pieces/promotions/HeldActions.tsx';
import { useText } from '../../text.ts';
import { findDayRow, hasDay, toRows } from './log.ts';
import { MessageRow } from './MessageRow.tsx';
import type { Pending, Room, RoomStart } from './useRoom.ts';

const nearEnd = 120;

interface MessageListProps {
  group: Group;
  room: Room;
  start: RoomStart;
  onReply: (message: Message) => void;
}

/** The talk, newest below; stays at the end while it is being read there, and where it is while older talk is read. */
export function MessageList({ group, room, start, onReply }: MessageListProps) {
  const t = useText();
  const language = useLanguage();
  const { communityId } = useHere();
  const zone = useCommunity(communityId).data?.zone;
  const { box, onScroll, fresh, toEnd } = useStickToEnd(room, start);
  const rows = toRows(room.log.messages, zone);
  const opened = findDayRow(rows, start.day);
  const silent = start.day !== undefined && !hasDay(rows, start.day) && <SilentDay day={start.day} />;
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
        {room.log.hasOlder && <MoreButton onMore={room.loadOlder} label={t('talk.older')} />}
        {rows.map((row) => {
          if (row.kind === 'day')
            return (
              <Fragment key={row.key}>
                {row.key === opened && silent}
                <div className={row.key === opened ? 'dayline opened' : 'dayline'}>
                  {formatDate(row.at, { language, zone })}
                </div>
              </Fragment>
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
              isHit={row.message.id === start.around}
              zone={zone}
              onReply={onReply}
            />
          );
        })}
        {opened === undefined && silent}
        {!room.log.isLatest && <MoreButton onMore={room.loadNewer} label={t('talk.newer')} />}
        {room.pending.map((pending) => (
          <PendingRow groupId={group.id} key={pending.saying.clientId} pending={pending} room={room} />
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

function SilentDay({ day }: { day: string }) {
  const t = useText();
  const language = useLanguage();
  return (
    <div className="dayline opened">
      {t('talk.silentDay', { day: formatDate(`${day}T12:00:00Z`, { language, zone: 'UTC' }) })}
    </div>
  );
}

function MoreButton({ label, onMore }: { label: string; onMore: () => Promise<void> }) {
  const [loading, setLoading] = useState(false);
  const more = async () => {
    setLoading(true);
    await onMore().catch(() => {});
    setLoading(false);
  };
  return (
    <Button size="small" type="text" loading={loading} onClick={() => void more()} className="older">
      {label}
    </Button>
  );
}

function PendingRow({ groupId, pending, room }: { groupId: string; pending: Pending; room: Room }) {
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
            {problem && isHeldPromotion(problem) ? (
              <HeldActions
                groupId={groupId}
                saying={saying}
                problem={problem}
                onAgain={(again) => void room.sendAgain(again)}
                onDone={() => room.drop(saying.clientId)}
              />
            ) : (
              <button type="button" className="link" onClick={() => void room.sendAgain(saying)}>
                {t('problem.retry')}
              </button>
            )}
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
  isLatest: boolean;
}

function useStickToEnd(room: Room, { around, day }: RoomStart) {
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(around === undefined && day === undefined);
  const before = useRef<Shown>({ firstId: undefined, lastId: undefined, waiting: 0, height: 0, isLatest: true });
  const [fresh, setFresh] = useState(false);
  const firstId = room.log.messages[0]?.id;
  const lastId = room.log.messages.at(-1)?.id;
  const waiting = room.pending.length;
  const { isLatest } = room.log;
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const isFirst = before.current.firstId === undefined;
    const grownAbove = !isFirst && before.current.firstId !== firstId;
    if (grownAbove && !atEnd.current) element.scrollTop += element.scrollHeight - before.current.height;
    else if (isFirst && !atEnd.current) goToStart(element);
    // Who reads on in older talk stays where the next page begins.
    else if (!before.current.isLatest) setFresh(false);
    else if (atEnd.current) element.scrollTop = element.scrollHeight;
    else setFresh(true);
    before.current = { firstId, lastId, waiting, height: element.scrollHeight, isLatest };
  }, [firstId, lastId, waiting, isLatest]);
  const onScroll = () => {
    const element = box.current;
    if (!element) return;
    atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < nearEnd;
    if (atEnd.current) setFresh(false);
  };
  const toEnd = () => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
  };
  return { box, onScroll, fresh: fresh && isLatest, toEnd };
}

/** To the message or the day that was asked for; to the end when nothing was said since that day. */
function goToStart(box: HTMLElement): void {
  const found = box.querySelector('.hit');
  if (found) return found.scrollIntoView({ block: 'center' });
  const day = box.querySelector('.dayline.opened');
  if (day) day.scrollIntoView({ block: 'start' });
  else box.scrollTop = box.scrollHeight;
}

// The scrolling part of the chat. It keeps its place when older talk is added above, follows the end while the reader is
// at the end, and otherwise says how many new messages wait below.
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type ReactElement } from 'react';
import type { Message } from '../../kit/message.ts';
import { formatClock, formatDay } from '../../kit/format.ts';
import { useLanguage } from '../../kit/i18n.ts';
import { Icon } from '../icons.tsx';
import { useT } from '../texts.ts';
import type { Pending, Row } from './log.ts';
import { MessageRow } from './MessageRow.tsx';
import { PendingRow } from './PendingRow.tsx';

/** What can be done with a message; given down unchanged, so rows are drawn only when their own message changes. */
export interface MessageActions {
  openMenu: (message: Message) => void;
  reply: (message: Message) => void;
  openPicture: (picture: { url: string; alt: string }) => void;
  jumpTo: (messageId: string) => void;
  react: (message: Message, key: string) => void;
  retry: (pending: Pending) => void;
  editPending: (pending: Pending) => void;
  editRecalled: (message: Message) => void;
  wasRecalledHere: (message: Message) => boolean;
}

interface ListProps {
  rows: Row[];
  me: string;
  hasOlder: boolean;
  isLatest: boolean;
  target: string | undefined;
  actions: MessageActions;
  onOlder: () => Promise<void>;
  onNewer: () => Promise<void>;
  onLatest: () => void;
  onRead: () => void;
}

const nearPx = 80;

/** The rows and everything about scrolling. */
export function MessageList(props: ListProps): ReactElement {
  const { rows, isLatest, hasOlder, actions } = props;
  const t = useT();
  const scroller = useRef<HTMLDivElement>(null);
  const { isAtEnd, waiting, onScroll, toEnd } = useScroll(scroller, props);
  const last = rows[rows.length - 1];
  const spoken = last?.kind === 'message' && !last.isMine ? `${last.message.author.name}: ${last.message.text}` : '';
  return (
    <main className="log" ref={scroller} onScroll={onScroll} tabIndex={0} aria-label={t('member:chat.logLabel')}>
      <div className="log-in">
        {hasOlder ? (
          <p className="t" role="status">
            {t('member:chat.loadingOlder')}
          </p>
        ) : (
          <p className="t">{t('member:chat.beginning')}</p>
        )}
        <ol>
          {rows.map((row) => (
            <RowView key={row.key} row={row} me={props.me} actions={actions} />
          ))}
        </ol>
      </div>
      <p className="hidden" role="log" aria-live="polite">
        {isLatest ? spoken : ''}
      </p>
      {!isAtEnd || !isLatest ? (
        <button
          type="button"
          className={waiting > 0 ? 'to-end new' : 'to-end'}
          onClick={isLatest ? toEnd : props.onLatest}
        >
          <Icon name="down" size={18} />
          {waiting > 0 && isLatest ? t('member:chat.newBelow', { count: waiting }) : t('member:chat.toLatest')}
        </button>
      ) : null}
    </main>
  );
}

function useScroll(
  scroller: React.RefObject<HTMLDivElement | null>,
  { rows, isLatest, target, onOlder, onNewer, onRead }: ListProps,
) {
  const [isAtEnd, setAtEnd] = useState(true);
  const [waiting, setWaiting] = useState(0);
  const place = useRef({ first: '', last: '', height: 0, top: 0, isAtEnd: true, hasJumped: '' });
  const messages = rows.filter((row) => row.kind === 'message' || row.kind === 'pending');
  const first = messages[0]?.key ?? '';
  const last = messages[messages.length - 1];

  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const old = place.current;
    const isMine = last?.kind === 'pending' || (last?.kind === 'message' && last.isMine);
    if (target && old.hasJumped !== target && rows.some((row) => row.key === target)) {
      old.hasJumped = target;
      const row = box.querySelector(`[data-message="${CSS.escape(target)}"]`);
      row?.scrollIntoView({ block: 'center' });
      row?.classList.add('found');
    } else if (old.first && first !== old.first && rows.some((row) => row.key === old.first)) {
      // Talk was added above: what the reader looks at stays where it is.
      box.scrollTop = old.top + (box.scrollHeight - old.height);
    } else if (isLatest && last?.key !== old.last && (old.isAtEnd || isMine || old.last === '')) {
      const divider = old.last === '' ? box.querySelector('.unread') : null;
      if (divider) divider.scrollIntoView({ block: 'start' });
      else box.scrollTop = box.scrollHeight;
    } else if (isLatest && old.last && last?.key !== old.last) {
      const from = messages.findIndex(({ key }) => key === old.last);
      if (from >= 0) setWaiting((count) => count + messages.length - 1 - from);
    }
    if (last) old.last = last.key;
    old.first = first;
    remember(box, old);
  }, [rows, first, last, isLatest, target]);

  // Pictures and the keyboard change heights without new rows; a reader at the end stays at the end.
  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const watcher = new ResizeObserver(() => {
      if (place.current.isAtEnd && isLatest) box.scrollTop = box.scrollHeight;
      remember(box, place.current);
    });
    watcher.observe(box);
    if (box.firstElementChild) watcher.observe(box.firstElementChild);
    return () => watcher.disconnect();
  }, [isLatest, scroller]);

  useEffect(() => {
    if (isAtEnd && document.visibilityState === 'visible') onRead();
  }, [rows, isAtEnd, onRead]);

  const onScroll = useCallback(() => {
    const box = scroller.current;
    if (!box) return;
    remember(box, place.current);
    setAtEnd(place.current.isAtEnd);
    if (place.current.isAtEnd) setWaiting(0);
    if (box.scrollTop < 400) void onOlder();
    if (!isLatest && box.scrollHeight - box.scrollTop - box.clientHeight < 400) void onNewer();
  }, [isLatest, onOlder, onNewer, scroller]);

  const toEnd = useCallback(() => {
    const box = scroller.current;
    box?.scrollTo({ top: box.scrollHeight });
    setWaiting(0);
  }, [scroller]);
  return { isAtEnd, waiting, onScroll, toEnd };
}

function remember(box: HTMLElement, place: { height: number; top: number; isAtEnd: boolean }): void {
  place.height = box.scrollHeight;
  place.top = box.scrollTop;
  place.isAtEnd = box.scrollHeight - box.scrollTop - box.clientHeight < nearPx;
}

function RowView({ row, me, actions }: { row: Row; me: string; actions: MessageActions }): ReactElement {
  const t = useT();
  const language = useLanguage();
  switch (row.kind) {
    case 'day':
      return (
        <li className="t num">
          {formatDay(row.at, { language })} {formatClock(row.at, { language })}
        </li>
      );
    case 'time':
      return <li className="t num">{formatClock(row.at, { language })}</li>;
    case 'unread':
      return (
        <li className="unread xs">
          <span>{t('member:chat.newFromHere')}</span>
        </li>
      );
    case 'system':
      return <li className="t">{row.message.text}</li>;
    case 'recalled': {
      const isMine = row.message.author.identityId === me;
      return (
        <li className="t" data-message={row.message.id}>
          {isMine ? t('member:chat.youRecalled') : t('member:chat.someoneRecalled', { name: row.message.author.name })}
          {isMine && actions.wasRecalledHere(row.message) ? (
            <button type="button" className="link again" onClick={() => actions.editRecalled(row.message)}>
              {t('member:chat.editAgain')}
            </button>
          ) : null}
        </li>
      );
    }
    case 'message':
      return <MessageRow message={row.message} me={me} isMine={row.isMine} isFirst={row.isFirst} actions={actions} />;
    case 'pending':
      return <PendingRow pending={row.pending} actions={actions} />;
  }
}

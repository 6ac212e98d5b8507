// The scrolling part of the chat. It keeps its place when older talk is added above, follows the end while the reader is
// at the end, and otherwise says how many new messages wait below.
import { useEffect, useLayoutEffect, useRef, useState, type ReactElement } from 'react';
import type { Message, ReactionKey } from '../../kit/message.ts';
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
  react: (message: Message, key: ReactionKey) => void;
  pin: (message: Message) => void;
  recall: (message: Message) => void;
  report: (message: Message) => void;
  /** Thanks whoever wrote it with points. */
  thank: (message: Message) => void;
  /** A short word at the foot of the page. */
  say: (text: string) => void;
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
  const { scroller, isAtEnd, waiting, onScroll, toEnd } = useScroll(props);
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

interface Place {
  first: string;
  last: string;
  own: string;
  height: number;
  top: number;
  isAtEnd: boolean;
  hasJumped: string;
}

function useScroll({ rows, isLatest, target, onOlder, onNewer, onRead }: ListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [isAtEnd, setAtEnd] = useState(true);
  const [waiting, setWaiting] = useState(0);
  const place = useRef<Place>({ first: '', last: '', own: '', height: 0, top: 0, isAtEnd: true, hasJumped: '' });

  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const news = settle(box, place.current, { rows, isLatest, target });
    if (news > 0) setWaiting((count) => count + news);
    setAtEnd(place.current.isAtEnd);
  }, [rows, isLatest, target]);

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
  }, [isLatest]);

  useEffect(() => {
    if (isAtEnd && rows.length > 0 && document.visibilityState === 'visible') onRead();
  }, [rows, isAtEnd, onRead]);

  const onScroll = (): void => {
    const box = scroller.current;
    if (!box) return;
    remember(box, place.current);
    setAtEnd(place.current.isAtEnd);
    if (place.current.isAtEnd) setWaiting(0);
    if (box.scrollTop < 400) void onOlder();
    if (!isLatest && box.scrollHeight - box.scrollTop - box.clientHeight < 400) void onNewer();
  };
  const toEnd = (): void => {
    const box = scroller.current;
    box?.scrollTo({ top: box.scrollHeight });
    setWaiting(0);
  };
  return { scroller, isAtEnd, waiting, onScroll, toEnd };
}

/** Puts the page where the reader expects it after the rows changed; gives how many messages of others came below. */
function settle(
  box: HTMLElement,
  old: Place,
  { rows, isLatest, target }: Pick<ListProps, 'rows' | 'isLatest' | 'target'>,
): number {
  const said = rows.filter((row) => row.kind === 'message');
  const first = said[0]?.key ?? '';
  const last = said[said.length - 1]?.key ?? '';
  const own = rows.reduce((newest, row) => (row.kind === 'pending' ? row.key : newest), '');
  const isOpening = old.last === '' && last !== '';
  let news = 0;
  if (target && old.hasJumped !== target && said.some((row) => row.key === target)) {
    old.hasJumped = target;
    const row = box.querySelector(`[data-message="${CSS.escape(target)}"]`);
    row?.scrollIntoView({ block: 'center' });
    row?.classList.add('found');
  } else if (!isOpening && first !== old.first && said.some((row) => row.key === old.first)) {
    // Talk was added above: what the reader looks at stays where it is.
    box.scrollTop = old.top + (box.scrollHeight - old.height);
  } else if (isOpening) {
    const divider = box.querySelector('.unread');
    if (divider) divider.scrollIntoView({ block: 'start' });
    else box.scrollTop = box.scrollHeight;
  } else if (isLatest && (old.isAtEnd || (own !== '' && own !== old.own))) {
    box.scrollTop = box.scrollHeight;
  } else if (isLatest && last !== old.last) {
    const from = said.findIndex(({ key }) => key === old.last);
    news = from < 0 ? 0 : said.slice(from + 1).filter((row) => !row.isMine).length;
  }
  Object.assign(old, { first, last, own });
  remember(box, old);
  return news;
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

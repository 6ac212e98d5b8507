// The talk of one group on a phone. The page is exactly as high as what the soft keyboard leaves, so that the composer
// always stands above it; everything that opens (menu, picker, picture) opens inside the page.
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore, type ReactElement } from 'react';
import type { Message, ReactionKey } from '../../kit/message.ts';
import { problemText } from '../../kit/texts.ts';
import { formatCount } from '../../kit/format.ts';
import { useLanguage } from '../../kit/i18n.ts';
import { Icon } from '../icons.tsx';
import { memberLive } from '../live.ts';
import { ProblemPage, Waiting } from '../Notice.tsx';
import { goBack, Link, navigate } from '../router.tsx';
import { useT } from '../texts.ts';
import { Toast, useToast } from '../Toast.tsx';
import { Composer } from './Composer.tsx';
import { GonePage } from './GonePage.tsx';
import { toRows, type Pending } from './log.ts';
import { MessageList } from './MessageList.tsx';
import { MessageSheet } from './MessageSheet.tsx';
import { NoticeBar } from './NoticeBar.tsx';
import { PictureView } from './PictureView.tsx';
import { openChat, type Chat, type ChatState } from './session.ts';
import { useVisibleHeight } from './visible-height.ts';
import './chat.css';

/** `/g/:groupId`, and `?at=message` to open the talk around one message. */
export function ChatPage({ groupId, around }: { groupId: string; around: string | undefined }): ReactElement {
  const chat = useMemo(() => openChat(groupId, memberLive()), [groupId]);
  const state = useSyncExternalStore(chat.watch, chat.state);
  useEffect(() => {
    void chat.start(around);
  }, [chat, around]);
  useEffect(() => () => chat.close(), [chat]);
  if (state.phase === 'gone') return <GonePage how={state.gone} />;
  if (state.phase === 'failed' && state.error)
    return <ProblemPage error={state.error} retry={() => void chat.start(around)} />;
  if (!state.view) return <Waiting />;
  return <OpenChat chat={chat} state={state} target={around} />;
}

function OpenChat({ chat, state, target }: { chat: Chat; state: ChatState; target: string | undefined }): ReactElement {
  const t = useT();
  const view = state.view!;
  const me = view.membership.identityId;
  const [menuFor, setMenuFor] = useState<Message>();
  const [replyTo, setReplyTo] = useState<Message>();
  const [picture, setPicture] = useState<{ url: string; alt: string }>();
  const [text, setText] = useState('');
  // What was taken back is kept only here, for as long as the page is open.
  const [recalled, setRecalled] = useState<ReadonlyMap<string, string>>(new Map());
  const toast = useToast();
  useVisibleHeight();
  useEffect(() => {
    document.title = view.group.name;
  }, [view.group.name]);
  const rows = useMemo(
    () => toRows(state.log, { me, readUpTo: state.readUpTo, pending: state.pending }),
    [state.log, state.pending, state.readUpTo, me],
  );

  const recall = useCallback(
    async (message: Message) => {
      setRecalled((old) => new Map(old).set(message.id, message.text));
      try {
        await chat.recall(message);
      } catch (thrown) {
        toast.show(problemText(thrown));
      }
    },
    [chat, toast],
  );
  const editAgain = useCallback((words: string) => {
    setText((old) => (old.trim() ? `${old}\n${words}` : words));
    document.querySelector<HTMLElement>('.comp textarea')?.focus();
  }, []);
  const jumpTo = useCallback(
    (messageId: string) => {
      const row = document.querySelector(`[data-message="${CSS.escape(messageId)}"]`);
      if (!row) return navigate(`/g/${view.group.id}?at=${messageId}`, { replace: true });
      row.scrollIntoView({ block: 'center' });
      row.classList.add('found');
      setTimeout(() => row.classList.remove('found'), 1600);
    },
    [view.group.id],
  );
  const actions = useMemo(
    () => ({
      openMenu: setMenuFor,
      reply: setReplyTo,
      openPicture: setPicture,
      jumpTo,
      react: (message: Message, key: ReactionKey) =>
        void chat.react(message, key).catch((thrown: unknown) => toast.show(problemText(thrown))),
      retry: (pending: Pending) => chat.retry(pending.clientId),
      editPending: (pending: Pending) => {
        const dropped = chat.drop(pending.clientId);
        if (dropped?.kind === 'text') editAgain(dropped.text);
      },
      editRecalled: (message: Message) => editAgain(recalled.get(message.id) ?? ''),
      wasRecalledHere: (message: Message) => (recalled.get(message.id) ?? '') !== '',
    }),
    [chat, editAgain, jumpTo, recalled, toast],
  );
  const latest = useCallback(() => {
    if (target) navigate(`/g/${view.group.id}`, { replace: true });
    else void chat.start();
  }, [chat, target, view.group.id]);

  return (
    <div className="chat">
      <ChatTop state={state} />
      <NoticeBar groupId={view.group.id} notice={view.group.notice ?? null} pins={state.log.messages} onJump={jumpTo} />
      {state.live === 'offline' ? (
        <p className="offline s" role="status">
          {t('member:chat.offline')}
        </p>
      ) : null}
      <MessageList
        rows={rows}
        me={me}
        hasOlder={state.log.hasOlder}
        isLatest={state.log.isLatest}
        target={target}
        actions={actions}
        onOlder={chat.loadOlder}
        onNewer={chat.loadNewer}
        onLatest={latest}
        onRead={chat.noteRead}
      />
      <Composer
        chat={chat}
        state={state}
        replyTo={replyTo}
        onReply={setReplyTo}
        text={text}
        onText={setText}
        onProblem={toast.show}
      />
      {menuFor ? (
        <MessageSheet
          message={menuFor}
          me={view.membership}
          onClose={() => setMenuFor(undefined)}
          onReply={setReplyTo}
          onReact={actions.react}
          onRecall={(message) => void recall(message)}
          onPin={(message) => void chat.pin(message).catch((thrown: unknown) => toast.show(problemText(thrown)))}
          onSaid={toast.show}
        />
      ) : null}
      {picture ? <PictureView {...picture} onClose={() => setPicture(undefined)} /> : null}
      <Toast text={toast.text} />
    </div>
  );
}

function ChatTop({ state }: { state: ChatState }): ReactElement {
  const t = useT();
  const language = useLanguage();
  const { group } = state.view!;
  const count = formatCount(group.members, language);
  return (
    <header className="top">
      <button type="button" className="hit" aria-label={t('member:back')} onClick={() => goBack('/m')}>
        <Icon name="back" />
      </button>
      <div className="top-t">
        <h1>{group.name}</h1>
        <p className="num">
          {state.watching && state.watching > 1
            ? t('member:chat.peopleWatching', { count, watching: state.watching })
            : t('member:chat.people', { count })}
        </p>
      </div>
      <Link className="hit" to={`/g/${group.id}/search`} aria-label={t('member:search.title')}>
        <Icon name="search" size={22} />
      </Link>
      <Link className="hit" to={`/g/${group.id}/home`} aria-label={t('member:home.title')}>
        <Icon name="home" size={23} />
      </Link>
    </header>
  );
}

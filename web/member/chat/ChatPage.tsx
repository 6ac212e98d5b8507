// The talk of one group on a phone. The page is exactly as high as what the soft keyboard leaves, so that the composer
// always stands above it; everything that opens (menu, picker, picture) opens inside the page.
import { lazy, Suspense, useEffect, useMemo, useState, useSyncExternalStore, type ReactElement } from 'react';
import type { Message } from '../../kit/message.ts';
import { problemText } from '../../kit/texts.ts';
import { formatCount } from '../../kit/format.ts';
import { useLanguage } from '../../kit/i18n.ts';
import { Icon } from '../icons.tsx';
import { memberLive } from '../live.ts';
import { ProblemPage, Waiting } from '../Notice.tsx';
import { goBack, Link, navigate } from '../router.tsx';
import { CardPrompt } from '../people/CardPrompt.tsx';
import { RoundBar } from '../round/RoundBar.tsx';
import { MessageGiftsContext, useMessageGifts } from '../points/message-gifts.ts';
import { SeedMarksContext, useSeedMarks } from '../seeds/seeds.ts';
import { RulesDue } from '../rules/RulesDue.tsx';
import { useT } from '../texts.ts';
import { Toast, useToast } from '../Toast.tsx';
import { AnswerAsksContext, useAnswerAsks } from './answer-asks.ts';
import { Composer } from './Composer.tsx';
import { GonePage } from './GonePage.tsx';
import { toRows } from './log.ts';
import { MessageList, type MessageActions } from './MessageList.tsx';
import { MessageSheet } from './MessageSheet.tsx';
import { NoticeBar } from './NoticeBar.tsx';
import { PictureView } from './PictureView.tsx';
import type { ChatState } from './chat-state.ts';
import { openChat, type Chat } from './session.ts';
import { useVisibleHeight } from './visible-height.ts';
import './chat.css';

// Seldom needed, so it does not come with the talk.
const ReportSheet = lazy(async () => ({ default: (await import('../reports/ReportSheet.tsx')).ReportSheet }));
const ThankSheet = lazy(async () => ({ default: (await import('../points/ThankSheet.tsx')).ThankSheet }));

/** `/g/:groupId`, and `?at=message` to open the talk around one message. */
export function ChatPage({ groupId, around }: { groupId: string; around: string | undefined }): ReactElement {
  const chat = useMemo(() => openChat(groupId, memberLive()), [groupId]);
  const state = useSyncExternalStore(chat.watch, chat.state);
  const marks = useSeedMarks(groupId);
  useEffect(() => {
    void chat.start(around);
  }, [chat, around]);
  useEffect(() => () => chat.close(), [chat]);
  if (state.phase === 'gone') return <GonePage groupId={groupId} how={state.gone} />;
  if (state.phase === 'failed' && state.error)
    return <ProblemPage error={state.error} retry={() => void chat.start(around)} />;
  if (!state.view) return <Waiting />;
  return (
    <SeedMarksContext value={marks}>
      <OpenChat chat={chat} state={state} target={around} />
    </SeedMarksContext>
  );
}

function OpenChat({ chat, state, target }: ChatProps): ReactElement {
  const t = useT();
  const view = state.view!;
  const groupId = view.group.id;
  const me = view.membership.identityId;
  const { open, setOpen, text, setText, replyTo, setReplyTo, actions, toast } = useActions(chat, groupId);
  useVisibleHeight();
  useEffect(() => {
    document.title = view.group.name;
  }, [view.group.name]);
  const rows = useMemo(
    () => toRows(state.log, { me, readUpTo: state.readUpTo, pending: state.pending }),
    [state.log, state.pending, state.readUpTo, me],
  );
  const asks = useAnswerAsks(groupId, me, state.log.messages);
  const gifts = useMessageGifts(groupId, state.log.messages);
  const latest = (): void => {
    if (target) navigate(`/g/${groupId}`, { replace: true });
    else void chat.start();
  };
  return (
    <div className="chat">
      <ChatTop state={state} />
      <NoticeBar groupId={groupId} notice={view.group.notice} pins={state.log.messages} onJump={actions.jumpTo} />
      <RoundBar key={view.group.notice?.at ?? ''} groupId={groupId} />
      <CardPrompt communityId={view.communityId} groupId={groupId} />
      <OfflineLine state={state} />
      <AnswerAsksContext value={asks}>
        <MessageGiftsContext value={gifts.sums}>
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
        </MessageGiftsContext>
      </AnswerAsksContext>
      <Composer
        chat={chat}
        state={state}
        text={text}
        onText={setText}
        replyTo={replyTo}
        onReply={setReplyTo}
        onProblem={toast.show}
      />
      {open.menu ? (
        <MessageSheet
          message={open.menu}
          me={view.membership}
          actions={actions}
          canThank={gifts.on}
          onClose={() => setOpen({})}
        />
      ) : null}
      {open.report ? (
        <Suspense>
          <ReportSheet groupId={groupId} message={open.report} onClose={() => setOpen({})} />
        </Suspense>
      ) : null}
      {open.thank ? (
        <ThankAt
          view={view}
          message={open.thank}
          onClose={() => setOpen({})}
          onGiven={(name, amount) => {
            gifts.note(open.thank!.id, amount);
            setOpen({});
            toast.show(t('member:points.given', { name, amount }));
          }}
        />
      ) : null}
      <RulesDue groupId={groupId} />
      {open.picture ? <PictureView {...open.picture} onClose={() => setOpen({})} /> : null}
      <Toast text={toast.text} />
    </div>
  );
}

interface ThankAtProps {
  view: NonNullable<ChatState['view']>;
  message: Message;
  onClose: () => void;
  onGiven: (name: string, amount: number) => void;
}

/** Points for whoever wrote a message. */
function ThankAt({ view, message, onClose, onGiven }: ThankAtProps): ReactElement {
  return (
    <Suspense>
      <ThankSheet
        communityId={view.communityId}
        to={message.author}
        at={{ groupId: view.group.id, messageId: message.id }}
        onClose={onClose}
        onGiven={onGiven}
      />
    </Suspense>
  );
}

interface ChatProps {
  chat: Chat;
  state: ChatState;
  target: string | undefined;
}

/** What is open above the talk: the menu of a message, a picture, asking a steward to look, or thanking with points. */
interface Open {
  menu?: Message;
  picture?: { url: string; alt: string };
  report?: Message;
  thank?: Message;
}

/** Everything that can be done with messages, as functions that stay the same while nothing they need changes. */
function useActions(chat: Chat, groupId: string) {
  const [open, setOpen] = useState<Open>({});
  const [text, setText] = useState('');
  const [replyTo, setReplyTo] = useState<Message>();
  // What was taken back is kept only here, for as long as the page is open.
  const [recalled, setRecalled] = useState<ReadonlyMap<string, string>>(new Map());
  const toast = useToast();
  const { show } = toast;
  const actions = useMemo((): MessageActions => {
    const tell = (thrown: unknown): void => show(problemText(thrown));
    const editAgain = (words: string): void => {
      setText((old) => (old.trim() ? `${old}\n${words}` : words));
      document.querySelector<HTMLElement>('.comp textarea')?.focus();
    };
    return {
      openMenu: (menu) => setOpen({ menu }),
      openPicture: (picture) => setOpen({ picture }),
      report: (report) => setOpen({ report }),
      thank: (thank) => setOpen({ thank }),
      reply: setReplyTo,
      jumpTo: (messageId) => jumpTo(groupId, messageId),
      say: show,
      react: (message, key) => void chat.react(message, key).catch(tell),
      pin: (message) => void chat.pin(message).catch(tell),
      recall: (message) => {
        setRecalled((old) => new Map(old).set(message.id, message.text));
        chat.recall(message).catch(tell);
      },
      retry: (pending) => chat.retry(pending.clientId),
      editPending: (pending) => {
        const dropped = chat.drop(pending.clientId);
        if (dropped?.kind === 'text') editAgain(dropped.text);
      },
      editRecalled: (message) => editAgain(recalled.get(message.id) ?? ''),
      wasRecalledHere: (message) => (recalled.get(message.id) ?? '') !== '',
    };
  }, [chat, groupId, recalled, show]);
  return { open, setOpen, text, setText, replyTo, setReplyTo, actions, toast };
}

/** Shows a message that is on the page, or opens the talk around it. */
function jumpTo(groupId: string, messageId: string): void {
  const row = document.querySelector(`[data-message="${CSS.escape(messageId)}"]`);
  if (!row) return navigate(`/g/${groupId}?at=${messageId}`, { replace: true });
  row.scrollIntoView({ block: 'center' });
  row.classList.add('found');
  setTimeout(() => row.classList.remove('found'), 1600);
}

function OfflineLine({ state }: { state: ChatState }): ReactElement {
  const t = useT();
  return (
    <div role="status">{state.live === 'offline' ? <p className="offline s">{t('member:chat.offline')}</p> : null}</div>
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

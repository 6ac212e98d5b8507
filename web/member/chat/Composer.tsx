// Where a member writes: grows with the text, calls people by @, takes a picture, and when one may not speak says why and
// for how long instead of failing after the fact.
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { formatCountdown } from '../../kit/format.ts';
import type { Mention, Message } from '../../kit/message.ts';
import { problemText } from '../../kit/texts.ts';
import { useNow } from '../clock.ts';
import { Icon } from '../icons.tsx';
import { useT } from '../texts.ts';
import { findCall, insertName, keepCalled } from './mention.ts';
import { MentionPicker } from './MentionPicker.tsx';
import type { ChatState } from './chat-state.ts';
import type { Chat } from './session.ts';
import { speechOf, type Speech } from './speech.ts';

const longest = 4000;

interface ComposerProps {
  chat: Chat;
  state: ChatState;
  replyTo: Message | undefined;
  onReply: (message: Message | undefined) => void;
  text: string;
  onText: (text: string) => void;
  onProblem: (text: string) => void;
}

/** The foot of the chat. */
export function Composer(props: ComposerProps): ReactElement {
  const { state, text, onText, replyTo, onReply } = props;
  const t = useT();
  const speech = useSpeech(state);
  const { area, call, setCaret, send, sendPicture, pick, onKey } = useDraft(props, speech);
  const length = [...text].length;
  const view = state.view!;
  return (
    <footer className="comp">
      {call && speech.may ? (
        <MentionPicker
          groupId={view.group.id}
          query={call.query}
          me={view.membership}
          onPick={pick}
          onClose={() => setCaret(0)}
        />
      ) : null}
      {replyTo ? <QuoteBar message={replyTo} onDrop={() => onReply(undefined)} /> : null}
      {view.group.slowModeSeconds > 0 && view.membership.role === 'member' && !view.group.mutedAll ? (
        <p className="slowly xs c2" role="status">
          {t('member:chat.slowly', { seconds: view.group.slowModeSeconds })}
        </p>
      ) : null}
      {speech.may || speech.why === 'slow' ? (
        <div className="inp">
          <PictureButton isOff={!speech.may} onPicture={sendPicture} />
          <div className="box">
            <textarea
              ref={area}
              rows={1}
              value={text}
              enterKeyHint="send"
              placeholder={t('member:chat.placeholder')}
              aria-label={t('member:chat.placeholder')}
              onChange={(event) => {
                onText(event.target.value);
                setCaret(event.target.selectionStart);
              }}
              onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
              onKeyDown={onKey}
            />
          </div>
          {speech.may ? (
            <SendButton isOff={!text.trim() || length > longest} onSend={send} />
          ) : (
            <SlowClock until={speech.until} />
          )}
        </div>
      ) : (
        <Hush speech={speech} />
      )}
      {length > longest - 200 ? (
        <p className={length > longest ? 'xs red count num' : 'xs c3 count num'} role="status">
          {t('member:chat.length', { count: length, longest })}
        </p>
      ) : null}
    </footer>
  );
}

/** The text being written: its height, the name behind an @, and sending it. */
function useDraft({ chat, text, onText, replyTo, onReply, onProblem }: ComposerProps, speech: Speech) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(0);
  const [picked, setPicked] = useState<Mention[]>([]);
  const call = findCall(text, caret);
  const quote = replyTo ? quoteOf(replyTo) : null;

  useLayoutEffect(() => {
    const box = area.current;
    if (!box) return;
    box.style.height = 'auto';
    if (text !== '') box.style.height = `${Math.min(box.scrollHeight, 132)}px`;
  }, [text]);
  useEffect(() => {
    if (replyTo) area.current?.focus();
  }, [replyTo]);

  const send = (): void => {
    const words = text.trim();
    if (!words || !speech.may || [...text].length > longest) return;
    chat.send({ text: words, replyTo: quote, mentions: keepCalled(words, picked) });
    onText('');
    setPicked([]);
    onReply(undefined);
    area.current?.focus();
  };
  const sendPicture = (file: File): void => {
    onReply(undefined);
    chat.sendPicture(file, quote).catch((thrown: unknown) => onProblem(problemText(thrown)));
  };
  const pick = (mention: Mention): void => {
    if (!call) return;
    const next = insertName(text, call, mention.name);
    onText(next.text);
    setPicked([...picked, mention]);
    setCaret(next.caret);
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(next.caret, next.caret);
    });
  };
  const onKey = (event: KeyboardEvent): void => {
    // Enter that ends the writing of Chinese characters belongs to the keyboard, not to us.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    send();
  };
  return { area, call, setCaret, send, sendPicture, pick, onKey };
}

function QuoteBar({ message, onDrop }: { message: Message; onDrop: () => void }): ReactElement {
  const t = useT();
  return (
    <div className="quote s">
      <p className="ell grow">
        <b>{message.author.name}</b> {message.text || t('member:menu.picture')}
      </p>
      <button type="button" className="hit" aria-label={t('member:chat.cancelReply')} onClick={onDrop}>
        <Icon name="close" size={18} />
      </button>
    </div>
  );
}

function PictureButton({ isOff, onPicture }: { isOff: boolean; onPicture: (file: File) => void }): ReactElement {
  const t = useT();
  return (
    <label className="hit" title={t('member:chat.sendPicture')}>
      <Icon name="picture" />
      <input
        type="file"
        accept="image/*"
        className="hidden"
        aria-label={t('member:chat.sendPicture')}
        disabled={isOff}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) onPicture(file);
          event.target.value = '';
        }}
      />
    </label>
  );
}

function SendButton({ isOff, onSend }: { isOff: boolean; onSend: () => void }): ReactElement {
  const t = useT();
  return (
    <button type="button" className="hit go" aria-label={t('member:chat.send')} disabled={isOff} onClick={onSend}>
      <Icon name="send" size={22} />
    </button>
  );
}

function SlowClock({ until }: { until: number }): ReactElement {
  const t = useT();
  const left = until - useNow(true);
  return (
    <span className="slow num xs" role="timer" aria-label={t('member:chat.slow', { left: formatCountdown(left) })}>
      {formatCountdown(left)}
    </span>
  );
}

/** Why one cannot speak now. Nobody is blamed; what ends it is said. */
function Hush({ speech }: { speech: Speech & { may: false } }): ReactElement {
  const t = useT();
  const now = useNow('until' in speech);
  const left = 'until' in speech ? speech.until - now : 0;
  const words = {
    muted: t('member:chat.muted', { left: formatCountdown(left) }),
    mutedAll: t('member:chat.mutedAll'),
    dissolved: t('member:chat.dissolved'),
    slow: '',
  };
  return (
    <p className="hush s num" role="status">
      <Icon name={speech.why === 'muted' ? 'clock' : 'lock'} size={18} />
      {words[speech.why]}
    </p>
  );
}

function useSpeech(state: ChatState): Speech {
  const view = state.view!;
  const [isRunning, setRunning] = useState(false);
  const speech = speechOf(useNow(isRunning), { ...view, slowUntil: state.slowUntil });
  const isTimed = 'until' in speech;
  if (isTimed !== isRunning) setRunning(isTimed);
  return speech;
}

function quoteOf(message: Message): NonNullable<Message['replyTo']> {
  return {
    id: message.id,
    authorName: message.author.name,
    excerpt: [...message.text].slice(0, 60).join(''),
    recalled: false,
  };
}

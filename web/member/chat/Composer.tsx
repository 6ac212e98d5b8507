// Where a member writes: grows with the text, calls people by @, takes a picture, and when one may not speak says why and
// for how long instead of failing after the fact.
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { formatCountdown } from '../../kit/format.ts';
import type { Mention, Message } from '../../kit/message.ts';
import { problemText } from '../../kit/texts.ts';
import { Icon } from '../icons.tsx';
import { useT } from '../texts.ts';
import { findCall, insertName, keepCalled } from './mention.ts';
import { MentionPicker } from './MentionPicker.tsx';
import type { Chat, ChatState } from './session.ts';
import { speechOf, type Speech } from './speech.ts';

const longest = 4000;

interface ComposerProps {
  chat: Chat;
  state: ChatState;
  replyTo: Message | undefined;
  onReply: (message: Message | undefined) => void;
  /** A text to put back for changing; a new object each time. */
  editAgain: { text: string } | undefined;
  onProblem: (text: string) => void;
}

/** The foot of the chat. */
export function Composer(props: ComposerProps): ReactElement {
  const { chat, state, replyTo, onReply, editAgain, onProblem } = props;
  const t = useT();
  const view = state.view!;
  const speech = useSpeech(state);
  const area = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const [caret, setCaret] = useState(0);
  const [picked, setPicked] = useState<Mention[]>([]);
  const call = findCall(text, caret);
  const length = [...text].length;

  useLayoutEffect(() => {
    const box = area.current;
    if (!box) return;
    box.style.height = 'auto';
    box.style.height = `${Math.min(box.scrollHeight, 132)}px`;
  }, [text]);
  useEffect(() => {
    if (!editAgain) return;
    setText((old) => (old.trim() ? `${old}\n${editAgain.text}` : editAgain.text));
    area.current?.focus();
  }, [editAgain]);
  useEffect(() => {
    if (replyTo) area.current?.focus();
  }, [replyTo]);

  const quote = replyTo ? quoteOf(replyTo) : null;
  const send = (): void => {
    const words = text.trim();
    if (!words || !speech.may || length > longest) return;
    chat.send({ text: words, replyTo: quote, mentions: keepCalled(words, picked) });
    setText('');
    setPicked([]);
    onReply(undefined);
    area.current?.focus();
  };
  const sendPicture = (file: File | undefined): void => {
    if (!file) return;
    onReply(undefined);
    chat.sendPicture(file, quote).catch((thrown: unknown) => onProblem(problemText(thrown)));
  };
  const pick = (mention: Mention): void => {
    if (!call) return;
    const next = insertName(text, call, mention.name);
    setText(next.text);
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
      {quote ? (
        <div className="quote s">
          <p className="ell grow">
            <b>{quote.authorName}</b> {quote.excerpt || t('member:menu.picture')}
          </p>
          <button
            type="button"
            className="hit"
            aria-label={t('member:chat.cancelReply')}
            onClick={() => onReply(undefined)}
          >
            <Icon name="close" size={18} />
          </button>
        </div>
      ) : null}
      {speech.may || speech.why === 'slow' ? (
        <div className="inp">
          <label className="hit" title={t('member:chat.sendPicture')}>
            <Icon name="picture" />
            <input
              type="file"
              accept="image/*"
              className="hidden"
              aria-label={t('member:chat.sendPicture')}
              disabled={!speech.may}
              onChange={(event) => {
                sendPicture(event.target.files?.[0]);
                event.target.value = '';
              }}
            />
          </label>
          <div className="box">
            <textarea
              ref={area}
              rows={1}
              value={text}
              enterKeyHint="send"
              placeholder={t('member:chat.placeholder')}
              aria-label={t('member:chat.placeholder')}
              onChange={(event) => {
                setText(event.target.value);
                setCaret(event.target.selectionStart);
              }}
              onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
              onKeyDown={onKey}
            />
          </div>
          {speech.may ? (
            <button
              type="button"
              className="hit go"
              aria-label={t('member:chat.send')}
              disabled={!text.trim() || length > longest}
              onClick={send}
            >
              <Icon name="send" size={22} />
            </button>
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

function SlowClock({ until }: { until: number }): ReactElement {
  const t = useT();
  const left = useCountdown(until);
  return (
    <span className="slow num xs" role="timer" aria-label={t('member:chat.slow', { left: formatCountdown(left) })}>
      {formatCountdown(left)}
    </span>
  );
}

/** Why one cannot speak now. Nobody is blamed; what ends it is said. */
function Hush({ speech }: { speech: Speech & { may: false } }): ReactElement {
  const t = useT();
  const left = useCountdown('until' in speech ? speech.until : 0);
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
  const [now, setNow] = useState(Date.now);
  const speech = speechOf(Math.max(now, Date.now()), { ...view, slowUntil: state.slowUntil });
  const until = 'until' in speech ? speech.until : 0;
  useEffect(() => {
    if (until === 0) return;
    const timer = setTimeout(() => setNow(Date.now()), Math.max(0, until - Date.now()) + 30);
    return () => clearTimeout(timer);
  }, [until]);
  return speech;
}

function useCountdown(until: number): number {
  const [left, setLeft] = useState(() => until - Date.now());
  useEffect(() => {
    if (until === 0) return;
    setLeft(until - Date.now());
    const timer = setInterval(() => setLeft(until - Date.now()), 1000);
    return () => clearInterval(timer);
  }, [until]);
  return left;
}

function quoteOf(message: Message): NonNullable<Message['replyTo']> {
  return { id: message.id, authorName: message.author.name, excerpt: [...message.text].slice(0, 60).join('') };
}

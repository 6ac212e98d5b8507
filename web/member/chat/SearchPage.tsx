import { useEffect, useState, type ReactElement } from 'react';
import { formatMoment } from '../../kit/format.ts';
import { useLanguage } from '../../kit/i18n.ts';
import type { Message } from '../../kit/message.ts';
import { toApiError } from '../../kit/problem.ts';
import { problemText } from '../../kit/texts.ts';
import { Avatar } from '../Avatar.tsx';
import { Icon } from '../icons.tsx';
import { goBack, Link } from '../router.tsx';
import { useT } from '../texts.ts';
import { searchTalk } from './talk.ts';
import './search.css';

interface Found {
  words: string;
  items: Message[];
  nextCursor: string | null;
  problem: string;
}

const pauseMs = 300;

async function lookFor(groupId: string, words: string, earlier?: Found): Promise<Found> {
  try {
    const page = await searchTalk(groupId, {
      q: words,
      ...(earlier?.nextCursor ? { cursor: earlier.nextCursor } : {}),
    });
    return { words, problem: '', nextCursor: page.nextCursor, items: [...(earlier?.items ?? []), ...page.items] };
  } catch (thrown) {
    return { words, items: earlier?.items ?? [], nextCursor: null, problem: problemText(toApiError(thrown)) };
  }
}

/** `/g/:groupId/search`: what was said here, newest first; a hit opens the talk around it. */
export function SearchPage({ groupId }: { groupId: string }): ReactElement {
  const t = useT();
  // The words stay with this step of the history, so that coming back from a hit shows the same list.
  const [words, setWords] = useState(() => (history.state as { words?: string } | null)?.words ?? '');
  const [last, setLast] = useState<Found>();
  const wanted = words.trim();
  useEffect(() => {
    document.title = t('member:search.title');
  }, [t]);
  useEffect(() => {
    if (wanted === '') return;
    let isCurrent = true;
    const timer = setTimeout(() => {
      history.replaceState({ ...(history.state as object | null), words: wanted }, '');
      void lookFor(groupId, wanted).then((found) => isCurrent && setLast(found));
    }, pauseMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [groupId, wanted]);
  const found = wanted === '' ? undefined : last;
  const again = (): void => {
    setLast(undefined);
    // Who has typed on meanwhile has a newer answer.
    void lookFor(groupId, wanted).then((answer) => setLast((now) => now ?? answer));
  };
  const more = async (): Promise<void> => {
    if (!found) return;
    const next = await lookFor(groupId, found.words, found);
    setLast((now) => (now === found ? next : now));
  };
  return (
    <div className="search">
      <header className="top">
        <button type="button" className="hit" aria-label={t('member:back')} onClick={() => goBack(`/g/${groupId}`)}>
          <Icon name="back" />
        </button>
        <h1 className="hidden">{t('member:search.title')}</h1>
        <form className="search-box" role="search" onSubmit={(event) => event.preventDefault()}>
          <Icon name="search" size={20} />
          <input
            type="search"
            value={words}
            autoFocus
            enterKeyHint="search"
            placeholder={t('member:search.placeholder')}
            aria-label={t('member:search.title')}
            onChange={(event) => setWords(event.target.value)}
          />
        </form>
      </header>
      <main className="wrap">
        <p className="s c2 tell" role="status">
          {!found
            ? t(wanted === '' ? 'member:search.start' : 'member:search.looking')
            : found.problem || (found.items.length === 0 ? t('member:search.none', { words: found.words }) : '')}
        </p>
        {found?.problem ? (
          <button type="button" className="btn line" onClick={again}>
            {t('member:problem.retry')}
          </button>
        ) : null}
        <Hits groupId={groupId} found={found} />
        {found?.nextCursor ? (
          <button type="button" className="btn line more" onClick={() => void more()}>
            {t('member:search.more')}
          </button>
        ) : null}
      </main>
    </div>
  );
}

function Hits({ groupId, found }: { groupId: string; found: Found | undefined }): ReactElement {
  const language = useLanguage();
  return (
    <ul className="rows hits">
      {(found?.items ?? []).map((message) => (
        <li key={message.id}>
          <Link to={`/g/${groupId}?at=${message.id}`}>
            <Avatar face={{ ...message.author, id: message.author.identityId }} size={38} />
            <span className="grow">
              <span className="row xs c3">
                <span className="grow ell">{message.author.name}</span>
                <span className="num">{formatMoment(message.at, { language })}</span>
              </span>
              <Marked text={message.text} words={found?.words ?? ''} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** The text from a little before the first found word, with the found words marked. */
function Marked({ text, words }: { text: string; words: string }): ReactElement {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const lower = text.toLowerCase();
  const first = Math.min(...wanted.map((word) => (lower.includes(word) ? lower.indexOf(word) : Infinity)));
  const from = Number.isFinite(first) && first > 24 ? first - 12 : 0;
  const shown = (from > 0 ? '…' : '') + text.slice(from, from + 120);
  const parts: ReactElement[] = [];
  for (let index = 0; index < shown.length;) {
    const hit = wanted.find((word) => shown.toLowerCase().startsWith(word, index));
    const next = hit ? index + hit.length : nextHit(shown, index, wanted);
    parts.push(
      hit ? <mark key={index}>{shown.slice(index, next)}</mark> : <span key={index}>{shown.slice(index, next)}</span>,
    );
    index = next;
  }
  return <span className="hit-text">{parts}</span>;
}

function nextHit(text: string, from: number, wanted: readonly string[]): number {
  const lower = text.toLowerCase();
  const places = wanted.map((word) => lower.indexOf(word, from)).filter((place) => place > from);
  return places.length > 0 ? Math.min(...places) : text.length;
}

// The exchange board: find me someone who …, what I offer and need with what fits, and what others do.
import { useEffect, useState, type FormEvent, type ReactElement } from 'react';
import { formatDay } from '../../kit/format.ts';
import { useLanguage } from '../../kit/i18n.ts';
import { problemText } from '../../kit/texts.ts';
import { Avatar } from '../Avatar.tsx';
import { getGroup, type GroupView } from '../group.ts';
import { Icon } from '../icons.tsx';
import { ListWait } from '../ListWait.tsx';
import { ProblemPage, Waiting } from '../Notice.tsx';
import { Toast, useToast } from '../Toast.tsx';
import { TopBar } from '../TopBar.tsx';
import { useT } from '../texts.ts';
import { useLoad } from '../use-load.ts';
import { AskSheet } from './AskSheet.tsx';
import { EntrySheet } from './EntrySheet.tsx';
import { findSomeone, listBoard, listOwnEntries, takeEntryDown, type Entry, type FittingPerson } from './meet.ts';
import './people.css';

/** `/g/:groupId/board` */
export function BoardPage({ groupId }: { groupId: string }): ReactElement {
  const loaded = useLoad(groupId, () => getGroup(groupId));
  if (loaded.error && !loaded.data) return <ProblemPage error={loaded.error} retry={loaded.reload} />;
  return loaded.data ? <Board view={loaded.data} /> : <Waiting />;
}

type Asked = { to: { identityId: string; name: string }; entryId?: string };
type Written = { kind: 'offer' | 'need'; text: string };

function Board({ view }: { view: GroupView }): ReactElement {
  const t = useT();
  const toast = useToast();
  const { communityId, group, membership } = view;
  const [asked, setAsked] = useState<Asked>();
  const [written, setWritten] = useState<Written>();
  const own = useLoad(`own entries ${communityId}`, () => listOwnEntries(communityId));
  const board = useLoad(`board ${communityId}`, () => listBoard(communityId, {}));
  useEffect(() => {
    document.title = t('member:board.title');
  }, [t]);
  const reload = (): void => {
    own.reload();
    board.reload();
  };
  const others = board.data?.items.filter(({ identityId }) => identityId !== membership.identityId);
  return (
    <>
      <TopBar title={t('member:board.title')} back={`/g/${group.id}/people`} />
      <main className="wrap find">
        <Someone communityId={communityId} onAsk={setAsked} onNeed={(text) => setWritten({ kind: 'need', text })} />
        <p className="row write-entry">
          <button type="button" className="btn sm" onClick={() => setWritten({ kind: 'offer', text: '' })}>
            {t('member:board.writeOffer')}
          </button>
          <button type="button" className="btn sm line" onClick={() => setWritten({ kind: 'need', text: '' })}>
            {t('member:board.writeNeed')}
          </button>
        </p>
        <ListWait loaded={own} height={80} />
        <OwnEntries communityId={communityId} own={own} onAsk={setAsked} onChanged={reload} onSaid={toast.show} />
        <section className="sec">
          <div className="sec-h">
            <h2>{t('member:board.all')}</h2>
            {board.data && board.data.made > 0 ? (
              <span className="xs c3 num">{t('member:board.made', { count: board.data.made })}</span>
            ) : null}
          </div>
          <ListWait loaded={board} height={200} />
          {others?.length === 0 ? <p className="s c2 tell">{t('member:board.none')}</p> : null}
          <ul className="rows">
            {others?.map((entry) => (
              <EntryRow key={entry.id} entry={entry} onAsk={setAsked} />
            ))}
          </ul>
          {board.data?.nextCursor ? <MoreEntries communityId={communityId} board={board} /> : null}
        </section>
      </main>
      {asked ? (
        <AskSheet
          communityId={communityId}
          {...asked}
          onClose={() => setAsked(undefined)}
          onAsked={() => {
            setAsked(undefined);
            toast.show(t('member:meet.asked'));
          }}
        />
      ) : null}
      {written ? (
        <EntrySheet
          communityId={communityId}
          {...written}
          onClose={() => setWritten(undefined)}
          onSaved={() => {
            setWritten(undefined);
            reload();
          }}
        />
      ) : null}
      <Toast text={toast.text} />
    </>
  );
}

function MoreEntries({
  communityId,
  board,
}: {
  communityId: string;
  board: ReturnType<typeof useLoad<Awaited<ReturnType<typeof listBoard>>>>;
}): ReactElement {
  const t = useT();
  const more = async (): Promise<void> => {
    const now = board.data;
    if (!now?.nextCursor) return;
    const next = await listBoard(communityId, { cursor: now.nextCursor });
    board.set({ ...next, items: [...now.items, ...next.items] });
  };
  return (
    <button type="button" className="btn line" onClick={() => void more().catch(board.reload)}>
      {t('member:people.more')}
    </button>
  );
}

function EntryRow({
  entry,
  words,
  onAsk,
}: {
  entry: Entry;
  words?: string[];
  onAsk: (asked: Asked) => void;
}): ReactElement {
  const t = useT();
  const language = useLanguage();
  return (
    <li className="entry">
      <Avatar face={{ ...entry, id: entry.identityId }} size={40} />
      <div className="grow">
        <p className="xs c3">
          <span className={`tag ${entry.kind === 'offer' ? 'j' : 'i'}`}>{t(`member:board.${entry.kind}`)}</span>{' '}
          {entry.name}
          {' · '}
          {t('member:board.until', { day: formatDay(entry.validUntil, { language }) })}
        </p>
        <p>{entry.text}</p>
        {words?.length ? <p className="xs c2">{t('member:board.because', { words: words.join('、') })}</p> : null}
      </div>
      <button
        type="button"
        className="btn sm line"
        onClick={() => onAsk({ to: { identityId: entry.identityId, name: entry.name }, entryId: entry.id })}
      >
        {t('member:meet.meet')}
      </button>
    </li>
  );
}

function OwnEntries({
  communityId,
  own,
  onAsk,
  onChanged,
  onSaid,
}: {
  communityId: string;
  own: { data: Awaited<ReturnType<typeof listOwnEntries>> | undefined };
  onAsk: (asked: Asked) => void;
  onChanged: () => void;
  onSaid: (text: string) => void;
}): ReactElement | null {
  const t = useT();
  const close = async (id: string, isMade: boolean): Promise<void> => {
    try {
      await takeEntryDown(communityId, id, isMade);
      onChanged();
    } catch (thrown) {
      onSaid(problemText(thrown));
    }
  };
  if (!own.data || own.data.items.length === 0) return null;
  return (
    <section className="sec">
      <div className="sec-h">
        <h2>{t('member:board.mine')}</h2>
      </div>
      {own.data.items.map((entry) => (
        <article key={entry.id} className="card own-entry">
          <p>
            <span className={`tag ${entry.kind === 'offer' ? 'j' : 'i'}`}>{t(`member:board.${entry.kind}`)}</span>{' '}
            {entry.text}
          </p>
          {entry.hiddenReason ? (
            <p className="wrong">{t('member:board.hidden', { reason: entry.hiddenReason })}</p>
          ) : null}
          {entry.matches.length > 0 ? (
            <p className="s c2">{t('member:board.fits', { count: entry.matches.length })}</p>
          ) : null}
          <ul className="rows">
            {entry.matches.map((match) => (
              <EntryRow key={match.id} entry={match} words={match.words} onAsk={onAsk} />
            ))}
          </ul>
          <p className="row steps">
            <button type="button" className="btn sm line" onClick={() => void close(entry.id, true)}>
              {t('member:board.closeMade')}
            </button>
            <button type="button" className="btn sm plain" onClick={() => void close(entry.id, false)}>
              {t('member:board.close')}
            </button>
          </p>
        </article>
      ))}
    </section>
  );
}

function Someone({
  communityId,
  onAsk,
  onNeed,
}: {
  communityId: string;
  onAsk: (asked: Asked) => void;
  onNeed: (text: string) => void;
}): ReactElement {
  const t = useT();
  const [text, setText] = useState('');
  const [found, setFound] = useState<{ text: string; items: FittingPerson[]; problem: string }>();
  const look = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const wish = text.trim();
    if (wish === '') return;
    try {
      setFound({ text: wish, problem: '', items: (await findSomeone(communityId, wish)).items });
    } catch (thrown) {
      setFound({ text: wish, problem: problemText(thrown), items: [] });
    }
  };
  return (
    <section>
      <form className="search-box" role="search" onSubmit={(event) => void look(event)}>
        <Icon name="search" size={20} />
        <input
          type="search"
          value={text}
          maxLength={120}
          enterKeyHint="search"
          placeholder={t('member:board.someoneHint')}
          aria-label={t('member:board.someone')}
          onChange={(event) => setText(event.target.value)}
        />
        <button type="submit" className="btn sm">
          {t('member:board.look')}
        </button>
      </form>
      <div role="status">
        {found?.problem ? <p className="wrong">{found.problem}</p> : null}
        {found && !found.problem && found.items.length === 0 ? (
          <div className="tell">
            <p className="s c2">{t('member:board.nobody')}</p>
            <button type="button" className="btn sm line" onClick={() => onNeed(found.text)}>
              {t('member:board.putUp')}
            </button>
          </div>
        ) : null}
      </div>
      <ul className="rows">
        {found?.items.map((one) => (
          <li key={one.identityId} className="entry">
            <Avatar face={{ ...one, id: one.identityId }} size={40} />
            <div className="grow">
              <b>{one.name}</b>
              {one.reasons.map(({ line, text: said }) => (
                <p key={line} className="s c2">
                  {t(`member:card.${line}`)}：{said}
                </p>
              ))}
            </div>
            <button type="button" className="btn sm line" onClick={() => onAsk({ to: one })}>
              {t('member:meet.meet')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

// My introductions: who asks for me, what I have asked, and what came of it.
import { useEffect, useState, type ReactElement } from 'react';
import { formatDay } from '../../kit/format.ts';
import { useLanguage } from '../../kit/i18n.ts';
import { problemText } from '../../kit/texts.ts';
import { Avatar } from '../Avatar.tsx';
import { getGroup } from '../group.ts';
import { ProblemPage, StatePage, Waiting } from '../Notice.tsx';
import { Link } from '../router.tsx';
import { Sheet } from '../Sheet.tsx';
import { TopBar } from '../TopBar.tsx';
import { useT } from '../texts.ts';
import { useLoad } from '../use-load.ts';
import { WordsField } from './AskSheet.tsx';
import { listOwnRequests, outcomes, takeStep, type OwnRequest, type Step } from './meet.ts';
import '../own-list.css';
import './people.css';

/** `/g/:groupId/meet` */
export function MeetPage({ groupId }: { groupId: string }): ReactElement {
  const t = useT();
  const loaded = useLoad(`meet ${groupId}`, async () => {
    const { communityId } = await getGroup(groupId);
    return { communityId, items: (await listOwnRequests(communityId)).items };
  });
  const title = t('member:meet.title');
  useEffect(() => {
    document.title = title;
  }, [title]);
  if (loaded.error && !loaded.data) return <ProblemPage error={loaded.error} retry={loaded.reload} />;
  if (!loaded.data) return <Waiting />;
  const { communityId, items } = loaded.data;
  if (items.length === 0)
    return (
      <StatePage title={t('member:meet.none')} text={t('member:meet.noneText')}>
        <Link className="btn" to={`/g/${groupId}/people`}>
          {t('member:people.door')}
        </Link>
      </StatePage>
    );
  return (
    <>
      <TopBar title={title} back={`/g/${groupId}/people`} />
      <main className="wrap own-list">
        <ul>
          {items.map((one) => (
            <RequestCard key={one.id} communityId={communityId} one={one} onChanged={loaded.reload} />
          ))}
        </ul>
      </main>
    </>
  );
}

interface CardProps {
  communityId: string;
  one: OwnRequest;
  onChanged: () => void;
}

function RequestCard({ communityId, one, onChanged }: CardProps): ReactElement {
  const t = useT();
  const language = useLanguage();
  const [isAnswering, setAnswering] = useState(false);
  const [problem, setProblem] = useState('');
  const take = async (step: Step): Promise<boolean> => {
    setProblem('');
    try {
      await takeStep(communityId, one.id, step);
      onChanged();
      return true;
    } catch (thrown) {
      setProblem(problemText(thrown));
      return false;
    }
  };
  return (
    <li className="card request" data-state={one.state}>
      <div className="row">
        <Avatar face={{ ...one.other, id: one.other.identityId }} size={44} />
        <p className="grow">
          <b>{t(`member:meet.how.${one.how}`, { name: one.other.name || t('member:report.gone') })}</b>
          <span className="xs c3 num">{formatDay(one.createdAt, { language })}</span>
        </p>
        <span className={`tag ${one.state === 'accepted' ? 'j' : ''}`}>
          {t(one.isMine ? 'member:meet.state.yours' : `member:meet.state.${one.state}`)}
        </span>
      </div>
      <p className="s">{t('member:meet.because', { text: one.why })}</p>
      {one.theirWords ? (
        <p className="their-words">
          <span className="xs c2">{t('member:meet.theirs', { name: one.other.name })}</span>
          <b>{one.theirWords}</b>
        </p>
      ) : null}
      <div role="alert">{problem ? <p className="wrong">{problem}</p> : null}</div>
      {one.isMine ? (
        <p className="row steps">
          <button type="button" className="btn sm" onClick={() => setAnswering(true)}>
            {t('member:meet.accept')}
          </button>
          <button type="button" className="btn sm line" onClick={() => void take({ do: 'answer', words: null })}>
            {t('member:meet.decline')}
          </button>
          <Refuse onStep={take} />
        </p>
      ) : null}
      {one.state === 'open' && !one.isMine && one.how === 'sent' ? (
        <p className="row steps">
          <button type="button" className="btn sm plain" onClick={() => void take({ do: 'withdraw' })}>
            {t('member:meet.withdraw')}
          </button>
        </p>
      ) : null}
      {one.state === 'accepted' ? <OutcomeRow one={one} onStep={take} /> : null}
      {isAnswering ? <AcceptSheet name={one.other.name} onClose={() => setAnswering(false)} onStep={take} /> : null}
    </li>
  );
}

type OnStep = (step: Step) => Promise<boolean>;

function Refuse({ onStep }: { onStep: OnStep }): ReactElement {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="btn sm plain" onClick={() => setOpen(true)}>
        {t('member:meet.refuse')}
      </button>
      {isOpen ? (
        <Sheet title={t('member:meet.refuseTitle')} onClose={() => setOpen(false)}>
          <p className="s c2">{t('member:meet.refuseText')}</p>
          <button type="button" className="btn sheet-btn" onClick={() => void onStep({ do: 'refuse', report: false })}>
            {t('member:meet.block')}
          </button>
          <button
            type="button"
            className="btn line sheet-btn"
            onClick={() => void onStep({ do: 'refuse', report: true })}
          >
            {t('member:meet.report')}
          </button>
        </Sheet>
      ) : null}
    </>
  );
}

function OutcomeRow({ one, onStep }: { one: OwnRequest; onStep: OnStep }): ReactElement {
  const t = useT();
  return (
    <div className="outcome" role="group" aria-label={t('member:meet.outcomeAsk')}>
      {one.asksOutcome ? <p className="s">{t('member:meet.outcomeAsk')}</p> : null}
      <div className="chips">
        {outcomes.map((outcome) => (
          <button
            key={outcome}
            type="button"
            className="chip"
            aria-pressed={one.outcome === outcome}
            onClick={() => void onStep({ do: 'outcome', outcome })}
          >
            {t(`member:meet.outcome.${outcome}`)}
          </button>
        ))}
      </div>
    </div>
  );
}

function AcceptSheet({ name, onClose, onStep }: { name: string; onClose: () => void; onStep: OnStep }): ReactElement {
  const t = useT();
  const [words, setWords] = useState('');
  const accept = async (): Promise<void> => {
    if (await onStep({ do: 'answer', words: words.trim() })) onClose();
  };
  return (
    <Sheet title={t('member:meet.acceptTitle', { name })} onClose={onClose}>
      <form
        className="card-form"
        onSubmit={(event) => {
          event.preventDefault();
          void accept();
        }}
      >
        <WordsField words={words} onWords={setWords} />
        <button type="submit" className="btn" disabled={!words.trim()}>
          {t('member:meet.accept')}
        </button>
      </form>
    </Sheet>
  );
}

// What it means to be a seed, a yes or no that is only the member's own, the topics, and the way out at any time.
import { useEffect, useState, type ReactElement } from 'react';
import { formatMoment } from '../../kit/format.ts';
import { useLanguage } from '../../kit/i18n.ts';
import { problemText } from '../../kit/texts.ts';
import { ProblemPage, StatePage, Waiting } from '../Notice.tsx';
import { Link } from '../router.tsx';
import { Sheet } from '../Sheet.tsx';
import { TopBar } from '../TopBar.tsx';
import { useT } from '../texts.ts';
import { useLoad } from '../use-load.ts';
import { answerSeed, getMySeed, settleTopic, type MySeed, type MyTopic } from './seeds.ts';
import '../own-list.css';
import './seeds.css';

/** `/g/:groupId/seed` */
export function SeedPage({ groupId }: { groupId: string }): ReactElement {
  const t = useT();
  const loaded = useLoad(`seed ${groupId}`, async () => ({ seed: await getMySeed(groupId) }));
  const title = t('member:seed.title');
  useEffect(() => {
    document.title = title;
  }, [title]);
  if (loaded.error && !loaded.data) return <ProblemPage error={loaded.error} retry={loaded.reload} />;
  if (!loaded.data) return <Waiting />;
  const { seed } = loaded.data;
  if (!seed)
    return (
      <StatePage title={t('member:seed.none')} text={t('member:seed.noneText')}>
        <Link className="btn line" to={`/g/${groupId}/home`}>
          {t('member:back')}
        </Link>
      </StatePage>
    );
  return (
    <>
      <TopBar title={title} back={`/g/${groupId}/home`} />
      <main className="wrap own-list seed-page">
        {seed.state === 'asked' ? (
          <Asked groupId={groupId} seed={seed} onDone={loaded.reload} />
        ) : (
          <Active groupId={groupId} seed={seed} onDone={loaded.reload} />
        )}
      </main>
    </>
  );
}

interface PartProps {
  groupId: string;
  seed: MySeed;
  onDone: () => void;
}

/** Does something once, tells what went wrong, and asks for the newest state. */
function useAct(onDone: () => void): { act: (work: () => Promise<void>) => void; problem: string; isBusy: boolean } {
  const [problem, setProblem] = useState('');
  const [isBusy, setBusy] = useState(false);
  const act = (work: () => Promise<void>): void => {
    setProblem('');
    setBusy(true);
    work()
      .then(onDone, (thrown: unknown) => setProblem(problemText(thrown)))
      .finally(() => setBusy(false));
  };
  return { act, problem, isBusy };
}

function Asked({ groupId, seed, onDone }: PartProps): ReactElement {
  const t = useT();
  const { act, problem, isBusy } = useAct(onDone);
  return (
    <section className="card seed-ask">
      <h2>{t('member:seed.asked')}</h2>
      {seed.note ? <p className="their-words">{seed.note}</p> : null}
      <ul className="s c2">
        {(['what', 'seen', 'free'] as const).map((line) => (
          <li key={line}>{t(`member:seed.means.${line}`)}</li>
        ))}
      </ul>
      <div role="alert">{problem ? <p className="wrong">{problem}</p> : null}</div>
      <p className="row steps">
        <button
          type="button"
          className="btn"
          disabled={isBusy}
          onClick={() => act(() => answerSeed(groupId, 'accept'))}
        >
          {t('member:seed.accept')}
        </button>
        <button
          type="button"
          className="btn line"
          disabled={isBusy}
          onClick={() => act(() => answerSeed(groupId, 'decline'))}
        >
          {t('member:seed.decline')}
        </button>
      </p>
    </section>
  );
}

function Active({ groupId, seed, onDone }: PartProps): ReactElement {
  const t = useT();
  const { act, problem, isBusy } = useAct(onDone);
  const [isLeaving, setLeaving] = useState(false);
  return (
    <>
      <p className="s c2 lead">{t('member:seed.active')}</p>
      {seed.topics.length === 0 ? <p className="card s c2 seed-none">{t('member:seed.noTopics')}</p> : null}
      <ul>
        {seed.topics.map((topic) => (
          <TopicCard key={topic.id} groupId={groupId} topic={topic} said={seed.said} onDone={onDone} />
        ))}
      </ul>
      <div role="alert">{problem ? <p className="wrong">{problem}</p> : null}</div>
      <button type="button" className="btn plain" onClick={() => setLeaving(true)}>
        {t('member:seed.leave')}
      </button>
      {isLeaving ? (
        <Sheet title={t('member:seed.leave')} onClose={() => setLeaving(false)}>
          <p className="s c2">{t('member:seed.leaveText')}</p>
          <button
            type="button"
            className="btn sheet-btn"
            disabled={isBusy}
            onClick={() => act(() => answerSeed(groupId, 'leave'))}
          >
            {t('member:seed.leaveYes')}
          </button>
        </Sheet>
      ) : null}
    </>
  );
}

interface TopicProps {
  groupId: string;
  topic: MyTopic;
  said: MySeed['said'];
  onDone: () => void;
}

function TopicCard({ groupId, topic, said, onDone }: TopicProps): ReactElement {
  const t = useT();
  const language = useLanguage();
  const { act, problem, isBusy } = useAct(onDone);
  const [isDone, setDone] = useState(false);
  const { id, text, hint, state, dueAt, settledAt, replies, repliers } = topic;
  const settle = (how: 'done' | 'skipped', messageId: string | null): void => {
    setDone(false);
    act(() => settleTopic(groupId, id, { how, messageId }));
  };
  return (
    <li className="card topic" data-state={state}>
      <p className="row">
        <b className="grow">{text}</b>
        <span className={state === 'done' ? 'tag j' : 'tag'}>{t(`member:seed.state.${state}`)}</span>
      </p>
      {hint ? <p className="s c2">{hint}</p> : null}
      <p className="xs c3 num">
        {state === 'open'
          ? t('member:seed.due', { when: formatMoment(dueAt, { language }) })
          : formatMoment(settledAt ?? dueAt, { language })}
        {replies !== null && repliers !== null ? ` · ${t('member:seed.came', { replies, repliers })}` : ''}
      </p>
      <div role="alert">{problem ? <p className="wrong">{problem}</p> : null}</div>
      {state === 'open' ? (
        <p className="row steps">
          <Link className="btn sm line" to={`/g/${groupId}`}>
            {t('member:seed.go')}
          </Link>
          <button type="button" className="btn sm" onClick={() => setDone(true)}>
            {t('member:seed.done')}
          </button>
          <button type="button" className="btn sm plain" disabled={isBusy} onClick={() => settle('skipped', null)}>
            {t('member:seed.skip')}
          </button>
        </p>
      ) : null}
      {isDone ? (
        <Sheet title={t('member:seed.which')} onClose={() => setDone(false)}>
          <p className="s c2">{t(said.length > 0 ? 'member:seed.whichText' : 'member:seed.saidNothing')}</p>
          <ul className="seed-said">
            {said.map((message) => (
              <li key={message.id}>
                <button type="button" disabled={isBusy} onClick={() => settle('done', message.id)}>
                  <span>{message.excerpt}</span>
                  <span className="xs c3 num">{formatMoment(message.at, { language })}</span>
                </button>
              </li>
            ))}
          </ul>
          <button type="button" className="btn line sheet-btn" disabled={isBusy} onClick={() => settle('done', null)}>
            {t('member:seed.noneOfThese')}
          </button>
        </Sheet>
      ) : null}
    </li>
  );
}

// The door of a group: who invites, what this is, who is inside, and only then what has to be done to come in. Nothing is
// asked before the visitor has seen all of it, and every way the door can stand has its own kind words.
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { newKey } from '../../kit/api.ts';
import { problemText } from '../../kit/texts.ts';
import { toApiError } from '../../kit/problem.ts';
import { knock, lookAtDoor, type Door, type DoorAnswer, type Step } from '../door.ts';
import { ProblemPage } from '../Notice.tsx';
import { navigate } from '../router.tsx';
import { useT } from '../texts.ts';
import { useLoad } from '../use-load.ts';
import { answersOf, firstOpenStep, startAnswers, type Answers } from './answers.ts';
import { About, Face } from './Face.tsx';
import { Gate } from './Gate.tsx';
import { DoorNotice } from './DoorNotice.tsx';
import './join.css';

const unknownDoor: Door = {
  state: 'unknown',
  groupId: null,
  reasonText: null,
  steps: [],
  group: null,
  community: null,
  inviter: null,
  you: null,
};

/** `/j/:code` */
export function JoinPage({ code }: { code: string }): ReactElement {
  const door = useLoad(code, () => lookAtDoor(code));
  if (door.error && !door.data) {
    if (door.error.status === 404 || door.error.status === 410) return <DoorNotice door={unknownDoor} />;
    return <ProblemPage error={door.error} retry={door.reload} />;
  }
  if (!door.data) return <WaitingDoor />;
  if (door.data.state !== 'open') return <DoorNotice door={door.data} reload={door.reload} />;
  return <OpenDoor code={code} door={door.data} onChange={door.set} />;
}

function OpenDoor({ code, door, onChange }: DoorProps): ReactElement {
  const t = useT();
  const [gate, setGate] = useState<HTMLElement | null>(null);
  const isAtGate = useIsAtGate(gate);
  const { answers, problems, failure, isSending, answer, knockNow } = useKnocking({ code, door, onChange });
  const name = door.group?.name ?? door.community?.name ?? '';
  useEffect(() => {
    document.title = name;
  }, [name]);
  const come = (): void => {
    if (isAtGate) void knockNow();
    else gate?.scrollIntoView({ behavior: 'smooth', block: 'start' });
  };
  return (
    <div className="join">
      <Face door={door} />
      <main className="wrap">
        <About group={door.group} />
        {door.steps.length > 0 ? (
          <Gate ref={setGate} steps={door.steps} answers={answers} problems={problems} onChange={answer} />
        ) : null}
        <p className="xs c3 fine">{t('member:join.fine')}</p>
      </main>
      <footer className="dock">
        <div role="alert">{failure ? <p className="wrong">{failure}</p> : null}</div>
        <button type="button" className="btn" disabled={isSending} onClick={come}>
          {isSending ? t('member:join.sending') : isAtGate ? t('member:join.enter') : t('member:join.want')}
        </button>
        <p className="xs c3">
          {isAtGate ? t('member:join.enterHint') : t('member:join.wantHint', { count: door.steps.length })}
        </p>
      </footer>
    </div>
  );
}

interface DoorProps {
  code: string;
  door: Door;
  onChange: (door: Door) => void;
}

/** The answers, and handing them in. The same answers are the same attempt, however often a weak network makes one press. */
function useKnocking({ code, door, onChange }: DoorProps) {
  const t = useT();
  const [answers, setAnswers] = useState<Answers>(startAnswers);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [failure, setFailure] = useState('');
  const [isSending, setSending] = useState(false);
  const attempt = useRef({ body: '', key: '' });

  const showProblems = (found: Record<string, string>): void => {
    setProblems(found);
    const first = Object.keys(found)[0];
    if (first) showStep(first);
  };
  const hear = (said: DoorAnswer): void => {
    if (said.state === 'joined') return navigate(`/g/${said.groupId}`, { replace: true });
    if (said.state !== 'needs') {
      return onChange({ ...door, state: said.state, groupId: said.groupId ?? null, reasonText: said.text ?? null });
    }
    attempt.current = { body: '', key: '' };
    const steps = said.steps ?? [];
    onChange({ ...door, steps: mergeSteps(door.steps, steps) });
    showProblems(
      Object.fromEntries(steps.filter((step) => step.problem).map((step) => [step.key, step.problem ?? ''])),
    );
  };
  const knockNow = async (): Promise<void> => {
    const open = firstOpenStep(door.steps, answers);
    if (open) return showProblems({ [open]: t('member:join.needed') });
    setSending(true);
    setFailure('');
    try {
      const given = answersOf(door.steps, answers);
      const body = JSON.stringify(given);
      if (attempt.current.body !== body) attempt.current = { body, key: newKey() };
      hear(await knock(code, given, attempt.current.key));
    } catch (thrown) {
      const error = toApiError(thrown);
      if (!error.isNetwork) attempt.current = { body: '', key: '' };
      setFailure(error.fields[0]?.detail ?? problemText(error));
    } finally {
      setSending(false);
    }
  };
  const answer = (next: Answers): void => {
    setAnswers(next);
    setProblems({});
  };
  return { answers, problems, failure, isSending, answer, knockNow };
}

function showStep(key: string): void {
  const control = document.querySelector<HTMLElement>(`[data-step="${CSS.escape(key)}"] :is(input, textarea, button)`);
  control?.scrollIntoView({ block: 'center', behavior: 'smooth' });
  control?.focus({ preventScroll: true });
}

/** Steps already answered stay in their place; new ones come last. */
function mergeSteps(old: Step[], needed: Step[]): Step[] {
  const kept = old.map((step) => needed.find(({ key }) => key === step.key) ?? { ...step, problem: undefined });
  return [...kept, ...needed.filter(({ key }) => !old.some((step) => step.key === key))] as Step[];
}

/**
 * Whether the visitor has come to the gate: it is in sight, or the page has nothing more to scroll, or nothing is asked at
 * all (somebody who comes back).
 */
function useIsAtGate(gate: HTMLElement | null): boolean {
  const [isSeen, setSeen] = useState(false);
  const [isAtEnd, setAtEnd] = useState(false);
  useEffect(() => {
    if (!gate) return;
    const watcher = new IntersectionObserver(([entry]) => setSeen(entry?.isIntersecting ?? false), {
      rootMargin: '0px 0px -35% 0px',
    });
    watcher.observe(gate);
    return () => watcher.disconnect();
  }, [gate]);
  useEffect(() => {
    const look = (): void => {
      const page = document.documentElement;
      setAtEnd(window.innerHeight + window.scrollY >= page.scrollHeight - 8);
    };
    window.addEventListener('scroll', look, { passive: true });
    // Looks at once, and again when steps or large text make the page longer.
    const watcher = new ResizeObserver(look);
    watcher.observe(document.body);
    return () => {
      window.removeEventListener('scroll', look);
      watcher.disconnect();
    };
  }, []);
  return !gate || isSeen || isAtEnd;
}

function WaitingDoor(): ReactElement {
  const t = useT();
  return (
    <div className="join" role="status" aria-label={t('member:loading')}>
      <div className="fair tall hero">
        <i className="eave" />
      </div>
      <div className="wrap">
        {[56, 160, 120].map((height) => (
          <div key={height} className="ghost" style={{ height, marginTop: 20 }} />
        ))}
      </div>
    </div>
  );
}

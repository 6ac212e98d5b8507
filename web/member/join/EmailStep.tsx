import { useEffect, useId, useRef, useState, type FormEvent, type ReactElement } from 'react';
import { answerOf, api } from '../../kit/api.ts';
import { toApiError } from '../../kit/problem.ts';
import { problemText } from '../../kit/texts.ts';
import { lookAtDoor, type Step } from '../door.ts';
import { readAddress, useAddress } from '../router.tsx';
import { useT } from '../texts.ts';
import './email-step.css';

/** When to look what became of the mail, after it was asked for. */
const looks = [3000, 8000, 20_000, 45_000];
const pause = 60_000;

interface EmailStepProps {
  step: Step;
  code: string;
  onCode: (code: string) => void;
}

/** Proof of an address: have a code sent, type it in. What the server says about the mail is shown as it comes in. */
export function EmailStep({ step, code, onCode }: EmailStepProps): ReactElement {
  const t = useT();
  const [email, setEmail] = useState('');
  const { sentTo, isSending, isPausing, problem, text, send } = useCodeMail(step);
  const [field] = step.fields ?? [];
  const hint = useId();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isSending && email.trim() !== '') void send(email.trim());
  };
  const isWaiting = isPausing && email.trim() === sentTo;
  return (
    <>
      <p className="s c2 why">{text}</p>
      <form onSubmit={submit} noValidate>
        <label className="field">
          <span>{t('member:join.emailLabel')}</span>
          <input
            className="input"
            type="email"
            inputMode="email"
            autoComplete="email"
            autoCapitalize="off"
            maxLength={320}
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        </label>
        <button
          type="submit"
          className="btn line sm send-code"
          disabled={isSending || isWaiting || email.trim() === ''}
        >
          {t(isSending ? 'member:join.emailSending' : sentTo ? 'member:join.emailAgain' : 'member:join.emailSend')}
        </button>
      </form>
      <div role="status">
        {sentTo && !problem ? <p className="s c2 why">{t('member:join.emailSent', { email: sentTo })}</p> : null}
      </div>
      <div role="alert">{problem ? <p className="wrong">{problem}</p> : null}</div>
      <label className="field">
        <span>{field?.label}</span>
        <input
          className="input num"
          type="text"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={field?.maxLength}
          aria-describedby={hint}
          value={code}
          onChange={(event) => onCode(event.target.value)}
        />
        <span className="xs c3 hint" id={hint}>
          {field?.hint}
        </span>
      </label>
    </>
  );
}

interface CodeMail {
  /** Where the latest code went. */
  sentTo: string;
  isSending: boolean;
  /** Asking again for the same address would send nothing yet. */
  isPausing: boolean;
  problem: string;
  text: string;
  send: (email: string) => Promise<void>;
}

function useCodeMail(step: Step): CodeMail {
  const screen = readAddress(useAddress());
  const door = screen.name === 'join' ? screen.code : '';
  const [sentTo, setSentTo] = useState('');
  const [isSending, setSending] = useState(false);
  const [isPausing, setPausing] = useState(false);
  const [problem, setProblem] = useState('');
  const [seen, setSeen] = useState<Step>();
  const timers = useRef<number[]>([]);
  useEffect(() => () => stopTimers(timers), []);

  const look = async (): Promise<void> => {
    const found = (await lookAtDoor(door)).steps.find(({ key }) => key === step.key);
    if (!found) return;
    setSeen(found);
    if (found.email?.state !== 'refused') return;
    setProblem(found.problem ?? '');
    setPausing(false);
  };

  const send = async (email: string): Promise<void> => {
    stopTimers(timers);
    setSending(true);
    setProblem('');
    setSeen(undefined);
    try {
      await answerOf(api.POST('/api/join/{code}/email', { params: { path: { code: door } }, body: { email } }));
      setSentTo(email);
      setPausing(true);
      const looking = looks.map((after) => window.setTimeout(() => void look().catch(() => undefined), after));
      timers.current = [...looking, window.setTimeout(() => setPausing(false), pause)];
    } catch (thrown) {
      const error = toApiError(thrown);
      setProblem(error.fields[0]?.detail ?? problemText(error));
    } finally {
      setSending(false);
    }
  };

  return { sentTo, isSending, isPausing, problem, text: (seen ?? step).text, send };
}

function stopTimers(timers: { current: number[] }): void {
  timers.current.forEach((timer) => clearTimeout(timer));
  timers.current = [];
}

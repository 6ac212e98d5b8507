import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { toApiError } from '../../../kit/problem.ts';
import type { ApiError } from '../../../kit/problem.ts';
import { signIn, signInSecondStep } from '../../data/account.ts';
import { useRefreshMe } from '../../data/session.ts';
import { wordsOf } from '../../pieces/problems.ts';
import { useText } from '../../text.ts';
import { Door } from './Door.tsx';

/** Signing in: password first, then the second step where it is switched on. */
export function SignIn() {
  const t = useText();
  const [step, setStep] = useState<'password' | 'totp' | 'backup'>('password');
  const enter = useEnter();
  return (
    <Door
      title={t('door.signIn')}
      line={t(step === 'password' ? 'door.signInLine' : 'door.secondLine')}
      foot={
        <Link className="link" to="/forgotten">
          {t('door.lost')}
        </Link>
      }
    >
      {step === 'password' ? (
        <PasswordStep onDone={(needsCode) => (needsCode ? setStep('totp') : void enter())} />
      ) : (
        <CodeStep kind={step} key={step} onDone={() => void enter()} onKind={setStep} />
      )}
    </Door>
  );
}

/** Goes in, to the page that was asked for; only addresses of our own. */
function useEnter() {
  const navigate = useNavigate();
  const refreshMe = useRefreshMe();
  const [query] = useSearchParams();
  const next = query.get('next') ?? '/';
  return async () => {
    await refreshMe();
    await navigate(/^\/(?![/\\])/.test(next) ? next : '/', { replace: true });
  };
}

function PasswordStep({ onDone }: { onDone: (needsCode: boolean) => void }) {
  const t = useText();
  const { busy, refusal, run } = useStep();
  return (
    <Form
      layout="vertical"
      onFinish={({ email, password }: { email: string; password: string }) =>
        run(async () => onDone((await signIn(email.trim(), password)).state === 'two_factor_needed'))
      }
    >
      {refusal && <Alert type="error" title={wordsOf(refusal, t)} showIcon style={{ marginBottom: 16 }} role="alert" />}
      <Form.Item name="email" label={t('door.email')} rules={[{ required: true, message: t('door.emailNeeded') }]}>
        <Input type="email" autoComplete="username" inputMode="email" autoFocus />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('door.password')}
        rules={[{ required: true, message: t('door.passwordNeeded') }]}
      >
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={busy}>
        {t('door.enter')}
      </Button>
    </Form>
  );
}

function CodeStep({
  kind,
  onDone,
  onKind,
}: {
  kind: 'totp' | 'backup';
  onDone: () => void;
  onKind: (kind: 'totp' | 'backup') => void;
}) {
  const t = useText();
  const { busy, refusal, run } = useStep();
  const isTotp = kind === 'totp';
  const send = (code: string) =>
    run(async () => {
      await signInSecondStep(code.trim(), kind);
      onDone();
    });
  return (
    <Form layout="vertical" onFinish={({ code }: { code: string }) => send(code)}>
      {refusal && <Alert type="error" title={wordsOf(refusal, t)} showIcon style={{ marginBottom: 16 }} role="alert" />}
      <Form.Item
        name="code"
        label={t(isTotp ? 'door.code' : 'door.backupCode')}
        extra={t(isTotp ? 'door.codeHint' : 'door.backupHint')}
        rules={[{ required: true, message: t('door.codeNeeded') }]}
      >
        {isTotp ? (
          <Input autoFocus inputMode="numeric" autoComplete="one-time-code" maxLength={7} />
        ) : (
          <Input autoFocus autoComplete="off" maxLength={20} />
        )}
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={busy}>
        {t('door.enter')}
      </Button>
      <Button type="link" block onClick={() => onKind(isTotp ? 'backup' : 'totp')} style={{ marginTop: 8 }}>
        {t(isTotp ? 'door.useBackup' : 'door.useCode')}
      </Button>
    </Form>
  );
}

function useStep() {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiError>();
  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    setRefusal(undefined);
    try {
      await work();
    } catch (error) {
      setRefusal(toApiError(error));
    } finally {
      setBusy(false);
    }
  };
  return { busy, refusal, run };
}

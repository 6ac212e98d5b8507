// Switching the second step of signing in on and off: password, then QR and a first code, then the backup codes, once.
import { Alert, App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { Icon } from '../../../kit/antd/Icon.tsx';
import { useTwoFactor } from '../../data/account.ts';
import type { TwoFactorStart } from '../../data/account.ts';
import { useHere } from '../../data/session.ts';
import { copyText } from '../../pieces/copy.ts';
import { useTellProblem } from '../../pieces/problems.ts';
import { useQrPicture } from '../../pieces/qr.ts';
import { useText } from '../../text.ts';

type Step =
  | { kind: 'start' }
  | { kind: 'stop' }
  | { kind: 'renew' }
  | { kind: 'scan'; start: TwoFactorStart }
  | { kind: 'codes'; codes: string[] };

/** The second step of signing in. */
export function TwoFactor() {
  const t = useText();
  const { me } = useHere();
  const [step, setStep] = useState<Step>();
  const on = me.user.twoFactorEnabled;
  const close = () => setStep(undefined);
  return (
    <section className="card cb">
      <h2 className="h2">
        {t('account.twoFactor')} <span className={on ? 'tag j' : 'tag'}>{t(on ? 'account.on' : 'account.off')}</span>
      </h2>
      <p className="s c2" style={{ margin: '6px 0 12px' }}>
        {t('account.twoFactorText')}
      </p>
      {on ? (
        <div className="row wrap">
          <Button onClick={() => setStep({ kind: 'renew' })}>{t('account.renewCodes')}</Button>
          <Button onClick={() => setStep({ kind: 'stop' })}>{t('account.switchOff')}</Button>
        </div>
      ) : (
        <Button onClick={() => setStep({ kind: 'start' })}>{t('account.switchOn')}</Button>
      )}
      {(step?.kind === 'start' || step?.kind === 'stop' || step?.kind === 'renew') && (
        <PasswordStep kind={step.kind} onClose={close} onNext={setStep} />
      )}
      {step?.kind === 'scan' && <ScanStep start={step.start} onClose={close} onNext={setStep} />}
      {step?.kind === 'codes' && <CodesStep codes={step.codes} onClose={close} />}
    </section>
  );
}

function PasswordStep({
  kind,
  onClose,
  onNext,
}: {
  kind: 'start' | 'stop' | 'renew';
  onClose: () => void;
  onNext: (step: Step | undefined) => void;
}) {
  const t = useText();
  const [form] = Form.useForm<{ password: string }>();
  const twoFactor = useTwoFactor();
  const tellProblem = useTellProblem();
  const { message } = App.useApp();
  const finish = async ({ password }: { password: string }) => {
    try {
      if (kind === 'start') onNext({ kind: 'scan', start: await twoFactor.start.mutateAsync(password) });
      if (kind === 'renew') onNext({ kind: 'codes', codes: (await twoFactor.renew.mutateAsync(password)).backupCodes });
      if (kind === 'stop') {
        await twoFactor.stop.mutateAsync(password);
        void message.success(t('account.switchedOff'));
        onNext(undefined);
      }
    } catch (error) {
      tellProblem(error, form);
    }
  };
  return (
    <Modal open title={t(`account.${kind}Ask`)} okText={t('account.goOn')} onOk={form.submit} onCancel={onClose}>
      <Form form={form} layout="vertical" onFinish={(answers) => void finish(answers)}>
        <Form.Item
          name="password"
          label={t('account.passwordAgain')}
          rules={[{ required: true, message: t('door.passwordNeeded') }]}
        >
          <Input.Password autoFocus autoComplete="current-password" />
        </Form.Item>
      </Form>
    </Modal>
  );
}

function ScanStep({
  start,
  onClose,
  onNext,
}: {
  start: TwoFactorStart;
  onClose: () => void;
  onNext: (step: Step) => void;
}) {
  const t = useText();
  const [form] = Form.useForm<{ code: string }>();
  const twoFactor = useTwoFactor();
  const tellProblem = useTellProblem();
  const qr = useQrPicture(start.uri);
  const finish = async ({ code }: { code: string }) => {
    try {
      await twoFactor.confirm.mutateAsync(code);
      onNext({ kind: 'codes', codes: start.backupCodes });
    } catch (error) {
      tellProblem(error, form);
    }
  };
  return (
    <Modal
      open
      title={t('account.scan')}
      okText={t('account.confirmCode')}
      onOk={form.submit}
      onCancel={onClose}
      confirmLoading={twoFactor.confirm.isPending}
    >
      <p className="c2">{t('account.scanText')}</p>
      {qr && <img className="qr-inline" src={qr} width={200} height={200} alt={t('account.scanQr')} />}
      <p className="xs c3">
        {t('account.byHand')} <code>{start.secret}</code>
      </p>
      <Form form={form} layout="vertical" onFinish={(answers) => void finish(answers)} style={{ marginTop: 12 }}>
        <Form.Item name="code" label={t('door.code')} rules={[{ required: true, message: t('door.codeNeeded') }]}>
          <Input inputMode="numeric" autoComplete="one-time-code" maxLength={7} autoFocus />
        </Form.Item>
      </Form>
    </Modal>
  );
}

function CodesStep({ codes, onClose }: { codes: string[]; onClose: () => void }) {
  const t = useText();
  const { message } = App.useApp();
  const copy = async () => {
    const done = await copyText(codes.join('\n'));
    void message[done ? 'success' : 'warning'](t(done ? 'account.codesCopied' : 'link.copyByHand'));
  };
  return (
    <Modal
      open
      title={t('account.codes')}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        <>
          <Button icon={<Icon name="copy" />} onClick={() => void copy()}>
            {t('account.copyCodes')}
          </Button>
          <Button type="primary" onClick={onClose}>
            {t('tokens.kept')}
          </Button>
        </>
      }
    >
      <Alert type="warning" showIcon title={t('account.codesOnce')} style={{ marginBottom: 12 }} />
      <ul className="codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </Modal>
  );
}

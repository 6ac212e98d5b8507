import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { choosePassword, usePasswordLink } from '../../data/account.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { useTellProblem } from '../../pieces/problems.ts';
import { useText } from '../../text.ts';
import { Door } from './Door.tsx';

/** Choosing a password with a link: by mail, or given by whoever runs the machine. */
export function NewPassword() {
  const t = useText();
  const [query] = useSearchParams();
  const token = query.get('token') ?? '';
  const link = usePasswordLink(token);
  return (
    <Door
      title={t('door.newPassword')}
      line={link.data ? t('door.newPasswordLine', { name: link.data.name }) : undefined}
    >
      {link.error?.status === 410 ? (
        <EmptyState
          kind="noMatch"
          title={t('door.linkGone')}
          text={t('door.linkGoneText')}
          action={
            <Link to="/forgotten">
              <Button type="primary">{t('door.anotherLink')}</Button>
            </Link>
          }
        />
      ) : (
        <Answer query={link} rows={3}>
          {({ email }) => <PasswordForm token={token} email={email} />}
        </Answer>
      )}
    </Door>
  );
}

function PasswordForm({ token, email }: { token: string; email: string }) {
  const t = useText();
  const [form] = Form.useForm<{ password: string }>();
  const [busy, setBusy] = useState(false);
  const navigate = useNavigate();
  const tellProblem = useTellProblem();
  const finish = async ({ password }: { password: string }) => {
    setBusy(true);
    try {
      await choosePassword(token, password);
      await navigate('/sign-in', { replace: true });
    } catch (error) {
      tellProblem(error, form);
      setBusy(false);
    }
  };
  return (
    <Form form={form} layout="vertical" onFinish={(answers) => void finish(answers)}>
      <Form.Item label={t('door.email')}>
        <Input value={email} disabled autoComplete="username" aria-label={t('door.email')} />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('door.password')}
        extra={t('door.passwordHint')}
        rules={[
          { required: true, message: t('door.passwordNeeded') },
          { min: 10, message: t('door.passwordShort') },
        ]}
      >
        <Input.Password autoComplete="new-password" autoFocus maxLength={128} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={busy}>
        {t('door.newPasswordSave')}
      </Button>
    </Form>
  );
}

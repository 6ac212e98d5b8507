import { Button, Form } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { setUp, useSetupOpen } from '../../data/account.ts';
import { useRefreshMe } from '../../data/session.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { useTellProblem } from '../../pieces/problems.ts';
import { useText } from '../../text.ts';
import { Door } from './Door.tsx';
import { NewOperatorFields } from './NewOperatorFields.tsx';

/** First run: the owner of this machine introduces themselves, then founds a community. */
export function Setup() {
  const t = useText();
  const setup = useSetupOpen(true);
  const [query] = useSearchParams();
  const token = query.get('token') ?? '';
  return (
    <Door title={t('door.welcome')} line={t('door.welcomeLine')} foot={t('door.yours')}>
      <Answer query={setup} rows={4}>
        {({ open }) => {
          if (!open) return <Closed />;
          return token === '' ? (
            <EmptyState kind="noPermission" title={t('door.noToken')} text={t('door.noTokenText')} />
          ) : (
            <SetupForm token={token} />
          );
        }}
      </Answer>
    </Door>
  );
}

function Closed() {
  const t = useText();
  return (
    <EmptyState
      kind="noMatch"
      title={t('door.alreadySetUp')}
      text={t('door.alreadySetUpText')}
      action={
        <Link to="/sign-in">
          <Button>{t('door.signIn')}</Button>
        </Link>
      }
    />
  );
}

interface Answers {
  name: string;
  email: string;
  password: string;
}

function SetupForm({ token }: { token: string }) {
  const t = useText();
  const [form] = Form.useForm<Answers>();
  const [busy, setBusy] = useState(false);
  const navigate = useNavigate();
  const refreshMe = useRefreshMe();
  const tellProblem = useTellProblem();
  const finish = async (answers: Answers) => {
    setBusy(true);
    try {
      await setUp({ token, ...answers, name: answers.name.trim(), email: answers.email.trim() });
      await refreshMe();
      await navigate('/found', { replace: true });
    } catch (error) {
      tellProblem(error, form);
      setBusy(false);
    }
  };
  return (
    <Form form={form} layout="vertical" onFinish={(answers) => void finish(answers)}>
      <NewOperatorFields />
      <Button type="primary" htmlType="submit" block loading={busy}>
        {t('door.setUp')}
      </Button>
    </Form>
  );
}

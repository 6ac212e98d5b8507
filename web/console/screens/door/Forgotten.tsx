import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { toApiError } from '../../../kit/problem.ts';
import type { ApiError } from '../../../kit/problem.ts';
import { askForPasswordMail, usePasswordMail } from '../../data/account.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { wordsOf } from '../../pieces/problems.ts';
import { useText } from '../../text.ts';
import { Door } from './Door.tsx';

/** A forgotten password: a link by mail, or, where no mail can be sent, what whoever runs the machine has to do. */
export function Forgotten() {
  const t = useText();
  const mail = usePasswordMail();
  const [sentTo, setSentTo] = useState<string>();
  return (
    <Door
      title={t('door.forgotten')}
      line={mail.data?.possible === true && sentTo === undefined ? t('door.forgottenLine') : undefined}
      foot={
        <Link className="link" to="/sign-in">
          {t('door.back')}
        </Link>
      }
    >
      <Answer query={mail} rows={3}>
        {({ possible }) =>
          !possible ? (
            <NoMail />
          ) : sentTo === undefined ? (
            <AddressForm onSent={setSentTo} />
          ) : (
            <Sent email={sentTo} onAgain={() => setSentTo(undefined)} />
          )
        }
      </Answer>
    </Door>
  );
}

function AddressForm({ onSent }: { onSent: (email: string) => void }) {
  const t = useText();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiError>();
  const send = async ({ email }: { email: string }) => {
    setBusy(true);
    setRefusal(undefined);
    try {
      await askForPasswordMail(email.trim());
      onSent(email.trim());
    } catch (error) {
      setRefusal(toApiError(error));
      setBusy(false);
    }
  };
  return (
    <Form layout="vertical" onFinish={(answers: { email: string }) => void send(answers)}>
      {refusal && <Alert type="error" title={wordsOf(refusal, t)} showIcon style={{ marginBottom: 16 }} role="alert" />}
      <Form.Item
        name="email"
        label={t('door.email')}
        rules={[
          { required: true, message: t('door.emailNeeded') },
          { type: 'email', message: t('door.emailBad') },
        ]}
      >
        <Input type="email" autoComplete="username" inputMode="email" autoFocus />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={busy}>
        {t('door.mailLink')}
      </Button>
    </Form>
  );
}

/** Says the same whether there is such an account or not. */
function Sent({ email, onAgain }: { email: string; onAgain: () => void }) {
  const t = useText();
  return (
    <div role="status">
      <h2 className="h2">{t('door.mailSent')}</h2>
      <p className="c2" style={{ margin: '8px 0 16px' }}>
        {t('door.mailSentText', { email })}
      </p>
      <Button block onClick={onAgain}>
        {t('door.otherAddress')}
      </Button>
    </div>
  );
}

function NoMail() {
  const t = useText();
  return (
    <EmptyState
      kind="nothing"
      title={t('door.noMail')}
      text={
        <>
          {t('door.noMailText')}
          <br />
          <code>miaohui user add {t('door.yourEmail')}</code>
        </>
      }
    />
  );
}

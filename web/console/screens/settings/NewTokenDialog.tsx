import { Alert, App, Button, Checkbox, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { Icon } from '../../../kit/antd/Icon.tsx';
import { useMakeToken, useScopes } from '../../data/tokens.ts';
import { useHere } from '../../data/session.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { copyText } from '../../pieces/copy.ts';
import { useTellProblem } from '../../pieces/problems.ts';
import { useText } from '../../text.ts';

const dayMs = 86_400_000;
/** In days; 0 has no end. */
const terms = [7, 30, 90, 365, 0] as const;

interface Answers {
  name: string;
  scopes: string[];
  term: number;
}

/** Makes a key: a name, what it may do, how long; its secret is shown once. */
export function NewTokenDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { communityId } = useHere();
  const [form] = Form.useForm<Answers>();
  const [secret, setSecret] = useState<string>();
  const scopes = useScopes(communityId);
  const make = useMakeToken(communityId);
  const tellProblem = useTellProblem();
  if (secret !== undefined) return <Secret secret={secret} onClose={onClose} />;
  const finish = async ({ name, scopes: chosen, term }: Answers) => {
    const expiresAt = term === 0 ? null : new Date(Date.now() + term * dayMs).toISOString();
    try {
      setSecret((await make.mutateAsync({ name: name.trim(), scopes: chosen, expiresAt })).secret);
    } catch (error) {
      tellProblem(error, form);
    }
  };
  return (
    <Modal
      open
      title={t('tokens.new')}
      okText={t('tokens.make')}
      onOk={form.submit}
      onCancel={onClose}
      confirmLoading={make.isPending}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{ name: '', scopes: [], term: 90 }}
        onFinish={(answers) => void finish(answers)}
      >
        <Form.Item
          name="name"
          label={t('tokens.name')}
          extra={t('tokens.nameHint')}
          rules={[{ required: true, whitespace: true, message: t('tokens.nameNeeded') }]}
        >
          <Input maxLength={60} autoFocus />
        </Form.Item>
        <Answer query={scopes} rows={3}>
          {({ items }) => (
            <Form.Item
              name="scopes"
              label={t('tokens.scopes')}
              extra={t('tokens.scopesHint')}
              rules={[{ required: true, message: t('tokens.scopesNeeded') }]}
            >
              <Checkbox.Group className="scopes" options={items} />
            </Form.Item>
          )}
        </Answer>
        <Form.Item name="term" label={t('link.term')}>
          <Select
            options={terms.map((days) => ({
              value: days,
              label: days === 0 ? t('link.forever') : t('link.days', { count: days }),
            }))}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}

function Secret({ secret, onClose }: { secret: string; onClose: () => void }) {
  const t = useText();
  const { message } = App.useApp();
  const copy = async () => {
    const done = await copyText(secret);
    void message[done ? 'success' : 'warning'](t(done ? 'tokens.copied' : 'link.copyByHand'));
  };
  return (
    <Modal
      open
      title={t('tokens.ready')}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        <>
          <Button icon={<Icon name="copy" />} onClick={() => void copy()}>
            {t('tokens.copy')}
          </Button>
          <Button type="primary" onClick={onClose}>
            {t('tokens.kept')}
          </Button>
        </>
      }
    >
      <Alert type="warning" showIcon title={t('tokens.once')} style={{ marginBottom: 12 }} />
      <code className="secret">{secret}</code>
      <p className="xs c3">{t('tokens.how')}</p>
    </Modal>
  );
}

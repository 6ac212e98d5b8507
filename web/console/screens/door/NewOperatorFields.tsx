import { Form, Input } from 'antd';
import { useText } from '../../text.ts';

/** Name, e-mail and password of someone who is new here. */
export function NewOperatorFields() {
  const t = useText();
  return (
    <>
      <Form.Item
        name="name"
        label={t('door.name')}
        extra={t('door.nameHint')}
        rules={[{ required: true, whitespace: true, message: t('door.nameNeeded') }]}
      >
        <Input autoComplete="name" maxLength={40} autoFocus />
      </Form.Item>
      <Form.Item
        name="email"
        label={t('door.email')}
        rules={[
          { required: true, message: t('door.emailNeeded') },
          { type: 'email', message: t('door.emailBad') },
        ]}
      >
        <Input type="email" autoComplete="username" inputMode="email" maxLength={200} />
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
        <Input.Password autoComplete="new-password" maxLength={128} />
      </Form.Item>
    </>
  );
}

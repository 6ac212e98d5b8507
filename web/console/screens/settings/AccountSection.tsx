import { App, Button, Form, Input, Select } from 'antd';
import { languages, setLanguage, useLanguage } from '../../../kit/i18n.ts';
import { setTheme, themeChoices, useTheme } from '../../../kit/theme.ts';
import { useChangePassword, useEndSession, useRenameMe, useSessions } from '../../data/account.ts';
import { useHere } from '../../data/session.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { useTellProblem } from '../../pieces/problems.ts';
import { useWhen } from '../../pieces/when.ts';
import { useText } from '../../text.ts';
import { AlertsCard } from './AlertsCard.tsx';
import { TwoFactor } from './TwoFactor.tsx';

const languageNames = { 'zh-CN': '简体中文', 'zh-TW': '繁體中文', en: 'English' } as const;

/** One's own account: name, looks, alerts, password, second step, signed-in browsers. */
export function AccountSection() {
  return (
    <div className="cards">
      <Profile />
      <Looks />
      <AlertsCard />
      <Password />
      <TwoFactor />
      <Sessions />
    </div>
  );
}

function Profile() {
  const t = useText();
  const { me } = useHere();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ name: string }>();
  const rename = useRenameMe();
  const tellProblem = useTellProblem();
  const finish = ({ name }: { name: string }) =>
    rename
      .mutateAsync(name.trim())
      .then(() => message.success(t('common.saved')))
      .catch((error: unknown) => tellProblem(error, form));
  return (
    <section className="card cb">
      <h2 className="h2">{t('account.profile')}</h2>
      <Form
        form={form}
        layout="vertical"
        initialValues={{ name: me.user.name }}
        onFinish={(answers) => void finish(answers)}
      >
        <Form.Item
          name="name"
          label={t('door.name')}
          rules={[{ required: true, whitespace: true, message: t('door.nameNeeded') }]}
        >
          <Input maxLength={40} autoComplete="name" />
        </Form.Item>
        <p className="s c3" style={{ marginBottom: 12 }}>
          {t('door.email')}：{me.user.email}
        </p>
        <Button htmlType="submit" loading={rename.isPending}>
          {t('common.save')}
        </Button>
      </Form>
    </section>
  );
}

function Looks() {
  const t = useText();
  const language = useLanguage();
  const { choice } = useTheme();
  return (
    <section className="card cb">
      <h2 className="h2">{t('account.looks')}</h2>
      <div className="setrow">
        <span className="grow">{t('shell.language')}</span>
        <Select
          aria-label={t('shell.language')}
          style={{ width: 140 }}
          value={language}
          options={languages.map((value) => ({ value, label: languageNames[value] }))}
          onChange={(value) => void setLanguage(value)}
        />
      </div>
      <div className="setrow">
        <span className="grow">{t('account.theme')}</span>
        <Select
          aria-label={t('account.theme')}
          style={{ width: 140 }}
          value={choice}
          options={themeChoices.map((value) => ({ value, label: t(`account.theme_${value}`) }))}
          onChange={setTheme}
        />
      </div>
    </section>
  );
}

interface PasswordAnswers {
  currentPassword: string;
  newPassword: string;
}

function Password() {
  const t = useText();
  const { message } = App.useApp();
  const [form] = Form.useForm<PasswordAnswers>();
  const change = useChangePassword();
  const tellProblem = useTellProblem();
  const finish = async (answers: PasswordAnswers) => {
    try {
      await change.mutateAsync(answers);
      form.resetFields();
      void message.success(t('account.passwordChanged'));
    } catch (error) {
      tellProblem(error, form);
    }
  };
  return (
    <section className="card cb">
      <h2 className="h2">{t('door.password')}</h2>
      <Form form={form} layout="vertical" onFinish={(answers) => void finish(answers)}>
        <Form.Item
          name="currentPassword"
          label={t('account.currentPassword')}
          rules={[{ required: true, message: t('door.passwordNeeded') }]}
        >
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Form.Item
          name="newPassword"
          label={t('account.newPassword')}
          extra={t('account.passwordText')}
          rules={[
            { required: true, message: t('door.passwordNeeded') },
            { min: 10, message: t('door.passwordShort') },
          ]}
        >
          <Input.Password autoComplete="new-password" maxLength={128} />
        </Form.Item>
        <Button htmlType="submit" loading={change.isPending}>
          {t('account.changePassword')}
        </Button>
      </Form>
    </section>
  );
}

function Sessions() {
  const t = useText();
  const when = useWhen();
  const sessions = useSessions();
  const end = useEndSession();
  const tellProblem = useTellProblem();
  return (
    <section className="card cb">
      <h2 className="h2">{t('account.sessions')}</h2>
      <Answer query={sessions} rows={2}>
        {({ items }) => (
          <ul className="people-list">
            {items.map((session) => (
              <li key={session.id}>
                <div className="grow">
                  <div className="ell">{deviceOf(session.userAgent) ?? t('account.unknownDevice')}</div>
                  <div className="xs c3">{t('account.lastUsed', { when: when.moment(session.usedAt) })}</div>
                </div>
                {session.current ? (
                  <span className="tag j">{t('account.thisDevice')}</span>
                ) : (
                  <Button size="small" onClick={() => void end.mutateAsync(session.id).catch(tellProblem)}>
                    {t('account.endSession')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </section>
  );
}

/** Browser and system out of a user agent, e.g. "Chrome · Mac". */
function deviceOf(userAgent: string | null): string | undefined {
  if (!userAgent) return undefined;
  const browser = /(MicroMessenger|Edg|Firefox|Chrome|Safari)\//.exec(userAgent)?.[1];
  const system = /(iPhone|iPad|Android|Windows|Mac|Linux)/.exec(userAgent)?.[1];
  const names: Record<string, string> = { Edg: 'Edge', MicroMessenger: 'WeChat' };
  return [browser && (names[browser] ?? browser), system].filter(Boolean).join(' · ') || undefined;
}

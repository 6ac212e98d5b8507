import { Alert, App, Button, Form, Input, Radio, Switch } from 'antd';
import { useAlertWish, useSetAlertWish } from '../../data/alerts.ts';
import type { AlertWish } from '../../data/alerts.ts';
import { useHere } from '../../data/session.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { clockOf, minutesOf } from '../../pieces/clock-minutes.ts';
import { useTellProblem } from '../../pieces/problems.ts';
import { useText } from '../../text.ts';

const levels = ['at_once', 'digest', 'off'] as const;
const usualNight = { from: '22:30', to: '07:30' };

/** How alarms and questions that wait too long reach me when I am not looking. */
export function AlertsCard() {
  const t = useText();
  const wish = useAlertWish();
  return (
    <section className="card cb">
      <h2 className="h2">{t('account.alerts')}</h2>
      <Answer query={wish} rows={4}>
        {(data) => (
          <>
            {!data.possible && (
              <Alert type="warning" showIcon title={t('account.alertsNoMail')} style={{ marginBottom: 12 }} />
            )}
            <WishForm key={JSON.stringify(data)} wish={data} />
          </>
        )}
      </Answer>
    </section>
  );
}

interface Answers {
  level: AlertWish['level'];
  sleeps: boolean;
  from: string;
  to: string;
}

function WishForm({ wish }: { wish: AlertWish }) {
  const t = useText();
  const { me } = useHere();
  const { message } = App.useApp();
  const [form] = Form.useForm<Answers>();
  const save = useSetAlertWish();
  const tellProblem = useTellProblem();
  const level = Form.useWatch('level', form) ?? wish.level;
  const sleeps = Form.useWatch('sleeps', form) ?? wish.quiet.from !== wish.quiet.to;
  const finish = (answers: Answers) =>
    save
      .mutateAsync({ level: answers.level, quiet: quietOf(answers, wish) })
      .then(() => message.success(t('common.saved')))
      .catch((error: unknown) => tellProblem(error, form));
  return (
    <Form form={form} layout="vertical" initialValues={answersOf(wish)} onFinish={(answers) => void finish(answers)}>
      <p className="s c2" style={{ marginBottom: 12 }}>
        {t('account.alertsText', { email: me.user.email })}
      </p>
      <Form.Item name="level">
        <Radio.Group className="roles" aria-label={t('account.alerts')}>
          {levels.map((value) => (
            <Radio key={value} value={value}>
              {t(`account.alertLevel.${value}`)}
              <span className="xs c3">{t(`account.alertLevelText.${value}`)}</span>
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      <div hidden={level === 'off'}>
        <div className="setrow" style={{ marginBottom: 8 }}>
          <span className="grow">{t('account.quiet')}</span>
          <Form.Item name="sleeps" valuePropName="checked" noStyle>
            <Switch aria-label={t('account.quiet')} />
          </Form.Item>
        </div>
        <div className="row" hidden={!sleeps} style={{ gap: 8, display: sleeps ? undefined : 'none' }}>
          <Form.Item name="from" label={t('account.quietFrom')} rules={[{ required: sleeps }]} className="grow">
            <Input type="time" />
          </Form.Item>
          <Form.Item name="to" label={t('account.quietTo')} rules={[{ required: sleeps }]} className="grow">
            <Input type="time" />
          </Form.Item>
        </div>
      </div>
      <Button htmlType="submit" loading={save.isPending}>
        {t('common.save')}
      </Button>
    </Form>
  );
}

function answersOf({ level, quiet }: AlertWish): Answers {
  const sleeps = quiet.from !== quiet.to;
  return { level, sleeps, ...(sleeps ? { from: clockOf(quiet.from), to: clockOf(quiet.to) } : usualNight) };
}

/** Never quiet keeps the morning, because the digest comes then. */
function quietOf({ sleeps, from, to }: Answers, { quiet }: AlertWish): AlertWish['quiet'] {
  return sleeps ? { from: minutesOf(from), to: minutesOf(to) } : { from: quiet.to, to: quiet.to };
}

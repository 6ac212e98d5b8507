import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../../../../kit/i18n.ts';
import { useChangeDuty } from '../../../data/duty.ts';
import type { Roster } from '../../../data/duty.ts';
import { useHere } from '../../../data/session.ts';
import { useNameOf } from '../../../pieces/duty/names.ts';
import { useTellProblem } from '../../../pieces/problems.ts';
import { useText } from '../../../text.ts';
import { sayDay } from './days.ts';
import { OperatorSelect } from './ShiftFields.tsx';

/** Who is away, and who stands in. */
export function LeaveCard({ roster }: { roster: Roster }) {
  const t = useText();
  const language = useLanguage();
  const { communityId, can, me } = useHere();
  const [adding, setAdding] = useState(false);
  const change = useChangeDuty(communityId);
  const tellProblem = useTellProblem();
  const nameOf = useNameOf(roster.operators);
  const mayTake = (userId: string) => can('duty.manage') || (can('duty.keep') && userId === me.user.id);
  return (
    <section className="card" aria-label={t('duty.leave')}>
      <div className="ch">
        <h2>{t('duty.leave')}</h2>
        {can('duty.keep') && (
          <Button className="more" onClick={() => setAdding(true)}>
            {t('duty.addLeave')}
          </Button>
        )}
      </div>
      <div className="cb">
        {roster.leaves.length === 0 && <p className="s c3">{t('duty.noLeave')}</p>}
        <ul className="duty-lines">
          {roster.leaves.map(({ id, userId, from, to, deputyId }) => (
            <li key={id} className="setrow">
              <div className="grow">
                <b>{nameOf(userId)}</b>{' '}
                <span className="s">
                  {from === to ? sayDay(from, language) : `${sayDay(from, language)} – ${sayDay(to, language)}`}
                </span>
                <div className="xs c2">
                  {deputyId === null ? t('duty.noDeputy') : t('duty.deputyIs', { name: nameOf(deputyId) })}
                </div>
              </div>
              {mayTake(userId) && (
                <Button
                  size="small"
                  aria-label={t('duty.takeLeaveOf', { name: nameOf(userId) })}
                  onClick={() => void change.mutateAsync({ how: 'back', leaveId: id }).catch(tellProblem)}
                >
                  {t('duty.takeLeave')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </div>
      {adding && <LeaveDialog roster={roster} onClose={() => setAdding(false)} />}
    </section>
  );
}

interface Answers {
  userId: string;
  from: string;
  to: string;
  deputyId?: string;
}

function LeaveDialog({ roster, onClose }: { roster: Roster; onClose: () => void }) {
  const t = useText();
  const { communityId, can, me } = useHere();
  const { message } = App.useApp();
  const [form] = Form.useForm<Answers>();
  const change = useChangeDuty(communityId);
  const tellProblem = useTellProblem();
  const userId = Form.useWatch('userId', form);
  const finish = async ({ deputyId, ...answers }: Answers) => {
    try {
      await change.mutateAsync({ how: 'leave', ...answers, deputyId: deputyId ?? null });
      void message.success(t('common.saved'));
      onClose();
    } catch (problem) {
      tellProblem(problem, form);
    }
  };
  const needed = [{ required: true, message: t('duty.needed') }];
  const isOn = roster.operators.some((one) => one.userId === me.user.id && one.onTeam);
  return (
    <Modal
      open
      title={t('duty.addLeave')}
      okText={t('common.save')}
      confirmLoading={change.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{ userId: isOn ? me.user.id : undefined, from: roster.today, to: roster.today }}
        onFinish={(answers) => void finish(answers)}
      >
        <Form.Item name="userId" label={t('duty.whoIsAway')} rules={needed}>
          <OperatorSelect operators={roster.operators} disabled={!can('duty.manage')} />
        </Form.Item>
        <div className="duty-row">
          <Form.Item name="from" label={t('duty.firstDay')} rules={needed}>
            <Input type="date" min={roster.today} />
          </Form.Item>
          <Form.Item name="to" label={t('duty.lastDay')} rules={needed}>
            <Input type="date" min={roster.today} />
          </Form.Item>
        </div>
        <Form.Item name="deputyId" label={t('duty.deputy')} extra={t('duty.deputyText')}>
          <OperatorSelect operators={roster.operators.filter((one) => one.userId !== userId)} allowClear />
        </Form.Item>
      </Form>
    </Modal>
  );
}

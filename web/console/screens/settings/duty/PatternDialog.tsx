import { App, Form, Input, Modal } from 'antd';
import { useChangeDuty } from '../../../data/duty.ts';
import type { Roster } from '../../../data/duty.ts';
import { useHere } from '../../../data/session.ts';
import { clockOf, minutesOf } from '../../../pieces/clock-minutes.ts';
import { useTellProblem } from '../../../pieces/problems.ts';
import { useText } from '../../../text.ts';
import { rowsOf, shiftsOf, type ShiftRow } from './pattern.ts';
import { ShiftFields } from './ShiftFields.tsx';

interface Answers {
  rows: ShiftRow[];
  coverFrom: string;
  coverTo: string;
}

/** The pattern of a week: who is on which weekdays from when to when, and in which hours somebody should be there. */
export function PatternDialog({ roster, onClose }: { roster: Roster; onClose: () => void }) {
  const t = useText();
  const { communityId } = useHere();
  const { message } = App.useApp();
  const [form] = Form.useForm<Answers>();
  const change = useChangeDuty(communityId);
  const tellProblem = useTellProblem();
  const team = new Set(roster.operators.flatMap(({ userId, onTeam }) => (onTeam ? [userId] : [])));
  const finish = async ({ rows, coverFrom, coverTo }: Answers) => {
    const cover = { from: minutesOf(coverFrom), to: minutesOf(coverTo) };
    try {
      await change.mutateAsync({ how: 'pattern', version: roster.version, shifts: shiftsOf(rows), cover });
      void message.success(t('common.saved'));
      onClose();
    } catch (problem) {
      tellProblem(problem, form);
    }
  };
  const needed = [{ required: true, message: t('duty.needed') }];
  return (
    <Modal
      open
      width={760}
      title={t('duty.pattern')}
      okText={t('common.save')}
      confirmLoading={change.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{
          rows: rowsOf(roster.shifts, team),
          coverFrom: clockOf(roster.cover.from),
          coverTo: clockOf(roster.cover.to),
        }}
        onFinish={(answers) => void finish(answers)}
      >
        <ShiftFields operators={roster.operators} byWeek />
        <h3 className="lab">{t('duty.cover')}</h3>
        <p className="xs c3">{t('duty.coverText')}</p>
        <div className="duty-row">
          <Form.Item name="coverFrom" label={t('duty.from')} rules={needed}>
            <Input type="time" />
          </Form.Item>
          <Form.Item name="coverTo" label={t('duty.to')} rules={needed}>
            <Input type="time" />
          </Form.Item>
        </div>
      </Form>
    </Modal>
  );
}

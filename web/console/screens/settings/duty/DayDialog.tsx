import { App, Button, Form, Input, Modal } from 'antd';
import { useLanguage } from '../../../../kit/i18n.ts';
import { useChangeDuty } from '../../../data/duty.ts';
import type { DutyChange, Roster } from '../../../data/duty.ts';
import { useHere } from '../../../data/session.ts';
import { useTellProblem } from '../../../pieces/problems.ts';
import { useText } from '../../../text.ts';
import { sayDay } from './days.ts';
import { rowOf, shiftOf, type ShiftRow } from './pattern.ts';
import { ShiftFields } from './ShiftFields.tsx';

interface Answers {
  rows: ShiftRow[];
  note: string;
}

/** What holds on one day instead of the pattern; without shifts nobody has to be there. */
export function DayDialog({ day, roster, onClose }: { day: string; roster: Roster; onClose: () => void }) {
  const t = useText();
  const language = useLanguage();
  const { communityId } = useHere();
  const { message } = App.useApp();
  const [form] = Form.useForm<Answers>();
  const change = useChangeDuty(communityId);
  const tellProblem = useTellProblem();
  const team = new Set(roster.operators.flatMap(({ userId, onTeam }) => (onTeam ? [userId] : [])));
  const own = roster.days.find((one) => one.day === day);
  const weekday = ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
  const shifts = own?.shifts ?? roster.shifts.filter((shift) => shift.weekday === weekday);
  const send = async (what: DutyChange) => {
    try {
      await change.mutateAsync(what);
      void message.success(t('common.saved'));
      onClose();
    } catch (problem) {
      tellProblem(problem, form);
    }
  };
  const footer = (
    <>
      {own && (
        <Button disabled={change.isPending} onClick={() => void send({ how: 'usualDay', day })}>
          {t('duty.usual')}
        </Button>
      )}
      <Button onClick={onClose}>{t('common.cancel')}</Button>
      <Button type="primary" loading={change.isPending} onClick={form.submit}>
        {t('common.save')}
      </Button>
    </>
  );
  return (
    <Modal
      open
      width={680}
      title={t('duty.dayTitle', { day: sayDay(day, language) })}
      footer={footer}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{ rows: shifts.map((shift) => rowOf(shift, team)), note: own?.note ?? '' }}
        onFinish={({ rows, note }) => void send({ how: 'day', day, shifts: rows.map(shiftOf), note })}
      >
        <p className="s c2">{t('duty.dayText')}</p>
        <ShiftFields operators={roster.operators} byWeek={false} />
        <Form.Item name="note" label={t('duty.why')}>
          <Input maxLength={80} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

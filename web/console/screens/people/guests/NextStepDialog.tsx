import { DatePicker, Form, Input, Modal, Select } from 'antd';
import dayjs from 'dayjs';
import type { Dayjs } from 'dayjs';
import { useChangeGuests } from '../../../data/guests.ts';
import type { Guest } from '../../../data/guests.ts';
import { useHere } from '../../../data/session.ts';
import { useTeam } from '../../../data/team.ts';
import { useTellProblem } from '../../../pieces/problems.ts';
import { useText } from '../../../text.ts';

interface Fields {
  at: Dayjs | null;
  what: string;
  assigneeId?: string;
}

/** What is next with a guest: it becomes a task; without a moment there is none. */
export function NextStepDialog({ guest, onClose }: { guest: Guest; onClose: () => void }) {
  const t = useText();
  const { communityId } = useHere();
  const tellProblem = useTellProblem();
  const change = useChangeGuests(communityId);
  const team = useTeam(communityId);
  const [form] = Form.useForm<Fields>();
  const submit = async ({ at, what, assigneeId }: Fields) => {
    try {
      await change.mutateAsync({
        how: 'next',
        guestId: guest.id,
        at: at?.toISOString() ?? null,
        what,
        assigneeId: at ? (assigneeId ?? null) : null,
      });
      onClose();
    } catch (problem) {
      tellProblem(problem, form);
    }
  };
  return (
    <Modal
      open
      title={t('guests.nextTitle', { name: guest.name })}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      confirmLoading={change.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={{ at: guest.nextAt === null ? null : dayjs(guest.nextAt), what: guest.nextWhat }}
        onFinish={(fields) => void submit(fields)}
      >
        <Form.Item name="what" label={t('guests.nextWhat')}>
          <Input maxLength={80} autoFocus />
        </Form.Item>
        <Form.Item name="at" label={t('guests.nextAt')} extra={t('guests.nextText')}>
          <DatePicker showTime={{ format: 'HH:mm', minuteStep: 15 }} format="YYYY-MM-DD HH:mm" needConfirm={false} />
        </Form.Item>
        <Form.Item name="assigneeId" label={t('guests.nextBy')}>
          <Select
            allowClear
            placeholder={t('guests.nobody')}
            options={(team.data?.items ?? []).map(({ userId, name }) => ({ value: userId, label: name }))}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}

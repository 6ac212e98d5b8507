import { DatePicker, Form, Input, Modal } from 'antd';
import dayjs from 'dayjs';
import type { Dayjs } from 'dayjs';
import { useChangeSeeds } from '../../../data/seeds.ts';
import type { Seed } from '../../../data/seeds.ts';
import { useHere } from '../../../data/session.ts';
import { useTellProblem } from '../../../pieces/problems.ts';
import { useText } from '../../../text.ts';

interface Fields {
  text: string;
  hint: string;
  dueAt: Dayjs;
}

/** A topic for a seed: what about, until when; the words are theirs. */
export function TopicDialog({ seed, onClose }: { seed: Seed; onClose: () => void }) {
  const t = useText();
  const { communityId } = useHere();
  const tellProblem = useTellProblem();
  const change = useChangeSeeds(communityId);
  const [form] = Form.useForm<Fields>();
  const submit = async ({ dueAt, ...words }: Fields) => {
    try {
      await change.mutateAsync({ how: 'give', id: seed.id, ...words, dueAt: dueAt.toISOString() });
      onClose();
    } catch (problem) {
      tellProblem(problem, form);
    }
  };
  return (
    <Modal
      open
      title={t('seeds.giveTitle', { name: seed.name })}
      okText={t('seeds.give')}
      cancelText={t('common.cancel')}
      confirmLoading={change.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={{ text: '', hint: '', dueAt: dayjs().add(2, 'day').hour(20).minute(0).second(0) }}
        onFinish={(fields) => void submit(fields)}
      >
        <Form.Item
          name="text"
          label={t('seeds.topicText')}
          rules={[{ required: true, message: t('seeds.topicNeeded') }]}
        >
          <Input maxLength={80} autoFocus placeholder={t('seeds.topicExample')} />
        </Form.Item>
        <Form.Item name="hint" label={t('seeds.hint')} extra={t('seeds.hintText')}>
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
        <Form.Item name="dueAt" label={t('seeds.dueAt')} rules={[{ required: true, message: t('seeds.dueNeeded') }]}>
          <DatePicker showTime={{ format: 'HH:mm', minuteStep: 15 }} format="YYYY-MM-DD HH:mm" needConfirm={false} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

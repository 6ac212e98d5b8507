import { Form, Input, InputNumber, Modal, Select } from 'antd';
import type { Group } from '../../data/groups.ts';
import { useMakeLink } from '../../data/links.ts';
import { useHere } from '../../data/session.ts';
import { useText } from '../../text.ts';
import { useTellProblem } from '../problems.ts';

const dayMs = 86_400_000;
/** In days; 0 has no end. */
const terms = [0, 1, 7, 30, 90] as const;

interface Answers {
  channel: string;
  term: number;
  maxUses: number | null;
}

/** Makes an entrance: where it will hang, how long it lives, how many it lets in. */
export function NewLinkDialog({ group, onClose }: { group: Pick<Group, 'id' | 'name'>; onClose: () => void }) {
  const t = useText();
  const { communityId } = useHere();
  const [form] = Form.useForm<Answers>();
  const make = useMakeLink(communityId, group.id);
  const tellProblem = useTellProblem();
  const finish = async ({ channel, term, maxUses }: Answers) => {
    const expiresAt = term === 0 ? null : new Date(Date.now() + term * dayMs).toISOString();
    try {
      await make.mutateAsync({ channel: channel.trim(), expiresAt, maxUses: maxUses ?? null });
      onClose();
    } catch (error) {
      tellProblem(error, form);
    }
  };
  return (
    <Modal
      open
      title={t('link.newFor', { name: group.name })}
      okText={t('link.make')}
      onOk={form.submit}
      onCancel={onClose}
      confirmLoading={make.isPending}
      destroyOnHidden
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{ channel: '', term: 0, maxUses: null }}
        onFinish={(answers) => void finish(answers)}
      >
        <Form.Item
          name="channel"
          label={t('link.channel')}
          extra={t('link.channelHint')}
          rules={[{ required: true, whitespace: true, message: t('link.channelNeeded') }]}
        >
          <Input maxLength={40} autoFocus placeholder={t('link.channelExample')} />
        </Form.Item>
        <Form.Item name="term" label={t('link.term')}>
          <Select
            options={terms.map((days) => ({
              value: days,
              label: days === 0 ? t('link.forever') : t('link.days', { count: days }),
            }))}
          />
        </Form.Item>
        <Form.Item name="maxUses" label={t('link.maxUses')} extra={t('link.maxUsesHint')}>
          <InputNumber min={1} max={100000} precision={0} style={{ width: 140 }} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

import { Form, Input, InputNumber, Modal, Radio } from 'antd';
import { useChangeGuests } from '../../../data/guests.ts';
import type { Appearance } from '../../../data/guests.ts';
import { useHere } from '../../../data/session.ts';
import { useTellProblem } from '../../../pieces/problems.ts';
import { useText } from '../../../text.ts';
import { GroupSelect } from '../../programs/GroupSelect.tsx';
import { DayField } from '../../../pieces/pickers.tsx';

interface Fields {
  topic: string;
  day: string;
  state: Appearance['state'];
  listeners: number | null;
  note: string;
  groupId?: string;
}

interface AppearanceDialogProps {
  guestId: string;
  appearance: Appearance | undefined;
  onClose: () => void;
}

/** The form of an appearance, new or old. */
export function AppearanceDialog({ guestId, appearance, onClose }: AppearanceDialogProps) {
  const t = useText();
  const { communityId } = useHere();
  const tellProblem = useTellProblem();
  const change = useChangeGuests(communityId);
  const [form] = Form.useForm<Fields>();
  const submit = async ({ groupId, ...words }: Fields) => {
    try {
      const whole = { ...words, groupId: groupId ?? null };
      await change.mutateAsync({ how: 'appear', guestId, appearanceId: appearance?.id ?? null, words: whole });
      onClose();
    } catch (problem) {
      tellProblem(problem, form);
    }
  };
  return (
    <Modal
      open
      title={t(appearance ? 'guests.changeAppearance' : 'guests.addAppearance')}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      confirmLoading={change.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={{
          topic: appearance?.topic ?? '',
          day: appearance?.day ?? '',
          state: appearance?.state ?? 'planned',
          listeners: appearance?.listeners ?? null,
          note: appearance?.note ?? '',
          groupId: appearance?.groupId ?? undefined,
        }}
        onFinish={(fields) => void submit(fields)}
      >
        <Form.Item
          name="topic"
          label={t('guests.topic')}
          rules={[{ required: true, message: t('guests.topicNeeded') }]}
        >
          <Input maxLength={80} autoFocus />
        </Form.Item>
        <Form.Item name="day" label={t('guests.dayIs')} rules={[{ required: true, message: t('guests.dayNeeded') }]}>
          <DayField />
        </Form.Item>
        <Form.Item name="groupId" label={t('guests.groupIs')} extra={t('guests.groupText')}>
          <GroupField />
        </Form.Item>
        <Form.Item name="state" label={t('guests.stateIs')}>
          <Radio.Group
            options={(['planned', 'held', 'cancelled'] as const).map((value) => ({
              value,
              label: t(`guests.appearance.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item name="listeners" label={t('guests.listeners')}>
          <InputNumber min={0} max={1_000_000} precision={0} />
        </Form.Item>
        <Form.Item name="note" label={t('guests.noteIs')}>
          <Input.TextArea maxLength={1000} autoSize={{ minRows: 2, maxRows: 8 }} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

/** The group in a form; the form item fills both. */
function GroupField({ value, onChange }: { value?: string; onChange?: (groupId: string | undefined) => void }) {
  return <GroupSelect value={value} width={320} onChange={(groupId) => onChange?.(groupId)} />;
}

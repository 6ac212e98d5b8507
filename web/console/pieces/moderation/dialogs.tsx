import { Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useText } from '../../text.ts';

const hour = 3600;
const durations = [600, hour, 6 * hour, 24 * hour, 7 * 24 * hour] as const;

/** For how long someone shall be quiet. */
export function MuteDialog({
  name,
  onClose,
  onMute,
}: {
  name: string;
  onClose: () => void;
  onMute: (seconds: number) => Promise<boolean>;
}) {
  const t = useText();
  const [seconds, setSeconds] = useState<number>(hour);
  const [busy, setBusy] = useState(false);
  const finish = async () => {
    setBusy(true);
    if (await onMute(seconds)) onClose();
    else setBusy(false);
  };
  return (
    <Modal
      open
      title={t('mod.muteWho', { name })}
      okText={t('mod.mute')}
      confirmLoading={busy}
      onOk={() => void finish()}
      onCancel={onClose}
    >
      <p className="c2" style={{ marginBottom: 12 }}>
        {t('mod.muteText')}
      </p>
      <Radio.Group
        value={seconds}
        optionType="button"
        onChange={({ target }) => setSeconds(target.value as number)}
        options={durations.map((value) => ({ value, label: t(`mod.for${value}` as 'mod.for600') }))}
      />
    </Modal>
  );
}

/** Why someone must leave; the reason is kept and told to them. */
export function RemoveDialog({
  how,
  name,
  onClose,
  onRemove,
}: {
  how: 'kick' | 'ban';
  name: string;
  onClose: () => void;
  onRemove: (reason: string) => Promise<boolean>;
}) {
  const t = useText();
  const [form] = Form.useForm<{ reason: string }>();
  const [busy, setBusy] = useState(false);
  const finish = async ({ reason }: { reason: string }) => {
    setBusy(true);
    if (await onRemove(reason.trim())) onClose();
    else setBusy(false);
  };
  return (
    <Modal
      open
      title={t(how === 'kick' ? 'mod.kickWho' : 'mod.banWho', { name })}
      okText={t(how === 'kick' ? 'mod.kick' : 'mod.ban')}
      okButtonProps={{ danger: true }}
      confirmLoading={busy}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p className="c2" style={{ marginBottom: 12 }}>
        {t(how === 'kick' ? 'mod.kickText' : 'mod.banText')}
      </p>
      <Form form={form} layout="vertical" onFinish={(answers) => void finish(answers)}>
        <Form.Item
          name="reason"
          label={t('mod.reason')}
          rules={[{ required: true, whitespace: true, message: t('mod.reasonNeeded') }]}
        >
          <Input.TextArea maxLength={300} autoSize={{ minRows: 2 }} placeholder={t('mod.reasonExample')} autoFocus />
        </Form.Item>
      </Form>
    </Modal>
  );
}

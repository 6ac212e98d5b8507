import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useText } from '../text.ts';
import { useTellProblem } from './problems.ts';

interface ReasonDialogProps {
  title: string;
  text: string;
  ok: string;
  onClose: () => void;
  send: (reason: string) => Promise<unknown>;
}

/** Asks for the reason before something is taken back; whom it concerns reads it. */
export function ReasonDialog({ title, text, ok, onClose, send }: ReasonDialogProps) {
  const t = useText();
  const tellProblem = useTellProblem();
  const [form] = Form.useForm<{ reason: string }>();
  const [isBusy, setBusy] = useState(false);
  const submit = async ({ reason }: { reason: string }) => {
    setBusy(true);
    try {
      await send(reason.trim());
      onClose();
    } catch (problem) {
      tellProblem(problem, form);
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={title}
      okText={ok}
      cancelText={t('common.cancel')}
      confirmLoading={isBusy}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p className="s c2">{text}</p>
      <Form form={form} layout="vertical" onFinish={(fields) => void submit(fields)}>
        <Form.Item
          name="reason"
          label={t('points.reason')}
          rules={[{ required: true, whitespace: true, message: t('points.reasonMissing') }]}
        >
          <Input maxLength={80} placeholder={t('points.reasonHint')} autoFocus />
        </Form.Item>
      </Form>
    </Modal>
  );
}

import { App, Form, InputNumber, Modal } from 'antd';
import { useQualitySettings, useSetQuality } from '../../data/answers.ts';
import type { QualitySettings } from '../../data/answers.ts';
import { useHere } from '../../data/session.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { useTellProblem } from '../../pieces/problems.ts';
import { useText } from '../../text.ts';

/** For how many days askers are asked, and how many answers of each steward are drawn a week. */
export function QualityDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { communityId } = useHere();
  const [form] = Form.useForm<QualitySettings>();
  const settings = useQualitySettings(communityId);
  const change = useSetQuality(communityId);
  const tellProblem = useTellProblem();
  const { message } = App.useApp();
  const finish = async (given: QualitySettings) => {
    try {
      await change.mutateAsync(given);
      void message.success(t('answers.settingsKept'));
      onClose();
    } catch (problem) {
      tellProblem(problem, form);
    }
  };
  return (
    <Modal
      open
      title={t('answers.settings')}
      okText={t('common.save')}
      confirmLoading={change.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Answer query={settings} rows={3}>
        {(found) => (
          <Form form={form} layout="vertical" initialValues={found} onFinish={(given) => void finish(given)}>
            <Form.Item name="askDays" label={t('answers.askDays')} extra={t('answers.askDaysText')} required>
              <InputNumber min={0} max={14} precision={0} />
            </Form.Item>
            <Form.Item
              name="reviewsPerSteward"
              label={t('answers.perSteward')}
              extra={t('answers.perStewardText')}
              required
            >
              <InputNumber min={0} max={20} precision={0} />
            </Form.Item>
          </Form>
        )}
      </Answer>
    </Modal>
  );
}

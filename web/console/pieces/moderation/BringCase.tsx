import { Form, Modal, Radio } from 'antd';
import { useNavigate } from 'react-router';
import { useOpenCase, useRuleText } from '../../data/rules.ts';
import { useHere } from '../../data/session.ts';
import { useText } from '../../text.ts';
import { useTellProblem } from '../problems.ts';
import { useOffer } from '../useOffer.tsx';
import { Teach } from './Teach.tsx';

/** Brings a message that was said before the others, under one of the rules. */
export function BringCase({ groupId, messageId, name, onClose }: BringCaseProps) {
  const t = useText();
  const { communityId } = useHere();
  const navigate = useNavigate();
  const { offer } = useOffer();
  const [form] = Form.useForm<{ rule: string }>();
  const rules = useRuleText(communityId).data?.items;
  const open = useOpenCase(communityId);
  const tellProblem = useTellProblem();
  const finish = async ({ rule }: { rule: string }) => {
    try {
      const { id } = await open.mutateAsync({ groupId, messageId, rule });
      const look = () => void navigate(`/c/${communityId}/rules/cases/${id}`);
      offer({ name: 'brought', done: t('rules.brought'), label: t('rules.broughtLook'), act: look, leads: true });
      onClose();
    } catch (problem) {
      tellProblem(problem, form);
    }
  };
  return (
    <Modal
      open
      title={t('rules.bringWho', { name })}
      okText={t('rules.bring')}
      okButtonProps={{ disabled: rules?.length === 0 }}
      confirmLoading={open.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p className="c2" style={{ marginBottom: 12 }}>
        {t(rules?.length === 0 ? 'rules.bringNoRules' : 'rules.bringText')}
      </p>
      <Form form={form} onFinish={(answers) => void finish(answers)}>
        <Form.Item name="rule" rules={[{ required: true, message: t('rules.bringNeeded') }]}>
          <Radio.Group
            vertical
            options={(rules ?? []).map(({ key, name: title }, at) => ({ value: key, label: `${at + 1}. ${title}` }))}
          />
        </Form.Item>
      </Form>
      <Teach about={{ groupId, messageId }} onTaught={onClose} />
    </Modal>
  );
}

interface BringCaseProps {
  groupId: string;
  messageId: string;
  /** Of the author. */
  name: string;
  onClose: () => void;
}

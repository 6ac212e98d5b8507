import { App, Button, Form, InputNumber, Modal, Select } from 'antd';
import { useChangeTurns } from '../../../data/leading.ts';
import type { LedGroup } from '../../../data/leading.ts';
import { useGroups } from '../../../data/groups.ts';
import { useHere } from '../../../data/session.ts';
import { useTeam } from '../../../data/team.ts';
import { useTellProblem } from '../../../pieces/problems.ts';
import { useText } from '../../../text.ts';

interface Answers {
  groupId: string;
  userIds: string[];
  weeks: number;
}

interface TurnDialogProps {
  /** Undefined = a group that is not led in turns yet. */
  group: LedGroup | undefined;
  taken: readonly LedGroup[];
  onClose: () => void;
}

/** Who leads a group in which order, and for how long each. */
export function TurnDialog({ group, taken, onClose }: TurnDialogProps) {
  const t = useText();
  const { communityId } = useHere();
  const { message } = App.useApp();
  const [form] = Form.useForm<Answers>();
  const change = useChangeTurns(communityId);
  const tellProblem = useTellProblem();
  const groups = useGroups(communityId, { limit: 200 }, group === undefined);
  const team = useTeam(communityId);
  const able = (team.data?.items ?? []).filter(({ roles }) => roles.some((role) => role !== 'viewer'));
  const known = new Set(taken.map(({ groupId }) => groupId));
  const free = (groups.data?.items ?? []).filter(({ id }) => !known.has(id));
  const finish = async ({ groupId = group?.groupId ?? '', ...wish }: Partial<Answers> & Omit<Answers, 'groupId'>) => {
    try {
      await change.mutateAsync({ how: 'plan', groupId, version: group?.version ?? 0, ...wish });
      void message.success(t('leading.saved'));
      onClose();
    } catch (problem) {
      tellProblem(problem, form);
    }
  };
  const needed = [{ required: true, message: t('leading.needed') }];
  return (
    <Modal
      open
      title={group ? t('leading.planOf', { name: group.name }) : t('leading.plan')}
      okText={t('common.save')}
      confirmLoading={change.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{ userIds: group?.userIds ?? [], weeks: group?.weeks ?? 4 }}
        onFinish={(answers) => void finish(answers)}
      >
        {!group && (
          <Form.Item name="groupId" label={t('leading.group')} rules={needed}>
            <Select
              showSearch
              optionFilterProp="label"
              options={free.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Form.Item>
        )}
        <Form.Item name="userIds" label={t('leading.order')} extra={t('leading.orderText')} rules={needed}>
          <Select
            mode="multiple"
            maxCount={20}
            optionFilterProp="label"
            options={able.map(({ userId, name }) => ({ value: userId, label: name }))}
          />
        </Form.Item>
        <Form.Item name="weeks" label={t('leading.weeksEach')} rules={needed}>
          <InputNumber min={1} max={26} precision={0} />
        </Form.Item>
        {group && <Drop group={group} onDone={onClose} />}
      </Form>
    </Modal>
  );
}

function Drop({ group: { groupId, name }, onDone }: { group: LedGroup; onDone: () => void }) {
  const t = useText();
  const { communityId } = useHere();
  const { modal } = App.useApp();
  const change = useChangeTurns(communityId);
  const tellProblem = useTellProblem();
  const ask = () =>
    void modal.confirm({
      title: t('leading.dropAsk', { name }),
      content: t('leading.dropText'),
      okText: t('leading.drop'),
      okButtonProps: { danger: true },
      onOk: () => change.mutateAsync({ how: 'drop', groupId }).then(onDone, tellProblem),
    });
  return (
    <Button type="text" danger onClick={ask}>
      {t('leading.drop')}
    </Button>
  );
}

import { App, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useMembers } from '../../../data/people.ts';
import { useChangeSeeds } from '../../../data/seeds.ts';
import { useHere } from '../../../data/session.ts';
import { useTellProblem } from '../../../pieces/problems.ts';
import { useText } from '../../../text.ts';
import { GroupSelect } from '../../programs/GroupSelect.tsx';

interface Fields {
  identityId: string;
  note: string;
}

/** Asks a real member of a group; the answer is theirs. */
export function AskSeedDialog({ groupId: first, onClose }: { groupId: string | undefined; onClose: () => void }) {
  const t = useText();
  const { communityId } = useHere();
  const { message } = App.useApp();
  const tellProblem = useTellProblem();
  const change = useChangeSeeds(communityId);
  const [groupId, setGroupId] = useState(first);
  const [form] = Form.useForm<Fields>();
  const submit = async (fields: Fields) => {
    if (groupId === undefined) return;
    try {
      await change.mutateAsync({ how: 'ask', groupId, ...fields });
      void message.success(t('seeds.asked'));
      onClose();
    } catch (problem) {
      tellProblem(problem, form);
    }
  };
  return (
    <Modal
      open
      title={t('seeds.ask')}
      okText={t('seeds.askNow')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: groupId === undefined }}
      confirmLoading={change.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p className="s c2">{t('seeds.askText')}</p>
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={{ note: '' }}
        onFinish={(fields) => void submit(fields)}
      >
        <Form.Item label={t('seeds.group')}>
          <GroupSelect
            value={groupId}
            width={320}
            onChange={(next) => {
              setGroupId(next);
              form.resetFields(['identityId']);
            }}
          />
        </Form.Item>
        <Form.Item name="identityId" label={t('seeds.who')} rules={[{ required: true, message: t('seeds.whoNeeded') }]}>
          <MateField groupId={groupId} />
        </Form.Item>
        <Form.Item name="note" label={t('seeds.note')}>
          <Input.TextArea maxLength={300} autoSize={{ minRows: 2, maxRows: 5 }} placeholder={t('seeds.noteExample')} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

interface MateFieldProps {
  groupId: string | undefined;
  value?: string;
  onChange?: (identityId: string) => void;
  id?: string;
}

function MateField({ groupId, value, onChange, id }: MateFieldProps) {
  const { communityId } = useHere();
  const [q, setQ] = useState('');
  const members = useMembers(communityId, groupId ?? '', { limit: 20, ...(q ? { q } : {}) });
  const items = groupId === undefined ? [] : (members.data?.items ?? []);
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      disabled={groupId === undefined}
      showSearch={{ filterOption: false, onSearch: setQ }}
      loading={groupId !== undefined && members.isFetching}
      value={value ?? null}
      options={items
        .filter(({ kind }) => kind === 'member')
        .map(({ identityId, name }) => ({ value: identityId, label: name }))}
      onChange={(next: string) => onChange?.(next)}
    />
  );
}

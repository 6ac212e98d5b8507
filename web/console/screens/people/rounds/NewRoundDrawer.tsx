// Beginning a round: the group, how long, how often, the texts, and before it is sent whom it asks and whom it leaves alone.
import { Alert, Button, Drawer, Form, Input, InputNumber, Select, Skeleton } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useGroups } from '../../../data/groups.ts';
import { useRoundPreview, useStartRound } from '../../../data/rounds.ts';
import type { RoundPreview } from '../../../data/rounds.ts';
import { useHere } from '../../../data/session.ts';
import { useTellProblem } from '../../../pieces/problems.ts';
import { useText } from '../../../text.ts';

interface Fields {
  format: string;
  days: number;
  remindAfter: number[];
  perDay: number;
  texts: RoundPreview['texts'];
}

const texts = ['announcement', 'reminder', 'farewell'] as const;

/** The form of a new round. */
export function NewRoundDrawer({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { communityId } = useHere();
  const groups = useGroups(communityId, { limit: 200, sort: 'activity' });
  const [groupId, setGroupId] = useState<string>();
  const preview = useRoundPreview(communityId, groupId);
  return (
    <Drawer open size={560} title={t('care.new.title')} onClose={onClose}>
      <p className="s c2 round-lead">{t('care.new.text')}</p>
      <Select
        style={{ width: '100%', marginBottom: 16 }}
        placeholder={t('care.new.group')}
        aria-label={t('care.new.group')}
        loading={groups.isPending}
        value={groupId ?? null}
        showSearch={{ optionFilterProp: 'label' }}
        options={(groups.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(chosen: string) => setGroupId(chosen)}
      />
      {groupId !== undefined && preview.isPending && <Skeleton active />}
      {groupId !== undefined && preview.data && <RoundForm key={groupId} groupId={groupId} preview={preview.data} />}
    </Drawer>
  );
}

function RoundForm({ groupId, preview }: { groupId: string; preview: RoundPreview }) {
  const t = useText();
  const { communityId } = useHere();
  const navigate = useNavigate();
  const tellProblem = useTellProblem();
  const [form] = Form.useForm<Fields>();
  const start = useStartRound(communityId);
  const submit = async (fields: Fields) => {
    try {
      const { id } = await start.mutateAsync({ groupId, ...fields });
      void navigate(`/c/${communityId}/people/rounds/${id}`);
    } catch (problem) {
      tellProblem(problem, form);
    }
  };
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      initialValues={{
        format: t('care.new.formatExample'),
        days: 7,
        remindAfter: [3, 6],
        perDay: 5,
        texts: preview.texts,
      }}
      onFinish={(fields) => void submit(fields)}
    >
      <Whom preview={preview} />
      <Form.Item name="format" label={t('care.new.format')} rules={[{ required: true, max: 40 }]}>
        <Input />
      </Form.Item>
      <div className="round-three">
        <Form.Item name="days" label={t('care.new.days')} rules={[{ required: true }]}>
          <InputNumber min={1} max={60} />
        </Form.Item>
        <Form.Item name="remindAfter" label={t('care.new.remind')}>
          <Select
            mode="multiple"
            options={[1, 2, 3, 4, 5, 6, 7, 10, 13].map((day) => ({ value: day, label: t('care.new.day', { day }) }))}
          />
        </Form.Item>
        <Form.Item name="perDay" label={t('care.new.perDay')} rules={[{ required: true }]}>
          <InputNumber min={1} max={50} />
        </Form.Item>
      </div>
      {texts.map((key) => (
        <Form.Item key={key} name={['texts', key]} label={t(`care.new.${key}`)} rules={[{ required: true }]}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 9 }} maxLength={key === 'announcement' ? 1000 : 600} />
        </Form.Item>
      ))}
      <p className="xs c3 round-lead">{t('care.new.variables', { open: '{{', shut: '}}' })}</p>
      <Button type="primary" htmlType="submit" loading={start.isPending} disabled={preview.asked === 0}>
        {t('care.new.send')}
      </Button>
    </Form>
  );
}

function Whom({ preview }: { preview: RoundPreview }) {
  const t = useText();
  const { people, asked, spared, knowsReaders } = preview;
  return (
    <Alert
      type={asked === 0 ? 'warning' : 'info'}
      style={{ marginBottom: 16 }}
      title={t('care.new.whom', { people, asked })}
      description={
        <>
          {t('care.new.spared', spared)}
          {!knowsReaders && <p>{t('care.unknownReaders')}</p>}
        </>
      }
    />
  );
}

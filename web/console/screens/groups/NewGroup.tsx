import { Button, Form, Input, InputNumber, Radio, Select, Switch } from 'antd';
import { useNavigate } from 'react-router';
import { useCommunity } from '../../data/communities.ts';
import { tiers, useOpenGroup } from '../../data/groups.ts';
import type { NewGroup as Answers } from '../../data/groups.ts';
import { makeLink } from '../../data/links.ts';
import { useHere } from '../../data/session.ts';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { PageHead } from '../../pieces/PageHead.tsx';
import { PhonePreview } from '../../pieces/PhonePreview.tsx';
import { useTellProblem } from '../../pieces/problems.ts';
import { useText } from '../../text.ts';
import '../found/found.css';
import './groups.css';

const start: Answers = { name: '', carrier: 'web', tier: 'ordinary', capacity: 200, approval: false };

/** Opening a group, with the page that members will see beside the form. */
export function NewGroup() {
  const t = useText();
  const { communityId, can } = useHere();
  if (!can('groups.manage'))
    return <EmptyState kind="noPermission" title={t('problem.notAllowed')} text={t('problem.notAllowedText')} />;
  return (
    <>
      <PageHead title={t('groups.open')} sub={t('groups.openSub')} />
      <OpenForm communityId={communityId} />
    </>
  );
}

function OpenForm({ communityId }: { communityId: string }) {
  const t = useText();
  const [form] = Form.useForm<Answers>();
  const shown = { ...start, ...(Form.useWatch([], form) as Partial<Answers> | undefined) };
  const community = useCommunity(communityId);
  const navigate = useNavigate();
  const open = useOpenGroup(communityId);
  const tellProblem = useTellProblem();
  const finish = async (answers: Answers) => {
    try {
      const group = await open.mutateAsync({ ...answers, name: answers.name.trim() });
      await makeLink(communityId, group.id, { channel: t('found.channel') });
      await navigate(`/c/${communityId}/groups?open=${group.id}`);
    } catch (error) {
      tellProblem(error, form);
    }
  };
  return (
    <div className="newgroup">
      <Form
        form={form}
        layout="vertical"
        initialValues={start}
        className="card cb"
        onFinish={(answers) => void finish(answers)}
      >
        <Form.Item
          name="name"
          label={t('found.groupName')}
          rules={[{ required: true, whitespace: true, message: t('groups.nameNeeded') }]}
        >
          <Input maxLength={40} autoFocus placeholder={t('groups.nameExample')} />
        </Form.Item>
        <Form.Item name="carrier" label={t('found.where')}>
          <Radio.Group className="kinds two">
            {(['web', 'manual'] as const).map((carrier) => (
              <Radio key={carrier} value={carrier} className={shown.carrier === carrier ? 'kind on' : 'kind'}>
                <b>{t(`carrier.${carrier}`)}</b>
                <span>{t(`carrier.${carrier}Line`)}</span>
              </Radio>
            ))}
          </Radio.Group>
        </Form.Item>
        <Form.Item name="tier" label={t('groups.tier')} extra={t(`tier.${shown.tier}Text`)}>
          <Select style={{ width: 200 }} options={tiers.map((tier) => ({ value: tier, label: t(`tier.${tier}`) }))} />
        </Form.Item>
        <Form.Item
          name="capacity"
          label={t('found.capacity')}
          extra={t('found.capacityHint')}
          rules={[{ required: true, message: t('groups.capacityNeeded') }]}
        >
          <InputNumber min={2} max={100000} precision={0} style={{ width: 140 }} />
        </Form.Item>
        <Form.Item name="approval" label={t('found.approval')} extra={t('found.approvalHint')} valuePropName="checked">
          <Switch />
        </Form.Item>
        <div className="row">
          <Button type="primary" htmlType="submit" loading={open.isPending}>
            {t('groups.openNow')}
          </Button>
          <Button onClick={() => void navigate(`/c/${communityId}/groups`)}>{t('common.cancel')}</Button>
          <span className="xs c3">{t('groups.openMakes')}</span>
        </div>
      </Form>
      <PhonePreview
        community={community.data?.name ?? ''}
        group={shown.name}
        purpose={community.data?.purpose?.whyJoin.text || community.data?.purpose?.vision || ''}
        reasons={(community.data?.purpose?.whyJoin.reasons ?? []).map((reason) => t(`reason.${reason}`))}
        approval={shown.approval ?? false}
      />
    </div>
  );
}

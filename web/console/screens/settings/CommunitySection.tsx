import { App, Button, Form, Input, Select, Upload } from 'antd';
import { useState } from 'react';
import { kinds, useChangeCommunity, useCommunity } from '../../data/communities.ts';
import type { Community } from '../../data/communities.ts';
import { uploadPicture } from '../../data/messages.ts';
import { useHere } from '../../data/session.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { Face } from '../../pieces/Face.tsx';
import { useTellProblem } from '../../pieces/problems.ts';
import { useText } from '../../text.ts';
import { DoorSettings } from './DoorSettings.tsx';
import { SampleSection } from './SampleSection.tsx';

const zones = Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone }));

/** Name, kind, time zone and the official voice of the community. */
export function CommunitySection() {
  const { communityId } = useHere();
  const community = useCommunity(communityId);
  return (
    <>
      <section className="card cb narrow">
        <Answer query={community}>{(found) => <CommunityForm community={found} key={found.id} />}</Answer>
      </section>
      <DoorSettings />
      <SampleSection />
    </>
  );
}

interface Answers {
  name: string;
  kind: Community['kind'];
  zone: string;
  officialName: string;
}

function CommunityForm({ community }: { community: Community }) {
  const t = useText();
  const { can, communityId } = useHere();
  const { message } = App.useApp();
  const [form] = Form.useForm<Answers>();
  const [pictureId, setPictureId] = useState(community.official.pictureId);
  const change = useChangeCommunity(communityId);
  const tellProblem = useTellProblem();
  const may = can('communities.manage');
  const finish = async ({ name, kind, zone, officialName }: Answers) => {
    try {
      await change.mutateAsync({ name: name.trim(), kind, zone, official: { name: officialName.trim(), pictureId } });
      void message.success(t('common.saved'));
    } catch (error) {
      tellProblem(error, form);
    }
  };
  const start = {
    name: community.name,
    kind: community.kind,
    zone: community.zone,
    officialName: community.official.name,
  };
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={start}
      disabled={!may}
      onFinish={(answers) => void finish(answers)}
    >
      <Form.Item
        name="name"
        label={t('found.name')}
        rules={[{ required: true, whitespace: true, message: t('found.nameNeeded') }]}
      >
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="kind" label={t('found.kind')}>
        <Select options={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))} />
      </Form.Item>
      <Form.Item name="zone" label={t('settings.zone')} extra={t('settings.zoneHint')}>
        <Select showSearch options={zones} />
      </Form.Item>
      <Form.Item
        name="officialName"
        label={t('settings.voice')}
        extra={t('settings.voiceHint')}
        rules={[{ required: true, whitespace: true, message: t('settings.voiceNeeded') }]}
      >
        <Input maxLength={60} />
      </Form.Item>
      <div className="row" style={{ marginBottom: 16 }}>
        <Face name={community.official.name} seed={community.id} size={48} pictureId={pictureId} />
        <Upload
          accept="image/*"
          showUploadList={false}
          disabled={!may}
          beforeUpload={(file) => {
            uploadPicture(communityId, file).then(({ id }) => setPictureId(id), tellProblem);
            return false;
          }}
        >
          <Button>{t('settings.voicePicture')}</Button>
        </Upload>
      </div>
      {may && (
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {t('common.save')}
        </Button>
      )}
    </Form>
  );
}

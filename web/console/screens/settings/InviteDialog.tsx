import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { Icon } from '../../../kit/antd/Icon.tsx';
import { teamRoles, useInvite } from '../../data/team.ts';
import type { TeamRole } from '../../data/team.ts';
import { useHere } from '../../data/session.ts';
import { copyText } from '../../pieces/copy.ts';
import { useTellProblem } from '../../pieces/problems.ts';
import { useQrPicture } from '../../pieces/qr.ts';
import { useWhen } from '../../pieces/when.ts';
import { useText } from '../../text.ts';
import { RoleChoice } from './RoleChoice.tsx';

/** Invites somebody to the team: a role, then a link that works once and is shown once. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const [made, setMade] = useState<{ url: string; expiresAt: string }>();
  return made ? <Ready made={made} onClose={onClose} /> : <Ask onMade={setMade} onClose={onClose} />;
}

interface Wish {
  roles: TeamRole[];
  note?: string;
  email?: string;
}

function Ask({ onMade, onClose }: { onMade: (made: { url: string; expiresAt: string }) => void; onClose: () => void }) {
  const t = useText();
  const { communityId, role: ownRole } = useHere();
  const [form] = Form.useForm<Wish>();
  const invite = useInvite(communityId);
  const tellProblem = useTellProblem();
  const finish = async ({ roles, note, email }: Wish) => {
    const more = { ...(note?.trim() ? { note: note.trim() } : {}), ...(email?.trim() ? { email: email.trim() } : {}) };
    try {
      onMade(await invite.mutateAsync({ roles, ...more }));
    } catch (error) {
      tellProblem(error, form);
    }
  };
  return (
    <Modal
      open
      title={t('team.invite')}
      okText={t('team.makeLink')}
      onOk={form.submit}
      onCancel={onClose}
      confirmLoading={invite.isPending}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{ roles: ['steward'] }}
        onFinish={(answers) => void finish(answers)}
      >
        <Form.Item name="roles" label={t('team.role')} rules={[{ required: true, message: t('team.noRole') }]}>
          <RoleChoice from={teamRoles.find((role) => role === ownRole) ?? 'viewer'} />
        </Form.Item>
        <Form.Item name="note" label={t('team.note')} extra={t('team.noteHint')}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="email" label={t('team.email')} extra={t('team.emailHint')}>
          <Input type="email" maxLength={254} autoComplete="off" />
        </Form.Item>
      </Form>
    </Modal>
  );
}

function Ready({ made, onClose }: { made: { url: string; expiresAt: string }; onClose: () => void }) {
  const t = useText();
  const when = useWhen();
  const { message } = App.useApp();
  const qr = useQrPicture(made.url);
  return (
    <Modal open title={t('team.linkReady')} footer={null} onCancel={onClose}>
      <p className="c2">{t('team.linkOnce', { when: when.moment(made.expiresAt) })}</p>
      {qr && <img className="qr-inline" src={qr} width={180} height={180} alt={t('team.linkQr')} />}
      <p className="words link" style={{ marginBottom: 12 }}>
        {made.url}
      </p>
      <Button
        type="primary"
        icon={<Icon name="copy" />}
        onClick={() =>
          void copyText(made.url).then((done) =>
            message[done ? 'success' : 'warning'](t(done ? 'link.copied' : 'link.copyByHand')),
          )
        }
      >
        {t('link.copy')}
      </Button>
    </Modal>
  );
}

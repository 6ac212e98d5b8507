import { Button, Form, Skeleton } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useMe, useRefreshMe } from '../../data/session.ts';
import { acceptInvitation, useInvitation } from '../../data/team.ts';
import type { InvitationFace } from '../../data/team.ts';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { ProblemState } from '../../pieces/Answer.tsx';
import { useTellProblem, wordsOf } from '../../pieces/problems.ts';
import { sayRoles } from '../../pieces/roles.ts';
import { useText } from '../../text.ts';
import { Door } from './Door.tsx';
import { NewOperatorFields } from './NewOperatorFields.tsx';

/** An invitation to the team: who asks, for what, and one button. */
export function Invitation() {
  const t = useText();
  const { code = '' } = useParams();
  const invitation = useInvitation(code);
  const face = invitation.data;
  return (
    <Door
      title={face ? t('door.invited', { community: face.communityName }) : t('door.invitation')}
      line={face ? t('door.invitedLine', { role: sayRoles(t, face.roles) }) : undefined}
    >
      {face && <Accept code={code} face={face} />}
      {!face && invitation.error === null && <Skeleton active />}
      {invitation.error &&
        (invitation.error.status === 404 || invitation.error.status === 410 ? (
          <EmptyState kind="noMatch" title={t('door.invitationGone')} text={wordsOf(invitation.error, t)} />
        ) : (
          <ProblemState problem={invitation.error} onRetry={() => void invitation.refetch()} />
        ))}
    </Door>
  );
}

interface Answers {
  name?: string;
  email?: string;
  password?: string;
}

function Accept({ code, face }: { code: string; face: InvitationFace }) {
  const t = useText();
  const me = useMe();
  const [form] = Form.useForm<Answers>();
  const [busy, setBusy] = useState(false);
  const navigate = useNavigate();
  const refreshMe = useRefreshMe();
  const tellProblem = useTellProblem();
  if (me.data === undefined) return <Skeleton active />;
  const user = me.data?.user;
  const accept = async (answers: Answers) => {
    setBusy(true);
    try {
      const { communityId } = await acceptInvitation(code, answers);
      await refreshMe();
      await navigate(`/c/${communityId}/groups`, { replace: true });
    } catch (error) {
      tellProblem(error, form);
      setBusy(false);
    }
  };
  return (
    <Form form={form} layout="vertical" onFinish={(answers: Answers) => void accept(user ? {} : answers)}>
      {face.roles.map((role) => (
        <p key={role} className="c2" style={{ marginBottom: 14 }}>
          {t(`role.${role}Text`)}
        </p>
      ))}
      {user ? (
        <p className="note" style={{ marginBottom: 16 }}>
          {t('door.acceptAs', { name: user.name })}
        </p>
      ) : (
        <NewOperatorFields />
      )}
      <Button type="primary" htmlType="submit" block loading={busy}>
        {t('door.accept')}
      </Button>
      {!user && (
        <Link
          className="link s"
          style={{ display: 'block', textAlign: 'center', marginTop: 12 }}
          to={`/sign-in?next=${encodeURIComponent(`/invite/${code}`)}`}
        >
          {t('door.haveAccount')}
        </Link>
      )}
    </Form>
  );
}

import { Button, Popconfirm, Table } from 'antd';
import type { TableColumnsType } from 'antd';
import { useState } from 'react';
import { Icon } from '../../../kit/antd/Icon.tsx';
import { teamRoles, useInvitations, useRemoveTeamMember, useTeam, useWithdrawInvitation } from '../../data/team.ts';
import type { TeamMember } from '../../data/team.ts';
import { useHere } from '../../data/session.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { Face } from '../../pieces/Face.tsx';
import { useTellProblem } from '../../pieces/problems.ts';
import { sayRoles } from '../../pieces/roles.ts';
import { useWhen } from '../../pieces/when.ts';
import { useText } from '../../text.ts';
import { InviteDialog } from './InviteDialog.tsx';
import { PublicCards } from './PublicCards.tsx';
import { RoleDialog } from './RoleDialog.tsx';
import { TwoFactorPolicy } from './TwoFactorPolicy.tsx';

/** Who runs the community, in which role, and who has been invited. */
export function TeamSection() {
  const t = useText();
  const { communityId, can } = useHere();
  const team = useTeam(communityId);
  const [inviting, setInviting] = useState(false);
  const manages = can('team.manage');
  return (
    <>
      <section className="card tblw team-table" aria-label={t('settings.team')}>
        <div className="ch">
          <h2>{t('settings.team')}</h2>
          <span className="cnt">{t('team.sub')}</span>
          {manages && (
            <Button className="more" type="primary" icon={<Icon name="plus" />} onClick={() => setInviting(true)}>
              {t('team.invite')}
            </Button>
          )}
        </div>
        <Answer query={team}>{({ items }) => <TeamTable members={items} manages={manages} />}</Answer>
      </section>
      <PublicCards />
      {manages && <Invitations />}
      {manages && <TwoFactorPolicy />}
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
    </>
  );
}

function TeamTable({ members, manages }: { members: TeamMember[]; manages: boolean }) {
  const t = useText();
  const when = useWhen();
  const { communityId, me, role: ownRole } = useHere();
  const [changing, setChanging] = useState<TeamMember>();
  const remove = useRemoveTeamMember(communityId);
  const tellProblem = useTellProblem();
  const ownRank = teamRoles.findIndex((role) => role === ownRole);
  const mayTouch = (member: TeamMember) =>
    manages && member.userId !== me.user.id && teamRoles.indexOf(member.role) >= ownRank;
  const columns: TableColumnsType<TeamMember> = [
    {
      title: t('team.who'),
      key: 'who',
      render: (_, member) => (
        <div className="row">
          <Face name={member.name} seed={member.userId} size={30} />
          <div>
            <div>
              {member.name} {member.userId === me.user.id && <span className="tag">{t('team.you')}</span>}
            </div>
            {member.email && <div className="xs c3">{member.email}</div>}
          </div>
        </div>
      ),
    },
    {
      title: t('team.role'),
      key: 'role',
      render: (_, member) => (
        <div className="row wrap">
          {member.roles.map((role) => (
            <span key={role} className="tag" title={t(`role.${role}Text`)}>
              {t(`role.${role}`)}
            </span>
          ))}
          {mayTouch(member) && (
            <Button
              size="small"
              type="text"
              icon={<Icon name="sliders" size={14} />}
              aria-label={t('team.roleOf', { name: member.name })}
              onClick={() => setChanging(member)}
            />
          )}
        </div>
      ),
    },
    {
      title: t('team.since'),
      key: 'since',
      render: (_, member) => <span className="c2">{when.moment(member.since)}</span>,
    },
    {
      title: <span className="sr">{t('team.remove')}</span>,
      key: 'remove',
      align: 'right',
      render: (_, member) =>
        mayTouch(member) && (
          <Popconfirm
            title={t('team.removeAsk', { name: member.name })}
            description={t('team.removeText')}
            okText={t('team.remove')}
            onConfirm={() => remove.mutateAsync(member.userId).catch(tellProblem)}
          >
            <Button size="small">{t('team.remove')}</Button>
          </Popconfirm>
        ),
    },
  ];
  return (
    <>
      <Table rowKey="userId" columns={columns} dataSource={members} pagination={false} scroll={{ x: 'max-content' }} />
      {changing && (
        <RoleDialog
          key={changing.userId}
          member={changing}
          from={teamRoles[ownRank] ?? 'viewer'}
          onClose={() => setChanging(undefined)}
        />
      )}
    </>
  );
}

function Invitations() {
  const t = useText();
  const when = useWhen();
  const { communityId } = useHere();
  const invitations = useInvitations(communityId, true);
  const withdraw = useWithdrawInvitation(communityId);
  const tellProblem = useTellProblem();
  if (!invitations.error && (invitations.data?.items.length ?? 0) === 0) return null;
  return (
    <section className="card" aria-label={t('team.waiting')}>
      <div className="ch">
        <h2>{t('team.waiting')}</h2>
      </div>
      <Answer query={invitations} rows={2}>
        {({ items }) => (
          <ul className="people-list cb">
            {items.map((invitation) => (
              <li key={invitation.id}>
                <div className="grow">
                  <div>{t('team.invitedAs', { role: sayRoles(t, invitation.roles), note: invitation.note })}</div>
                  <div className="xs c3">{t('team.until', { when: when.moment(invitation.expiresAt) })}</div>
                </div>
                <Button size="small" onClick={() => void withdraw.mutateAsync(invitation.id).catch(tellProblem)}>
                  {t('team.withdraw')}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </section>
  );
}

import { App, Modal } from 'antd';
import { useState } from 'react';
import { useRoleMatrix, useSetRoles } from '../../data/team.ts';
import type { RoleMatrix, TeamMember, TeamRole } from '../../data/team.ts';
import { useHere } from '../../data/session.ts';
import { useTellProblem } from '../../pieces/problems.ts';
import { compareRoles } from '../../pieces/roles.ts';
import { useText } from '../../text.ts';
import { RoleChoice } from './RoleChoice.tsx';

/** Changes somebody's roles; says before what they will be able to do and what no longer. */
export function RoleDialog({ member, from, onClose }: { member: TeamMember; from: TeamRole; onClose: () => void }) {
  const t = useText();
  const { communityId } = useHere();
  const { message } = App.useApp();
  const [roles, setRoles] = useState(member.roles);
  const matrix = useRoleMatrix(communityId).data;
  const save = useSetRoles(communityId);
  const tellProblem = useTellProblem();
  const isSame = roles.join() === member.roles.join();
  const change = matrix && !isSame && roles.length > 0 ? compareRoles(matrix, member.roles, roles) : undefined;
  const finish = async () => {
    try {
      await save.mutateAsync({ userId: member.userId, roles });
      void message.success(t('common.saved'));
      onClose();
    } catch (error) {
      tellProblem(error);
    }
  };
  return (
    <Modal
      open
      title={t('team.roleOf', { name: member.name })}
      okText={t('team.saveRoles')}
      okButtonProps={{ disabled: isSame || roles.length === 0 }}
      confirmLoading={save.isPending}
      onOk={() => void finish()}
      onCancel={onClose}
    >
      <RoleChoice value={roles} onChange={setRoles} from={from} />
      <div className="role-change" role="status">
        {roles.length === 0 && <p className="s">{t('team.noRole')}</p>}
        {change && <Lines title={t('team.gains')} tone="j" lines={change.gained} />}
        {change && <Lines title={t('team.loses')} tone="r" lines={change.lost} />}
        {change && change.gained.length + change.lost.length === 0 && <p className="s c2">{t('team.sameRights')}</p>}
        {change?.lost.some(({ permission }) => permission === 'tasks.do') && (
          <p className="s">{t('team.tasksGoBack')}</p>
        )}
      </div>
    </Modal>
  );
}

function Lines({ title, tone, lines }: { title: string; tone: 'j' | 'r'; lines: RoleMatrix['permissions'] }) {
  if (lines.length === 0) return null;
  return (
    <div>
      <span className={`tag ${tone}`}>{title}</span>
      <ul className="s">
        {lines.map(({ permission, area, words }) => (
          <li key={permission}>
            <span className="c3">{area}</span> {words}
          </li>
        ))}
      </ul>
    </div>
  );
}

import { Checkbox } from 'antd';
import { teamRoles } from '../../data/team.ts';
import type { TeamRole } from '../../data/team.ts';
import { chooseRoles } from '../../pieces/roles.ts';
import { useText } from '../../text.ts';

/** Ticks roles; those that stand for several others are chosen alone. */
export function RoleChoice({ value = [], onChange, from }: RoleChoiceProps) {
  const t = useText();
  const offered = teamRoles.slice(teamRoles.indexOf(from));
  return (
    <Checkbox.Group
      className="roles"
      value={value}
      onChange={(after) => onChange?.(chooseRoles(value, after))}
      aria-label={t('team.role')}
    >
      {offered.map((role) => (
        <Checkbox key={role} value={role}>
          {t(`role.${role}`)}
          <span className="xs c3">{t(`role.${role}Text`)}</span>
        </Checkbox>
      ))}
    </Checkbox.Group>
  );
}

interface RoleChoiceProps {
  value?: TeamRole[];
  onChange?: (roles: TeamRole[]) => void;
  /** The highest role that may be given. */
  from: TeamRole;
}

// Who may do what, made from the table that the server enforces: roles side by side on a desk, one role at a time on a phone.
import { Select } from 'antd';
import { useState } from 'react';
import { useRoleMatrix } from '../../data/team.ts';
import type { RoleMatrix as Matrix, TeamRole } from '../../data/team.ts';
import { useHere } from '../../data/session.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { useMatches } from '../../pieces/useMatches.ts';
import { useText } from '../../text.ts';

const wide = matchMedia('(min-width: 900px)');

/** The table of roles and what they allow. */
export function RoleMatrix() {
  const t = useText();
  const { communityId } = useHere();
  const matrix = useRoleMatrix(communityId);
  const isWide = useMatches(wide);
  return (
    <section className="card tblw" aria-label={t('team.roles')}>
      <div className="ch">
        <h2>{t('team.roles')}</h2>
        <span className="cnt">{t('team.rolesSub')}</span>
      </div>
      <Answer query={matrix}>{(found) => (isWide ? <Wide matrix={found} /> : <OneRole matrix={found} />)}</Answer>
    </section>
  );
}

function areasOf(lines: Matrix['permissions']): [string, Matrix['permissions']][] {
  const areas = new Map<string, Matrix['permissions']>();
  for (const line of lines) areas.set(line.area, [...(areas.get(line.area) ?? []), line]);
  return [...areas];
}

function Wide({ matrix: { roles, permissions } }: { matrix: Matrix }) {
  const t = useText();
  return (
    <div className="role-matrix" tabIndex={0} role="region" aria-label={t('team.roles')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('team.what')}</th>
            {roles.map((role) => (
              <th key={role} scope="col" title={t(`role.${role}Text`)}>
                {t(`role.${role}`)}
              </th>
            ))}
          </tr>
        </thead>
        {areasOf(permissions).map(([area, lines]) => (
          <tbody key={area}>
            <tr className="area">
              <th colSpan={roles.length + 1} scope="rowgroup">
                {area}
              </th>
            </tr>
            {lines.map((line) => (
              <tr key={line.permission}>
                <th scope="row">{line.words}</th>
                {roles.map((role) => (
                  <td key={role}>
                    {line.roles.includes(role) ? (
                      <b role="img" aria-label={t('team.may')}>
                        ✓
                      </b>
                    ) : (
                      <span className="sr">{t('team.mayNot')}</span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function OneRole({ matrix: { roles, permissions } }: { matrix: Matrix }) {
  const t = useText();
  const { role: own } = useHere();
  const [role, setRole] = useState<TeamRole>(roles.find((one) => one === own) ?? 'viewer');
  const allowed = permissions.filter((line) => line.roles.includes(role));
  return (
    <div className="cb">
      <Select
        aria-label={t('team.role')}
        value={role}
        style={{ width: '100%' }}
        options={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
        onChange={setRole}
      />
      <p className="s c2">{t(`role.${role}Text`)}</p>
      <dl className="facts">
        {areasOf(allowed).map(([area, lines]) => (
          <div key={area} style={{ display: 'contents' }}>
            <dt>{area}</dt>
            <dd>
              {lines.map(({ permission, words }) => (
                <div key={permission}>{words}</div>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

import type { ComponentType } from 'react';
import { Navigate, useParams } from 'react-router';
import { useHere } from '../../data/session.ts';
import { PageHead } from '../../pieces/PageHead.tsx';
import { SectionNav } from '../../pieces/SectionNav.tsx';
import { useText } from '../../text.ts';
import { AccountSection } from './AccountSection.tsx';
import { AuditSection } from './AuditSection.tsx';
import { CommunitySection } from './CommunitySection.tsx';
import { RoleMatrix } from './RoleMatrix.tsx';
import { TeamSection } from './TeamSection.tsx';
import { TokenSection } from './TokenSection.tsx';
import { LeadingSection } from './leading/LeadingSection.tsx';
import { DutySection } from './duty/DutySection.tsx';
import './settings.css';

type Section = 'team' | 'duty' | 'leading' | 'roles' | 'community' | 'tokens' | 'audit' | 'account';

const sections: { key: Section; permission?: string; screen: ComponentType }[] = [
  { key: 'team', permission: 'team.read', screen: TeamSection },
  { key: 'duty', permission: 'duty.read', screen: DutySection },
  { key: 'leading', permission: 'rotation.read', screen: LeadingSection },
  { key: 'roles', permission: 'team.read', screen: RoleMatrix },
  { key: 'community', permission: 'communities.read', screen: CommunitySection },
  { key: 'tokens', permission: 'tokens.manage', screen: TokenSection },
  { key: 'audit', permission: 'audit.read', screen: AuditSection },
  { key: 'account', screen: AccountSection },
];

/** Settings: the team, who is on duty, who leads next, who may do what, the community, keys for programs, what was done, and one's own account. */
export function Settings() {
  const t = useText();
  const { section = 'team' } = useParams();
  const { communityId, can } = useHere();
  const open = sections.filter(({ permission }) => permission === undefined || can(permission));
  const chosen = sections.find(({ key }) => key === section);
  if (!chosen) return <Navigate to={`/c/${communityId}/settings`} replace />;
  const Screen = chosen.screen;
  return (
    <>
      <PageHead
        title={t('settings.title')}
        nav={
          <SectionNav
            label={t('settings.title')}
            items={open.map(({ key }) => ({
              to: `/c/${communityId}/settings/${key}`,
              text: t(`settings.${key}`),
              on: key === section,
            }))}
          />
        }
      />
      <Screen />
    </>
  );
}

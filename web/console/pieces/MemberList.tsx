import { Dropdown } from 'antd';
import { useState } from 'react';
import { Icon } from '../../kit/antd/Icon.tsx';
import type { Group } from '../data/groups.ts';
import { useMembers } from '../data/people.ts';
import type { Member } from '../data/people.ts';
import { useHere } from '../data/session.ts';
import { useText } from '../text.ts';
import { Answer } from './Answer.tsx';
import { EmptyState } from './EmptyState.tsx';
import { Face } from './Face.tsx';
import { Pager } from './Pager.tsx';
import { usePaging } from './paging.ts';
import { SearchField } from './SearchField.tsx';
import { SeedTag } from './SeedTag.tsx';
import { useModeration } from './moderation/useModeration.tsx';
import { useWhen } from './when.ts';

const pageSize = 50;

/** Who is in a group, and what may be done about each of them. */
export function MemberList({ group }: { group: Group }) {
  const t = useText();
  const { communityId } = useHere();
  const [q, setQ] = useState('');
  const paging = usePaging(q);
  const members = useMembers(communityId, group.id, {
    limit: pageSize,
    ...(q ? { q } : {}),
    ...(paging.cursor ? { cursor: paging.cursor } : {}),
  });
  return (
    <>
      <SearchField value={q} label={t('members.find')} width="100%" onSearch={setQ} />
      <Answer query={members} rows={5}>
        {(page) => (
          <>
            {page.items.length === 0 &&
              (q ? (
                <EmptyState kind="noMatch" title={t('members.noMatch', { q })} />
              ) : (
                <EmptyState kind="nothing" title={t('members.none')} text={t('members.noneText')} />
              ))}
            <ul className="people-list">
              {page.items.map((member) => (
                <MemberRow key={member.identityId} group={group} member={member} />
              ))}
            </ul>
            <Pager shown={page.items.length} nextCursor={page.nextCursor} paging={paging} />
          </>
        )}
      </Answer>
    </>
  );
}

function MemberRow({ group, member }: { group: Group; member: Member }) {
  const t = useText();
  const when = useWhen();
  const muted = member.mutedUntil !== null && when.isAhead(member.mutedUntil);
  const { items, onPick, dialog } = useModeration(group, {
    identityId: member.identityId,
    name: member.name,
    muted,
    role: member.role,
  });
  return (
    <li>
      <Face name={member.name} seed={member.identityId} size={30} pictureId={member.pictureId} />
      <div className="grow">
        <div className="row" style={{ gap: 6 }}>
          <span className="ell">{member.name}</span>
          <RoleTag role={member.role} kind={member.kind} />
          <SeedTag groupId={group.id} identityId={member.identityId} />
          {muted && <span className="tag a">{t('members.muted')}</span>}
        </div>
        <div className="xs c3">{t('members.since', { when: when.moment(member.joinedAt) })}</div>
      </div>
      {items.length > 0 && member.kind === 'member' && (
        <Dropdown menu={{ items, onClick: ({ key }) => onPick(key) }} trigger={['click']} placement="bottomRight">
          <button type="button" className="tb" aria-label={t('members.actions', { name: member.name })}>
            <Icon name="more" size={18} style={{ strokeWidth: 3 }} />
          </button>
        </Dropdown>
      )}
      {dialog}
    </li>
  );
}

/** What someone is in a group: owner, admin, steward, the official voice, a robot. */
export function RoleTag({ role, kind }: { role: string; kind?: string | undefined }) {
  const t = useText();
  if (kind === 'official') return <span className="tag r">{t('members.official')}</span>;
  if (kind === 'bot') return <span className="tag o">{t('members.bot')}</span>;
  if (role === 'owner' || role === 'admin' || role === 'steward')
    return <span className="tag g">{t(`memberRole.${role}`)}</span>;
  return null;
}

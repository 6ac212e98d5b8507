import { useEffect, type ReactElement } from 'react';
import type { Mention } from '../../kit/message.ts';
import { Avatar } from '../Avatar.tsx';
import { isSteward, listMembers, type GroupMember, type Membership } from '../group.ts';
import { useT } from '../texts.ts';
import { useLoad } from '../use-load.ts';

const most = 30;

interface PickerProps {
  groupId: string;
  query: string;
  me: Membership;
  onPick: (mention: Mention) => void;
  onClose: () => void;
}

/** Whom to call by name, while an @ is being typed. */
export function MentionPicker({ groupId, query, me, onPick, onClose }: PickerProps): ReactElement | null {
  const t = useT();
  const members = useLoad(`members ${groupId}`, () => listMembers(groupId, { limit: 200 }));
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') onClose();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [onClose]);
  const found = findMembers(members.data?.items ?? [], query, me.identityId);
  const all = t('member:chat.everybody');
  const isAllOffered = isSteward(me.role) && all.includes(query);
  if (!isAllOffered && found.length === 0) return null;
  return (
    <ul className="picker" aria-label={t('member:chat.pickPerson')}>
      {isAllOffered ? (
        <li>
          <button type="button" onClick={() => onPick({ identityId: 'all', name: all })}>
            <span className="av av-red" style={{ width: 32, height: 32 }} aria-hidden="true">
              @
            </span>
            {all}
          </button>
        </li>
      ) : null}
      {found.map((member) => (
        <li key={member.identityId}>
          <button type="button" onClick={() => onPick({ identityId: member.identityId, name: member.name })}>
            <Avatar face={{ ...member, id: member.identityId }} size={32} />
            <span className="ell">{member.name}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function findMembers(members: readonly GroupMember[], query: string, me: string): GroupMember[] {
  const wanted = query.toLowerCase();
  return members
    .filter((member) => member.identityId !== me && member.name.toLowerCase().includes(wanted))
    .slice(0, most);
}

import type { MenuProps } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Group } from '../../data/groups.ts';
import { useHere } from '../../data/session.ts';
import { useText } from '../../text.ts';
import { useCarryOut } from '../group-settings/GroupSettings.tsx';
import { MuteDialog, RemoveDialog } from './dialogs.tsx';

/** Someone about whom something may be done. */
export interface Someone {
  identityId: string;
  name: string;
  muted: boolean;
  role: string;
}

/** What may be done about someone in a group: the menu, and the dialog that its choice opens. */
export function useModeration(
  group: Pick<Group, 'id'>,
  someone: Someone,
): { items: NonNullable<MenuProps['items']>; onPick: (key: string) => void; dialog: ReactNode } {
  const t = useText();
  const { can } = useHere();
  const carry = useCarryOut(group);
  const [open, setOpen] = useState<'mute' | 'kick' | 'ban'>();
  const { identityId, name, muted, role } = someone;
  const close = () => setOpen(undefined);
  const items: NonNullable<MenuProps['items']> = can('carriers.act')
    ? [
        muted ? { key: 'unmute', label: t('mod.unmute') } : { key: 'mute', label: t('mod.mute') },
        role === 'steward' ? { key: 'member', label: t('mod.unsteward') } : { key: 'steward', label: t('mod.steward') },
        { type: 'divider' },
        { key: 'kick', label: t('mod.kick'), danger: true },
        { key: 'ban', label: t('mod.ban'), danger: true },
      ]
    : [];
  const onPick = (key: string) => {
    if (key === 'mute' || key === 'kick' || key === 'ban') setOpen(key);
    if (key === 'unmute') void carry({ op: 'unmute', identityId });
    if (key === 'steward' || key === 'member') void carry({ op: 'setRole', identityId, role: key });
  };
  const dialog = (
    <>
      {open === 'mute' && (
        <MuteDialog name={name} onClose={close} onMute={(seconds) => carry({ op: 'mute', identityId, seconds })} />
      )}
      {(open === 'kick' || open === 'ban') && (
        <RemoveDialog
          how={open}
          name={name}
          onClose={close}
          onRemove={(reason) => carry({ op: open, identityId, reason })}
        />
      )}
    </>
  );
  return { items, onPick, dialog };
}

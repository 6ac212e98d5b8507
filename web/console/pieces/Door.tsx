import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useHere } from '../data/session.ts';
import { hasScreen } from '../shell/menu.ts';

/**
 * A number as a door to what is behind it. `behind` is an address below the community, as the server gives it; `{groupId}` is
 * filled with the group, or that part is left out for all groups together.
 */
export function Door({ behind, groupId, label, children }: DoorProps) {
  const { communityId } = useHere();
  const to = placeBehind(behind, groupId);
  if (to === undefined) return <span>{children}</span>;
  return (
    <Link className="door" to={`/c/${communityId}/${to}`} aria-label={label}>
      {children}
    </Link>
  );
}

interface DoorProps {
  behind: string;
  groupId?: string | undefined;
  /** The number with its meaning, for those who do not see the column above it. */
  label: string;
  children: ReactNode;
}

/** The address behind a number; nothing where no screen stands yet. */
export function placeBehind(behind: string, groupId?: string): string | undefined {
  const place = behind.replace(/^insight\/alarms/, 'alarms');
  if (!hasScreen(place)) return undefined;
  if (groupId !== undefined) return place.replaceAll('{groupId}', groupId);
  const whole = place.replace(/([?&])groupId=\{groupId\}&?/, '$1').replace(/[?&]$/, '');
  return whole.startsWith('inbox/{groupId}') ? 'inbox?filter=all' : whole;
}

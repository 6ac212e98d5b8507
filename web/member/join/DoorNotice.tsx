import { useEffect, type ReactElement } from 'react';
import { Seal } from '../Avatar.tsx';
import type { Door, DoorState } from '../door.ts';
import { StatePage } from '../Notice.tsx';
import { Link } from '../router.tsx';
import { useT, type MemberKey } from '../texts.ts';

const titles: Record<Exclude<DoorState, 'open'>, [title: MemberKey, text: MemberKey]> = {
  full: ['member:door.full', 'member:door.fullText'],
  expired: ['member:door.expired', 'member:door.expiredText'],
  used_up: ['member:door.usedUp', 'member:door.usedUpText'],
  revoked: ['member:door.revoked', 'member:door.revokedText'],
  unknown: ['member:door.unknown', 'member:door.unknownText'],
  dissolved: ['member:door.dissolved', 'member:door.dissolvedText'],
  joined: ['member:door.joined', 'member:door.joinedText'],
  waiting: ['member:door.waiting', 'member:door.waitingText'],
  refused: ['member:door.refused', 'member:door.refusedText'],
};

const waitMs = 20_000;

/** A door that is not open, in the words that fit the reason. */
export function DoorNotice({ door, reload }: { door: Door; reload?: () => void }): ReactElement {
  const t = useT();
  const state = door.state === 'open' ? 'unknown' : door.state;
  const [title, text] = titles[state];
  const name = door.community?.name ?? door.group?.name;
  const isWaiting = state === 'waiting';
  useEffect(() => {
    if (!isWaiting || !reload) return;
    const timer = setInterval(() => document.visibilityState === 'visible' && reload(), waitMs);
    return () => clearInterval(timer);
  }, [isWaiting, reload]);
  return (
    <StatePage
      title={t(title)}
      text={door.reasonText ?? t(text)}
      head={name ? <DoorName name={name} purpose={door.community?.purpose} /> : null}
    >
      {state === 'joined' && door.groupId ? (
        <Link className="btn" to={`/g/${door.groupId}`}>
          {t('member:door.enter')}
        </Link>
      ) : null}
      {isWaiting && reload ? (
        <button type="button" className="btn line" onClick={reload}>
          {t('member:door.lookAgain')}
        </button>
      ) : null}
      {state !== 'joined' && state !== 'waiting' ? (
        <Link className="btn line" to="/m">
          {t('member:notHere.groups')}
        </Link>
      ) : null}
    </StatePage>
  );
}

function DoorName({ name, purpose }: { name: string; purpose?: string | undefined }): ReactElement {
  return (
    <div className="name in-state">
      <Seal name={name} size={54} />
      <div className="grow">
        <p className="song door-name">{name}</p>
        {purpose ? <p>{purpose}</p> : null}
      </div>
    </div>
  );
}

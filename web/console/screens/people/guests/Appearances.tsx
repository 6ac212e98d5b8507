// When a guest is with the community: planned, held with what happened around it, called off.
import { Button } from 'antd';
import { useState } from 'react';
import type { Appearance, GuestStory } from '../../../data/guests.ts';
import { useHere } from '../../../data/session.ts';
import { useGroupNames } from '../../../pieces/useGroupNames.ts';
import { useWhen } from '../../../pieces/when.ts';
import { useText } from '../../../text.ts';
import { AppearanceDialog } from './AppearanceDialog.tsx';

/** Appearances of a guest, latest first. */
export function Appearances({ story: { guest, appearances } }: { story: GuestStory }) {
  const t = useText();
  const { can } = useHere();
  const [open, setOpen] = useState<Appearance | 'new'>();
  const write = can('guests.write');
  return (
    <div className="guest-part">
      {write && (
        <Button size="small" onClick={() => setOpen('new')}>
          {t('guests.addAppearance')}
        </Button>
      )}
      {appearances.length === 0 ? (
        <p className="s c3">{t('guests.noAppearance')}</p>
      ) : (
        <ul className="appearances">
          {appearances.map((one) => (
            <Line key={one.id} one={one} onEdit={write ? () => setOpen(one) : undefined} />
          ))}
        </ul>
      )}
      {open && (
        <AppearanceDialog
          guestId={guest.id}
          appearance={open === 'new' ? undefined : open}
          onClose={() => setOpen(undefined)}
        />
      )}
    </div>
  );
}

function Line({ one, onEdit }: { one: Appearance; onEdit: (() => void) | undefined }) {
  const t = useText();
  const when = useWhen();
  const { communityId } = useHere();
  const groupName = useGroupNames(communityId);
  const { day, topic, groupId, state, listeners, note, outcome } = one;
  return (
    <li>
      <div className="row">
        <b className="grow">{topic}</b>
        <span className={state === 'held' ? 'tag j' : state === 'planned' ? 'tag a' : 'tag o'}>
          {t(`guests.appearance.${state}`)}
        </span>
        {onEdit && (
          <Button size="small" type="text" onClick={onEdit}>
            {t('guests.changeAppearance')}
          </Button>
        )}
      </div>
      <div className="xs c3">
        {[
          when.day(`${day}T12:00:00`),
          groupId === null ? '' : groupName(groupId),
          listeners === null ? '' : t('guests.listened', { count: listeners }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </div>
      {note && <p className="s c2 words">{note}</p>}
      {outcome && <Outcome outcome={outcome} />}
    </li>
  );
}

const figures = ['joins', 'speakers', 'messages', 'questions'] as const;

function Outcome({ outcome }: { outcome: NonNullable<Appearance['outcome']> }) {
  const t = useText();
  const when = useWhen();
  const { counted, usual, windows, until, isOver } = outcome;
  return (
    <>
      <table className="outcome">
        <thead>
          <tr>
            <td />
            {figures.map((key) => (
              <th key={key} scope="col">
                {t(`guests.figure.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('guests.counted')}</th>
            {figures.map((key) => (
              <td key={key}>{counted[key]}</td>
            ))}
          </tr>
          {usual && (
            <tr className="c3">
              <th scope="row">{t('guests.usual', { count: windows })}</th>
              {figures.map((key) => (
                <td key={key}>{usual[key]}</td>
              ))}
            </tr>
          )}
        </tbody>
      </table>
      <p className="xs c3">
        {t(isOver ? 'guests.window' : 'guests.windowOpen', { until: when.day(`${until}T12:00:00`) })}{' '}
        {t(usual ? 'guests.notCause' : 'guests.noUsual')}
      </p>
    </>
  );
}

import { Button, Input } from 'antd';
import { useState } from 'react';
import { Icon } from '../../../../kit/antd/Icon.tsx';
import type { IconName } from '../../../../kit/antd/Icon.tsx';
import { useChangeGuests } from '../../../data/guests.ts';
import type { GuestStory } from '../../../data/guests.ts';
import { useHere } from '../../../data/session.ts';
import { useTeam } from '../../../data/team.ts';
import { useTellProblem } from '../../../pieces/problems.ts';
import { useWhen } from '../../../pieces/when.ts';
import { useText } from '../../../text.ts';
import '../../../pieces/person/timeline.css';

type Entry = GuestStory['history'][number];

const icons: Record<Entry['kind'], IconName> = {
  created: 'plus',
  stage: 'next',
  note: 'pen',
  reached: 'check',
  not_reached: 'clock',
  merged: 'link',
};

/** What happened with a guest, latest first, and a line to add. */
export function GuestHistory({ story: { guest, history } }: { story: GuestStory }) {
  const t = useText();
  const { communityId, can } = useHere();
  const change = useChangeGuests(communityId);
  const tellProblem = useTellProblem();
  const [text, setText] = useState('');
  const write = () =>
    change
      .mutateAsync({ how: 'note', guestId: guest.id, note: text.trim() })
      .then(() => setText(''))
      .catch(tellProblem);
  return (
    <div className="guest-part">
      {can('guests.write') && (
        <form
          className="guest-note"
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim() !== '') void write();
          }}
        >
          <Input.TextArea
            aria-label={t('guests.writeNote')}
            placeholder={t('guests.writeNote')}
            autoSize={{ minRows: 1, maxRows: 6 }}
            maxLength={1000}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
          <Button size="small" htmlType="submit" disabled={text.trim() === ''} loading={change.isPending}>
            {t('guests.keepNote')}
          </Button>
        </form>
      )}
      <ol className="tline">
        {history.map((entry) => (
          <Line key={entry.id} entry={entry} />
        ))}
      </ol>
    </div>
  );
}

function Line({ entry }: { entry: Entry }) {
  const t = useText();
  const when = useWhen();
  const { communityId } = useHere();
  const team = useTeam(communityId).data?.items ?? [];
  const { kind, toStage, note, at, byId } = entry;
  const who = team.find(({ userId }) => userId === byId)?.name;
  const title =
    kind === 'stage' && toStage !== null
      ? t('guests.told.stage', { stage: t(`guests.stage.${toStage}`) })
      : t(`guests.told.${kind}`);
  return (
    <li>
      <time className="xs c3" dateTime={at}>
        {when.day(at)}
      </time>
      <span className={`dotic ${kind === 'reached' || kind === 'stage' ? 'j' : ''}`}>
        <Icon name={icons[kind]} size={13} />
      </span>
      <div className="grow">
        <div className="s">
          {title}
          {who && <span className="c3"> · {who}</span>}
        </div>
        {note && <div className="s c2 words">{note}</div>}
      </div>
    </li>
  );
}

import { Alert, Button, Skeleton } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { Icon } from '../../../kit/antd/Icon.tsx';
import type { Group } from '../../data/groups.ts';
import type { Message } from '../../data/messages.ts';
import { useHere } from '../../data/session.ts';
import { ProblemState } from '../../pieces/Answer.tsx';
import { Face } from '../../pieces/Face.tsx';
import { RuleTags, useCarrierName } from '../../pieces/GroupTags.tsx';
import { QuarrelBar } from '../../pieces/quarrel/QuarrelBar.tsx';
import { TaskCards } from '../../pieces/TaskCards.tsx';
import { useText } from '../../text.ts';
import { Composer } from './Composer.tsx';
import { MessageList } from './MessageList.tsx';
import { useRoom } from './useRoom.ts';
import type { RoomStart } from './useRoom.ts';

/** The open group: head, talk, what must be relayed, composer. */
export function RoomView({
  group,
  start,
  onPanel,
  backTo,
  now,
}: {
  group: Group;
  start: RoomStart;
  onPanel: (() => void) | undefined;
  /** Where a phone goes back to. */
  backTo?: string;
  /** Where the end of this talk stands. */
  now: string;
}) {
  const t = useText();
  const { communityId, can } = useHere();
  const navigate = useNavigate();
  const room = useRoom(communityId, group.id, start);
  const [replyTo, setReplyTo] = useState<Message>();
  const toNow = () => void navigate(now, { replace: true });
  return (
    <section className="room" aria-label={group.name}>
      <Head group={group} watching={room.watching} onPanel={onPanel} backTo={backTo} />
      {room.live === 'offline' && <Alert banner type="warning" title={t('talk.offline')} />}
      {group.notice && <NoticeBar text={group.notice.text} />}
      <QuarrelBar groupId={group.id} />
      {room.error && <ProblemState problem={room.error} onRetry={room.retry} />}
      {!room.error && room.phase === 'loading' && <Skeleton active avatar className="loading" />}
      {!room.error && room.phase === 'ready' && (
        <MessageList group={group} room={room} start={start} onReply={setReplyTo} />
      )}
      {!room.log.isLatest && (
        <div className="tonow">
          <Button onClick={toNow}>{t('talk.toNow')}</Button>
        </div>
      )}
      {group.carrier === 'manual' && (
        <div className="room-tasks">
          <TaskCards groupId={group.id} />
        </div>
      )}
      {can('messages.send') && group.lifecycle !== 'dissolved' ? (
        <Composer
          group={group}
          replyTo={replyTo}
          onReplyDone={() => setReplyTo(undefined)}
          onSay={(words) => {
            if (!room.log.isLatest) toNow();
            void room.say(words);
          }}
        />
      ) : (
        <p className="s c3 noposting">{t(group.lifecycle === 'dissolved' ? 'talk.dissolved' : 'talk.readOnly')}</p>
      )}
    </section>
  );
}

function Head({
  group,
  watching,
  onPanel,
  backTo,
}: {
  group: Group;
  watching: number | undefined;
  onPanel: (() => void) | undefined;
  backTo: string | undefined;
}) {
  const t = useText();
  const carrierName = useCarrierName();
  const { communityId } = useHere();
  return (
    <header className="room-head">
      <Link className="tb back" to={backTo ?? `/c/${communityId}/inbox?filter=all`} aria-label={t('talk.back')}>
        <Icon name="back" size={20} />
      </Link>
      <Face name={group.name} seed={group.id} size={36} square pictureId={group.pictureId} />
      <div className="grow">
        <h2 className="h2 ell">{group.name}</h2>
        <div className="xs c3 ell">
          {t('talk.headLine', { count: group.members, carrier: carrierName(group.carrier) })}
          {watching !== undefined && watching > 0 && ` · ${t('talk.watching', { count: watching })}`}
        </div>
      </div>
      <RuleTags group={group} />
      <Link to={`/c/${communityId}/groups?open=${group.id}`} className="room-links">
        <Button icon={<Icon name="link" />}>{t('group.links')}</Button>
      </Link>
      {onPanel && (
        <Button onClick={onPanel} icon={<Icon name="people" />} aria-label={`${group.members} ${t('talk.panel')}`}>
          {group.members}
        </Button>
      )}
    </header>
  );
}

function NoticeBar({ text }: { text: string }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  return (
    <button type="button" className="noticebar" aria-expanded={open} onClick={() => setOpen(!open)}>
      <Icon name="horn" size={16} />
      <span className="sr">{t('group.notice')}：</span>
      <span className={open ? 'words grow' : 'ell grow'}>{text}</span>
      <Icon name="down" size={13} />
    </button>
  );
}

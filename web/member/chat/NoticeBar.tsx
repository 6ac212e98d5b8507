import { useState, type ReactElement } from 'react';
import { formatMoment } from '../../kit/format.ts';
import { useLanguage } from '../../kit/i18n.ts';
import type { Message } from '../../kit/message.ts';
import type { Group } from '../group.ts';
import { Icon } from '../icons.tsx';
import { ListWait } from '../ListWait.tsx';
import { Sheet } from '../Sheet.tsx';
import { useT } from '../texts.ts';
import { useLoad } from '../use-load.ts';
import { MessageText } from './MessageText.tsx';
import { listAnnouncements, listPins } from './talk.ts';

interface BarProps {
  groupId: string;
  notice: Group['notice'];
  /** The talk on the page: a pin or an announcement in it makes the bar look again. */
  pins: readonly Message[];
  onJump: (messageId: string) => void;
}

/** Announcement and pins in one thin bar; nothing when there are none. */
export function NoticeBar({ groupId, notice, pins, onJump }: BarProps): ReactElement | null {
  const t = useT();
  const [open, setOpen] = useState<'notice' | 'pins'>();
  const newest = pins.reduce(
    (most, message) =>
      message.pinned || message.kind === 'announcement' || message.recalledAt
        ? Math.max(most, message.changedSeq)
        : most,
    0,
  );
  const count = pins.filter((message) => message.pinned).length;
  const pinned = useLoad(`pins ${groupId} ${newest} ${count}`, () => listPins(groupId));
  const said = useLoad(`said ${groupId} ${newest}`, () => listAnnouncements(groupId));
  const announcement = said.data?.find((message) => message.recalledAt === null);
  const words = notice?.text || announcement?.text;
  const pinCount = pinned.data?.length ?? count;
  if (!words && pinCount === 0) return null;
  const jump = (message: Message): void => {
    setOpen(undefined);
    onJump(message.id);
  };
  return (
    <>
      <div className="ann">
        {words ? (
          <button type="button" className="grow" onClick={() => setOpen('notice')}>
            <Icon name="horn" size={20} />
            <span className="grow ell">
              <b>{t('member:chat.announcement')}</b> {words}
            </span>
          </button>
        ) : (
          <span className="grow" />
        )}
        {pinCount > 0 ? (
          <button type="button" className={words ? 'pinrow num' : 'pinrow alone num'} onClick={() => setOpen('pins')}>
            <Icon name="pin" size={17} />
            {t('member:chat.pins', { count: pinCount })}
          </button>
        ) : null}
      </div>
      {open === 'notice' ? (
        <Sheet title={t('member:chat.announcement')} onClose={() => setOpen(undefined)}>
          {notice?.text ? <MessageText text={notice.text} mentions={[]} me="" /> : null}
          <SaidList messages={said.data?.filter((message) => message.recalledAt === null) ?? []} onJump={jump} />
          <ListWait loaded={said} height={64} />
        </Sheet>
      ) : null}
      {open === 'pins' ? (
        <Sheet title={t('member:chat.pinsTitle')} onClose={() => setOpen(undefined)}>
          <SaidList messages={pinned.data ?? []} onJump={jump} />
          <ListWait loaded={pinned} height={64} />
        </Sheet>
      ) : null}
    </>
  );
}

function SaidList({
  messages,
  onJump,
}: {
  messages: readonly Message[];
  onJump: (message: Message) => void;
}): ReactElement {
  const t = useT();
  const language = useLanguage();
  return (
    <ul className="rows said">
      {messages.map((message) => (
        <li key={message.id}>
          <button type="button" onClick={() => onJump(message)}>
            <span className="xs c3 num">
              {message.author.name} · {formatMoment(message.at, { language })}
            </span>
            <span className="words-of">{message.text || t('member:menu.picture')}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

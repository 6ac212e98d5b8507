import { Modal } from 'antd';
import { useState } from 'react';
import { useReaders } from '../../data/messages.ts';
import type { Message } from '../../data/messages.ts';
import { useHere } from '../../data/session.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { Face } from '../../pieces/Face.tsx';
import { useText } from '../../text.ts';

/** How many have read an announcement; pressing the number shows who. */
export function Readers({ message }: { message: Message }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="link" onClick={() => setOpen(true)}>
        {t('talk.readers', { count: message.readers ?? 0 })}
      </button>
      {open && (
        <Modal open title={t('talk.whoRead')} footer={null} onCancel={() => setOpen(false)}>
          <ReaderList message={message} />
        </Modal>
      )}
    </>
  );
}

function ReaderList({ message }: { message: Message }) {
  const t = useText();
  const { communityId } = useHere();
  const readers = useReaders(communityId, message.groupId, message.id);
  return (
    <Answer query={readers} rows={3}>
      {({ items, count }) =>
        items.length > 0 ? (
          <>
            <ul className="people-list readers">
              {items.map(({ identityId, name }) => (
                <li key={identityId}>
                  <Face name={name} seed={identityId} size={28} />
                  <span className="ell">{name}</span>
                </li>
              ))}
            </ul>
            {count > items.length && <p className="xs c3">{t('talk.moreReaders', { count: count - items.length })}</p>}
          </>
        ) : (
          <p className="c3">{t('talk.nobodyRead')}</p>
        )
      }
    </Answer>
  );
}

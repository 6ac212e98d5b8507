import { Modal } from 'antd';
import { useState } from 'react';
import { useChangeGuests, useGuests } from '../../../data/guests.ts';
import type { Guest } from '../../../data/guests.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { Face } from '../../../pieces/Face.tsx';
import { useTellProblem } from '../../../pieces/problems.ts';
import { SearchField } from '../../../pieces/SearchField.tsx';
import { useText } from '../../../text.ts';

/** Chooses the other row of the same guest, which becomes a part of this one. */
export function MergeDialog({ guest, onClose }: { guest: Guest; onClose: () => void }) {
  const t = useText();
  const { communityId } = useHere();
  const tellProblem = useTellProblem();
  const change = useChangeGuests(communityId);
  const [q, setQ] = useState('');
  const [other, setOther] = useState<Guest>();
  const found = useGuests(communityId, { ...(q ? { q } : {}), order: 'new', limit: 20 });
  const merge = () =>
    other &&
    change.mutateAsync({ how: 'merge', guestId: guest.id, otherId: other.id }).then(onClose).catch(tellProblem);
  return (
    <Modal
      open
      title={t('guests.mergeTitle', { name: guest.name })}
      okText={t('guests.merge')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: other === undefined }}
      confirmLoading={change.isPending}
      onOk={() => void merge()}
      onCancel={onClose}
    >
      <p className="s c2">{t('guests.mergeText')}</p>
      <SearchField label={t('guests.find')} value={q} width="100%" onSearch={setQ} />
      <Answer query={found} rows={4}>
        {({ items }) => (
          <ul className="guest-choice">
            {items
              .filter(({ id }) => id !== guest.id)
              .map((one) => (
                <li key={one.id}>
                  <button
                    type="button"
                    className={one.id === other?.id ? 'row on' : 'row'}
                    aria-pressed={one.id === other?.id}
                    onClick={() => setOther(one)}
                  >
                    <Face name={one.name} seed={one.id} size={26} />
                    <span className="grow ell">{one.name}</span>
                    <span className="xs c3 ell">{one.field}</span>
                  </button>
                </li>
              ))}
          </ul>
        )}
      </Answer>
    </Modal>
  );
}

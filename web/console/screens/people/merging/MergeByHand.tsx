import { Button, Modal } from 'antd';
import { useState } from 'react';
import { usePeople } from '../../../data/people.ts';
import type { Person } from '../../../data/people.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { Face } from '../../../pieces/Face.tsx';
import { SearchField } from '../../../pieces/SearchField.tsx';
import { useText } from '../../../text.ts';
import { SideBySide } from './SideBySide.tsx';
import { useMergeWithUndo } from './useMergeWithUndo.ts';
import './merging.css';

/** The button that makes another person a part of this one, after a look at both. */
export function MergeByHand({ personId, name }: { personId: string; name: string }) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('merging.byHand')}</Button>
      {isOpen && <Choice personId={personId} name={name} onClose={() => setOpen(false)} />}
    </>
  );
}

function Choice({ personId, name, onClose }: { personId: string; name: string; onClose: () => void }) {
  const t = useText();
  const { communityId } = useHere();
  const [q, setQ] = useState('');
  const [other, setOther] = useState<Person>();
  const merge = useMergeWithUndo();
  const found = usePeople(communityId, { ...(q ? { q } : {}), limit: 20 });
  const self = usePeople(communityId, { q: name, limit: 50 }).data?.items.find((one) => one.personId === personId);
  return (
    <Modal
      open
      width={640}
      title={t('merging.byHandTitle', { name })}
      okText={t('merging.merge')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: other === undefined }}
      onOk={() => other && void merge({ personId, name }, other).then((done) => done && onClose())}
      onCancel={onClose}
    >
      {other && self ? (
        <>
          <SideBySide people={[self, other]} />
          <Button type="link" onClick={() => setOther(undefined)}>
            {t('merging.another')}
          </Button>
        </>
      ) : (
        <>
          <SearchField label={t('people.find')} value={q} width="100%" onSearch={setQ} />
          <Answer query={found} rows={4}>
            {({ items }) => (
              <ul className="people-list mergefound">
                {items
                  .filter((one) => one.personId !== personId)
                  .map((one) => (
                    <li key={one.personId}>
                      <button type="button" className="row" onClick={() => setOther(one)}>
                        <Face name={one.name} seed={one.identityId} size={26} pictureId={one.pictureId} />
                        <span className="grow ell">{one.name}</span>
                        <span className="xs c3 ell">
                          {one.stays.map(({ groupName }) => groupName).join(t('pulse.comma'))}
                        </span>
                      </button>
                    </li>
                  ))}
              </ul>
            )}
          </Answer>
        </>
      )}
    </Modal>
  );
}

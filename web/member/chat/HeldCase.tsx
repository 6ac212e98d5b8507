import type { ReactElement } from 'react';
import { problemText } from '../../kit/texts.ts';
import { AppealForm, CaseStory } from '../cases/CaseStory.tsx';
import { findOwnCase } from '../cases/own-cases.ts';
import { Sheet } from '../Sheet.tsx';
import { useT } from '../texts.ts';
import { useLoad } from '../use-load.ts';

/** Why a message of mine waits, where it stands, and the way to ask for another look. */
export function HeldCase({ groupId, clientId, onClose }: HeldCaseProps): ReactElement {
  const t = useT();
  const found = useLoad(`held-${clientId}`, () => findOwnCase(groupId, clientId).then((one) => ({ one })));
  const one = found.data?.one;
  return (
    <Sheet title={t('member:held.title')} onClose={onClose}>
      <div role="alert">{found.error ? <p className="wrong">{problemText(found.error)}</p> : null}</div>
      <div role="status">
        {one ? <CaseStory one={one} /> : null}
        {found.data && !one ? <p className="c2">{t('member:held.unknown')}</p> : null}
      </div>
      {one?.canAppeal ? (
        <AppealForm place={{ groupId }} one={one} onChange={(changed) => found.set({ one: changed })} />
      ) : null}
      <button type="button" className="btn line sheet-btn" onClick={onClose}>
        {t('member:held.close')}
      </button>
    </Sheet>
  );
}

interface HeldCaseProps {
  groupId: string;
  clientId: string;
  onClose: () => void;
}

import { Button } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useHere } from '../data/session.ts';
import { useWhen } from '../pieces/when.ts';
import { TwoFactor } from '../screens/settings/TwoFactor.tsx';
import { useText } from '../text.ts';

/** Where a community asks for the second step of signing in: a line on every screen; after the grace, only switching it on. */
export function TwoFactorGate({ children }: { children: ReactNode }) {
  const t = useText();
  const when = useWhen();
  const { communityId, me } = useHere();
  const [isHeld, setHeld] = useState(false);
  const due = me.communities.find(({ id }) => id === communityId)?.twoFactorDue ?? null;
  const isOver = due !== null && !when.isAhead(due);
  // The backup codes stand on the screen after it is on already: it stays until whoever reads them goes on.
  if (isOver && !isHeld) setHeld(true);
  return (
    <>
      {due !== null && !isOver && (
        <p className="note" role="status" style={{ marginBottom: 12 }}>
          {t('twoFactor.banner', { when: when.moment(due) })}{' '}
          <Link className="link" to={`/c/${communityId}/settings/account`}>
            {t('twoFactor.open')}
          </Link>
        </p>
      )}
      {isOver || isHeld ? <Gate onGoOn={due === null ? () => setHeld(false) : undefined} /> : children}
    </>
  );
}

function Gate({ onGoOn }: { onGoOn: (() => void) | undefined }) {
  const t = useText();
  return (
    <div className="narrow">
      <div className="ph">
        <h1>{t('twoFactor.gate')}</h1>
      </div>
      <p className="c2" style={{ marginBottom: 12 }}>
        {t('twoFactor.gateText')}
      </p>
      <TwoFactor />
      {onGoOn && (
        <Button type="primary" style={{ marginTop: 12 }} onClick={onGoOn}>
          {t('twoFactor.goOn')}
        </Button>
      )}
    </div>
  );
}

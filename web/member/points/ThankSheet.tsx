import type { ReactElement } from 'react';
import { ListWait } from '../ListWait.tsx';
import { Sheet } from '../Sheet.tsx';
import { useT } from '../texts.ts';
import { useLoad } from '../use-load.ts';
import { GiftSheet, type Receiver } from './GiftSheet.tsx';
import { useNoGiftReason } from './no-gift.ts';
import { getOwnPoints, type MessagePlace, type OwnPoints } from './points.ts';
import './points.css';

interface ThankProps {
  communityId: string;
  to: Receiver;
  at?: MessagePlace;
  onClose: () => void;
  onGiven: (name: string, amount: number) => void;
}

/** Thanks one member with points, for a message or just so; says so where nothing can be given now. */
export function ThankSheet(props: ThankProps): ReactElement {
  const t = useT();
  const { communityId, to, onClose } = props;
  const loaded = useLoad(`thank ${communityId}`, () => getOwnPoints(communityId, { limit: 1 }));
  if (loaded.data) return <WithPoints {...props} points={loaded.data} />;
  return (
    <Sheet title={t('member:points.giveTo', { name: to.name })} onClose={onClose}>
      <ListWait loaded={loaded} height={180} />
    </Sheet>
  );
}

function WithPoints({ points, ...props }: ThankProps & { points: OwnPoints }): ReactElement {
  const t = useT();
  const reason = useNoGiftReason(points);
  if (reason === null) return <GiftSheet points={points} {...props} />;
  return (
    <Sheet title={t('member:points.giveTo', { name: props.to.name })} onClose={props.onClose}>
      <p className="s c2 tell">{reason}</p>
    </Sheet>
  );
}

import { useState, type ReactElement } from 'react';
import { Avatar } from '../Avatar.tsx';
import { cardLines, type GroupView } from '../group.ts';
import { Sheet } from '../Sheet.tsx';
import { useT } from '../texts.ts';
import { ThankSheet } from '../points/ThankSheet.tsx';
import { getOwnPoints } from '../points/points.ts';
import { useLoad } from '../use-load.ts';
import { AskSheet } from './AskSheet.tsx';
import type { SeenPerson } from './people.ts';

/** Somebody's card, as they show it to me. */
export function PersonSheet({
  view,
  person,
  onClose,
}: {
  view: GroupView;
  person: SeenPerson;
  onClose: () => void;
}): ReactElement {
  const t = useT();
  const { card } = person;
  const [step, setStep] = useState<'card' | 'ask' | 'asked' | 'thank'>('card');
  const [given, setGiven] = useState(0);
  const points = useLoad(`thank ${view.communityId}`, () => getOwnPoints(view.communityId, { limit: 1 }));
  const lines = cardLines.filter((line) => card[line]);
  if (step === 'ask')
    return <AskSheet communityId={view.communityId} to={person} onClose={onClose} onAsked={() => setStep('asked')} />;
  if (step === 'thank')
    return (
      <ThankSheet
        communityId={view.communityId}
        to={person}
        onClose={onClose}
        onGiven={(_, amount) => {
          setGiven(amount);
          setStep('card');
        }}
      />
    );
  return (
    <Sheet title={person.name} onClose={onClose}>
      <div className="row mate">
        <Avatar face={{ ...person, id: person.identityId }} size={60} />
        <p className="s c2">
          {person.shared.length > 0
            ? t('member:people.bothIn', { group: person.shared.map(({ name }) => name).join('、') })
            : t('member:people.otherGroup')}
        </p>
      </div>
      {lines.length === 0 ? <p className="s c2">{t('member:home.noCard')}</p> : null}
      <dl className="card-lines">
        {lines.map((line) => (
          <div key={line}>
            <dt>{t(`member:card.${line}`)}</dt>
            <dd>{card[line]?.text}</dd>
          </div>
        ))}
      </dl>
      {card.tags ? (
        <p className="own-tags">
          {card.tags.items.map((tag) => (
            <span key={tag} className="tag">
              {tag}
            </span>
          ))}
        </p>
      ) : null}
      {step === 'asked' ? (
        <p className="tell" role="status">
          {t('member:meet.asked')}
        </p>
      ) : (
        <button type="button" className="btn sheet-btn" onClick={() => setStep('ask')}>
          {t('member:meet.meet')}
        </button>
      )}
      <div role="status">
        {given > 0 ? <p className="tell">{t('member:points.given', { name: person.name, amount: given })}</p> : null}
      </div>
      {points.data?.gifts.on && given === 0 ? (
        <button type="button" className="btn line sheet-btn" onClick={() => setStep('thank')}>
          {t('member:points.thank')}
        </button>
      ) : null}
    </Sheet>
  );
}

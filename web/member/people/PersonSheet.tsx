import type { ReactElement } from 'react';
import { Avatar } from '../Avatar.tsx';
import { cardLines, type GroupView } from '../group.ts';
import { Sheet } from '../Sheet.tsx';
import { useT } from '../texts.ts';
import type { SeenPerson } from './people.ts';

/** Somebody's card, as they show it to me. */
export function PersonSheet({
  person,
  onClose,
}: {
  view: GroupView;
  person: SeenPerson;
  onClose: () => void;
}): ReactElement {
  const t = useT();
  const { card } = person;
  const lines = cardLines.filter((line) => card[line]);
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
    </Sheet>
  );
}

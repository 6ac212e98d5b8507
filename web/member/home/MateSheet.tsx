import type { ReactElement } from 'react';
import { formatDay } from '../../kit/format.ts';
import { useLanguage } from '../../kit/i18n.ts';
import { problemText } from '../../kit/texts.ts';
import { Avatar } from '../Avatar.tsx';
import { cardLines, getMate, type GroupMember } from '../group.ts';
import { Sheet } from '../Sheet.tsx';
import { useT } from '../texts.ts';
import { useLoad } from '../use-load.ts';

/** Somebody's card, as they show it to this group. */
export function MateSheet({
  groupId,
  mate,
  isSeed,
  onClose,
}: {
  groupId: string;
  mate: GroupMember;
  isSeed: boolean;
  onClose: () => void;
}): ReactElement {
  const t = useT();
  const language = useLanguage();
  const { data, error } = useLoad(`mate ${mate.identityId}`, () => getMate(groupId, mate.identityId));
  const lines = data ? cardLines.filter((line) => data.card[line]) : [];
  return (
    <Sheet title={mate.name} onClose={onClose}>
      <div className="row mate">
        <Avatar face={{ ...mate, id: mate.identityId }} size={60} />
        <p className="s c2 num">
          {t(`member:role.${mate.role}`)}
          <br />
          {data ? t('member:home.since', { day: formatDay(data.joinedAt, { language }) }) : ''}
        </p>
      </div>
      {isSeed ? <p className="s c2">{t('member:seed.markText', { name: mate.name })}</p> : null}
      {error ? <p className="s c2">{problemText(error)}</p> : null}
      {data && lines.length === 0 ? <p className="s c2">{t('member:home.noCard')}</p> : null}
      <dl className="card-lines">
        {lines.map((line) => (
          <div key={line}>
            <dt>{t(`member:card.${line}`)}</dt>
            <dd>{data?.card[line]?.text}</dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
}

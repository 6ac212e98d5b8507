import { useState, type ReactElement } from 'react';
import { formatDate } from '../../kit/format.ts';
import { useLanguage } from '../../kit/i18n.ts';
import { useT } from '../texts.ts';
import { useLoad } from '../use-load.ts';
import { getMyRound, sayHere } from './round.ts';
import './round.css';

/** The round of the group with its button; nothing when nobody asks, and it keeps nobody from the rest of the page. */
export function RoundBar({ groupId }: { groupId: string }): ReactElement | null {
  const t = useT();
  const language = useLanguage();
  const { data, set } = useLoad(`round ${groupId}`, () => getMyRound(groupId));
  const [isThanked, setThanked] = useState(false);
  if (!data || (data.answeredAt !== null && !isThanked)) return null;
  const answer = (): void => {
    sayHere(groupId).then(
      (round) => {
        setThanked(true);
        set(round);
      },
      () => {},
    );
  };
  return (
    <div className="roundbar" role="status">
      {data.answeredAt !== null ? (
        <span className="grow s">{t('member:round.thanks')}</span>
      ) : (
        <>
          <span className="grow s">
            {t('member:round.ask', {
              until: formatDate(new Date(data.endsAt), { language }),
              format: data.format,
            })}
          </span>
          <button type="button" className="btn line sm" onClick={answer}>
            {t('member:round.here')}
          </button>
        </>
      )}
    </div>
  );
}

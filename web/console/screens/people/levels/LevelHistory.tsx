import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useLevelChanges } from '../../../data/levels.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { EmptyState } from '../../../pieces/EmptyState.tsx';
import { useWhen } from '../../../pieces/when.ts';
import { useText } from '../../../text.ts';

/** Who went up and down on a ladder lately, with the rule behind each step. */
export function LevelHistory({ ladderId }: { ladderId: string }) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="levelhistory">
      <button type="button" className="link s" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t(isOpen ? 'levels.historyFold' : 'levels.history')}
      </button>
      {isOpen && <Changes ladderId={ladderId} />}
    </div>
  );
}

function Changes({ ladderId }: { ladderId: string }) {
  const t = useText();
  const { moment } = useWhen();
  const { communityId } = useHere();
  const changes = useLevelChanges(communityId, ladderId);
  return (
    <Answer query={changes} rows={4}>
      {(items) =>
        items.length > 0 ? (
          <>
            <ul>
              {items.map((one) => (
                <li key={one.id}>
                  <span className={one.up ? 'tag g' : 'tag'}>{t(one.up ? 'levels.up' : 'levels.down')}</span>
                  <span className="grow">
                    {one.personId ? (
                      <Link to={`/c/${communityId}/people?open=${one.personId}`}>{one.name}</Link>
                    ) : (
                      <b>{one.name}</b>
                    )}{' '}
                    {one.from} → {one.to}
                    <span className="xs c3"> {t(`levels.cause.${one.cause}`)}</span>
                    {one.why && <span className="xs c3 whyline">{one.why}</span>}
                  </span>
                  <span className="xs c3">{moment(one.at)}</span>
                </li>
              ))}
            </ul>
            {changes.hasNextPage && (
              <Button size="small" loading={changes.isFetchingNextPage} onClick={() => void changes.fetchNextPage()}>
                {t('levels.more')}
              </Button>
            )}
          </>
        ) : (
          <EmptyState kind="nothing" title={t('levels.noChanges')} text={t('levels.noChangesText')} />
        )
      }
    </Answer>
  );
}

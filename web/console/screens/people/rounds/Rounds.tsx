import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Round } from '../../../data/rounds.ts';
import { useRounds } from '../../../data/rounds.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { EmptyState } from '../../../pieces/EmptyState.tsx';
import { Pager } from '../../../pieces/Pager.tsx';
import { usePaging } from '../../../pieces/paging.ts';
import { useGroupNames } from '../../../pieces/useGroupNames.ts';
import { useWhen } from '../../../pieces/when.ts';
import { useText } from '../../../text.ts';
import { KeptCard } from './KeptCard.tsx';
import { NewRoundDrawer } from './NewRoundDrawer.tsx';
import { RoundsHead } from './RoundsHead.tsx';
import './rounds.css';

/** Name-card rounds of all groups: the one under way and what came of earlier ones. */
export function Rounds() {
  const t = useText();
  const { communityId, can } = useHere();
  const [isNew, setNew] = useState(false);
  const paging = usePaging('');
  const rounds = useRounds(communityId, paging.cursor ? { cursor: paging.cursor } : {});
  const begin = can('care.manage') && (
    <Button type="primary" onClick={() => setNew(true)}>
      {t('care.begin')}
    </Button>
  );
  return (
    <>
      <RoundsHead actions={rounds.data && rounds.data.items.length > 0 ? begin : undefined} />
      <section className="card narrow" aria-label={t('care.rounds')}>
        <Answer query={rounds} rows={4}>
          {({ items, nextCursor }) =>
            items.length > 0 ? (
              <>
                <ul className="round-list">
                  {items.map((round) => (
                    <Line key={round.id} round={round} />
                  ))}
                </ul>
                <Pager shown={items.length} nextCursor={nextCursor} paging={paging} />
              </>
            ) : (
              <EmptyState kind="nothing" title={t('care.none')} text={t('care.noneText')} action={begin || undefined} />
            )
          }
        </Answer>
      </section>
      <KeptCard />
      {isNew && <NewRoundDrawer onClose={() => setNew(false)} />}
    </>
  );
}

function Line({ round }: { round: Round }) {
  const t = useText();
  const when = useWhen();
  const { communityId } = useHere();
  const groupName = useGroupNames(communityId);
  const { id, groupId, state, startedAt, endsAt, counts } = round;
  return (
    <li>
      <Link className="round-line" to={`/c/${communityId}/people/rounds/${id}`}>
        <span className="row">
          <b className="grow">{groupName(groupId)}</b>
          <span className={state === 'closed' ? 'tag' : 'tag a'}>{t(`care.state.${state}`)}</span>
        </span>
        <span className="s c2">
          {t('care.line', {
            asked: counts.asked,
            answered: counts.answered,
            removed: counts.removed,
            undone: counts.undone,
          })}
        </span>
        <span className="xs c3">{t('care.span', { from: when.day(startedAt), to: when.day(endsAt) })}</span>
      </Link>
    </li>
  );
}

import { Button } from 'antd';
import { Link } from 'react-router';
import { useDryHits } from '../../../data/dry-runs.ts';
import type { DryHit, DryRun } from '../../../data/dry-runs.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { EmptyState } from '../../../pieces/EmptyState.tsx';
import { MoreButton } from '../../../pieces/MoreButton.tsx';
import { useGroupNames } from '../../../pieces/useGroupNames.ts';
import { useWhen } from '../../../pieces/when.ts';
import { useText } from '../../../text.ts';
import { MarkedText } from '../evidence/Findings.tsx';
import { sayFinding } from '../evidence/found.ts';

/** Messages that are listed at most; all are counted. */
const mostListed = 1000;

interface DryHitsProps {
  run: DryRun;
  /** Only what is probably wrong. */
  doubtful: boolean;
  onAll: () => void;
}

/** What a dry run would have stopped, the newest message first. */
export function DryHits({ run, doubtful, onAll }: DryHitsProps) {
  const t = useText();
  const { communityId } = useHere();
  const hits = useDryHits(communityId, run.id, { doubtful, enabled: true });
  return (
    <Answer query={hits} rows={4}>
      {(pages) => {
        const items = pages.flatMap((page) => page.items);
        if (items.length === 0)
          return doubtful ? (
            <EmptyState
              kind="noMatch"
              title={t('rules.look.noDoubt')}
              text={t('rules.look.noDoubtText')}
              action={<Button onClick={onAll}>{t('rules.look.seeAll')}</Button>}
            />
          ) : (
            <EmptyState kind="nothing" title={t('rules.look.allGone')} text={t('rules.look.allGoneText')} />
          );
        return (
          <>
            <ul className="dry-hits">
              {items.map((hit) => (
                <Hit key={hit.number} hit={hit} />
              ))}
            </ul>
            <MoreButton query={hits} />
            {run.hits > mostListed && !hits.hasNextPage && (
              <p className="xs c3">{t('rules.look.listedPart', { count: mostListed })}</p>
            )}
          </>
        );
      }}
    </Answer>
  );
}

function Hit({ hit }: { hit: DryHit }) {
  const t = useText();
  const { communityId, can } = useHere();
  const when = useWhen();
  const nameOf = useGroupNames(communityId);
  const { name, groupId, messageId, at, text, trust, action, evidence, doubts } = hit;
  return (
    <li>
      <p className="row wrap xs c3">
        <b className="s">{name || t('talk.gone')}</b>
        <span>{[t(`rules.trust.${trust}`), nameOf(groupId), when.moment(at)].join(' · ')}</span>
      </p>
      {text === null ? (
        <p className="s c3">{t(can('rules.moderate') ? 'rules.look.gone' : 'rules.lesson.notForMe')}</p>
      ) : (
        <MarkedText text={text} evidence={evidence} />
      )}
      <p className="row wrap xs">
        {doubts.map((doubt) => (
          <span key={doubt} className="tag a">
            {t(`rules.look.doubt.${doubt}`)}
          </span>
        ))}
        <span className="c2 grow">
          {[t(`rules.effect.${action}`), ...evidence.map((one) => sayFinding(t, one))].join(' · ')}
        </span>
        {text !== null && (
          <Link className="link" to={`/c/${communityId}/groups/${groupId}?at=${messageId}`}>
            {t('rules.look.toGroup')}
          </Link>
        )}
      </p>
    </li>
  );
}

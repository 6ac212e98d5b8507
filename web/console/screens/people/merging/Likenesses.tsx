import { Button } from 'antd';
import { formatCount } from '../../../../kit/format.ts';
import { useLanguage } from '../../../../kit/i18n.ts';
import { useDifferent, useLikenesses } from '../../../data/merging.ts';
import type { Likeness } from '../../../data/merging.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { EmptyState } from '../../../pieces/EmptyState.tsx';
import { useUndo } from '../../../pieces/useUndo.tsx';
import { useText } from '../../../text.ts';
import { SideBySide } from './SideBySide.tsx';
import { useMergeWithUndo } from './useMergeWithUndo.ts';
import './merging.css';

/** People who may be one human; the team says so, or says that they are not. */
export function Likenesses() {
  const t = useText();
  const language = useLanguage();
  const { communityId } = useHere();
  const likenesses = useLikenesses(communityId);
  return (
    <section className="likenesses" aria-label={t('merging.title')}>
      <p className="s c2">{t('merging.sub')}</p>
      <Answer query={likenesses} rows={6}>
        {({ items, total }) =>
          items.length > 0 ? (
            <>
              <ul>
                {items.map((one) => (
                  <Pair key={`${one.kept.personId} ${one.other.personId}`} likeness={one} />
                ))}
              </ul>
              {total > items.length && (
                <p className="s c3">{t('merging.more', { count: formatCount(total - items.length, language) })}</p>
              )}
            </>
          ) : (
            <EmptyState kind="nothing" title={t('merging.none')} text={t('merging.noneText')} />
          )
        }
      </Answer>
    </section>
  );
}

const tones = { sure: 'j', likely: 'g', maybe: 'o' } as const;

function Pair({ likeness }: { likeness: Likeness }) {
  const t = useText();
  const { communityId } = useHere();
  const setDifferent = useDifferent(communityId);
  const undoable = useUndo();
  const merge = useMergeWithUndo();
  const { kept, other } = likeness;
  const personIds: [string, string] = [kept.personId, other.personId];
  const keepApart = () =>
    undoable({
      key: `apart ${personIds.join(' ')}`,
      work: () => setDifferent.mutateAsync({ personIds, different: true }),
      done: t('merging.apartDone'),
      undo: () => setDifferent.mutateAsync({ personIds, different: false }),
    });
  return (
    <li className="card pair">
      <div className="ch">
        <span className={`tag ${tones[likeness.confidence]}`}>{t(`merging.confidence.${likeness.confidence}`)}</span>
        <span className="s c2 reasons">{likeness.reasons.join(t('merging.and'))}</span>
      </div>
      <SideBySide people={[kept, other]} />
      <div className="row wrap pairacts">
        <Button onClick={() => void keepApart()} loading={setDifferent.isPending}>
          {t('merging.apart')}
        </Button>
        <Button onClick={() => void merge(kept, other)}>{t('merging.merge')}</Button>
      </div>
    </li>
  );
}

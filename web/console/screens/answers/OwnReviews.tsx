import { useOwnReviews } from '../../data/answers.ts';
import { useHere } from '../../data/session.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { MoreButton } from '../../pieces/MoreButton.tsx';
import { useText } from '../../text.ts';
import { SampledRow } from './SampledRow.tsx';

/** What others say of my answers. */
export function OwnReviews() {
  const t = useText();
  const { communityId } = useHere();
  const reviews = useOwnReviews(communityId);
  return (
    <section className="card" aria-label={t('answers.view.own')}>
      <Answer query={reviews} rows={4}>
        {(pages) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0)
            return <EmptyState kind="nothing" title={t('answers.noneOwn')} text={t('answers.noneOwnText')} />;
          return (
            <>
              <ul className="sampled">
                {items.map((one) => (
                  <SampledRow key={one.id} one={one} isOwn />
                ))}
              </ul>
              <MoreButton query={reviews} />
            </>
          );
        }}
      </Answer>
    </section>
  );
}

// 2-7-1 of each group beside what an even talk would give: a comparison, never a quota.
import { useBands } from '../../../data/sorting.ts';
import type { BandsPage } from '../../../data/sorting.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { EmptyState } from '../../../pieces/EmptyState.tsx';
import { Pager } from '../../../pieces/Pager.tsx';
import { usePaging } from '../../../pieces/paging.ts';
import { useWhen } from '../../../pieces/when.ts';
import { useText } from '../../../text.ts';

const even = [0.2, 0.7, 0.1];

/** Groups with their 2-7-1. */
export function BandsCard() {
  const t = useText();
  const { communityId } = useHere();
  const paging = usePaging('');
  const bands = useBands(communityId, { limit: 20, ...(paging.cursor ? { cursor: paging.cursor } : {}) });
  return (
    <section className="card tblw" aria-label={t('sorting.bands')}>
      <div className="ch">
        <h2>{t('sorting.bands')}</h2>
      </div>
      <p className="s c2 sorting-rule">{t('sorting.bandsText')}</p>
      <Answer query={bands} rows={4}>
        {({ items, nextCursor }) =>
          items.length > 0 ? (
            <>
              <ul className="round-people sorting-bands">
                {items.map((group) => (
                  <Group key={group.groupId} group={group} />
                ))}
              </ul>
              <Pager shown={items.length} nextCursor={nextCursor} paging={paging} />
            </>
          ) : (
            <EmptyState kind="nothing" title={t('sorting.notYet')} text={t('sorting.notYetText')} />
          )
        }
      </Answer>
    </section>
  );
}

function Group({ group: { name, bands, reason, since } }: { group: BandsPage['items'][number] }) {
  const t = useText();
  const when = useWhen();
  const percent = (value = 0) => Math.round(value * 100);
  if (bands === null)
    return (
      <li>
        <b>{name}</b>
        <span className="xs c3">{t(reason === 'empty_group' ? 'sorting.bandsEmpty' : 'sorting.bandsFew')}</span>
      </li>
    );
  const [top, middle, bottom] = bands.sizes;
  const people = top! + middle! + bottom!;
  const [low, high] = bands.ci95;
  const words = { top: percent(bands.shares[0]), low: percent(low), high: percent(high), count: top!, people };
  return (
    <li>
      <b>{name}</b>
      <Bar label={t('sorting.here')} shares={bands.shares} />
      <Bar label={t('sorting.even')} shares={even} faint />
      <span className="xs c3">
        {t('sorting.bandsWords', words)} {t('sorting.since', { when: when.day(`${since}T12:00:00`) })}
      </span>
    </li>
  );
}

function Bar({ label, shares, faint = false }: { label: string; shares: readonly number[]; faint?: boolean }) {
  const words = shares.map((share) => `${Math.round(share * 100)}%`).join(' · ');
  return (
    <div className={faint ? 'sorting-bar faint' : 'sorting-bar'}>
      <span className="xs c3">{label}</span>
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label={`${label}：${words}`}>
        {shares.map((share, at) => (
          <rect
            key={at}
            className={`band-${at}`}
            x={shares.slice(0, at).reduce((all, one) => all + one, 0) * 100}
            width={share * 100}
            height="8"
          />
        ))}
      </svg>
      <span className="xs c2">{words}</span>
    </div>
  );
}

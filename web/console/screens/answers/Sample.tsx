// The answers of a week that the lot took, for somebody else to look at. Without points and without a ranking: it is for learning.
import { Button, Segmented } from 'antd';
import { useSample } from '../../data/answers.ts';
import { useHere } from '../../data/session.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { useFilters } from '../../pieces/filters.ts';
import { MoreButton } from '../../pieces/MoreButton.tsx';
import { useWhen } from '../../pieces/when.ts';
import { useText } from '../../text.ts';
import { SampledRow } from './SampledRow.tsx';

const parts = ['todo', 'done'] as const;

/** The sample of a week. */
export function Sample() {
  const t = useText();
  const { communityId } = useHere();
  const filters = useFilters();
  const part = parts.find((one) => one === filters.read('part')) ?? 'todo';
  const week = filters.read('week');
  const sample = useSample(communityId, { part, ...(week ? { week } : {}) });
  const first = sample.data?.[0];
  return (
    <section className="card" aria-label={t('answers.view.sample')}>
      <div className="ch answers-tools">
        {first && <Week monday={first.week} />}
        <Segmented
          aria-label={t('answers.view.sample')}
          value={part}
          options={parts.map((value) => ({ value, label: `${t(`answers.part.${value}`)} ${first?.[value] ?? ''}` }))}
          onChange={(next) => filters.set({ part: next === 'todo' ? undefined : next })}
        />
      </div>
      <p className="xs c3 answers-how">{t('answers.sampleHow')}</p>
      <Answer query={sample} rows={5}>
        {(pages) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length > 0)
            return (
              <>
                <ul className="sampled">
                  {items.map((one) => (
                    <SampledRow key={one.id} one={one} />
                  ))}
                </ul>
                <MoreButton query={sample} />
              </>
            );
          const isAllDone = part === 'todo' && (first?.done ?? 0) > 0;
          if (part === 'done' && (first?.todo ?? 0) > 0)
            return (
              <EmptyState
                kind="noMatch"
                title={t('answers.noneDone')}
                action={<Button onClick={() => filters.set({ part: undefined })}>{t('answers.part.todo')}</Button>}
              />
            );
          return (
            <EmptyState
              kind="nothing"
              title={t(isAllDone ? 'answers.allDone' : 'answers.noneDrawn')}
              text={t(isAllDone ? 'answers.allDoneText' : 'answers.noneDrawnText')}
            />
          );
        }}
      </Answer>
    </section>
  );
}

/** The week that is shown, and the way to others. */
function Week({ monday }: { monday: string }) {
  const t = useText();
  const when = useWhen();
  const filters = useFilters();
  const shift = (days: number) => new Date(Date.parse(`${monday}T00:00:00Z`) + days * 86_400_000);
  const dayOf = (days: number) => shift(days).toISOString().slice(0, 10);
  const isNow = when.isAhead(dayOf(7));
  return (
    <div className="row">
      <Button size="small" aria-label={t('answers.weekBefore')} onClick={() => filters.set({ week: dayOf(-7) })}>
        ‹
      </Button>
      <span className="nw">
        {t('answers.week', { from: when.day(`${dayOf(0)}T12:00`), to: when.day(`${dayOf(6)}T12:00`) })}
      </span>
      <Button
        size="small"
        aria-label={t('answers.weekAfter')}
        disabled={isNow}
        onClick={() => filters.set({ week: dayOf(7) })}
      >
        ›
      </Button>
    </div>
  );
}

import type { GroupFilter, GroupPage } from '../../data/groups.ts';
import type { useFilters } from '../../pieces/filters.ts';
import { useText } from '../../text.ts';

type Counts = GroupPage['counts'];

const views: {
  key: 'all' | 'young' | 'attention' | 'paid' | 'dissolved';
  filter: GroupFilter;
  count: (counts: Counts) => number | undefined;
}[] = [
  { key: 'all', filter: {}, count: (counts) => counts.all },
  { key: 'young', filter: { lifecycle: 'new' }, count: (counts) => counts.lifecycle.new },
  { key: 'attention', filter: { lifecycle: 'declining' }, count: (counts) => counts.lifecycle.declining },
  { key: 'paid', filter: { tier: 'paid' }, count: (counts) => counts.tier.paid },
  { key: 'dissolved', filter: { lifecycle: 'dissolved' }, count: (counts) => counts.lifecycle.dissolved },
];

/** Ready views over the groups, each with how many it shows. */
export function ViewTabs({ filters, counts }: { filters: ReturnType<typeof useFilters>; counts: Counts | undefined }) {
  const t = useText();
  const lifecycle = filters.read('lifecycle');
  const tier = filters.read('tier');
  return (
    <div className="vw" role="group" aria-label={t('groups.views')}>
      {views.map(({ key, filter, count }) => {
        const on = filter.lifecycle === lifecycle && filter.tier === tier;
        const press = () => filters.set({ tier: filter.tier, lifecycle: filter.lifecycle, open: undefined });
        return (
          <button key={key} type="button" aria-pressed={on} className={on ? 'on' : undefined} onClick={press}>
            {t(`groups.view.${key}`)}
            {counts && <i>{count(counts) ?? 0}</i>}
          </button>
        );
      })}
    </div>
  );
}

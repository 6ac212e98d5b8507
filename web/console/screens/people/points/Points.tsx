import { Segmented } from 'antd';
import { useHere } from '../../../data/session.ts';
import { useFilters } from '../../../pieces/filters.ts';
import { PageHead } from '../../../pieces/PageHead.tsx';
import { useText } from '../../../text.ts';
import { PeopleNav } from '../PeopleNav.tsx';
import { PersonDrawer } from '../PersonDrawer.tsx';
import { EarnersCard } from './EarnersCard.tsx';
import { GiftsCard } from './GiftsCard.tsx';
import { PointsForm } from './PointsForm.tsx';
import { SeasonsCard } from './SeasonsCard.tsx';
import '../people.css';
import './points.css';

const views = ['earned', 'gifts', 'rules', 'seasons'] as const;

/** Points: who has earned what, what members gave each other, the rules of both, and seasons. */
export function Points() {
  const t = useText();
  const filters = useFilters();
  const { communityId } = useHere();
  const view = views.find((one) => one === filters.read('view')) ?? 'earned';
  const openId = view === 'earned' ? filters.read('open') : undefined;
  return (
    <>
      <PageHead
        title={t('people.title')}
        nav={<PeopleNav on="points" />}
        actions={
          <Segmented
            aria-label={t('points.nav')}
            value={view}
            options={views.map((value) => ({ value, label: t(`points.views.${value}`) }))}
            onChange={(next) =>
              filters.set({ view: next === 'earned' ? undefined : next, q: undefined, open: undefined })
            }
          />
        }
      />
      {view === 'seasons' ? (
        <SeasonsCard />
      ) : view === 'rules' ? (
        <PointsForm />
      ) : view === 'gifts' ? (
        <GiftsCard key={communityId} filters={filters} />
      ) : (
        <div className={openId ? 'split open' : 'split'}>
          <EarnersCard filters={filters} />
          {openId && (
            <PersonDrawer
              personId={openId}
              key={openId}
              startsWith="standing"
              onClose={() => filters.set({ open: undefined })}
            />
          )}
        </div>
      )}
    </>
  );
}

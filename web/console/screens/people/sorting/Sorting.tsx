import { App, Button } from 'antd';
import { useBeginSorting, useSorting } from '../../../data/sorting.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { PageHead } from '../../../pieces/PageHead.tsx';
import { useTellProblem } from '../../../pieces/problems.ts';
import { useWhen } from '../../../pieces/when.ts';
import { useText } from '../../../text.ts';
import { PeopleNav } from '../PeopleNav.tsx';
import { BandsCard } from './BandsCard.tsx';
import { SortedCard } from './SortedCard.tsx';
import './sorting.css';

/** Sorting: who may be what, and on how few the worth of the talk rests. For the team to look at; nothing follows by itself. */
export function Sorting() {
  const t = useText();
  const when = useWhen();
  const { communityId, can } = useHere();
  const sorting = useSorting(communityId);
  return (
    <>
      <PageHead title={t('people.title')} nav={<PeopleNav on="sorting" />} />
      <div className="row wrap sorting-lead">
        <p className="s c2 grow">
          {t('sorting.lead')}{' '}
          {sorting.data?.sortedOn &&
            t('sorting.night', { when: when.day(`${sorting.data.sortedOn}T12:00:00`), count: sorting.data.groups })}
        </p>
        {can('care.manage') && <Again />}
      </div>
      <div className="sorting-page">
        <section className="card tblw" aria-label={t('sorting.lists')}>
          <Answer query={sorting} rows={6}>
            {(figures) => <SortedCard figures={figures} />}
          </Answer>
        </section>
        <BandsCard />
      </div>
    </>
  );
}

function Again() {
  const t = useText();
  const { communityId } = useHere();
  const { message } = App.useApp();
  const tellProblem = useTellProblem();
  const begin = useBeginSorting(communityId);
  const start = async () => {
    try {
      await begin.mutateAsync();
      void message.success(t('sorting.begun'));
    } catch (problem) {
      tellProblem(problem);
    }
  };
  return (
    <Button size="small" loading={begin.isPending} onClick={() => void start()}>
      {t('sorting.again')}
    </Button>
  );
}

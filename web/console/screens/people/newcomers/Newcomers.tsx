import { Select } from 'antd';
import { useGroups } from '../../../data/groups.ts';
import { useHere } from '../../../data/session.ts';
import { useFilters } from '../../../pieces/filters.ts';
import { PageHead } from '../../../pieces/PageHead.tsx';
import { useText } from '../../../text.ts';
import { PeopleNav } from '../PeopleNav.tsx';
import { NewcomersCard } from './NewcomersCard.tsx';
import { PathCard } from './PathCard.tsx';
import './newcomers.css';

/** Newcomers: how far they get in their first five days, and who stands where now; of one group or of all. */
export function Newcomers() {
  const t = useText();
  const { communityId } = useHere();
  const filters = useFilters();
  const groupId = filters.read('group');
  const groups = useGroups(communityId, { limit: 200, sort: 'activity' });
  return (
    <>
      <PageHead
        title={t('people.title')}
        nav={<PeopleNav on="newcomers" />}
        actions={
          <Select
            className="newcomers-group"
            aria-label={t('newcomers.group')}
            loading={groups.isPending}
            value={groupId ?? ''}
            showSearch={{ optionFilterProp: 'label' }}
            options={[
              { value: '', label: t('newcomers.allGroups') },
              ...(groups.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(chosen: string) => filters.set({ group: chosen })}
          />
        }
      />
      <div className="newcomers-page">
        <PathCard groupId={groupId} />
        <NewcomersCard groupId={groupId} />
      </div>
    </>
  );
}

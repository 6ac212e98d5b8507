import { Button } from 'antd';
import { useState } from 'react';
import { Icon } from '../../../../kit/antd/Icon.tsx';
import { useHere } from '../../../data/session.ts';
import { useFilters } from '../../../pieces/filters.ts';
import { PageHead } from '../../../pieces/PageHead.tsx';
import { useText } from '../../../text.ts';
import { GroupSelect } from '../../programs/GroupSelect.tsx';
import { PeopleNav } from '../PeopleNav.tsx';
import { AskSeedDialog } from './AskSeedDialog.tsx';
import { SeedsCard } from './SeedsCard.tsx';
import { TopicsCard } from './TopicsCard.tsx';
import './seeds.css';

/** Seed members: real volunteers, marked in their group, and the topics they were asked to open. */
export function Seeds() {
  const t = useText();
  const { can } = useHere();
  const filters = useFilters();
  const groupId = filters.read('group');
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <PageHead
        title={t('people.title')}
        nav={<PeopleNav on="seeds" />}
        actions={
          <>
            <GroupSelect value={groupId} onChange={(group) => filters.set({ group })} />
            {can('care.seeds') && (
              <Button type="primary" icon={<Icon name="plus" />} onClick={() => setAsking(true)}>
                {t('seeds.ask')}
              </Button>
            )}
          </>
        }
      />
      <div className="seeds-page">
        <p className="s c2">{t('seeds.lead')}</p>
        <SeedsCard groupId={groupId} />
        <TopicsCard groupId={groupId} />
      </div>
      {isAsking && <AskSeedDialog groupId={groupId} onClose={() => setAsking(false)} />}
    </>
  );
}

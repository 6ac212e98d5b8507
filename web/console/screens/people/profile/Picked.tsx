import { Button } from 'antd';
import { useState } from 'react';
import { useHere } from '../../../data/session.ts';
import { useText } from '../../../text.ts';
import { TagMany, UntagMany } from './TagMany.tsx';

/** People of a page who are picked; another page begins with nobody. */
export interface Picking {
  personIds: string[];
  pick: (personIds: string[]) => void;
}

/** Picking people of a page; undefined for who may not do anything with them. */
export function usePicking(pageKey: string): Picking | undefined {
  const { can } = useHere();
  const [picked, setPicked] = useState<{ pageKey: string; personIds: string[] }>({ pageKey, personIds: [] });
  if (!can('profiles.manage')) return undefined;
  return {
    personIds: picked.pageKey === pageKey ? picked.personIds : [],
    pick: (personIds) => setPicked({ pageKey, personIds }),
  };
}

/** What can be done with the people who are picked. */
export function PickedBar({ picking }: { picking: Picking | undefined }) {
  const t = useText();
  if (!picking || picking.personIds.length === 0) return null;
  const { personIds, pick } = picking;
  return (
    <div className="row wrap pickbar" role="toolbar" aria-label={t('people.withPicked')}>
      <b className="grow" aria-live="polite">
        {t('people.picked', { count: personIds.length })}
      </b>
      <TagMany whom={{ personIds }} label={t('profile.giveTag')} />
      <UntagMany personIds={personIds} label={t('people.untag')} />
      <Button type="text" onClick={() => pick([])}>
        {t('people.pickNobody')}
      </Button>
    </div>
  );
}

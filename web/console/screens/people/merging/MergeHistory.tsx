import { App, Button } from 'antd';
import { useMerges, useUnmerge } from '../../../data/merging.ts';
import type { Merge } from '../../../data/merging.ts';
import { useHere } from '../../../data/session.ts';
import { useCarrierName } from '../../../pieces/GroupTags.tsx';
import { useTellProblem } from '../../../pieces/problems.ts';
import { useWhen } from '../../../pieces/when.ts';
import { useText } from '../../../text.ts';

/** What was merged into a person, and the way back; nothing when there was nothing. */
export function MergeHistory({ personId }: { personId: string }) {
  const t = useText();
  const { communityId } = useHere();
  const merges = useMerges(communityId, personId).data?.items ?? [];
  if (merges.length === 0) return null;
  return (
    <section>
      <h3 className="lab">{t('merging.history')}</h3>
      <ul className="people-list">
        {merges.map((merge) => (
          <Line key={merge.id} merge={merge} />
        ))}
      </ul>
    </section>
  );
}

function Line({ merge }: { merge: Merge }) {
  const t = useText();
  const when = useWhen();
  const carrierName = useCarrierName();
  const { communityId, can } = useHere();
  const { modal } = App.useApp();
  const unmerge = useUnmerge(communityId);
  const tellProblem = useTellProblem();
  const ask = () =>
    void modal.confirm({
      title: t('merging.unmergeAsk'),
      content: t('merging.unmergeText'),
      okText: t('merging.unmerge'),
      cancelText: t('common.cancel'),
      onOk: () => unmerge.mutateAsync(merge.id).then(() => undefined, tellProblem),
    });
  const accounts = merge.accounts.map(({ carrier, name }) => `${carrierName(carrier)} ${name}`);
  return (
    <li>
      <span className="grow">
        {accounts.join(t('pulse.comma')) || t('merging.gone')}
        <span className="xs c3">
          {' '}
          {t(merge.undoneAt ? 'merging.undoneOn' : 'merging.mergedOn', {
            when: when.day(merge.undoneAt ?? merge.mergedAt),
          })}
        </span>
      </span>
      {merge.undoneAt === null && can('people.manage') && (
        <Button size="small" onClick={ask}>
          {t('merging.unmerge')}
        </Button>
      )}
    </li>
  );
}

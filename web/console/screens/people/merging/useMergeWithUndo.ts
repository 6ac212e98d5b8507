import { useMerge, useUnmerge } from '../../../data/merging.ts';
import type { Person } from '../../../data/people.ts';
import { useHere } from '../../../data/session.ts';
import { useUndo } from '../../../pieces/useUndo.tsx';
import { useText } from '../../../text.ts';

/** Makes one person of two and offers to undo it; true when it was done. */
export function useMergeWithUndo(): (
  kept: Pick<Person, 'personId' | 'name'>,
  gone: Pick<Person, 'personId' | 'name'>,
) => Promise<boolean> {
  const t = useText();
  const { communityId } = useHere();
  const merge = useMerge(communityId);
  const unmerge = useUnmerge(communityId);
  const undoable = useUndo();
  return async (kept, gone) => {
    let mergeId = '';
    return undoable({
      key: `merge ${kept.personId}`,
      work: async () => {
        ({ mergeId } = await merge.mutateAsync({ personId: kept.personId, otherId: gone.personId }));
      },
      done: t('merging.mergeDone', { name: kept.name }),
      undo: () => unmerge.mutateAsync(mergeId),
    });
  };
}

import { Button } from 'antd';
import { useState } from 'react';
import { useKeepList } from '../../../data/rule-lists.ts';
import type { TermList } from '../../../data/rule-lists.ts';
import { useHere } from '../../../data/session.ts';
import { useTellProblem } from '../../../pieces/problems.ts';
import { useText } from '../../../text.ts';
import { ArmingDialog } from '../trying/ArmingDialog.tsx';
import { LastLook } from '../trying/LastLook.tsx';
import { ShadowLine } from '../trying/ShadowFigures.tsx';

/** How a list does: what it has noted so far while it only notes, and what was last found when it was tried. */
export function ListStanding({ list, mayWrite }: { list: TermList; mayWrite: boolean }) {
  const t = useText();
  const { communityId } = useHere();
  const [arming, setArming] = useState(false);
  const keep = useKeepList(communityId);
  const tellProblem = useTellProblem();
  const { id: listId, name, effect, rule } = list;
  const arm = () =>
    keep
      .mutateAsync({ listId, name, effect, rule, mode: 'on' })
      .then(() => setArming(false))
      .catch(tellProblem);
  return (
    <div className="list-standing">
      {list.mode === 'dry' && (
        <div className="row wrap">
          <ShadowLine of={{ listId }} />
          {mayWrite && (
            <Button size="small" onClick={() => setArming(true)}>
              {t('rules.arm.begin')}
            </Button>
          )}
        </div>
      )}
      <LastLook about={{ listId }} />
      {arming && (
        <ArmingDialog
          subjects={[{ name, of: { listId } }]}
          isBusy={keep.isPending}
          onGo={() => void arm()}
          onStay={() => setArming(false)}
        />
      )}
    </div>
  );
}

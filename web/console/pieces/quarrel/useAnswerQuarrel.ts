import { App } from 'antd';
import { useQuarrelAct } from '../../data/quarrels.ts';
import type { Quarrel, QuarrelAct } from '../../data/quarrels.ts';
import { useHere } from '../../data/session.ts';
import { useText } from '../../text.ts';
import { useTellProblem } from '../problems.ts';

/** Does something about a quarrel and says what came of it; gives whether it went well. */
export function useAnswerQuarrel(quarrel: Pick<Quarrel, 'alarmId' | 'groupId'>) {
  const t = useText();
  const { communityId } = useHere();
  const { message } = App.useApp();
  const change = useQuarrelAct(communityId, quarrel);
  const tellProblem = useTellProblem();
  const answer = async (act: QuarrelAct): Promise<boolean> => {
    try {
      await change.mutateAsync(act);
      void message.success(t(`quarrel.did.${act.what}`));
      return true;
    } catch (problem) {
      tellProblem(problem);
      return false;
    }
  };
  return { answer, isBusy: change.isPending };
}

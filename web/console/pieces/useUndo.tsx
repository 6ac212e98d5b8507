import { App } from 'antd';
import { useText } from '../text.ts';
import { useTellProblem } from './problems.ts';
import { useOffer } from './useOffer.tsx';

/** Does something and offers, for some seconds, to undo it; a refusal is told. True when it was done. */
export function useUndo(): (act: Undoable) => Promise<boolean> {
  const t = useText();
  const { message } = App.useApp();
  const { offer, withdraw } = useOffer();
  const tellProblem = useTellProblem();
  return async ({ key, work, done, undo }) => {
    try {
      await work();
    } catch (error) {
      tellProblem(error);
      return false;
    }
    if (undo) {
      const takeBack = () => void undo().then(() => message.success(t('common.undone')), tellProblem);
      offer({ name: key, done, label: t('common.undo'), act: takeBack });
    } else {
      withdraw(key);
      void message.success(done);
    }
    return true;
  };
}

interface Undoable {
  /** One message at a time for each key. */
  key: string;
  work: () => Promise<unknown>;
  done: string;
  undo?: () => Promise<unknown>;
}

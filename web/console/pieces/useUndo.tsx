import { App, Button } from 'antd';
import { useTellProblem } from './problems.ts';
import { useText } from '../text.ts';

/** Does something and offers, for some seconds, to undo it; a refusal is told. True when it was done. */
export function useUndo(): (act: Undoable) => Promise<boolean> {
  const t = useText();
  const { message } = App.useApp();
  const tellProblem = useTellProblem();
  return async ({ key, work, done, undo }) => {
    try {
      await work();
    } catch (error) {
      tellProblem(error);
      return false;
    }
    const takeBack = () => {
      message.destroy(key);
      undo!().then(() => message.success(t('common.undone')), tellProblem);
    };
    void message.success({
      key,
      duration: 6,
      content: (
        <>
          {done}{' '}
          {undo && (
            <Button type="link" size="small" data-key="undo" onClick={takeBack}>
              {t('common.undo')}
            </Button>
          )}
        </>
      ),
    });
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

import { useRef, useState, type ReactElement } from 'react';
import { newKey } from '../../kit/api.ts';
import { toApiError } from '../../kit/problem.ts';
import { problemText } from '../../kit/texts.ts';
import { StatePage } from '../Notice.tsx';
import { Link, navigate } from '../router.tsx';
import { takeMoveLink } from '../self.ts';
import { useT } from '../texts.ts';

/** `/m/move/:code`: brings me to this phone. Nothing happens before the button: previews of links open pages too. */
export function MovePage({ code }: { code: string }): ReactElement {
  const t = useT();
  const [state, setState] = useState<'ask' | 'busy' | 'taken' | 'over'>('ask');
  const [problem, setProblem] = useState('');
  const key = useRef(newKey());
  const move = async (replace: boolean): Promise<void> => {
    setState('busy');
    setProblem('');
    try {
      await takeMoveLink(code, { replace, key: replace ? `${key.current}-replace` : key.current });
      navigate('/m', { replace: true });
    } catch (thrown) {
      const error = toApiError(thrown);
      setState(error.code === 'people.device_taken' ? 'taken' : error.status === 410 ? 'over' : 'ask');
      setProblem(error.code === 'people.device_taken' ? '' : problemText(error));
    }
  };
  if (state === 'over') {
    return (
      <StatePage title={t('member:move.over')} text={problem || t('member:move.overText')}>
        <Link className="btn line" to="/m">
          {t('member:notHere.groups')}
        </Link>
      </StatePage>
    );
  }
  if (state === 'taken') {
    return (
      <StatePage title={t('member:move.taken')} text={t('member:move.takenText')}>
        <button type="button" className="btn" onClick={() => void move(true)}>
          {t('member:move.replace')}
        </button>
        <Link className="btn line" to="/m">
          {t('member:move.keep')}
        </Link>
      </StatePage>
    );
  }
  return (
    <StatePage title={t('member:move.title')} text={t('member:move.text')}>
      <div role="alert">{problem ? <p className="wrong">{problem}</p> : null}</div>
      <button type="button" className="btn" disabled={state === 'busy'} onClick={() => void move(false)}>
        {state === 'busy' ? t('member:move.busy') : t('member:move.here')}
      </button>
    </StatePage>
  );
}

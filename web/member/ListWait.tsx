import type { ReactElement } from 'react';
import { problemText } from '../kit/texts.ts';
import { useT } from './texts.ts';
import type { Loaded } from './use-load.ts';

/** In place of a list inside a page that is not there yet: grey shapes, or why it did not come and a button to ask again. */
export function ListWait({ loaded, height = 120 }: ListWaitProps): ReactElement | null {
  const t = useT();
  if (loaded.data !== undefined) return null;
  if (!loaded.error) return <div className="ghost" style={{ height }} role="status" aria-label={t('member:loading')} />;
  return (
    <div className="list-wait" role="alert">
      <p className="s c2">{problemText(loaded.error)}</p>
      <button type="button" className="btn line" onClick={loaded.reload}>
        {t('member:problem.retry')}
      </button>
    </div>
  );
}

interface ListWaitProps {
  loaded: Pick<Loaded<unknown>, 'data' | 'error' | 'reload'>;
  height?: number;
}

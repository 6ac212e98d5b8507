import { Button } from 'antd';
import { useRouteError } from 'react-router';
import { EmptyState } from '../pieces/EmptyState.tsx';
import { useText } from '../text.ts';

/** An address without a screen, or a screen that broke: said plainly, with a way back. */
export function RouteFailure() {
  const t = useText();
  const error = useRouteError();
  if (error !== undefined) console.error(error);
  const broke = error !== undefined;
  return (
    <main className="alone">
      <EmptyState
        kind={broke ? 'failed' : 'noMatch'}
        title={t(broke ? 'problem.screenBroke' : 'problem.notFound')}
        text={t(broke ? 'problem.screenBrokeText' : 'problem.notFoundText')}
        action={<Button onClick={() => location.reload()}>{t('problem.retry')}</Button>}
        side={
          <a className="s link" href="/">
            {t('problem.home')}
          </a>
        }
      />
    </main>
  );
}

import { Button } from 'antd';
import { useRouteError } from 'react-router';
import { EmptyState } from '../pieces/EmptyState.tsx';
import { useText } from '../text.ts';

/** An address without a screen, or a screen that broke: said plainly, with a way back. */
export function RouteFailure() {
  const t = useText();
  const error = useRouteError();
  // Without an error the address simply has no screen.
  const broke = error !== undefined && error !== null;
  if (broke) console.error(error);
  return (
    <main className="alone">
      <EmptyState
        kind={broke ? 'failed' : 'noMatch'}
        title={t(broke ? 'problem.screenBroke' : 'problem.notFound')}
        text={t(broke ? 'problem.screenBrokeText' : 'problem.notFoundText')}
        action={broke ? <Button onClick={() => location.reload()}>{t('problem.retry')}</Button> : undefined}
        side={
          <a className="s link" href="/">
            {t('problem.home')}
          </a>
        }
      />
    </main>
  );
}

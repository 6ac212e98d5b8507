import { Skeleton } from 'antd';
import { Navigate } from 'react-router';
import { useSetupOpen } from '../data/account.ts';
import { useMe } from '../data/session.ts';
import { EmptyState } from '../pieces/EmptyState.tsx';
import { ProblemState } from '../pieces/Answer.tsx';
import { lastCommunityOf } from './last-community.ts';
import { useText } from '../text.ts';

/** Where an operator lands: set-up, sign-in, founding, or the community they last worked in. */
export function Home() {
  const t = useText();
  const me = useMe();
  const setup = useSetupOpen(me.data === null);
  if (me.error) return <ProblemState problem={me.error} onRetry={() => void me.refetch()} />;
  if (me.data === undefined || (me.data === null && setup.isLoading)) return <Skeleton active className="loading" />;
  if (me.data === null) return <Navigate to={setup.data?.open ? '/setup' : '/sign-in'} replace />;
  const last = lastCommunityOf(me.data.communities);
  if (last) return <Navigate to={`/c/${last.id}/today`} replace />;
  if (me.data.installer) return <Navigate to="/found" replace />;
  return <EmptyState kind="nothing" title={t('shell.noneYours')} text={t('shell.noneYoursText')} />;
}

import { Button, Skeleton } from 'antd';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ApiError } from '../../kit/problem.ts';
import { useText } from '../text.ts';
import { EmptyState } from './EmptyState.tsx';

/** Shows what a query answered, or honestly why there is nothing: loading, no permission, failed with a retry. */
export function Answer<Data>({ query, children, rows = 6 }: AnswerProps<Data>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <ProblemState problem={query.error} onRetry={() => void query.refetch()} />;
  return <Skeleton active title={false} paragraph={{ rows }} className="loading" />;
}

interface AnswerProps<Data> {
  query: Pick<UseQueryResult<Data, ApiError>, 'data' | 'error' | 'refetch'>;
  children: (data: Data) => ReactNode;
  rows?: number;
}

/** A refused or failed question as an empty state of its own kind. */
export function ProblemState({ problem, onRetry }: { problem: ApiError; onRetry: () => void }) {
  const t = useText();
  if (problem.status === 403) {
    return <EmptyState kind="noPermission" title={t('problem.notAllowed')} text={t('problem.notAllowedText')} />;
  }
  if (problem.status === 404) {
    return <EmptyState kind="noMatch" title={t('problem.notFound')} text={t('problem.notFoundText')} />;
  }
  return (
    <EmptyState
      kind="failed"
      title={t('problem.failed')}
      text={problem.status === 0 ? t('problem.offline') : problem.detail || t('problem.failedText')}
      action={<Button onClick={onRetry}>{t('problem.retry')}</Button>}
      code={problem.requestId}
    />
  );
}

import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../kit/api.ts';
import type { ApiError } from '../../kit/problem.ts';
import { useChange } from './change.ts';

/** How alarms and late questions reach me outside the console. */
export interface AlertWish {
  level: 'off' | 'at_once' | 'digest';
  /** Minutes of the community's day; from = to means never quiet. */
  quiet: { from: number; to: number };
}

/** What I have wished, and whether this server can mail at all. */
export function useAlertWish() {
  return useQuery<AlertWish & { possible: boolean }, ApiError>({
    queryKey: ['alert-wish'],
    queryFn: () => answerOf<AlertWish & { possible: boolean }>(api.GET('/api/me/alerts', {})),
  });
}

/** Changes it. */
export function useSetAlertWish() {
  return useChange(
    ({ level, quiet }: AlertWish) => answerOf<unknown>(api.PUT('/api/me/alerts', { body: { level, quiet } })),
    [['alert-wish']],
  );
}

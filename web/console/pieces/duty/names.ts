import type { DutyOperator } from '../../data/duty.ts';

/** Gives the names of those whom the roster speaks of. */
export function useNameOf(operators: readonly DutyOperator[]): (userId: string) => string {
  const names = new Map(operators.map(({ userId, name }) => [userId, name]));
  return (userId) => names.get(userId) ?? '';
}

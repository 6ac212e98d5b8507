import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ApiError } from '../../kit/problem.ts';

/** A write that, once accepted, makes the lists of the given keys ask again. */
export function useChange<Input, Output>(
  send: (input: Input) => Promise<Output>,
  keys: readonly (readonly unknown[])[],
) {
  const queries = useQueryClient();
  return useMutation<Output, ApiError, Input>({
    mutationFn: send,
    onSuccess: async () => {
      await Promise.all(keys.map((queryKey) => queries.invalidateQueries({ queryKey: [...queryKey] })));
    },
  });
}

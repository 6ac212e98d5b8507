import { hashKey, useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import type { ApiError } from '../../kit/problem.ts';

/**
 * A write that, once accepted, makes what stands under the given keys ask again. `gone` is the key of what the write takes away:
 * its page may still be closing, and to ask for it would only say that it is not there.
 */
export function useChange<Input, Output>(
  send: (input: Input) => Promise<Output>,
  keys: readonly QueryKey[],
  gone?: (input: Input) => QueryKey | undefined,
) {
  const queries = useQueryClient();
  return useMutation<Output, ApiError, Input>({
    mutationFn: send,
    onSuccess: async (_, input) => {
      const goneKey = gone?.(input);
      const predicate = goneKey ? ({ queryHash }: { queryHash: string }) => queryHash !== hashKey(goneKey) : () => true;
      await Promise.all(keys.map((queryKey) => queries.invalidateQueries({ queryKey, predicate })));
    },
  });
}

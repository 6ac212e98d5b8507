/** One field of the input that the server refused, with a text in the reader's language. */
export interface FieldProblem {
  path: string;
  problem: string;
  detail: string;
}

/** A refusal of the server (RFC 9457 problem details) or a failure to reach it (`code` = `network`). */
export class ApiError extends Error {
  readonly status: number;
  /** `module.reason`, e.g. `groups.full`; `network` when no answer came; `unknown` when the answer was not ours. */
  readonly code: string;
  /** In the reader's language; empty when no answer came. */
  readonly detail: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly fields: readonly FieldProblem[];
  readonly requestId: string | undefined;

  constructor(problem: Partial<Omit<ApiError, 'name' | 'message' | 'stack'>> & { code: string }, cause?: unknown) {
    super(`${problem.code}${problem.status ? ` (${problem.status})` : ''}`, { cause });
    this.name = 'ApiError';
    this.status = problem.status ?? 0;
    this.code = problem.code;
    this.detail = problem.detail ?? '';
    this.data = problem.data ?? {};
    this.fields = problem.fields ?? [];
    this.requestId = problem.requestId;
  }

  /** Whether nothing is known about the outcome: the same request with the same key may be sent again. */
  get isNetwork(): boolean {
    return this.code === 'network';
  }

  /** How long the server asked to wait, in milliseconds. */
  get retryAfterMs(): number | undefined {
    return typeof this.data.retryAfterMs === 'number' ? this.data.retryAfterMs : undefined;
  }
}

/** Whatever was thrown, as an ApiError; errors of our own code come back as `unknown` with their cause. */
export function toApiError(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) return thrown;
  return new ApiError({ code: 'unknown' }, thrown);
}

/** Reads the body of a refusal; anything that is not problem details keeps its status and the code `unknown`. */
export function problemFrom(body: unknown, response: Pick<Response, 'status' | 'headers'>): ApiError {
  const problem = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const after = Number(response.headers.get('retry-after'));
  const data = { ...(problem.data as Record<string, unknown> | undefined) };
  if (after > 0 && data.retryAfterMs === undefined) data.retryAfterMs = after * 1000;
  return new ApiError({
    status: response.status,
    code: typeof problem.code === 'string' ? problem.code : 'unknown',
    detail: typeof problem.detail === 'string' ? problem.detail : '',
    data,
    fields: Array.isArray(problem.fields) ? (problem.fields as FieldProblem[]) : [],
    requestId: typeof problem.requestId === 'string' ? problem.requestId : undefined,
  });
}

import { z } from 'zod';
import { isConnectionLoss, isDataRefusal } from '../db/database.ts';
import { AppError, platformErrors } from '../errors.ts';
import type { I18n, Locale } from '../i18n.ts';
import type { Log } from '../log.ts';

/** The body of every refusal: RFC 9457 problem details. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number(),
    detail: z.string(),
    code: z.string(),
    requestId: z.string(),
    data: z.record(z.string(), z.unknown()).optional(),
    fields: z.array(z.object({ path: z.string(), problem: z.string(), detail: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });

/** One field of the input that does not fit. */
export interface FieldProblem {
  /** Dotted path, e.g. `body.name`. */
  path: string;
  /** Zod's issue code: `too_big`, `invalid_type`, `unrecognized_keys`, … */
  problem: string;
  values: Record<string, unknown>;
}

/** An AppError `platform.bad_input` that knows the fields. */
export class BadInput extends AppError {
  readonly fields: readonly FieldProblem[];

  constructor(fields: readonly FieldProblem[]) {
    super(
      'platform.bad_input',
      { status: 400, log: 'silent' },
      { data: { fields: fields.map((field) => field.path) } },
    );
    this.fields = fields;
  }
}

/** Turns zod's issues into field problems; `place` is `body`, `query` or `params`. */
export function badInput(place: string, error: z.ZodError): BadInput {
  return new BadInput(
    error.issues.map((issue) => {
      const { code, path, message, ...values } = issue as z.core.$ZodIssue & Record<string, unknown>;
      delete values.input;
      return {
        path: [place, ...path.map(String)].join('.'),
        problem: issue.code === 'invalid_format' && issue.format === 'regex' ? 'invalid_pattern' : (code ?? 'custom'),
        values: { ...values, message },
      };
    }),
  );
}

/** The one place where an error becomes an HTTP answer. Unknown errors become 500 and tell nothing of the inside. */
export function toProblemResponse(
  thrown: unknown,
  context: { i18n: I18n; locale: Locale; requestId: string; log: Log; route: string },
): Response {
  const error = toAppError(thrown);
  const { spec } = error;
  const facts = { code: error.code, route: context.route, status: spec.status };
  if (spec.log !== 'silent')
    context.log[spec.log]('http.refused', { ...facts, error: spec.log === 'error' ? thrown : undefined });
  const detail = context.i18n.errorText(context.locale, error.code, error.data) ?? error.code;
  const fields = error instanceof BadInput ? error.fields : undefined;
  const body = {
    type: `urn:miaohui:problem:${error.code}`,
    title: error.code,
    status: spec.status,
    detail,
    code: error.code,
    requestId: context.requestId,
    ...(Object.keys(error.data).length > 0 && !fields ? { data: error.data } : {}),
    ...(fields ? { fields: fields.map((field) => describeField(field, context)) } : {}),
  };
  const headers: Record<string, string> = { 'content-type': 'application/problem+json; charset=utf-8' };
  if (typeof error.data.retryAfterMs === 'number') {
    headers['retry-after'] = String(Math.max(1, Math.ceil(error.data.retryAfterMs / 1000)));
  }
  return new Response(JSON.stringify(body), { status: spec.status, headers });
}

function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (isConnectionLoss(thrown)) return platformErrors.unavailable(undefined, thrown);
  if (isDataRefusal(thrown)) return platformErrors.not_storable(undefined, thrown);
  return platformErrors.internal(undefined, thrown);
}

function describeField(field: FieldProblem, { i18n, locale }: { i18n: I18n; locale: Locale }) {
  const code = `platform.field_${field.problem}`;
  const detail =
    i18n.errorText(locale, code, field.values) ??
    i18n.errorText(locale, 'platform.field_custom', field.values) ??
    field.problem;
  return { path: field.path, problem: field.problem, detail };
}

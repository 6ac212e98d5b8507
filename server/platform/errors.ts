/** How an error code is answered and how loudly it is logged. */
export interface ErrorSpec {
  /** HTTP status of the answer. */
  status: 400 | 401 | 403 | 404 | 409 | 410 | 412 | 413 | 415 | 422 | 429 | 500 | 503;
  log: 'silent' | 'info' | 'warn' | 'error';
}

/** Values that fill the placeholders of the error's text; never personal text that should stay out of logs. */
export type ErrorData = Record<string, string | number | boolean | null | readonly string[] | undefined>;

/** The one error that this project throws on purpose; `code` is also the key of its text in the locales. */
export class AppError extends Error {
  readonly code: string;
  readonly spec: ErrorSpec;
  readonly data: ErrorData;

  constructor(code: string, spec: ErrorSpec, options: { data?: ErrorData; cause?: unknown } = {}) {
    super(code, { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.spec = spec;
    this.data = options.data ?? {};
  }
}

/** Makes one error of a declared code. */
export type ErrorFactory = (data?: ErrorData, cause?: unknown) => AppError;

/** The errors of one module, by short name. */
export type ModuleErrors<Names extends string = string> = { readonly [Name in Names]: ErrorFactory } & {
  /** `module.name` → spec, for documentation and the locale check. */
  readonly [errorSpecs]: Readonly<Record<string, ErrorSpec>>;
};

/** Where the declared codes of a `ModuleErrors` are kept. */
export const errorSpecs: unique symbol = Symbol('errorSpecs');

/** Declares a module's errors: `defineErrors('groups', { full: { status: 409, log: 'silent' } })` gives `errors.full({ … })`. */
export function defineErrors<Names extends string>(
  module: string,
  specs: Readonly<Record<Names, ErrorSpec>>,
): ModuleErrors<Names> {
  const declared: Record<string, ErrorSpec> = {};
  const factories: Record<string, ErrorFactory> = {};
  for (const [name, spec] of Object.entries<ErrorSpec>(specs)) {
    const code = `${module}.${name}`;
    declared[code] = spec;
    factories[name] = (data, cause) => new AppError(code, spec, { data, cause });
  }
  return Object.assign(factories, { [errorSpecs]: declared }) as unknown as ModuleErrors<Names>;
}

/** Errors that belong to no domain module. */
export const platformErrors = defineErrors('platform', {
  bad_input: { status: 400, log: 'silent' },
  malformed_json: { status: 400, log: 'silent' },
  not_storable: { status: 400, log: 'warn' },
  not_signed_in: { status: 401, log: 'silent' },
  not_allowed: { status: 403, log: 'info' },
  not_found: { status: 404, log: 'silent' },
  conflict: { status: 409, log: 'info' },
  idempotency_key_reused: { status: 422, log: 'info' },
  idempotency_key_missing: { status: 400, log: 'silent' },
  body_too_large: { status: 413, log: 'info' },
  wrong_content_type: { status: 415, log: 'silent' },
  cross_site: { status: 403, log: 'warn' },
  too_many_requests: { status: 429, log: 'info' },
  picture_unreadable: { status: 415, log: 'silent' },
  picture_too_large: { status: 413, log: 'silent' },
  picture_unknown: { status: 422, log: 'silent' },
  mail_not_accepted: { status: 503, log: 'warn' },
  bad_cursor: { status: 400, log: 'silent' },
  unavailable: { status: 503, log: 'warn' },
  internal: { status: 500, log: 'error' },
});

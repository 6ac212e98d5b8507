/** The values for a playbook's `{{placeholders}}`. */
export type ParameterValues = Readonly<Record<string, string | number>>;

const placeholder = /\{\{\s*([^{}]{1,40}?)\s*\}\}/g;
const onlyPlaceholder = /^\{\{\s*([^{}]{1,40}?)\s*\}\}$/;

/**
 * Puts values into all placeholders below `value`; unknown ones stay as they are (programs fill them when they are played).
 * A text that is nothing but one placeholder becomes the value itself, so that a number stays a number.
 */
export function fillParameters(value: unknown, values: ParameterValues): unknown {
  if (typeof value === 'string') {
    const whole = onlyPlaceholder.exec(value)?.[1];
    if (whole !== undefined && Object.hasOwn(values, whole)) return values[whole];
    return value.replace(placeholder, (all, name: string) =>
      Object.hasOwn(values, name) ? String(values[name]) : all,
    );
  }
  return mapInside(value, (inner) => fillParameters(inner, values));
}

/** The opposite, for an export: wherever `text` stands, the placeholder `name` is put. */
export function unfillParameter(value: unknown, text: string, name: string): unknown {
  if (typeof value === 'string') return value.replaceAll(text, `{{${name}}}`);
  return mapInside(value, (inner) => unfillParameter(inner, text, name));
}

/** All placeholders below `value` with the path of the text they stand in. */
export function listPlaceholders(
  value: unknown,
  path: readonly (string | number)[] = [],
): { name: string; path: (string | number)[] }[] {
  if (typeof value === 'string')
    return [...value.matchAll(placeholder)].map((match) => ({ name: match[1]!, path: [...path] }));
  if (Array.isArray(value)) return value.flatMap((inner, index) => listPlaceholders(inner, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => listPlaceholders(inner, [...path, key]));
}

/** A parameter as far as its values are concerned. */
interface Declared {
  kind: 'text' | 'number' | 'time';
  default: string | number;
}

/** A given value that can't be used: key under `communities:playbook.parameter_problems`. */
export interface ParameterProblem {
  name: string;
  problem: 'unknown' | 'not_a_number' | 'not_a_time' | 'too_long' | 'empty';
}

/** Checks the given values and fills the gaps with defaults; `name` may always be given. */
export function readParameters(
  declared: Readonly<Record<string, Declared>>,
  given: ParameterValues,
): { ok: true; values: Record<string, string | number> } | { ok: false; problems: ParameterProblem[] } {
  const problems: ParameterProblem[] = [];
  const values: Record<string, string | number> = {};
  for (const [name, parameter] of Object.entries(declared)) values[name] = parameter.default;
  for (const [name, value] of Object.entries(given)) {
    const kind = Object.hasOwn(declared, name) ? declared[name]!.kind : name === 'name' ? 'text' : undefined;
    if (kind === undefined) {
      problems.push({ name, problem: 'unknown' });
      continue;
    }
    const read = readValue(kind, value);
    if (read.ok) values[name] = read.value;
    else problems.push({ name, problem: read.problem });
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, values };
}

type ReadValue = { ok: true; value: string | number } | { ok: false; problem: ParameterProblem['problem'] };

function readValue(kind: Declared['kind'], value: string | number): ReadValue {
  const text = String(value).trim();
  if (text === '') return { ok: false, problem: 'empty' };
  if (text.length > 200) return { ok: false, problem: 'too_long' };
  if (kind === 'number')
    return Number.isFinite(Number(text)) ? { ok: true, value: Number(text) } : { ok: false, problem: 'not_a_number' };
  if (kind === 'time' && !/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) return { ok: false, problem: 'not_a_time' };
  return { ok: true, value: text };
}

function mapInside(value: unknown, change: (inner: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(change);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, change(inner)]));
}
